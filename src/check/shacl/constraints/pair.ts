// The values of one property against those of another on the same focus node (SHACL §4.5).
import { datatype, type Graph, LITERAL, objects, text } from '../../../rdf/index.ts'
import type { Emit, FocusCheck } from '../model.ts'
import { type Comparable, comparable, compare } from '../xsd/compare.ts'
import type { Compile } from './types.ts'

/** Compares the values of a focus node with those of the other property. */
type Pair = (graph: Graph, predicate: number, emit: Emit) => FocusCheck

function pair(name: string, check: Pair): Compile {
  return ({ reader }, value) => {
    const iri = reader.text(value)
    return {
      on: 'focus',
      component: `${name}ConstraintComponent`,
      bind: ({ graph, resolve }, emit) => check(graph, resolve(iri), emit),
    }
  }
}

export const equals = pair('Equals', (graph, predicate, emit) => (focus, values, begin, end) => {
  const others = new Set(objects(graph, focus, predicate))
  for (let i = begin; i < end; i++) if (!others.delete(values[i])) emit(focus, values[i])
  for (const other of others) emit(focus, other)
})

export const disjoint = pair('Disjoint', (graph, predicate, emit) => (focus, values, begin, end) => {
  const others = objects(graph, focus, predicate)
  if (others.length === 0) return
  for (let i = begin; i < end; i++) if (others.includes(values[i])) emit(focus, values[i])
})

export const lessThan = before('LessThan', (order) => order < 0)
export const lessThanOrEquals = before('LessThanOrEquals', (order) => order <= 0)

function before(name: string, isBefore: (order: number) => boolean): Compile {
  const compile = pair(name, (graph, predicate, emit) => (focus, values, begin, end) => {
    const others = objects(graph, focus, predicate)
    for (const other of others) {
      const limit = comparableOf(graph, other)
      for (let i = begin; i < end; i++) {
        const order = compare(comparableOf(graph, values[i]), limit)
        if (order === undefined || !isBefore(order)) emit(focus, values[i])
      }
    }
  })
  return (context, value) => (context.isProperty ? compile(context, value) : undefined)
}

function comparableOf(graph: Graph, term: number): Comparable | undefined {
  if (graph.dictionary.kind[term] !== LITERAL) return undefined
  return comparable(datatype(graph, term)!, text(graph, term))
}
