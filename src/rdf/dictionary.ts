// Terms as integers. One table per graph: an IRI, a literal or a blank node gets an id the first time it is
// seen; its bytes are copied into one arena and become a string only when somebody asks.
// The fields are open because the readers and the engine live on them; they are written here only.

/** Kinds of terms, as bits so that sh:nodeKind is one AND. */
export const IRI = 1
export const BLANK = 2
export const LITERAL = 4
export type TermKind = typeof IRI | typeof BLANK | typeof LITERAL

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** IRIs that have the same id in every dictionary, in the order of those ids. */
const fixedIris = [
  `${XSD}string`,
  `${RDF}langString`,
  `${RDF}type`,
  `${RDF}first`,
  `${RDF}rest`,
  `${RDF}nil`,
  `${XSD}integer`,
  `${XSD}decimal`,
  `${XSD}double`,
  `${XSD}boolean`,
] as const

/** The ids of {@link fixedIris}. */
export const ID = {
  xsdString: 0,
  langString: 1,
  type: 2,
  first: 3,
  rest: 4,
  nil: 5,
  integer: 6,
  decimal: 7,
  double: 8,
  boolean: 9,
} as const

export interface Dictionary {
  /** Number of terms; ids run from 0 to count - 1. */
  count: number
  /** Per term: IRI, BLANK or LITERAL. */
  kind: Uint8Array
  /** Per literal: the term id of its datatype. */
  datatype: Uint32Array
  /** Per literal: 1 + index into `langs`, or 0. */
  lang: Uint16Array
  /** Per term: where its UTF-8 bytes begin in `arena`, and how many there are. */
  start: Uint32Array
  length: Uint32Array
  hash: Int32Array
  arena: Uint8Array
  arenaEnd: number
  /** Open addressing; entry is id + 1. */
  table: Int32Array
  /** Language tags as written. */
  readonly langs: string[]
  readonly langIndex: Map<string, number>
}

const encoder = new TextEncoder()

/** Start value of {@link hashByte}. */
export const HASH_SEED = 0x811c9dc5 | 0

/** FNV-1a over bytes; readers may run the same recurrence while they scan and pass the result in. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let h = HASH_SEED
  for (let i = start; i < end; i++) h = Math.imul(h ^ bytes[i], 16777619)
  return h
}

/** A dictionary that holds the fixed IRIs and nothing else. `expected` is a guess at the number of terms. */
export function createDictionary(expected = 1024): Dictionary {
  let capacity = 1024
  while (capacity < expected) capacity *= 2
  const dictionary: Dictionary = {
    count: 0,
    kind: new Uint8Array(capacity),
    datatype: new Uint32Array(capacity),
    lang: new Uint16Array(capacity),
    start: new Uint32Array(capacity),
    length: new Uint32Array(capacity),
    hash: new Int32Array(capacity),
    arena: new Uint8Array(capacity * 32),
    arenaEnd: 0,
    table: new Int32Array(capacity * 2),
    langs: [],
    langIndex: new Map(),
  }
  for (const iri of fixedIris) internString(dictionary, IRI, iri)
  return dictionary
}

function grow<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(old: T, size: number): T {
  const next = new (old.constructor as new (n: number) => T)(size)
  next.set(old)
  return next
}

function growTerms(d: Dictionary): void {
  const capacity = d.kind.length * 2
  d.kind = grow(d.kind, capacity)
  d.datatype = grow(d.datatype, capacity)
  d.lang = grow(d.lang, capacity)
  d.start = grow(d.start, capacity)
  d.length = grow(d.length, capacity)
  d.hash = grow(d.hash, capacity)
}

function rehash(d: Dictionary): void {
  const size = d.table.length * 2
  const table = new Int32Array(size)
  const mask = size - 1
  for (let id = 0; id < d.count; id++) {
    if (d.length[id] === ANONYMOUS) continue
    let slot = d.hash[id] & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = id + 1
  }
  d.table = table
}

/** Length that marks a blank node without a label. */
export const ANONYMOUS = 0xffffffff

/** The hash of a term: its bytes' hash mixed with what else makes it that term. */
function mix(contentHash: number, kind: number, datatype: number, lang: number): number {
  let h = Math.imul(contentHash ^ (kind + datatype * 31 + lang * 131071), 0x9e3779b1)
  h ^= h >>> 15
  return h
}

/** The id of a term, or ~slot when it is not there. `contentHash` is {@link hashBytes} of the same bytes. */
function find(
  d: Dictionary,
  kind: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  h: number,
  datatype: number,
  lang: number,
): number {
  const { table, hash, length, arena } = d
  const mask = table.length - 1
  const size = end - start
  let slot = h & mask
  for (let entry = table[slot]; entry !== 0; entry = table[slot]) {
    const id = entry - 1
    if (
      hash[id] === h &&
      length[id] === size &&
      d.kind[id] === kind &&
      d.datatype[id] === datatype &&
      d.lang[id] === lang
    ) {
      let a = d.start[id]
      let b = start
      while (b < end && arena[a] === bytes[b]) {
        a++
        b++
      }
      if (b === end) return id
    }
    slot = (slot + 1) & mask
  }
  return ~slot
}

/**
 * The id of a term, added when it is new (then `count` grows by one).
 * `bytes[start, end)` is the UTF-8 of the IRI, the literal's lexical form or the blank node's label;
 * `contentHash` is {@link hashBytes} of them; `datatype` and `lang` count for literals only
 * (a language-tagged literal has datatype ID.langString and `lang` from {@link internLang}).
 */
