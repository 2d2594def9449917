// The outer form of a text in Turtle, TriG, N-Triples or N-Quads: where every subject, property and value is written.
// It reads tokens only and forgives what the reader forgives; whoever edits by it checks the result by reading again.
import { syntaxes } from '../rdf/index.ts'
import { decodeSpan } from './edit-text.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

/** The properties of one subject in one place: a statement up to its full stop, or what stands in `[ … ]`. */
export interface Owner {
  readonly subject: Span
  readonly isNested: boolean
  readonly properties: Property[]
  /** Just after the full stop or the closing bracket. */
  end: number
}

export interface Property {
  readonly owner: Owner
  readonly verb: Span
  readonly values: Value[]
  /** Offset of the semicolon after it, or -1. */
  semicolon: number
}

export interface Value {
  readonly property: Property
  readonly start: number
  end: number
  /** Offset of the comma after it, or -1. */
  comma: number
}

export interface Declaration extends Span {
  readonly prefix: string
  readonly namespace: string
  readonly isSparql: boolean
}

export interface TurtleTree {
  readonly owners: readonly Owner[]
  /** By the offset they begin at. */
  readonly values: ReadonlyMap<number, Value>
  readonly declarations: readonly Declaration[]
  /** IRIs and prefixed names in any position. */
  readonly names: readonly Span[]
}

interface Frame {
  readonly kind: 'statement' | 'nested' | 'list'
  readonly owner: Owner | undefined
  property: Property | undefined
  value: Value | undefined
  expects: 'verb' | 'value' | 'separator'
}

interface Walk {
  readonly bytes: Uint8Array
  readonly owners: Owner[]
  readonly values: Map<number, Value>
  readonly declarations: Declaration[]
  readonly names: Span[]
  readonly frames: Frame[]
  /** Tokens of a declaration so far. */
  declaring: Span[] | undefined
}

/** Reads the form of a text of the Turtle family. */
export function readTurtleTree(bytes: Uint8Array): TurtleTree {
  const walk: Walk = {
    bytes,
    owners: [],
    values: new Map(),
    declarations: [],
    names: [],
    frames: [],
    declaring: undefined,
  }
  for (let at = skip(bytes, 0); at < bytes.length; ) {
    const end = Math.max(tokenEnd(bytes, at), at + 1)
    token(walk, { start: at, end })
    at = skip(bytes, end)
  }
  return walk
}

const code = (character: string) => character.charCodeAt(0)
const [SEMICOLON, COMMA, DOT, OPEN, CLOSE, LIST, LIST_END] = [...';,.[]()'].map(code)
const [BRACE, BRACE_END, LESS, AT, CARET, HASH, QUOTE, APOSTROPHE] = [...'{}<@^#"\''].map(code)

function skip(bytes: Uint8Array, from: number): number {
  let i = from
  for (;;) {
    while (i < bytes.length && bytes[i] <= 32) i++
    if (bytes[i] !== HASH) return i
    while (i < bytes.length && bytes[i] !== 10 && bytes[i] !== 13) i++
  }
}

function tokenEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== CARET || bytes[at + 1] !== CARET) return syntaxes.turtle.tokenEnd(bytes, at)
  return syntaxes.turtle.tokenEnd(bytes, skip(bytes, at + 2))
}

function token(walk: Walk, span: Span): void {
  const { bytes, frames } = walk
  const c = bytes[span.start]
  const frame = frames.at(-1)
  if (walk.declaring) declare(walk, span)
  else if (c === BRACE || c === BRACE_END) endStatements(walk, span.start)
  else if (c === DOT && span.end === span.start + 1) endStatements(walk, span.end)
  else if (!frame) beginStatement(walk, span)
  else if (c === CLOSE) closeNested(walk, span)
  else if (c === LIST_END) closeList(walk, span)
  else if (c === SEMICOLON) semicolon(frame, span)
  else if (c === COMMA) comma(frame, span)
  else if (frame.expects === 'separator' && frame.value && (c === AT || c === CARET))
    frame.value.end = span.end
  else if (frame.kind !== 'list' && frame.expects !== 'value') beginProperty(walk, frame, span)
  else beginValue(walk, frame, span)
}

