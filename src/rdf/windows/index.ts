// A text too large to hold, as windows: graphs that hold some things whole with all their parts and what is near them,
// and one overview of what checks across things ask for. Statements go through a file on disk; memory holds a number or
// two for each node, one window, and the overview.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../../finding.ts'
import { ANONYMOUS, hashBytes, ID, IRI, intern, internLang, LITERAL, lookup, textOf } from '../dictionary.ts'
import type { FileText } from '../file-text.ts'
import { createGraphBuilder, type Graph, iriId, type Places } from '../graph.ts'
import type { FilePart, InParts } from '../parts.ts'
import { syntaxes } from '../syntaxes.ts'
import { neighbours } from './neighbours.ts'
import { assignWindows, createNodes, MARK, type Nodes, numberNodes } from './nodes.ts'
import { addPiece, decodePiece, encodePiece, type Piece } from './piece.ts'

/** What is said of a text before it is parted. Classes and properties are IRIs. */
export interface ScanPlan {
  /** Classes of things of their own. */
  readonly main: readonly string[]
  /** Those of them that are seen whole in the overview. */
  readonly whole: readonly string[]
  /** Properties whose subjects are seen whole. */
  readonly wholeSubjects: readonly string[]
  /** Properties whose objects are seen whole. */
  readonly wholeObjects: readonly string[]
  /** Of at most three properties: whether one is on an instance of a class. */
  readonly notes: { readonly properties: readonly string[]; readonly on: string }
  /** Called with every part as it was read. */
  readonly onPart: (part: FilePart) => void
}

/** What the overview holds beside what is seen whole. */
export interface OverviewPlan {
  readonly properties: ReadonlySet<string>
  /** Properties that are kept of things of their own. */
  readonly ofMain: ReadonlySet<string>
  /** Properties of which one statement for each value is enough. */
  readonly valuesOf: ReadonlySet<string>
  /** Language tags whose literals are kept wherever they stand. */
  readonly hasTag: (tag: string) => boolean
}

/** A graph and which of its terms it is to be checked for: 1, or 2 for what nothing is said about. */
export interface Window {
  readonly graph: Graph
  readonly home: Uint8Array
}

export interface Scanned {
  /** What the readers said; offsets are in the whole text. */
  readonly problems: readonly Problem[]
  /** For each noted property whether it is on an instance of the class. */
  readonly notes: readonly boolean[]
  readonly overview: (plan: OverviewPlan, capacity: number) => Overview
  readonly close: () => void
}

export interface Overview extends Window {
  readonly windows: () => Generator<Window>
  readonly count: number
}

interface Spool {
  readonly append: (bytes: Uint8Array) => number
  readonly read: (at: number, length: number) => Uint8Array
  readonly close: () => void
}

interface Stored {
  readonly at: number
  readonly length: number
}

/** Reads a text once, to disk. */
export async function scanParts(source: InParts, file: FileText, plan: ScanPlan): Promise<Scanned> {
  const spool = openSpool()
  const nodes = createNodes()
  const pieces: Stored[] = []
  const problems = [...source.problems]
  const langs: string[] = []
  const predicates = new Set<string>()
  const seenIris = new Set<string>()
  for await (const part of source.parts()) {
    const { graph, start } = part
    const piece = pieceOf(graph, nodes, start, start + graph.source!.bytes.length)
    markNodes(nodes, graph, piece, plan)
    pieces.push(
      store(
        spool,
        encodePiece(
          piece,
          Uint32Array.from({ length: graph.quads.count }, (_, i) => i),
        ),
      ),
    )
    for (const problem of graph.problems) addProblem(problem, start)
    for (const tag of graph.dictionary.langs) if (!langs.includes(tag)) langs.push(tag)
    for (const term of new Set(piece.predicate)) predicates.add(textOf(graph.dictionary, term))
    plan.onPart(part)
  }
  return {
    problems,
    notes: plan.notes.properties.map((_, i) => hasNote(nodes, MARK.note << i)),
    overview: (what, capacity) =>
      overviewOf(
        { spool, nodes, pieces, langs, predicates: [...predicates], iris: seenIris, places },
        what,
        capacity,
      ),
    close: spool.close,
  }

  function places(at: number, end?: number) {
    return file.locationAt(at, end, syntaxes[source.syntax].tokenEnd)
  }

  /** An ill-formed IRI is told of once, where it stands first. */
  function addProblem(problem: Problem, start: number): void {
    const iri = problem.params?.iri
    if (problem.rule.startsWith('iri-') && typeof iri === 'string') {
      if (seenIris.has(`${problem.rule} ${iri}`)) return
      seenIris.add(`${problem.rule} ${iri}`)
    }
    problems.push({
      ...problem,
      ...(problem.at !== undefined && { at: problem.at + start }),
      ...(problem.end !== undefined && { end: problem.end + start }),
    })
  }
}

