// How a section is laid out for reading: which subjects stand by themselves, and in what order;
// which blank nodes are written inside their only mention; which of them are lists.
import { BLANK, ID } from '../dictionary.ts'
import { type Order, orderOf, subjectOrder } from './order.ts'
import type { Section } from './section.ts'

export interface Layout {
  readonly section: Section
  /** Subjects that stand by themselves, in order of output. */
  readonly subjects: readonly number[]
  /** 1 for a blank node that is written where it is mentioned. */
  readonly inline: Uint8Array
  /** Per blank node: 0 when nothing mentions it. */
  readonly mentioned: Uint8Array
  readonly order: Order
}

/** Deeper nesting than this gets a label, so that no reader or writer runs out of stack. */
const MAX_DEPTH = 40

export function layoutOf(section: Section): Layout {
  const mentions = countMentions(section)
  const inline = new Uint8Array(section.dictionary.count)
  const roots = rootsOf(section, mentions)
  const isRoot = new Uint8Array(section.dictionary.count)
  for (const root of roots) isRoot[root] = 1
  for (let i = 0; i < roots.length; i++) nest(section, { mentions, inline, isRoot, roots }, roots[i])
  for (let term = 0; term < inline.length; term++) {
    const isLeft = hasRows(section, term) && inline[term] === 0 && isRoot[term] === 0
    if (!isLeft) continue
    // What is left are rings of blank nodes that mention each other: one of them gets a label.
    isRoot[term] = 1
    roots.push(term)
    for (let i = roots.length - 1; i < roots.length; i++)
      nest(section, { mentions, inline, isRoot, roots }, roots[i])
  }
  const order = orderOf(section)
  return { section, subjects: subjectOrder(section, roots), inline, mentioned: mentions, order }
}

function hasRows({ out }: Section, term: number): boolean {
  return out.offset[term + 1] > out.offset[term]
}

function countMentions({ dictionary, out, shared }: Section): Uint8Array {
  const mentions = new Uint8Array(dictionary.count)
  for (let row = 0; row < out.size; row++) {
    const value = out.value[row]
    if (dictionary.kind[value] === BLANK && mentions[value] < 2) mentions[value]++
  }
  for (let term = 0; term < shared.length; term++) if (shared[term] === 1) mentions[term] = 2
  return mentions
}

function rootsOf(section: Section, mentions: Uint8Array): number[] {
  const roots: number[] = []
  const { kind, count } = section.dictionary
  for (let term = 0; term < count; term++) {
    if (hasRows(section, term) && (kind[term] !== BLANK || mentions[term] !== 1)) roots.push(term)
  }
  return roots
}

interface Nesting {
  readonly mentions: Uint8Array
  readonly inline: Uint8Array
  readonly isRoot: Uint8Array
  readonly roots: number[]
}

/** Marks what hangs on `root` alone as inline. A list's next cell is no deeper than the cell before it. */
function nest(section: Section, nesting: Nesting, root: number): void {
  const { out, dictionary } = section
  const { mentions, inline, isRoot, roots } = nesting
  const stack = [root, 0]
  while (stack.length > 0) {
    const depth = stack.pop()!
    const term = stack.pop()!
    for (let row = out.offset[term]; row < out.offset[term + 1]; row++) {
      const value = out.value[row]
      if (dictionary.kind[value] !== BLANK || mentions[value] !== 1) continue
      if (inline[value] === 1 || isRoot[value] === 1) continue
      const isNextCell = out.predicate[row] === ID.rest && isCell(section, term) && isCell(section, value)
      if (depth >= MAX_DEPTH && !isNextCell) {
        isRoot[value] = 1
        if (hasRows(section, value)) roots.push(value)
        continue
      }
      inline[value] = 1
      stack.push(value, isNextCell ? depth : depth + 1)
    }
  }
}

/** True for a blank node that has exactly one rdf:first, one rdf:rest and nothing else. */
function isCell({ out, dictionary }: Section, term: number): boolean {
  const row = out.offset[term]
  return (
    dictionary.kind[term] === BLANK &&
    out.offset[term + 1] - row === 2 &&
    out.predicate[row] === ID.first &&
    out.predicate[row + 1] === ID.rest
  )
}

/** The members when `head` is a well-formed list all of whose cells are inline, else undefined. */
export function listMembers(layout: Layout, head: number): readonly number[] | undefined {
  const { section, inline } = layout
  const { out } = section
  if (inline[head] === 0 || !isCell(section, head)) return undefined
  const members: number[] = []
  for (let cell = head; cell !== ID.nil; cell = out.value[out.offset[cell] + 1]) {
    if (inline[cell] === 0 || !isCell(section, cell) || members.length > out.size) return undefined
    members.push(out.value[out.offset[cell]])
  }
  return members
}
