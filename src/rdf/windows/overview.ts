// The overview of a text, made while its statements are divided among the windows.
import { LITERAL } from '../dictionary.ts'
import { collect } from './collect.ts'
import { assignWindows, forgetHashes, MARK } from './nodes.ts'
import { addPiece, decodePiece, encodePiece, type Piece } from './piece.ts'
import { store as put, type Stored } from './spool.ts'
import { maskOf, newBuilder, type Store, type Window, windowOf } from './window.ts'

/** What the overview holds beside what is seen whole. */
export interface OverviewPlan {
  readonly properties: ReadonlySet<string>
  /** Properties by which things of their own are called, and what leads to shared things. */
  readonly names: ReadonlySet<string>
  /** Properties of which one statement for each value is enough. */
  readonly valuesOf: ReadonlySet<string>
  /** Language tags whose literals are kept wherever they stand. */
  readonly hasTag: (tag: string) => boolean
}

export interface Overview extends Window {
  readonly windows: () => Generator<Window>
  readonly count: number
}

/** How many statements that lead to a shared thing are kept, to name it by. */
const ROADS = 100

/** The overview of a scanned text, and its windows of about `capacity` statements. */
export function overviewOf(store: Store, plan: OverviewPlan, capacity: number): Overview {
  const { spool, nodes } = store
  const window = assignWindows(nodes, capacity)
  const builder = newBuilder(store)
  const stored: Stored[][] = []
  const isNamed = namedNodes(store, window)
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
      ;(stored[index] ??= []).push(put(spool, encodePiece(piece, own)))
    })
    collect()
  }
  for (const key of store.iris) builder.iriText(key.slice(key.indexOf(' ') + 1), 0)
  builder.problems.length = 0
  builder.trim()
  forgetHashes(nodes)
  collect()
  const graph = builder.finishIndexes(store.places)
  collect()
  return {
    graph,
    home: maskOf(graph, { home, bare, literals: graph.dictionary.count }),
    count: stored.length,
    windows: function* () {
      for (let index = 0; index < stored.length; index++)
        if (stored[index]) {
          yield windowOf(store, { index, pieces: stored[index], window, overview: graph })
          collect()
        }
    },
  }

  /** The rows of a piece by where they go: to the window of their subject, and to that of their object. */
  function split(piece: Piece) {
    const { subject, predicate, object, node, kind, lang, langs } = piece
    const kept = flags(piece, plan.properties)
    const once = flags(piece, plan.valuesOf)
    const names = flags(piece, plan.names)
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
        (names[predicate[i]] === 1 && isNamed[node[subject[i]]] === 1) ||
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

/** 1 for things of their own and for nodes that lead to shared things: what others are named by. */
function namedNodes({ spool, nodes, pieces }: Store, window: Int32Array): Uint8Array {
  const named = new Uint8Array(nodes.count)
  for (let node = 0; node < nodes.count; node++) if ((nodes.marks[node] & MARK.main) !== 0) named[node] = 1
  const roads = new Uint8Array(nodes.count)
  for (const each of pieces) {
    const { subject, object, node } = decodePiece(spool.read(each.at, each.length))
    for (let i = 0; i < subject.length; i++) {
      const o = node[object[i]]
      if (o < 0 || window[o] !== -1 || roads[o] === ROADS || (nodes.marks[o] & MARK.main) !== 0) continue
      roads[o]++
      named[node[subject[i]]] = 1
    }
  }
  return named
}

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