export function intern(
  d: Dictionary,
  kind: TermKind,
  bytes: Uint8Array,
  start: number,
  end: number,
  contentHash: number,
  datatype = 0,
  lang = 0,
): number {
  const h = mix(contentHash, kind, datatype, lang)
  const found = find(d, kind, bytes, start, end, h, datatype, lang)
  if (found >= 0) return found
  if (d.count === d.kind.length) growTerms(d)
  const size = end - start
  while (d.arenaEnd + size > d.arena.length) d.arena = grow(d.arena, d.arena.length * 2)
  const id = d.count++
  const at = d.arenaEnd
  if (size < 64) for (let i = 0; i < size; i++) d.arena[at + i] = bytes[start + i]
  else d.arena.set(bytes.subarray(start, end), at)
  d.arenaEnd = at + size
  d.kind[id] = kind
  d.datatype[id] = datatype
  d.lang[id] = lang
  d.start[id] = at
  d.length[id] = size
  d.hash[id] = h
  d.table[~found] = id + 1
  if (d.count * 2 > d.table.length) rehash(d)
  return id
}

/** {@link intern} for a JavaScript string. */
export function internString(d: Dictionary, kind: TermKind, text: string, datatype = 0, lang = 0): number {
  const bytes = encoder.encode(text)
  return intern(d, kind, bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length), datatype, lang)
}

/** The number that stands for a language tag in the `lang` column; tags are kept as written. */
export function internLang(d: Dictionary, tag: string): number {
  let index = d.langIndex.get(tag)
  if (index === undefined) {
    d.langs.push(tag)
    index = d.langs.length
    d.langIndex.set(tag, index)
  }
  return index
}

/**
 * {@link intern} for a term with bytes of another dictionary; `datatypeOf` gives the id here of a literal's datatype,
 * which has another one there.
 */
export function internFrom(
  to: Dictionary,
  from: Dictionary,
  id: number,
  datatypeOf: (datatype: number) => number,
): number {
  const start = from.start[id]
  const end = start + from.length[id]
  const kind = from.kind[id] as TermKind
  const hash = hashBytes(from.arena, start, end)
  if (kind !== LITERAL) return intern(to, kind, from.arena, start, end, hash)
  const tag = langOf(from, id)
  const lang = tag === undefined ? 0 : internLang(to, tag)
  return intern(to, kind, from.arena, start, end, hash, datatypeOf(from.datatype[id]), lang)
}

/** A new blank node that nothing else can name. */
export function internAnonymous(d: Dictionary): number {
  if (d.count === d.kind.length) growTerms(d)
  const id = d.count++
  d.kind[id] = BLANK
  d.length[id] = ANONYMOUS
  return id
}

/** The id of a term that is already there, or -1. */
export function lookup(d: Dictionary, kind: TermKind, text: string, datatype = 0, lang = 0): number {
  const bytes = encoder.encode(text)
  const h = mix(hashBytes(bytes, 0, bytes.length), kind, datatype, lang)
  const found = find(d, kind, bytes, 0, bytes.length, h, datatype, lang)
  return found >= 0 ? found : -1
}

/** Gives back the room that is kept for more terms, but for a little, which an extension can use (extend.ts). */
export function trimDictionary(d: Dictionary): void {
  const room = d.count + Math.max(1024, d.count >>> 6)
  const bytes = d.arenaEnd + Math.max(65536, d.arenaEnd >>> 6)
  if (room < d.kind.length) {
    d.kind = d.kind.slice(0, room)
    d.datatype = d.datatype.slice(0, room)
    d.lang = d.lang.slice(0, room)
    d.start = d.start.slice(0, room)
    d.length = d.length.slice(0, room)
    d.hash = d.hash.slice(0, room)
  }
  if (bytes < d.arena.length) d.arena = d.arena.slice(0, bytes)
}

/** The id in one dictionary of an IRI or a labelled blank node of another, or -1. */
export function sameNode(from: Dictionary, id: number, to: Dictionary): number {
  const start = from.start[id]
  const end = start + from.length[id]
  if (from.length[id] === ANONYMOUS) return -1
  const found = find(to, from.kind[id], from.arena, start, end, from.hash[id], 0, 0)
  return found >= 0 ? found : -1
}

/** The IRI, the lexical form, or for a blank node `b` and its id (unique in the graph, whatever its label was). */
export function textOf(d: Dictionary, id: number): string {
  if (d.kind[id] === BLANK) return `b${id}`
  return decoded(d, id)
}

/** The arena that was last read from, as a buffer: making one for each text takes as long as decoding it. */
let view: Buffer = Buffer.alloc(0)

function decoded({ arena, start, length }: Dictionary, id: number): string {
  const { buffer, byteOffset, length: size } = arena
  if (view.buffer !== buffer || view.byteOffset !== byteOffset || view.length !== size)
    view = Buffer.from(buffer, byteOffset, size)
  return view.toString('utf8', start[id], start[id] + length[id])
}

/** The label a blank node had in its source, or undefined for an anonymous one. */
export function labelOf(d: Dictionary, id: number): string | undefined {
  if (d.kind[id] !== BLANK || d.length[id] === ANONYMOUS) return undefined
  return decoded(d, id)
}

/** The language tag of a literal as written, or undefined. */
export function langOf(d: Dictionary, id: number): string | undefined {
  const lang = d.lang[id]
  return lang === 0 ? undefined : d.langs[lang - 1]
}
