// A graph as bytes and back, for graphs that are made once and read often. The bytes are those of the columns, so
// reading them is little more than reading the file; they are for the same version of this module on the same machine.
import { buildAdjacency } from './adjacency.ts'
import type { Dictionary } from './dictionary.ts'
import type { Graph } from './graph.ts'

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** The columns in the order they are written, four-byte ones first so that each begins on a multiple of its size. */
function columnsOf({ dictionary: d, quads: q }: Graph): readonly Column[] {
  const { count } = d
  return [
    q.subject.subarray(0, q.count),
    q.predicate.subarray(0, q.count),
    q.object.subarray(0, q.count),
    d.datatype.subarray(0, count),
    d.start.subarray(0, count),
    d.length.subarray(0, count),
    d.hash.subarray(0, count),
    d.table,
    d.lang.subarray(0, count),
    d.kind.subarray(0, count),
    d.arena.subarray(0, d.arenaEnd),
  ]
}

/** Header: quads, terms, slots of the hash table, bytes of text, bytes of the language tags. */
const HEADER = 5

/** The union of the graph's statements as bytes, without their places in a source. */
export function packGraph(graph: Graph): Uint8Array {
  const { dictionary: d, quads } = graph
  const langs = new TextEncoder().encode(d.langs.join(' '))
  const header = Uint32Array.of(quads.count, d.count, d.table.length, d.arenaEnd, langs.length)
  const parts = [header, ...columnsOf(graph), langs]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/** The graph that {@link packGraph} wrote; it reads from `bytes`, whose offset must be a multiple of four. */
export function unpackGraph({ buffer, byteOffset }: Uint8Array): Graph {
  const [count, terms, slots, arenaEnd, langBytes] = new Uint32Array(buffer, byteOffset, HEADER)
  let at = byteOffset + HEADER * 4
  const take = <T>(
    make: new (buffer: ArrayBufferLike, at: number, n: number) => T,
    n: number,
    size: number,
  ): T => {
    const column = new make(buffer, at, n)
    at += n * size
    return column
  }
  const subject = take(Uint32Array, count, 4)
  const predicate = take(Uint32Array, count, 4)
  const object = take(Uint32Array, count, 4)
  const columns = {
    datatype: take(Uint32Array, terms, 4),
    start: take(Uint32Array, terms, 4),
    length: take(Uint32Array, terms, 4),
    hash: take(Int32Array, terms, 4),
    table: take(Int32Array, slots, 4),
    lang: take(Uint16Array, terms, 2),
    kind: take(Uint8Array, terms, 1),
    arena: take(Uint8Array, arenaEnd, 1),
  }
  const langs = Buffer.from(buffer, at, langBytes).toString('utf8').split(' ').filter(Boolean)
  const langIndex = new Map(langs.map((tag, index) => [tag, index + 1]))
  const dictionary: Dictionary = { count: terms, ...columns, arenaEnd, langs, langIndex }
  const nowhere = new Uint32Array(count)
  const out = buildAdjacency(subject, predicate, object, nowhere, count, terms)
  let inverse: Graph['out'] | undefined
  return {
    dictionary,
    quads: { count, subject, predicate, object, at: nowhere, graph: undefined },
    out,
    inverse: () => (inverse ??= buildAdjacency(object, predicate, subject, nowhere, count, terms)),
    subjectAt: new Uint32Array(terms),
    prefixes: new Map(),
    problems: [],
    source: undefined,
  }
}
