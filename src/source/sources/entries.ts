// A written list of sources before it is judged: values with their places, whatever it is written in.
import { createRequire } from 'node:module'
import type { LineCounter, ParsedNode, Document as YamlDocument } from 'yaml'
import type { Location, Text } from '../../finding.ts'
import type { SourceFault } from './faults.ts'

export type Value =
  | { readonly kind: 'scalar'; readonly text: string; readonly at: Location }
  | { readonly kind: 'empty'; readonly at: Location }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly at: Location }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly at: Location }

export interface Entry {
  readonly key: string
  readonly at: Location
  readonly value: Value
}

function yaml(): typeof import('yaml') {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return loaded
}

let loaded: typeof import('yaml') | undefined

/** Sources do not nest: deeper than this is a mistake, or an alias that leads in a circle. */
const MAX_DEPTH = 20
const MAX_VALUES = 200_000

/** A YAML (or JSON) text as values; undefined when nothing can be made of it. Never throws. */
export function readEntries(
  text: string,
  file: string,
): { readonly root: Value | undefined; readonly faults: readonly SourceFault[] } {
  const { LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, strict: true, logLevel: 'silent' })
  const place = (from: number, to = from) => locationOf(file, lines, from, to)
  const faults = document.errors.map(({ code, pos }): SourceFault => {
    const params = { reason: reasons[code] ?? otherwise }
    return { rule: 'sources-syntax', place: place(pos[0], pos[1]), params }
  })
  if (faults.length > 0) return { root: undefined, faults }
  try {
    return {
      root: read(document.contents as ParsedNode | null, { document, place, left: MAX_VALUES }, 0),
      faults,
    }
  } catch (error) {
    if (error !== TOO_LARGE) throw error
    return {
      root: undefined,
      faults: [{ rule: 'sources-syntax', place: place(0), params: { reason: tooLarge } }],
    }
  }
}

const TOO_LARGE = new Error('too large')

interface Walk {
  readonly document: YamlDocument.Parsed
  readonly place: (from: number, to?: number) => Location
  left: number
}

function read(node: ParsedNode | null, walk: Walk, depth: number): Value {
  const { isAlias, isMap, isScalar, isSeq } = yaml()
  if (walk.left-- <= 0 || depth > MAX_DEPTH) throw TOO_LARGE
  const [from, to] = node?.range ?? [0, 0]
  const at = walk.place(from, to)
  if (node === null) return { kind: 'empty', at }
  if (isAlias(node))
    return read((node.resolve(walk.document) as ParsedNode | undefined) ?? null, walk, depth + 1)
  if (isScalar(node)) {
    if (node.value === null) return { kind: 'empty', at }
    return {
      kind: 'scalar',
      text: typeof node.value === 'string' ? node.value : String(node.source ?? node.value),
      at,
    }
  }
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((item) => read(item as ParsedNode, walk, depth + 1)), at }
  if (!isMap(node)) return { kind: 'empty', at }
  const entries = node.items.map(({ key, value }): Entry => {
    const name = read(key as ParsedNode, walk, depth + 1)
    const written = value === null ? undefined : read(value as ParsedNode, walk, depth + 1)
    return {
      key: name.kind === 'scalar' ? name.text : '',
      at: name.at,
      value: written ?? { kind: 'empty', at: name.at },
    }
  })
  return { kind: 'map', entries, at: entries[0]?.at ?? at }
}

function locationOf(file: string, lines: LineCounter, from: number, to: number): Location {
  const start = lines.linePos(from)
  const end = lines.linePos(Math.max(from, to))
  const begin = { file, line: Math.max(1, start.line), column: Math.max(1, start.col) }
  return end.line === begin.line ? { ...begin, endLine: end.line, endColumn: end.col } : begin
}

const reasons: Readonly<Record<string, Text>> = {
  DUPLICATE_KEY: { sv: 'samma nyckel står två gånger', en: 'the same key is written twice' },
  BAD_INDENT: { sv: 'indragningen stämmer inte', en: 'the indentation is wrong' },
  TAB_AS_INDENT: { sv: 'dra in med blanksteg, inte med tabb', en: 'indent with spaces, not with tabs' },
  MULTIPLE_DOCS: { sv: 'filen ska vara ett enda dokument', en: 'the file must be one document' },
}

const otherwise: Text = {
  sv: 'det går inte att läsa som YAML; sätt citattecken om texter med : # eller *',
  en: 'it cannot be read as YAML; put quotation marks around texts with : # or *',
}

const tooLarge: Text = {
  sv: 'filen ger för många värden eller för djupa',
  en: 'the file gives too many values or too deep ones',
}
