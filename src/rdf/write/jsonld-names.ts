// Which names a JSON-LD document uses: terms of our own context, compact IRIs, or whole IRIs;
// and the context that explains exactly those.
import { ID, IRI, LITERAL, lookup, textOf } from '../dictionary.ts'
import type { Graph } from '../graph.ts'
import { isAbsolute } from '../iri.ts'
import { classTerms, type OwnTerm, propertyTerms, termDefinition } from '../jsonld/index.ts'
import { namespaces } from '../namespaces.ts'
import type { WriteOptions } from '../syntax.ts'
import { compactIri, prefixesFor } from './names.ts'
import type { Section } from './section.ts'

/** How a property stands in a JSON object. */
export interface PropertyName {
  /** JSON string of the key. */
  readonly key: string
  /** JSON string of a key without coercion, for values that do not fit the term. */
  readonly plainKey: string
  /** `link`, `language`, `text`, a datatype, `expanded`, or '' for a key without a term. */
  readonly kind: string
  /** Term id of the datatype that strings below the key have, or -1. */
  readonly datatype: number
}

export interface JsonNames {
  readonly isExpanded: boolean
  /** The context as JSON. */
  readonly context: string
  /** Indentation of the top-level objects. */
  readonly indent: string
  /** Undefined when the predicate is no absolute IRI. */
  readonly propertyOf: (predicate: number) => PropertyName | undefined
  /** JSON string of a class or datatype. */
  readonly classOf: (term: number) => string
}

function absolute(compact: string): string {
  const colon = compact.indexOf(':')
  return namespaces[compact.slice(0, colon)] + compact.slice(colon + 1)
}

const ownProperties = new Map(propertyTerms.map((own) => [absolute(own.compact), own]))
const ownClasses = new Map(classTerms.map((own) => [absolute(own.compact), own]))

/** Names for everything the sections mention. */
export function createJsonNames(
  graph: Graph,
  sections: readonly Section[],
  options: WriteOptions & { readonly form?: 'compact' | 'expanded' },
): JsonNames {
  const { dictionary } = graph
  const isExpanded = options.form === 'expanded'
  const prefixes = new Map(isExpanded ? [] : prefixesFor(graph, options))
  const schemes = schemesOf(graph)
  for (const [namespace, name] of prefixes) if (schemes.has(name)) prefixes.delete(namespace)
  const hasPrefixes = (own: OwnTerm) =>
    [own.compact, own.kind].every(
      (name) => !name.includes(':') || prefixes.has(namespaces[name.split(':')[0]]),
    )
  const usable = (own: OwnTerm | undefined) =>
    own && !isExpanded && !schemes.has(own.term) && hasPrefixes(own) ? own : undefined

  const properties = new Map<number, PropertyName | undefined>()
  const classes = new Map<number, string>()
  const terms = new Map<string, OwnTerm>()
  const usedPrefixes = new Set<string>()
  const short = (iri: string): string => {
    const name = compactIri(prefixes, iri)
    if (name === undefined) return iri
    usedPrefixes.add(name.slice(0, name.indexOf(':')))
    return name
  }
  const keep = (own: OwnTerm) => {
    terms.set(own.term, own)
    for (const name of [own.compact, own.kind])
      if (name.includes(':')) usedPrefixes.add(name.slice(0, name.indexOf(':')))
  }
  const classOf = (term: number): string => {
    const known = classes.get(term)
    if (known !== undefined) return known
    const iri = textOf(dictionary, term)
    const own = usable(ownClasses.get(iri))
    if (own) keep(own)
    const name = JSON.stringify(own ? own.term : short(iri))
    classes.set(term, name)
    return name
  }
  const makeProperty = (predicate: number): PropertyName | undefined => {
    const iri = textOf(dictionary, predicate)
    if (!isAbsolute(iri)) return undefined
    const own = usable(ownProperties.get(iri))
    if (own) keep(own)
    const plain = JSON.stringify(short(iri))
    const kind = isExpanded ? 'expanded' : (own?.kind ?? '')
    return {
      key: own ? JSON.stringify(own.term) : plain,
      plainKey: plain,
      kind,
      datatype: datatypeId(graph, kind),
    }
  }
  const propertyOf = (predicate: number): PropertyName | undefined => {
    if (!properties.has(predicate)) properties.set(predicate, makeProperty(predicate))
    return properties.get(predicate)
  }
  for (const section of sections) visit(section, propertyOf, classOf)

  const entries: [string, unknown][] = [...usedPrefixes]
    .sort()
    .map((name) => [name, [...prefixes].find(([, prefix]) => prefix === name)?.[0]])
  for (const [term, own] of [...terms].sort(([a], [b]) => (a < b ? -1 : 1)))
    entries.push([term, termDefinition(own)])
  const context = JSON.stringify(Object.fromEntries(entries), null, 2).replaceAll('\n', '\n  ')
  return { isExpanded, context, indent: isExpanded ? '  ' : '    ', propertyOf, classOf }
}

function visit(
  { out, dictionary }: Section,
  propertyOf: (predicate: number) => unknown,
  classOf: (term: number) => string,
): void {
  for (let row = 0; row < out.size; row++) {
    const value = out.value[row]
    if (out.predicate[row] !== ID.type) propertyOf(out.predicate[row])
    else if (dictionary.kind[value] === IRI) classOf(value)
    else propertyOf(ID.type)
    if (dictionary.kind[value] !== LITERAL) continue
    const datatype = dictionary.datatype[value]
    if (datatype !== ID.xsdString && datatype !== ID.langString) classOf(datatype)
  }
}

function datatypeId({ dictionary }: Graph, kind: string): number {
  return kind.includes(':') ? lookup(dictionary, IRI, absolute(kind)) : -1
}

/** What stands before the colon in IRIs without `//`: such a name must not be a prefix, or the IRI would be taken for a compact one. */
function schemesOf({ dictionary }: Graph): ReadonlySet<string> {
  const schemes = new Set<string>()
  const { arena, start, length, kind, count } = dictionary
  for (let id = 0; id < count; id++) {
    if (kind[id] !== IRI) continue
    const end = start[id] + length[id]
    const colon = arena.indexOf(58, start[id])
    if (colon < 0 || colon >= end || (arena[colon + 1] === 47 && arena[colon + 2] === 47)) continue
    schemes.add(textOf(dictionary, id).slice(0, colon - start[id]))
  }
  return schemes
}
