// Part of a graph, or all of it, as a graph of its own that does not depend on how the source was written: subjects
// in the order asked for, statements by property and value, nameless nodes by what they say.
import {
  BLANK,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  langOf,
  type TermKind,
  textOf,
} from './dictionary.ts'
import { treeHash } from './entity-hash.ts'
import { createGraphBuilder, type Graph, type GraphBuilder } from './graph.ts'
import { compareTerms } from './write/order.ts'

export interface SubgraphOptions {
  /** A guess at the number of statements. */
  readonly expected?: number
  /** What each IRI becomes; default: it stays. */
  readonly iriText?: (iri: string) => string
}

/**
 * The statements of some subjects (term ids) and of the blank nodes they lead to. Named graphs, places and the prefixes
 * of the source are left behind. The same statements give the same graph, whatever order they were read in; only blank
 * nodes that are shared or in a circle, and say the same as another, keep the order of the source.
 */
export function subgraph(graph: Graph, subjects: Iterable<number>, options: SubgraphOptions = {}): Graph {
  const { expected = 64, iriText = (iri) => iri } = options
  const builder = createGraphBuilder(expected)
  const ids = new Map<number, number>()
  const idOf = (term: number): number => {
    let id = ids.get(term)
    if (id === undefined) ids.set(term, (id = copy({ builder, graph, idOf, iriText }, term)))
    return id
  }
  const done = new Set<number>()
  for (const subject of subjects) {
    const stack = [subject]
    while (stack.length > 0) {
      const next = stack.pop()!
      if (done.has(next)) continue
      done.add(next)
      stack.push(...addStatements(builder, graph, next, idOf).reverse())
    }
  }
  return builder.finish()
}

/** The whole graph in an order of its own: subjects with an IRI by that, then what is left of the others. */
export function inOwnOrder(graph: Graph, options: Omit<SubgraphOptions, 'expected'> = {}): Graph {
  const { dictionary, out, quads } = graph
  const named: number[] = []
  const nameless: number[] = []
  for (let id = 0; id < dictionary.count; id++) {
    if (out.offset[id + 1] === out.offset[id]) continue
    if (dictionary.kind[id] === IRI) named.push(id)
    else nameless.push(id)
  }
  named.sort((a, b) => compareTerms(dictionary, a, b))
  const inverse = graph.inverse()
  const isRoot = (id: number) => inverse.offset[id + 1] === inverse.offset[id]
  const roots = byContent(graph, nameless.filter(isRoot))
  return subgraph(graph, [...named, ...roots, ...nameless], { ...options, expected: quads.count })
}

/** Adds what a subject says; gives the blank nodes it leads to, in order. */
function addStatements(
  builder: GraphBuilder,
  graph: Graph,
  subject: number,
  idOf: (term: number) => number,
): number[] {
  const { out, dictionary } = graph
  const end = out.offset[subject + 1]
  const groups: { readonly predicate: number; readonly values: number[] }[] = []
  for (let row = out.offset[subject]; row < end; row++) {
    const predicate = out.predicate[row]
    const last = groups.at(-1)
    if (last?.predicate === predicate) last.values.push(out.value[row])
    else groups.push({ predicate, values: [out.value[row]] })
  }
  groups.sort((a, b) => compareTerms(dictionary, a.predicate, b.predicate))
  const blanks: number[] = []
  for (const { predicate, values } of groups)
    for (const value of inOrder(graph, values)) {
      builder.add(idOf(subject), idOf(predicate), idOf(value), 0)
      if (dictionary.kind[value] === BLANK) blanks.push(value)
    }
  return blanks
}

function inOrder(graph: Graph, values: number[]): readonly number[] {
  if (values.length === 1) return values
  const { dictionary } = graph
  const named = values.filter((value) => dictionary.kind[value] !== BLANK)
  const nameless = values.filter((value) => dictionary.kind[value] === BLANK)
  return [...named.sort((a, b) => compareTerms(dictionary, a, b)), ...byContent(graph, nameless)]
}

function byContent(graph: Graph, nodes: readonly number[]): readonly number[] {
  if (nodes.length < 2) return nodes
  const keyed = nodes.map((node) => ({ node, key: treeHash(graph, node)?.hash ?? '' }))
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.node - b.node))
    .map(({ node }) => node)
}

interface Copying {
  readonly builder: GraphBuilder
  readonly graph: Graph
  readonly idOf: (term: number) => number
  readonly iriText: (iri: string) => string
}

function copy({ builder, graph, idOf, iriText }: Copying, term: number): number {
  if (term <= ID.boolean) return term
  const { dictionary: to } = builder
  const { dictionary: from } = graph
  const kind = from.kind[term] as TermKind
  if (kind === BLANK) return internAnonymous(to)
  const text = textOf(from, term)
  if (kind === IRI) return internString(to, IRI, iriText(text))
  const tag = langOf(from, term)
  return tag === undefined
    ? internString(to, kind, text, idOf(from.datatype[term]))
    : internString(to, kind, text, ID.langString, internLang(to, tag))
}
