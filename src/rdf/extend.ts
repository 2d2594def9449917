// A graph with more statements behind it, made without touching the graph or reading it again: the ids it has
// stay as they are, new terms get ids after them, and only the rows that change are merged.
import { type Adjacency, buildAdjacency } from './adjacency.ts'
import { BLANK, type Dictionary, internAnonymous, internFrom } from './dictionary.ts'
import type { Graph } from './graph.ts'

/** Terms and statements to be added to a graph. */
export interface Extension {
  /** The id in the extended graph of a term of another graph; blank nodes of that graph become new ones. */
  term(from: Graph, id: number): number
  /** Adds a statement of ids of the extended graph. */
  add(subject: number, predicate: number, object: number): void
  finish(): Graph
}

/** Begins an extension of a graph; the graph itself never changes. */
export function extendGraph(graph: Graph): Extension {
  const dictionary = widerDictionary(graph.dictionary)
  const known = new Map<Graph, Map<number, number>>()
  const s: number[] = []
  const p: number[] = []
  const o: number[] = []
  const term = (from: Graph, id: number): number => {
    let ids = known.get(from)
    if (!ids) known.set(from, (ids = new Map()))
    let own = ids.get(id)
    if (own === undefined) ids.set(id, (own = copyTerm(from.dictionary, id, dictionary)))
    return own
  }
  return {
    term,
    add: (subject, predicate, object) => {
      s.push(subject)
      p.push(predicate)
      o.push(object)
    },
    finish: () => extended(graph, dictionary, [s, p, o]),
  }
}

/** Columns whose free room an extension has taken; a second one would write over its terms. */
const taken = new WeakSet<Uint8Array>()

/**
 * A dictionary to add terms to. Its columns are those of the first, with the new terms in the room behind them, when
 * there is such room and nobody has it; else copies with room, since to double a large graph for a few takes as much again.
 */
function widerDictionary(d: Dictionary): Dictionary {
  const own = { table: d.table.slice(), langs: d.langs.slice(), langIndex: new Map(d.langIndex) }
  if (d.kind.length - d.count > ROOM && !taken.has(d.kind)) {
    taken.add(d.kind)
    return { ...d, ...own }
  }
  // Only what is this graph's own: behind that may be the terms of whoever took the room.
  const room = d.count + ROOM + (d.count >>> 4)
  const bytes = d.arenaEnd + ROOM * 64 + (d.arenaEnd >>> 4)
  return {
    ...d,
    ...own,
    kind: widen(d.kind.subarray(0, d.count), room),
    datatype: widen(d.datatype.subarray(0, d.count), room),
    lang: widen(d.lang.subarray(0, d.count), room),
    start: widen(d.start.subarray(0, d.count), room),
    length: widen(d.length.subarray(0, d.count), room),
    hash: widen(d.hash.subarray(0, d.count), room),
    arena: widen(d.arena.subarray(0, d.arenaEnd), bytes),
  }
}

const ROOM = 512

function widen<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(column: T, size: number): T {
  const wide = new (column.constructor as new (size: number) => T)(size)
  wide.set(column.subarray(0, size) as never)
  return wide
}

function copyTerm(from: Dictionary, id: number, to: Dictionary): number {
  if (from.kind[id] === BLANK) return internAnonymous(to)
  return internFrom(to, from, id, (datatype) => copyTerm(from, datatype, to))
}

type Columns = readonly [subject: number[], predicate: number[], object: number[]]

function extended(graph: Graph, dictionary: Dictionary, [s, p, o]: Columns): Graph {
  const count = s.length
  const terms = dictionary.count
  const at = new Uint32Array(count)
  const [subject, predicate, object] = [s, p, o].map((column) => Uint32Array.from(column))
  const { quads } = graph
  const total = quads.count + count
  const join = (old: Uint32Array, more: Uint32Array) => {
    const column = new Uint32Array(total)
    column.set(old.subarray(0, quads.count))
    column.set(more, quads.count)
    return column
  }
  let inverse: Adjacency | undefined
  return {
    ...graph,
    dictionary,
    quads: {
      count: total,
      subject: join(quads.subject, subject),
      predicate: join(quads.predicate, predicate),
      object: join(quads.object, object),
      at: join(quads.at, at),
      graph: quads.graph && join(quads.graph, at),
    },
    out: merge(graph.out, buildAdjacency(subject, predicate, object, at, count, terms), terms),
    inverse: () =>
      (inverse ??= merge(
        graph.inverse(),
        buildAdjacency(object, predicate, subject, at, count, terms),
        terms,
      )),
    subjectAt: widen(graph.subjectAt, terms),
  }
}

/** Both indexes as one; runs of terms that `more` says nothing about are copied whole. */
function merge(old: Adjacency, more: Adjacency, terms: number): Adjacency {
  const before = old.offset.length - 1
  const offset = new Uint32Array(terms + 1)
  const room = old.size + more.size
  const target = {
    predicate: new Uint32Array(room),
    value: new Uint32Array(room),
    at: new Uint32Array(room),
    size: 0,
  }
  let from = 0
  for (let term = 0; term < terms; term++) {
    const end = term < before ? old.offset[term + 1] : old.size
    if (more.offset[term] === more.offset[term + 1]) {
      offset[term + 1] = target.size + end - from
      continue
    }
    copyRows(old, from, term < before ? old.offset[term] : old.size, target)
    offset[term] = target.size
    mergeRows(old, more, { term, begin: term < before ? old.offset[term] : old.size, end }, target)
    offset[term + 1] = target.size
    from = end
  }
  copyRows(old, from, old.size, target)
  return { offset, ...target }
}

interface Rows {
  predicate: Uint32Array
  value: Uint32Array
  at: Uint32Array
  size: number
}

function copyRows(source: Adjacency, begin: number, end: number, target: Rows): void {
  for (const column of ['predicate', 'value', 'at'] as const)
    target[column].set(source[column].subarray(begin, end), target.size)
  target.size += end - begin
}

interface Span {
  readonly term: number
  readonly begin: number
  readonly end: number
}

/** Merges the sorted rows of one term; a statement in both stays the old one. */
function mergeRows(old: Adjacency, more: Adjacency, { term, begin, end }: Span, target: Rows): void {
  let a = begin
  let b = more.offset[term]
  const stop = more.offset[term + 1]
  while (a < end || b < stop) {
    const order =
      a === end ? 1 : b === stop ? -1 : old.predicate[a] - more.predicate[b] || old.value[a] - more.value[b]
    const [source, row] = order <= 0 ? [old, a] : [more, b]
    copyRows(source, row, row + 1, target)
    if (order <= 0) a++
    if (order >= 0) b++
  }
}