function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'grunddata-'))
  const fd = openSync(join(folder, 'spool'), 'w+')
  // Unlinked at once: nothing stays behind, however the program ends.
  rmSync(folder, { recursive: true })
  let end = 0
  return {
    append: (bytes) => {
      const at = end
      for (let done = 0; done < bytes.length; )
        done += writeSync(fd, bytes, done, bytes.length - done, at + done)
      end += bytes.length
      return at
    },
    read: (at, length) => {
      const bytes = new Uint8Array(length)
      for (let done = 0; done < length; ) {
        const got = readSync(fd, bytes, done, length - done, at + done)
        if (got === 0) break
        done += got
      }
      return bytes
    },
    close: () => closeSync(fd),
  }
}

function store(spool: Spool, bytes: Uint8Array): Stored {
  return { at: spool.append(bytes), length: bytes.length }
}

function pieceOf(
  { dictionary: d, quads, subjectAt }: Graph,
  nodes: Nodes,
  start: number,
  end: number,
): Piece {
  const { count } = quads
  return {
    subject: quads.subject.subarray(0, count),
    predicate: quads.predicate.subarray(0, count),
    object: quads.object.subarray(0, count),
    at: quads.at.subarray(0, count).map((at) => at + start),
    node: numberNodes(nodes, d, ANONYMOUS),
    // A subject of a statement that was taken back is noted by the next part.
    subjectAt: subjectAt.subarray(0, d.count).map((at) => (at === 0 || at + start > end ? 0 : at + start)),
    datatype: d.datatype.subarray(0, d.count),
    start: d.start.subarray(0, d.count),
    length: d.length.subarray(0, d.count),
    lang: d.lang.subarray(0, d.count),
    kind: d.kind.subarray(0, d.count),
    arena: d.arena,
    langs: d.langs,
  }
}

function markNodes(
  nodes: Nodes,
  graph: Graph,
  { subject, predicate, object, node }: Piece,
  plan: ScanPlan,
): void {
  const { marks, statements, parent } = nodes
  const ids = (iris: readonly string[]) => new Set(iris.map((iri) => iriId(graph, iri)))
  const [main, whole, wholeSubjects, wholeObjects] = [
    plan.main,
    plan.whole,
    plan.wholeSubjects,
    plan.wholeObjects,
  ].map(ids)
  const noted = plan.notes.properties.map((iri) => iriId(graph, iri))
  const noteOn = iriId(graph, plan.notes.on)
  for (let i = 0; i < subject.length; i++) {
    const s = node[subject[i]]
    const o = node[object[i]]
    marks[s] |= MARK.described
    statements[s]++
    if (predicate[i] === ID.type) {
      if (main.has(object[i])) marks[s] |= MARK.main
      if (whole.has(object[i])) marks[s] |= MARK.whole
      if (object[i] === noteOn) marks[s] |= MARK.noted
      continue
    }
    if (wholeSubjects.has(predicate[i])) marks[s] |= MARK.whole
    const note = noted.indexOf(predicate[i])
    if (note >= 0) marks[s] |= MARK.note << note
    if (o < 0 || o === s) continue
    if (wholeObjects.has(predicate[i])) marks[o] |= MARK.whole
    if (parent[o] < 0) parent[o] = s
    else if (parent[o] !== s) marks[o] |= MARK.shared
  }
}

