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

/** The statements `rows` of a piece, with the terms they use in the order they have, as bytes. */
export function encodePiece(piece: Piece, rows: ArrayLike<number>): Uint8Array {
  const { order, own } = usedTerms(piece, rows)
  const column = (values: Uint32Array) => Uint32Array.from(rows, (row) => own[values[row]])
  const pick = <T extends Uint32Array | Int32Array | Uint16Array | Uint8Array>(values: T): T =>
    (values.constructor as unknown as { from: (a: Uint32Array, map: (term: number) => number) => T }).from(
      order,
      (term) => values[term],
    )
  const length = order.map((term) =>
    piece.node[term] >= 0 && piece.kind[term] === BLANK ? 0 : piece.length[term],
  )
  const texts = length.reduce((sum, size) => sum + size, 0)
  const langs = Buffer.from(piece.langs.join(' '))
  const parts: readonly (Uint8Array | Uint16Array | Uint32Array | Int32Array)[] = [
    Uint32Array.of(rows.length, order.length, texts, langs.length),
    column(piece.subject),
    column(piece.predicate),
    column(piece.object),
    Uint32Array.from(rows, (row) => piece.at[row]),
    pick(piece.node),
    pick(piece.subjectAt),
    order.map((term) => (piece.kind[term] === LITERAL ? own[piece.datatype[term]] : 0)),
    length,
    pick(piece.lang),
    pick(piece.kind),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, texts + langs.length))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  order.forEach((term, i) => {
    bytes.set(piece.arena.subarray(piece.start[term], piece.start[term] + length[i]), at)
    at += length[i]
  })
  bytes.set(langs, at)
  return bytes
}

function usedTerms(piece: Piece, rows: ArrayLike<number>) {
  const terms = piece.kind.length
  const used = new Uint8Array(terms)
  for (let i = 0; i < rows.length; i++) {
    const object = piece.object[rows[i]]
    used[piece.subject[rows[i]]] = used[piece.predicate[rows[i]]] = used[object] = 1
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
