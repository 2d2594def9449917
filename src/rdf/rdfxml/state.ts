// The state of one reading: where it is, what is open, what the current tag holds. Written only inside this module.
import type { Text } from '../../finding.ts'
import type { GraphBuilder } from '../graph.ts'
import { type ByteBuffer, createBuffer, decode } from './bytes.ts'
import { createNames, type Name, type NameTable } from './names.ts'

/** What may stand inside an open element. */
export const ROLE = {
  /** The document itself: one root. */
  document: 0,
  /** Node elements (inside rdf:RDF). */
  nodes: 1,
  /** Property elements (inside a node element, or parseType Resource). */
  node: 2,
  /** Text or one node element. */
  property: 3,
  /** Nothing: the value was an attribute. */
  filled: 4,
  /** Node elements that become a list. */
  collection: 5,
  /** Anything, unread. */
  skipped: 6,
  /** Anything, searched for rdf:RDF. */
  envelope: 7,
} as const

/** Elements may be open to this depth. */
export const MAX_DEPTH = 512

/** What relative references resolve against; `declared` when the document itself says so. */
export interface Base {
  readonly iri: string | undefined
  readonly declared: boolean
}

/** One open element. */
export interface Frame {
  role: number
  /** Byte offset of its `<`. */
  at: number
  nameStart: number
  nameEnd: number
  /** Node: the term described. Property: the subject of its statement. */
  subject: number
  predicate: number
  /** Node: how many rdf:li it had. Collection: the last list cell, or -1. */
  count: number
  /** Property: the term that stands for its statement (rdf:ID), or -1. */
  statement: number
  datatype: number
  lang: number
  base: Base
  /** How many namespace declarations were in force outside. */
  scope: number
  /** Property: it has a value already. */
  filled: boolean
}

/** The start tag just read. */
export interface Tag {
  at: number
  name: Name
  empty: boolean
  /** How many namespace declarations were in force before it. */
  scope: number
  count: number
  readonly names: Name[]
  readonly ats: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly hashes: number[]
  /** True where the value lies in `spare` and not in the document. */
  readonly decoded: boolean[]
  readonly spare: ByteBuffer
  /** Per code of an rdf: or xml: attribute, 1 + its index among the attributes; 0 when absent. */
  readonly slot: Uint32Array
  /** Bit per code that is in `slot`. */
  slots: number
  /** How many property attributes, and the index of each. */
  properties: number
  readonly property: number[]
}

/** Text of the open property so far: one run of the document, or decoded bytes. */
export interface TextRun {
  state: 'none' | 'run' | 'decoded'
  start: number
  end: number
  hash: number
  readonly spare: ByteBuffer
}

export interface Entity {
  readonly value: string | undefined
  readonly at: number
  expansion: Uint8Array | undefined | null
}

export interface Reader {
  readonly bytes: Uint8Array
  readonly end: number
  pos: number
  readonly builder: GraphBuilder
  readonly names: NameTable
  readonly stack: Frame[]
  depth: number
  /** Open elements beyond MAX_DEPTH. */
  beyond: number
  readonly tag: Tag
  readonly text: TextRun
  readonly entities: Map<string, Entity>
  expanded: number
  readonly ids: Set<string>
  readonly langs: Map<number, number>
  /** What the root was: nothing yet, RDF, an envelope searched for RDF, or HTML. */
  root: 'none' | 'rdf' | 'envelope' | 'html'
  rootAt: number
  rootName: string
  /** Text stood before the root: the document is hardly XML. */
  textFirst: boolean
  /** rdf:RDF elements found inside an envelope. */
  found: number
  /** Problems that are stated once per file. */
  readonly said: Set<string>
  reported: number
  /** The file ended too early: half a text is no value. */
  truncated: boolean
}

const MAX_REPORTS = 1000

/** A reader at the start of a document. */
export function createReader(bytes: Uint8Array, builder: GraphBuilder, base: string | undefined): Reader {
  const names = createNames()
  const outside: Base = { iri: base, declared: false }
  const frame = (): Frame => ({
    role: ROLE.document,
    at: 0,
    nameStart: 0,
    nameEnd: 0,
    subject: -1,
    predicate: -1,
    count: 0,
    statement: -1,
    datatype: -1,
    lang: 0,
    base: outside,
    scope: 0,
    filled: false,
  })
  const tag: Tag = {
    at: 0,
    name: names.none,
    empty: false,
    scope: 0,
    count: 0,
    names: [],
    ats: [],
    starts: [],
    ends: [],
    hashes: [],
    decoded: [],
    spare: createBuffer(),
    slot: new Uint32Array(32),
    slots: 0,
    properties: 0,
    property: [],
  }
  return {
    bytes,
    end: bytes.length,
    pos: 0,
    builder,
    names,
    stack: Array.from({ length: MAX_DEPTH + 1 }, frame),
    depth: 0,
    beyond: 0,
    tag,
    text: { state: 'none', start: 0, end: 0, hash: 0, spare: createBuffer() },
    entities: new Map(),
    expanded: 0,
    ids: new Set(),
    langs: new Map(),
    root: 'none',
    rootAt: 0,
    rootName: '',
    textFirst: false,
    found: 0,
    said: new Set(),
    reported: 0,
    truncated: false,
  }
}

/** States a fault of the text at a byte offset. A hopeless file stops being reported after 1000 of them. */
export function report(r: Reader, at: number, reason: Text, rule = 'syntax-rdfxml'): void {
  if (r.reported++ < MAX_REPORTS) r.builder.problems.push({ rule, at, params: { reason } })
}

/** {@link report}, once per file for each `key`. */
export function reportOnce(r: Reader, key: string, at: number, reason: Text, rule?: string): void {
  if (r.said.has(key) || r.reported >= MAX_REPORTS) return
  r.said.add(key)
  report(r, at, reason, rule)
}

/** The name of an open element as written. */
export function frameName(r: Reader, frame: Frame): string {
  return decode(r.bytes, frame.nameStart, frame.nameEnd)
}
