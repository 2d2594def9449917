// N-Triples and N-Quads: one statement a line, in document order.
import { BLANK, type Dictionary, ID, IRI, langOf, textOf } from '../dictionary.ts'
import type { Graph } from '../graph.ts'
import { bracketed, quoted, tagOf } from './escape.ts'
import { createLabels } from './names.ts'

const PIECE = 1 << 16

/** The union of the graph's statements as N-Triples. */
export function writeNTriples(graph: Graph): Iterable<string> {
  return lines(graph, undefined)
}

/** The graph's statements with the names of their graphs as N-Quads. */
export function writeNQuads(graph: Graph): Iterable<string> {
  return lines(graph, graph.quads.graph)
}

function* lines({ dictionary, quads }: Graph, graphs: Uint32Array | undefined): Generator<string> {
  const label = createLabels()
  const iris = new Array<string>(dictionary.count)
  const term = (id: number): string => {
    if (dictionary.kind[id] === IRI) return (iris[id] ??= bracketed(textOf(dictionary, id)))
    if (dictionary.kind[id] === BLANK) return `_:${label(id)}`
    return ntLiteral(dictionary, id)
  }
  let piece = ''
  for (let i = 0; i < quads.count; i++) {
    const name = graphs?.[i] ?? 0
    const where = name === 0 ? '' : ` ${term(name - 1)}`
    piece += `${term(quads.subject[i])} ${term(quads.predicate[i])} ${term(quads.object[i])}${where} .\n`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** A term in N-Triples syntax; `label` names blank nodes, without `_:`. */
export function ntTerm(dictionary: Dictionary, id: number, label: (blank: number) => string): string {
  if (dictionary.kind[id] === IRI) return bracketed(textOf(dictionary, id))
  return dictionary.kind[id] === BLANK ? `_:${label(id)}` : ntLiteral(dictionary, id)
}

/** A literal in N-Triples syntax. */
export function ntLiteral(dictionary: Dictionary, id: number): string {
  const text = quoted(textOf(dictionary, id))
  const lang = langOf(dictionary, id)
  if (lang !== undefined) return `${text}@${tagOf(lang)}`
  const datatype = dictionary.datatype[id]
  return datatype === ID.xsdString ? text : `${text}^^${bracketed(textOf(dictionary, datatype))}`
}
