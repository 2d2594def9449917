// Changes of a text in JSON-LD, made where the values stand: a string for a string, else an object that says all of
// itself, which holds whatever the context says. Keys and the shape around them are left alone.
import type { Graph } from '../rdf/index.ts'
import type { Change, Renaming, Replacement } from './edit-change.ts'
import { type Plan, type PlannedEdit, refuse } from './edit-plan.ts'
import { type Term, termAt } from './edit-term.ts'
import { decodeSpan } from './edit-text.ts'

const [QUOTE, OPEN, CLOSE, COLON] = [34, 123, 125, 58]

/** Plans changes of the text of a graph that was read from JSON-LD. */
export function planJson(graph: Graph, changes: readonly Change[]): readonly Plan[] {
  const { bytes } = graph.source!
  return changes.map((change) => {
    if (change.kind === 'rename') return rename(bytes, change)
    if (change.kind === 'add' || change.path !== undefined || change.values.length === 0)
      return refuse('place')
    return replace(graph, bytes, change)
  })
}

function replace(graph: Graph, bytes: Uint8Array, { statement, values }: Replacement): Plan {
  const old = termAt(graph, statement.object)
  const span = valueAt(bytes, statement.at)
  if (!old || !span) return refuse('place')
  const isWhole = bytes[span.start] === OPEN
  const texts = values.map((term) => written(term, isWhole ? undefined : old))
  const isAlone = before(bytes, span.start) === COLON
  const text = texts.length > 1 && isAlone ? `[${texts.join(', ')}]` : texts.join(', ')
  return { edits: [{ ...span, text }] }
}

/** A term: as a string where the old one was such a string too, else in the long form. */
function written(term: Term, old: Term | undefined): string {
  const isLike = old?.kind === term.kind && old.lang === term.lang && old.datatype === term.datatype
  if (isLike) return JSON.stringify(term.text)
  if (term.kind === 'iri') return `{ "@id": ${JSON.stringify(term.text)} }`
  const more =
    term.lang !== undefined
      ? `, "@language": ${JSON.stringify(term.lang)}`
      : term.datatype !== undefined
        ? `, "@type": ${JSON.stringify(term.datatype)}`
        : ''
  return `{ "@value": ${JSON.stringify(term.text)}${more} }`
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The scalar at a place, or the value object there. */
function valueAt(bytes: Uint8Array, at: number): Span | undefined {
  if (bytes[at] === QUOTE) return { start: at, end: stringEnd(bytes, at) }
  if (bytes[at] !== OPEN) {
    const [scalar] =
      /^(true|false|-?\d[\d.eE+-]*)/.exec(decodeSpan(bytes, at, Math.min(at + 40, bytes.length))) ?? []
    return scalar === undefined ? undefined : { start: at, end: at + scalar.length }
  }
  const end = bytes.indexOf(CLOSE, at) + 1
  const object = end > 0 ? decodeSpan(bytes, at, end) : ''
  return /^\{\s*("@(value|language|type|id)"\s*:\s*("(?:\\.|[^"\\])*"|[\w.+-]+)\s*,?\s*)+\}$/.test(object)
    ? { start: at, end }
    : undefined
}

/** Just after the quotation mark that ends a string. */
function stringEnd(bytes: Uint8Array, at: number): number {
  for (let i = at + 1; i < bytes.length; i++) {
    if (bytes[i] === 92) i++
    else if (bytes[i] === QUOTE) return i + 1
  }
  return bytes.length
}

/** The last byte before a place that is no white space. */
function before(bytes: Uint8Array, at: number): number | undefined {
  let i = at - 1
  while (i >= 0 && bytes[i] <= 32) i--
  return bytes[i]
}

/** Every string that is the address, and nothing more. */
function rename(bytes: Uint8Array, { from, to }: Renaming): Plan {
  const edits: PlannedEdit[] = []
  for (let at = bytes.indexOf(QUOTE); at >= 0; ) {
    const end = stringEnd(bytes, at)
    if (textOf(bytes, at, end) === from) edits.push({ start: at, end, text: JSON.stringify(to) })
    at = bytes.indexOf(QUOTE, end)
  }
  return edits.length === 0 ? refuse('place') : { edits }
}

function textOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  try {
    return JSON.parse(decodeSpan(bytes, start, end)) as string
  } catch {
    return undefined
  }
}
