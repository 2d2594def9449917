// Statements on their way to disk and back: columns of one part of a text with the terms they use, as bytes.
import {
  BLANK,
  type Dictionary,
  hashBytes,
  IRI,
  intern,
  internLang,
  internString,
  LITERAL,
  type TermKind,
} from '../dictionary.ts'
import type { GraphBuilder } from '../graph.ts'

/** Statements and their terms, numbered within the piece. */
export interface Piece {
  readonly subject: Uint32Array
  readonly predicate: Uint32Array
  readonly object: Uint32Array
  /** Offset in the whole text. */
  readonly at: Uint32Array
  /** Number of the node in the whole text, -1 for a literal. */
  readonly node: Int32Array
  /** 1 + offset where the term is first a subject, else 0. */
  readonly subjectAt: Uint32Array
  readonly datatype: Uint32Array
  readonly start: Uint32Array
  readonly length: Uint32Array
  readonly lang: Uint16Array
  readonly kind: Uint8Array
  readonly arena: Uint8Array
  readonly langs: readonly string[]
}

const HEADER = 4

/** The statements `rows` of a piece (all when absent), with the terms they use in the order they have, as bytes. */
export function encodePiece(piece: Piece, rows?: ArrayLike<number>): Uint8Array {
  const count = rows?.length ?? piece.subject.length
  const { order, own } = usedTerms(piece, rows, count)
  const terms = order.length
  const sizeOf = (term: number) => (piece.kind[term] === BLANK ? 0 : piece.length[term])
  let texts = 0
  for (let i = 0; i < terms; i++) texts += sizeOf(order[i])
  const langs = Buffer.from(piece.langs.join(' '))
  const fixed = (HEADER + count * 4 + terms * 4) * 4 + terms * 3
  const bytes = new Uint8Array(fixed + texts + langs.length)
  const words = new Uint32Array(bytes.buffer, 0, HEADER + count * 4 + terms * 4)
  words[0] = count
  words[1] = terms
  words[2] = texts
  words[3] = langs.length
  let at = HEADER
  for (const column of [piece.subject, piece.predicate, piece.object])
    for (let i = 0; i < count; i++) words[at++] = own[column[rows ? rows[i] : i]]
  for (let i = 0; i < count; i++) words[at++] = piece.at[rows ? rows[i] : i]
  for (let i = 0; i < terms; i++) words[at++] = piece.node[order[i]]
  for (let i = 0; i < terms; i++) words[at++] = piece.subjectAt[order[i]]
  for (let i = 0; i < terms; i++)
    words[at++] = piece.kind[order[i]] === LITERAL ? own[piece.datatype[order[i]]] : 0
  for (let i = 0; i < terms; i++) words[at++] = sizeOf(order[i])
  const lang = new Uint16Array(bytes.buffer, at * 4, terms)
  for (let i = 0; i < terms; i++) lang[i] = piece.lang[order[i]]
  const kinds = at * 4 + terms * 2
  for (let i = 0; i < terms; i++) bytes[kinds + i] = piece.kind[order[i]]
  let end = fixed
  for (let i = 0; i < terms; i++) {
    const from = piece.start[order[i]]
    const stop = from + sizeOf(order[i])
    for (let k = from; k < stop; k++) bytes[end++] = piece.arena[k]
  }
  bytes.set(langs, end)
  return bytes
}

function usedTerms(piece: Piece, rows: ArrayLike<number> | undefined, statements: number) {
  const terms = piece.kind.length
  const used = new Uint8Array(terms)
  for (let i = 0; i < statements; i++) {
    const row = rows ? rows[i] : i
    const object = piece.object[row]
    used[piece.subject[row]] = used[piece.predicate[row]] = used[object] = 1
    if (piece.kind[object] === LITERAL) used[piece.datatype[object]] = 1
  }
  const own = new Uint32Array(terms)
  let count = 0
  for (let term = 0; term < terms; term++) if (used[term]) own[term] = count++
  const order = new Uint32Array(count)
  for (let term = 0; term < terms; term++) if (used[term]) order[own[term]] = term
  return { order, own }
}

/** The piece that {@link encodePiece} wrote; `bytes` must begin at a multiple of four in its buffer. */
export function decodePiece({ buffer, byteOffset }: Uint8Array): Piece {
  const [quads, terms, texts, langBytes] = new Uint32Array(buffer, byteOffset, HEADER)
  let at = byteOffset + HEADER * 4
  const words = (count: number): Uint32Array => {
    at += count * 4
    return new Uint32Array(buffer, at - count * 4, count)
  }
  const [subject, predicate, object, offsets] = [words(quads), words(quads), words(quads), words(quads)]
  const node = new Int32Array(words(terms).buffer, at - terms * 4, terms)
  const [subjectAt, datatype, length] = [words(terms), words(terms), words(terms)]
  const lang = new Uint16Array(buffer, at, terms)
  const kind = new Uint8Array(buffer, at + terms * 2, terms)
  const arena = new Uint8Array(buffer, at + terms * 3, texts)
  const langs = Buffer.from(buffer, at + terms * 3 + texts, langBytes)
    .toString()
    .split(' ')
    .filter(Boolean)
  const start = new Uint32Array(terms)
  for (let term = 1; term < terms; term++) start[term] = start[term - 1] + length[term - 1]
  return {
    subject,
    predicate,
    object,
    at: offsets,
    node,
    subjectAt,
    datatype,
    start,
    length,
    lang,
    kind,
    arena,
    langs,
  }
}

/** Label of a node without a name of its own, in every graph that is made of pieces. */
export function blankTerm(dictionary: Dictionary, node: number): number {
  return internString(dictionary, BLANK, `n${node}`)
}

/** Adds statements of a piece to a graph; `note` is told the term of each node. */
export function addPiece(
  builder: GraphBuilder,
  piece: Piece,
  rows: ArrayLike<number> | undefined,
  note?: (term: number, node: number) => void,
): void {
  const count = rows?.length ?? piece.subject.length
  const { dictionary } = builder
  const ids = new Int32Array(piece.kind.length).fill(-1)
  const id = (term: number): number => {
    if (ids[term] >= 0) return ids[term]
    const made = addTerm(dictionary, piece, term, id)
    ids[term] = made
    if (piece.node[term] >= 0) note?.(made, piece.node[term])
    if (piece.subjectAt[term] > 0) builder.subject(made, piece.subjectAt[term] - 1)
    return made
  }
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i] : i
    builder.add(id(piece.subject[row]), id(piece.predicate[row]), id(piece.object[row]), piece.at[row])
  }
}

function addTerm(d: Dictionary, piece: Piece, term: number, id: (term: number) => number): number {
  const kind = piece.kind[term]
  if (kind === BLANK) return blankTerm(d, piece.node[term])
  const start = piece.start[term]
  const end = start + piece.length[term]
  const hash = hashBytes(piece.arena, start, end)
  if (kind === IRI) return intern(d, kind, piece.arena, start, end, hash)
  const tag = piece.lang[term]
  const lang = tag === 0 ? 0 : internLang(d, piece.langs[tag - 1])
  return intern(d, kind as TermKind, piece.arena, start, end, hash, id(piece.datatype[term]), lang)
}
