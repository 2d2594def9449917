// The nodes of a whole text, numbered by first appearance, without their names: what is known of each and to which
// window it goes. A node is told by 64 bits of hash; two that met there would share a window, and nothing else.
import { BLANK, type Dictionary, LITERAL } from '../dictionary.ts'

/** Marks of nodes, as bits. */
export const MARK = {
  /** Something is said about it. */
  described: 1,
  /** A thing of its own, such as a dataset, and no part of another. */
  main: 2,
  /** To be seen whole by the checks that look across windows. */
  whole: 4,
  /** More than one node leads to it. */
  shared: 8,
  /** Of the class that the noted properties count on. */
  noted: 16,
  /** The noted properties, from here up: see `SCAN.notes`. */
  note: 32,
} as const

export interface Nodes {
  count: number
  marks: Uint8Array
  /** The only node that leads to it, or -1. */
  parent: Int32Array
  /** Statements about it. */
  statements: Uint32Array
  slots: Int32Array
  /** Two halves of the hash, by node; nameless nodes have no slot. */
  low: Int32Array
  high: Int32Array
}

export function createNodes(): Nodes {
  const size = 1 << 14
  return {
    count: 0,
    marks: new Uint8Array(size),
    parent: new Int32Array(size).fill(-1),
    statements: new Uint32Array(size),
    slots: new Int32Array(size * 2),
    low: new Int32Array(size),
    high: new Int32Array(size),
  }
}

/** The numbers of a dictionary's nodes, -1 for literals. Labels of blank nodes mean the same throughout the text. */
export function numberNodes(nodes: Nodes, d: Dictionary, anonymous: number): Int32Array {
  const numbers = new Int32Array(d.count).fill(-1)
  for (let term = 0; term < d.count; term++) {
    if (d.kind[term] === LITERAL) continue
    const isNameless = d.kind[term] === BLANK && d.length[term] === anonymous
    numbers[term] = isNameless ? addNode(nodes, 0, 0) : nodeOf(nodes, d, term)
  }
  return numbers
}

function nodeOf(nodes: Nodes, d: Dictionary, term: number): number {
  const low = d.hash[term]
  const high = secondHash(d, term)
  const mask = nodes.slots.length - 1
  let slot = low & mask
  for (let entry = nodes.slots[slot]; entry !== 0; entry = nodes.slots[slot]) {
    if (nodes.low[entry - 1] === low && nodes.high[entry - 1] === high) return entry - 1
    slot = (slot + 1) & mask
  }
  const node = addNode(nodes, low, high)
  nodes.slots[slot] = node + 1
  if (nodes.count * 2 > nodes.slots.length) rehash(nodes)
  return node
}

function secondHash({ arena, start, length, kind }: Dictionary, term: number): number {
  const end = start[term] + length[term]
  let h = kind[term] + 0x1b873593
  for (let i = start[term]; i < end; i++) h = Math.imul(h ^ arena[i], 0x5bd1e995) ^ (h >>> 13)
  return h | 0
}

function addNode(nodes: Nodes, low: number, high: number): number {
  const node = nodes.count++
  if (node === nodes.marks.length) {
    const size = node * 2
    const wide = <T extends Uint8Array | Int32Array | Uint32Array>(old: T, fill = 0): T => {
      const next = new (old.constructor as new (n: number) => T)(size)
      if (fill !== 0) next.fill(fill)
      next.set(old as never)
      return next
    }
    nodes.marks = wide(nodes.marks)
    nodes.parent = wide(nodes.parent, -1)
    nodes.statements = wide(nodes.statements)
    nodes.low = wide(nodes.low)
    nodes.high = wide(nodes.high)
  }
  nodes.low[node] = low
  nodes.high[node] = high
  return node
}

function rehash(nodes: Nodes): void {
  const slots = new Int32Array(nodes.slots.length * 2)
  const mask = slots.length - 1
  for (const entry of nodes.slots) {
    if (entry === 0) continue
    let slot = nodes.low[entry - 1] & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = entry
  }
  nodes.slots = slots
}

/** Gives back what only the numbering of nodes needs. */
export function forgetHashes(nodes: Nodes): void {
  nodes.slots = nodes.low = nodes.high = nodes.parent = new Int32Array(0)
  nodes.statements = new Uint32Array(0)
}

/** Window of every node: -1 for what is seen whole, -2 for what nothing is said about. */
export function assignWindows(nodes: Nodes, capacity: number): Int32Array {
  const { count, marks, parent, statements } = nodes
  const root = new Int32Array(count).fill(-1)
  for (let node = 0; node < count; node++) rootOf(node)
  const size = new Uint32Array(count)
  for (let node = 0; node < count; node++) size[root[node]] += statements[node]
  const window = new Int32Array(count).fill(-2)
  let current = 0
  let filled = 0
  for (let node = 0; node < count; node++) {
    if (root[node] !== node || size[node] === 0) continue
    // What leads to a thing of its own does not make it anybody's part, nor common to many.
    const isMain = (marks[node] & MARK.main) !== 0
    if ((marks[node] & (isMain ? MARK.whole : MARK.whole | MARK.shared)) !== 0) {
      window[node] = -1
      continue
    }
    if (filled > 0 && filled + size[node] > capacity) {
      current++
      filled = 0
    }
    window[node] = current
    filled += size[node]
  }
  for (let node = 0; node < count; node++)
    window[node] = (marks[node] & MARK.described) === 0 ? -2 : window[root[node]]
  return window

  /** The thing that a node is part of: up the only road, as long as it leads to parts. */
  function rootOf(node: number): void {
    const road: number[] = []
    let top = node
    while (root[top] < 0 && road.length <= count) {
      road.push(top)
      root[top] = top
      const isPart = (marks[top] & (MARK.main | MARK.shared | MARK.whole)) === 0 && parent[top] >= 0
      if (!isPart) break
      top = parent[top]
    }
    for (const each of road) root[each] = root[top]
  }
}