function beginStatement(walk: Walk, span: Span): void {
  const { bytes } = walk
  const word = decodeSpan(bytes, span.start, Math.min(span.end, span.start + 8))
  if (/^(@prefix|@base|prefix|base)$/i.test(word)) {
    walk.declaring = [span]
    return
  }
  if (/^graph$/i.test(word)) return
  noteName(walk, span)
  const frame: Frame = {
    kind: 'statement',
    owner: openOwner(walk, span, false),
    property: undefined,
    value: undefined,
    expects: 'verb',
  }
  walk.frames.push(frame)
  const c = bytes[span.start]
  if (c === OPEN) openNested(walk, span)
  else if (c === LIST) openList(walk)
}

function openOwner(walk: Walk, subject: Span, isNested: boolean): Owner {
  const owner: Owner = { subject, isNested, properties: [], end: subject.end }
  walk.owners.push(owner)
  return owner
}

function beginProperty(walk: Walk, frame: Frame, verb: Span): void {
  noteName(walk, verb)
  const property: Property = { owner: frame.owner!, verb, values: [], semicolon: -1 }
  frame.owner!.properties.push(property)
  frame.property = property
  frame.value = undefined
  frame.expects = 'value'
}

function beginValue(walk: Walk, frame: Frame, span: Span): void {
  noteName(walk, span)
  if (frame.property) {
    const value: Value = { property: frame.property, start: span.start, end: span.end, comma: -1 }
    frame.property.values.push(value)
    walk.values.set(span.start, value)
    frame.value = value
    frame.expects = 'separator'
  }
  const c = walk.bytes[span.start]
  if (c === OPEN) openNested(walk, span)
  else if (c === LIST) openList(walk)
}

function openNested(walk: Walk, span: Span): void {
  const owner = openOwner(walk, span, true)
  walk.frames.push({ kind: 'nested', owner, property: undefined, value: undefined, expects: 'verb' })
}

function openList(walk: Walk): void {
  walk.frames.push({
    kind: 'list',
    owner: undefined,
    property: undefined,
    value: undefined,
    expects: 'value',
  })
}

function closeNested({ frames }: Walk, span: Span): void {
  const frame = frames.at(-1)
  if (frame?.kind !== 'nested') return
  frames.pop()
  frame.owner!.end = span.end
  endValue(frames.at(-1), span)
}

function closeList({ frames }: Walk, span: Span): void {
  if (frames.at(-1)?.kind !== 'list') return
  frames.pop()
  endValue(frames.at(-1), span)
}

/** The value that a bracket belongs to reaches to the bracket's end. */
function endValue(outer: Frame | undefined, span: Span): void {
  if (outer?.value) outer.value.end = span.end
}

function semicolon(frame: Frame, span: Span): void {
  if (frame.property && frame.property.semicolon < 0) frame.property.semicolon = span.start
  frame.expects = 'verb'
  frame.value = undefined
}

function comma(frame: Frame, span: Span): void {
  if (frame.value) frame.value.comma = span.start
  frame.expects = 'value'
}

function endStatements({ frames }: Walk, end: number): void {
  for (const frame of frames) if (frame.owner) frame.owner.end = end
  frames.length = 0
}

function noteName(walk: Walk, span: Span): void {
  const c = walk.bytes[span.start]
  if (c !== QUOTE && c !== APOSTROPHE && c !== OPEN && c !== LIST) walk.names.push(span)
}

function declare(walk: Walk, span: Span): void {
  const { bytes, declaring } = walk
  const tokens = declaring!
  tokens.push(span)
  if (bytes[span.start] !== LESS && tokens.length < 4) return
  walk.declaring = undefined
  const isSparql = bytes[tokens[0].start] !== AT
  const after = skip(bytes, span.end)
  const end = !isSparql && bytes[after] === DOT ? after + 1 : span.end
  const prefix = tokens.length === 3 ? decodeSpan(bytes, tokens[1].start, tokens[1].end) : ''
  if (!prefix.endsWith(':')) return
  walk.declarations.push({
    start: tokens[0].start,
    end,
    prefix: prefix.slice(0, -1),
    namespace: decodeSpan(bytes, span.start + 1, span.end - 1),
    isSparql,
  })
}