function hasNote({ marks, count }: Nodes, note: number): boolean {
  for (let node = 0; node < count; node++)
    if ((marks[node] & note) !== 0 && (marks[node] & MARK.noted) !== 0) return true
  return false
}

interface Store {
  readonly spool: Spool
  readonly nodes: Nodes
  readonly pieces: readonly Stored[]
  readonly langs: readonly string[]
  readonly predicates: readonly string[]
  readonly iris: ReadonlySet<string>
  readonly places: Places
}

/** How many statements that lead to a shared thing are kept, to name it by. */
const ROADS = 100

function overviewOf(store: Store, plan: OverviewPlan, capacity: number): Overview {
  const { spool, nodes } = store
  const window = assignWindows(nodes, capacity)
  const builder = newBuilder(store)
  const stored: Stored[][] = []
  const roads = new Uint8Array(nodes.count)
  const home: number[] = []
  const bare: number[] = []
  const seenValues = new Set<string>()
  for (const each of store.pieces) {
    const piece = decodePiece(spool.read(each.at, each.length))
    const rows = split(piece)
    addPiece(builder, piece, rows.overview, (term, node) => {
      if (window[node] === -1) home.push(term)
      else if (window[node] === -2) bare.push(term)
    })
    rows.windows.forEach((own, index) => {
      ;(stored[index] ??= []).push(storePiece(piece, own))
    })
  }
  for (const key of store.iris) builder.iriText(key.slice(key.indexOf(' ') + 1), 0)
  builder.problems.length = 0
  const graph = builder.finish(undefined, store.places)
  return {
    graph,
    home: maskOf(graph, { home, bare, literals: graph.dictionary.count }),
    count: stored.length,
    windows: function* () {
      for (let index = 0; index < stored.length; index++)
        if (stored[index]) yield windowOf(store, { index, pieces: stored[index], window, overview: graph })
    },
  }

  function storePiece(piece: Piece, rows: readonly number[]): Stored {
    return store_(spool, encodePiece(piece, rows))
  }

  /** The rows of a piece by where they go: to the window of their subject, and to that of their object. */
  function split(piece: Piece) {
    const { subject, predicate, object, node, kind, lang, langs } = piece
    const kept = flags(piece, plan.properties)
    const once = flags(piece, plan.valuesOf)
    const ofMain = flags(piece, plan.ofMain)
    const tags = langs.map(plan.hasTag)
    const windows: number[][] = []
    const overview: number[] = []
    for (let i = 0; i < subject.length; i++) {
      const o = object[i]
      const ws = window[node[subject[i]]]
      const wo = node[o] >= 0 && !isType(piece, predicate[i]) ? window[node[o]] : -2
      if (ws >= 0) (windows[ws] ??= []).push(i)
      if (wo >= 0 && wo !== ws) (windows[wo] ??= []).push(i)
      const isKept =
        ws === -1 ||
        kept[predicate[i]] === 1 ||
        (ofMain[predicate[i]] === 1 && (nodes.marks[node[subject[i]]] & MARK.main) !== 0) ||
        (wo === -1 && roads[node[o]]++ < ROADS) ||
        (lang[o] > 0 && kind[o] === LITERAL && tags[lang[o] - 1]) ||
        (once[predicate[i]] === 1 && isNewValue(piece, predicate[i], o))
      if (wo === -1 && roads[node[o]] > ROADS) roads[node[o]] = ROADS
      if (isKept) overview.push(i)
    }
    return { windows, overview }
  }

  function isNewValue(piece: Piece, predicate: number, o: number): boolean {
    const text = Buffer.from(
      piece.arena.buffer,
      piece.arena.byteOffset + piece.start[o],
      piece.length[o],
    ).toString()
    const key = `${textAt(piece, predicate)} ${piece.kind[o]} ${piece.langs[piece.lang[o] - 1] ?? ''} ${text}`
    if (seenValues.has(key)) return false
    seenValues.add(key)
    return true
  }
}

