// A graph as RDF/JSON, the form that clients of EntryStore read: subject → property → values.
import { BLANK, datatype, type Graph, LITERAL, lang, text } from '../../rdf/index.ts'

interface Value {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly lang?: string
  readonly datatype?: string
}

export type RdfJson = Record<string, Record<string, Value[]>>

const STRING = 'http://www.w3.org/2001/XMLSchema#string'

/** Objects without a prototype: a property may be called anything. */
export function rdfJson(graph: Graph): RdfJson {
  const { out, dictionary } = graph
  const whole: RdfJson = Object.create(null)
  const nameOf = (term: number) => (dictionary.kind[term] === BLANK ? `_:b${term}` : text(graph, term))
  for (let subject = 0; subject < dictionary.count; subject++) {
    if (out.offset[subject] === out.offset[subject + 1]) continue
    const properties: Record<string, Value[]> = Object.create(null)
    for (let row = out.offset[subject]; row < out.offset[subject + 1]; row++) {
      const values = (properties[text(graph, out.predicate[row])] ??= [])
      values.push(valueOfTerm(out.value[row]))
    }
    whole[nameOf(subject)] = properties
  }
  return whole

  function valueOfTerm(term: number): Value {
    const kind = dictionary.kind[term]
    if (kind === BLANK) return { type: 'bnode', value: nameOf(term) }
    if (kind !== LITERAL) return { type: 'uri', value: text(graph, term) }
    const tag = lang(graph, term)
    const type = datatype(graph, term)
    return {
      type: 'literal',
      value: text(graph, term),
      ...(tag !== undefined
        ? { lang: tag }
        : type !== undefined && type !== STRING
          ? { datatype: type }
          : {}),
    }
  }
}
