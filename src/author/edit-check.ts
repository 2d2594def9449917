// Whether a text that was edited says what was wished and nothing else: a sum over its statements.
import { BLANK, type Graph, IRI, iriId, langOf, lookup, textOf } from '../rdf/index.ts'
import type { Change } from './edit-change.ts'
import { type Term, termKey } from './edit-term.ts'

/** Two sums of 32 bits over hashes of statements; the order of statements does not count. */
export type Sum = readonly [number, number]

type Hash = readonly [number, number]

function hashText(text: string): Hash {
  let a = 0x811c9dc5
  let b = 0x2545f491
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 16777619)
    b = Math.imul(b ^ c, 0x5bd1e995) ^ (b >>> 15)
  }
  return [a, b]
}

function combine(hashes: readonly Hash[]): Hash {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (const [x, y] of hashes) {
    a = Math.imul(a ^ x, 0x01000193) ^ (a >>> 13)
    b = Math.imul(b ^ y, 0x5bd1e995) ^ (b >>> 15)
  }
  return [a, b]
}

interface Hasher {
  readonly ofTerm: (id: number) => Hash
}

/** Hashes of terms; a blank node is known by the place of its first appearance among blank nodes. */
function hasherOf(graph: Graph, renamed: ReadonlyMap<number, string>): Hasher {
  const { dictionary, quads } = graph
  const places = new Map<number, number>()
  for (let i = 0; i < quads.count; i++)
    for (const id of [quads.subject[i], quads.object[i]])
      if (dictionary.kind[id] === BLANK && !places.has(id)) places.set(id, places.size)
  const known = new Map<number, Hash>()
  const keyOf = (id: number): string => {
    const kind = dictionary.kind[id]
    if (kind === BLANK) return `_:${places.get(id)}`
    if (kind === IRI) return `<${renamed.get(id) ?? textOf(dictionary, id)}>`
    return termKey(literalAt(graph, id))
  }
  return {
    ofTerm(id) {
      let hash = known.get(id)
      if (!hash) known.set(id, (hash = hashText(keyOf(id))))
      return hash
    },
  }
}

function literalAt({ dictionary }: Graph, id: number): Term {
  const tag = langOf(dictionary, id)
  const type = textOf(dictionary, dictionary.datatype[id])
  const isPlain = tag !== undefined || type === 'http://www.w3.org/2001/XMLSchema#string'
  return {
    kind: 'literal',
    text: textOf(dictionary, id),
    ...(tag === undefined ? {} : { lang: tag }),
    ...(isPlain ? {} : { datatype: type }),
  }
}

/** The sum of a graph's statements, as it will be after the changes. */
export function sumAfter(graph: Graph, changes: readonly Change[] = []): Sum {
  const renamed = new Map<number, string>()
  for (const change of changes)
    if (change.kind === 'rename') renamed.set(iriId(graph, change.from), change.to)
  const { ofTerm } = hasherOf(graph, renamed)
  let [a, b] = [0, 0]
  const count = (hashes: readonly Hash[], sign: 1 | -1) => {
    const [x, y] = combine(hashes)
    a = (a + sign * x) | 0
    b = (b + sign * y) | 0
  }
  const { quads } = graph
  const graphs = new Map<string, number>()
  for (let i = 0; i < quads.count; i++) {
    const name = quads.graph?.[i] ?? 0
    if (name > 0) graphs.set(place(quads.subject[i], quads.at[i]), name)
    count([...statement(quads.subject[i], quads.predicate[i], quads.object[i]), ...inGraph(name)], 1)
  }
  for (const change of changes) {
    if (change.kind === 'add') {
      const name = inGraph(graphOfSubject(graph, change.subject))
      count([ofTerm(change.subject), hashIri(change.path), hashTerm(change.value), ...name], 1)
    } else if (change.kind === 'replace') {
      const { subject, predicate, object, at } = change.statement
      const name = inGraph(graphs.get(place(subject, at)) ?? 0)
      count([...statement(subject, predicate, object), ...name], -1)
      const property = change.path === undefined ? ofTerm(predicate) : hashIri(change.path)
      for (const value of change.values) count([ofTerm(subject), property, hashTerm(value), ...name], 1)
    }
  }
  return [a, b]

  function statement(subject: number, predicate: number, object: number): readonly Hash[] {
    return [ofTerm(subject), ofTerm(predicate), ofTerm(object)]
  }
  function inGraph(name: number): readonly Hash[] {
    return name > 0 ? [ofTerm(name - 1)] : []
  }
  function hashIri(written: string): Hash {
    const id = lookup(graph.dictionary, IRI, written)
    return hashText(`<${(id >= 0 && renamed.get(id)) || written}>`)
  }
  function hashTerm(term: Term): Hash {
    return term.kind === 'iri' ? hashIri(term.text) : hashText(termKey(term))
  }
}

const place = (subject: number, at: number) => `${subject} ${at}`

function graphOfSubject({ quads }: Graph, subject: number): number {
  for (let i = 0; i < quads.count; i++) if (quads.subject[i] === subject) return quads.graph?.[i] ?? 0
  return 0
}

/** True when both sums are of the same statements. */
export function isSameSum(a: Sum, b: Sum): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