const store_ = store

function textAt({ arena, start, length }: Piece, term: number): string {
  return Buffer.from(arena.buffer, arena.byteOffset + start[term], length[term]).toString()
}

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const typeOf = new WeakMap<Piece, number>()

function isType(piece: Piece, predicate: number): boolean {
  let type = typeOf.get(piece)
  if (type === undefined) {
    type = -1
    for (const term of new Set(piece.predicate)) if (textAt(piece, term) === TYPE) type = term
    typeOf.set(piece, type)
  }
  return predicate === type
}

function flags(piece: Piece, iris: ReadonlySet<string>): Uint8Array {
  const flag = new Uint8Array(piece.kind.length)
  for (const term of new Set(piece.predicate)) if (iris.has(textAt(piece, term))) flag[term] = 1
  return flag
}

/** A builder in which languages and properties have the numbers and the order that they have in the whole text. */
function newBuilder({ langs, predicates }: Store) {
  const builder = createGraphBuilder()
  for (const tag of langs) internLang(builder.dictionary, tag)
  for (const iri of predicates) {
    const bytes = Buffer.from(iri)
    intern(builder.dictionary, IRI, bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length))
  }
  return builder
}

interface Opening {
  readonly index: number
  readonly pieces: readonly Stored[]
  readonly window: Int32Array
  readonly overview: Graph
}

function windowOf(store: Store, { index, pieces, window, overview }: Opening): Window {
  const builder = newBuilder(store)
  const home: number[] = []
  const bare: number[] = []
  for (const { at, length } of pieces)
    addPiece(builder, decodePiece(store.spool.read(at, length)), undefined, (term, node) => {
      if (window[node] === index) home.push(term)
      else if (window[node] === -2) bare.push(term)
    })
  const literals = builder.dictionary.count
  const isHome = new Set(home)
  neighbours(builder, overview, (term) => isHome.has(term))
  const graph = builder.finish(undefined, store.places)
  return { graph, home: maskOf(graph, { home, bare, literals }) }
}

interface Masking {
  readonly home: readonly number[]
  /** Nodes that nothing is said about anywhere. */
  readonly bare: readonly number[]
  /** Literals up to this id are of the window's own statements. */
  readonly literals: number
}

/** {@link Window.home}. */
function maskOf({ dictionary }: Graph, { home, bare, literals }: Masking): Uint8Array {
  const mask = new Uint8Array(dictionary.count)
  for (let term = 0; term < literals; term++) if (dictionary.kind[term] === LITERAL) mask[term] = 2
  for (const term of bare) mask[term] = 2
  for (const term of home) mask[term] = 1
  return mask
}

/** The term in another graph made of the same pieces, or -1. */
export function sameTerm(from: Graph, term: number, to: Graph): number {
  const d = from.dictionary
  const kind = d.kind[term] as 1 | 2 | 4
  const bytes = Buffer.from(d.arena.buffer, d.arena.byteOffset + d.start[term], d.length[term])
  if (kind !== LITERAL) return lookup(to.dictionary, kind, bytes.toString())
  const datatype = sameTerm(from, d.datatype[term], to)
  const lang = d.lang[term] === 0 ? 0 : (to.dictionary.langIndex.get(d.langs[d.lang[term] - 1]) ?? -1)
  return datatype < 0 || lang < 0 ? -1 : lookup(to.dictionary, LITERAL, bytes.toString(), datatype, lang)
}
