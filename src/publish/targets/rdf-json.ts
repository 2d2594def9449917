// RDF/JSON, the form in which EntryStore takes and gives metadata (https://www.w3.org/TR/rdf-json/).
import {
  BLANK,
  blankNode,
  datatype,
  fromQuads,
  type Graph,
  IRI,
  lang,
  literal,
  namedNode,
  quad,
  text,
} from '../../rdf/index.ts'

export interface RdfJsonValue {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly lang?: string
  readonly datatype?: string
}
export type RdfJson = Readonly<Record<string, Readonly<Record<string, readonly RdfJsonValue[]>>>>

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'

/** A whole graph; nameless nodes are numbered in its order. */
export function toRdfJson(graph: Graph): RdfJson {
  const { dictionary, out } = graph
  const names = new Map<number, string>()
  const nameOf = (term: number) => {
    if (dictionary.kind[term] !== BLANK) return text(graph, term)
    let name = names.get(term)
    if (name === undefined) names.set(term, (name = `_:b${names.size + 1}`))
    return name
  }
  const objectOf = (term: number): RdfJsonValue => {
    if (dictionary.kind[term] === IRI) return { type: 'uri', value: nameOf(term) }
    if (dictionary.kind[term] === BLANK) return { type: 'bnode', value: nameOf(term) }
    const tag = lang(graph, term)
    const type = datatype(graph, term)
    return {
      type: 'literal',
      value: text(graph, term),
      ...(tag !== undefined
        ? { lang: tag }
        : type !== undefined && type !== XSD_STRING && { datatype: type }),
    }
  }
  const subjects: Record<string, Record<string, RdfJsonValue[]>> = {}
  for (let term = 0; term < dictionary.count; term++)
    for (let row = out.offset[term]; row < out.offset[term + 1]; row++) {
      const properties = (subjects[nameOf(term)] ??= {})
      const values = (properties[text(graph, out.predicate[row])] ??= [])
      values.push(objectOf(out.value[row]))
    }
  return subjects
}

/** The graph of an answer; what is no RDF/JSON in it is left out. */
export function fromRdfJson(json: unknown): Graph {
  const quads: ReturnType<typeof quad>[] = []
  const node = (name: string) => (name.startsWith('_:') ? blankNode(name.slice(2)) : namedNode(name))
  for (const [subject, properties] of entriesOf(json))
    for (const [property, values] of entriesOf(properties))
      for (const value of Array.isArray(values) ? (values as Partial<RdfJsonValue>[]) : []) {
        if (typeof value?.value !== 'string') continue
        const object =
          value.type === 'literal'
            ? literal(value.value, value.lang || (value.datatype ? namedNode(value.datatype) : ''))
            : node(value.value)
        quads.push(quad(node(subject), namedNode(property), object))
      }
  return fromQuads(quads)
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}
