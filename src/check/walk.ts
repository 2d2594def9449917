// How checks get about in a graph: all links of a property, all instances of a class, and the name of a thing
// in a message. Hides the per-predicate index, which is built once per graph.
import type { Text } from '../finding.ts'
import { BLANK, type Graph, hasTriple, ID, iriId, lang, objects, subjects, text } from '../rdf/index.ts'
import { DCT, FOAF } from './namespaces.ts'

/** All distinct statements of one predicate: `subject[i]` → `object[i]`, in the order of the subjects' ids. */
export interface Links {
  readonly subject: Uint32Array
  readonly object: Uint32Array
}

interface PredicateIndex {
  readonly offset: Uint32Array
  readonly subject: Uint32Array
  readonly object: Uint32Array
}

const indexes = new WeakMap<Graph, PredicateIndex>()
const NO_LINKS: Links = { subject: new Uint32Array(0), object: new Uint32Array(0) }

function buildIndex({ out, dictionary }: Graph): PredicateIndex {
  const terms = dictionary.count
  const offset = new Uint32Array(terms + 1)
  for (let row = 0; row < out.size; row++) offset[out.predicate[row] + 1]++
  for (let t = 0; t < terms; t++) offset[t + 1] += offset[t]
  const next = offset.slice()
  const subject = new Uint32Array(out.size)
  const object = new Uint32Array(out.size)
  for (let s = 0; s < terms; s++)
    for (let row = out.offset[s]; row < out.offset[s + 1]; row++) {
      const at = next[out.predicate[row]]++
      subject[at] = s
      object[at] = out.value[row]
    }
  return { offset, subject, object }
}

const ids = new WeakMap<Graph, Map<string, number>>()

/** iriId, remembered: checks ask for the same few terms once per dataset. */
function idOf(graph: Graph, iri: string): number {
  let known = ids.get(graph)
  if (!known) ids.set(graph, (known = new Map()))
  let id = known.get(iri)
  if (id === undefined) known.set(iri, (id = iriId(graph, iri)))
  return id
}

/** All links with a predicate, given as an IRI. */
export function links(graph: Graph, predicate: string): Links {
  const p = idOf(graph, predicate)
  if (p < 0) return NO_LINKS
  let index = indexes.get(graph)
  if (!index) {
    index = buildIndex(graph)
    indexes.set(graph, index)
  }
  const begin = index.offset[p]
  const end = index.offset[p + 1]
  return { subject: index.subject.subarray(begin, end), object: index.object.subarray(begin, end) }
}

/** The instances of a class, given as an IRI, as term ids in ascending order. */
export function instances(graph: Graph, classIri: string): Uint32Array {
  return subjects(graph, ID.type, idOf(graph, classIri))
}

/** A byte per term: 1 for the instances of any of the classes. */
export function typedAs(graph: Graph, ...classes: readonly string[]): Uint8Array {
  const mark = new Uint8Array(graph.dictionary.count)
  for (const iri of classes) for (const term of instances(graph, iri)) mark[term] = 1
  return mark
}

/** Whether a term is an instance of a class, given as an IRI. */
export function isA(graph: Graph, term: number, classIri: string): boolean {
  const id = idOf(graph, classIri)
  return id >= 0 && hasTriple(graph, term, ID.type, id)
}

/** The values of a property, given as an IRI. */
export function values(graph: Graph, subject: number, predicate: string): Uint32Array {
  return objects(graph, subject, idOf(graph, predicate))
}

/** Whether anything is said about a term. */
export function isDescribed(graph: Graph, term: number): boolean {
  return graph.out.offset[term + 1] > graph.out.offset[term]
}

/** The title (or name) of a thing in both languages, else its IRI. */
export function nameOf(graph: Graph, term: number): Text {
  let sv: string | undefined
  let en: string | undefined
  let other: string | undefined
  for (const property of [`${DCT}title`, `${FOAF}name`])
    for (const value of values(graph, term, property)) {
      const tag = lang(graph, value)?.toLowerCase() ?? ''
      if (tag.startsWith('sv')) sv ??= text(graph, value)
      else if (tag.startsWith('en')) en ??= text(graph, value)
      else other ??= text(graph, value)
    }
  const any = sv ?? other ?? en
  if (any === undefined) return plainName(graph, term)
  return { sv: `”${any}”`, en: `“${en ?? any}”` }
}

function plainName(graph: Graph, term: number): Text {
  if (graph.dictionary.kind[term] === BLANK)
    return { sv: 'en namnlös resurs', en: 'a resource without a name' }
  const iri = `<${text(graph, term)}>`
  return { sv: iri, en: iri }
}
