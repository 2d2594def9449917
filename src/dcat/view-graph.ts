// What a reader of a graph needs for views: subjects with their classes, and which blank nodes belong inside another.
import { BLANK, datatype, type Graph, ID, LITERAL, lang, objects, text } from '../rdf/index.ts'
import { type ClassName, classKeys, classNameOf, classNames } from './keys.ts'
import type { Term } from './terms.ts'

/** A class that a subject has, and the IRI of the type that says so. */
export interface TypeOf {
  readonly name: ClassName
  readonly type: string
}

/** The most telling of a subject's classes: a series before a dataset, else in the order of {@link classNames}. */
export function typeOf(graph: Graph, subject: number): TypeOf | undefined {
  let best: TypeOf | undefined
  for (const id of objects(graph, subject, ID.type)) {
    const type = text(graph, id)
    const name = classNameOf(type)
    if (name !== undefined && (!best || rank({ name, type }) < rank(best))) best = { name, type }
  }
  return best
}

function rank({ name, type }: TypeOf): number {
  const place = name === 'DatasetSeries' ? -1 : classNames.indexOf(name)
  return place * 10 + classKeys[name].facts.types.indexOf(type)
}

/** The subjects in the order of the source, else as they came. */
export function subjectsInOrder(graph: Graph): readonly number[] {
  const seen = new Set<number>()
  for (let i = 0; i < graph.quads.count; i++) seen.add(graph.quads.subject[i])
  return [...seen]
}

/** The blank subject's only statement as a value, when there is exactly one. */
export function onlyParent(
  graph: Graph,
  subject: number,
): { readonly subject: number; readonly property: string } | undefined {
  if (graph.dictionary.kind[subject] !== BLANK) return undefined
  const { offset, predicate, value } = graph.inverse()
  const row = offset[subject]
  if (offset[subject + 1] - row !== 1) return undefined
  return { subject: value[row], property: text(graph, predicate[row]) }
}

/** A term of the graph as plain data; `nameOf` names the blank nodes. */
export function plainTerm(graph: Graph, term: number, nameOf: (blank: number) => string): Term {
  const kind = graph.dictionary.kind[term]
  if (kind === BLANK) return { blank: nameOf(term) }
  if (kind !== LITERAL) return { iri: text(graph, term) }
  const tag = lang(graph, term)
  if (tag !== undefined) return { literal: text(graph, term), lang: tag }
  const type = datatype(graph, term)
  const isString = type === undefined || type === 'http://www.w3.org/2001/XMLSchema#string'
  return { literal: text(graph, term), ...(!isString && { datatype: type }) }
}
