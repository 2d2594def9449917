// The nodes of a YAML document: their places, texts and aliases. Hides the YAML library's own classes, and that
// aliases may lead in circles or multiply.
import { createRequire } from 'node:module'
import type { Alias, LineCounter, Node, ParsedNode, YAMLError, Document as YamlDocument } from 'yaml'
import type { Location, Text } from '../finding.ts'
import type { Fault } from './draft.ts'

/** The YAML library, loaded when the first file comes: most commands read none. */
export function yaml(): typeof import('yaml') {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return loaded
}

let loaded: typeof import('yaml') | undefined

/** A node without aliases; `at` is where it is written or referred to. */
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

/** Values that a file may come to with its aliases written out. */
const MAX_VALUES = 1_000_000

/** A YAML (or JSON) text as values; undefined when nothing can be made of it. Never throws. */
export function readYaml(
  text: string,
  file: string,
): { readonly root: Value | undefined; readonly faults: readonly Fault[] } {
  const { LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, strict: true, logLevel: 'silent' })
  const faults = document.errors.map((error) => syntaxFault(error, file, lines))
  const isReadable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY')
  if (!isReadable || document.contents === null) return { root: undefined, faults }
  const walk: Walk = { file, lines, document, faults, road: [], targets: new Map(), left: MAX_VALUES }
  return { root: nodeValue(document.contents, walk), faults }
}

interface Walk {
  readonly file: string
  readonly lines: LineCounter
  readonly document: YamlDocument.Parsed
  readonly faults: Fault[]
  /** The nodes that the one at hand is inside of. */
  readonly road: Node[]
  readonly targets: Map<Alias, Node | undefined>
  left: number
}

function nodeValue(node: unknown, walk: Walk, from?: Location): Value {
  const { isAlias, isMap, isScalar, isSeq } = yaml()
  const at = from ?? locationOf(node as ParsedNode | null, walk)
  if (walk.left-- <= 0) return tooLarge(walk, at)
  if (isAlias(node)) {
    const target = targetOf(node, walk)
    if (target && !walk.road.includes(target)) return nodeValue(target, walk, at)
    if (target) walk.faults.push({ rule: 'build-yaml-cycle', place: at, params: { anchor: node.source } })
    else walk.faults.push({ rule: 'build-yaml-syntax', place: at, params: { reason: reasons.BAD_ALIAS } })
    return { kind: 'empty', at }
  }
  if (isScalar(node)) {
    if (node.value === null) return { kind: 'empty', at }
    return {
      kind: 'scalar',
      text: typeof node.value === 'string' ? node.value : (node.source ?? String(node.value)),
      at,
    }
  }
  if (!isSeq(node) && !isMap(node)) return { kind: 'empty', at }
  walk.road.push(node)
  const value = isSeq(node)
    ? ({ kind: 'list', items: node.items.map((item) => nodeValue(item, walk, from)), at } as const)
    : mapValue(entriesOf(node.items as readonly Pair[], walk, from), from ?? at)
  walk.road.pop()
  return value
}

/** A mapping is pointed at by its first key: the whole would be many lines. */
function mapValue(entries: readonly Entry[], at: Location): Value {
  return { kind: 'map', entries, at: entries[0]?.at ?? at }
}

/** The library looks through the whole document for an anchor: once is enough. */
function targetOf(alias: Alias, { document, targets }: Walk): Node | undefined {
  if (!targets.has(alias)) targets.set(alias, alias.resolve(document))
  return targets.get(alias)
}

interface Pair {
  readonly key: unknown
  readonly value: unknown
}

/** Entries in order; of a key that is written twice the first, after them what `<<` brings along. */
function entriesOf(pairs: readonly Pair[], walk: Walk, from: Location | undefined): readonly Entry[] {
  const entries = new Map<string, Entry>()
  const merged: Entry[] = []
  for (const pair of pairs) {
    const key = nodeValue(pair.key, walk, from)
    const word = key.kind === 'scalar' ? key.text : ''
    const value =
      pair.value === null ? ({ kind: 'empty', at: key.at } as const) : nodeValue(pair.value, walk, from)
    if (word === '<<') merged.push(...mergedEntries(value))
    else if (!entries.has(word)) entries.set(word, { key: word, at: key.at, value })
  }
  for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry)
  return [...entries.values()]
}

function mergedEntries(value: Value): readonly Entry[] {
  if (value.kind === 'map') return value.entries
  return value.kind === 'list' ? value.items.flatMap(mergedEntries) : []
}

function tooLarge(walk: Walk, at: Location): Value {
  if (walk.left === -1)
    walk.faults.push({ rule: 'build-yaml-too-large', place: at, params: { limit: MAX_VALUES } })
  return { kind: 'empty', at }
}

function locationOf(node: ParsedNode | null, { file, lines }: Walk): Location {
  const [start, end] = node?.range ?? [0, 0]
  return locationBetween(file, lines, start, end)
}

function locationBetween(file: string, lines: LineCounter, start: number, end: number): Location {
  const from = lines.linePos(start)
  const to = lines.linePos(Math.max(start, end))
  const begin = { file, line: Math.max(1, from.line), column: Math.max(1, from.col) }
  return to.line < begin.line ? begin : { ...begin, endLine: to.line, endColumn: to.col }
}

const reasons: Readonly<Record<string, Text>> = {
  DUPLICATE_KEY: { sv: 'samma nyckel står två gånger', en: 'the same key is written twice' },
  BAD_INDENT: { sv: 'indragningen stämmer inte', en: 'the indentation is wrong' },
  TAB_AS_INDENT: { sv: 'dra in med blanksteg, inte med tabb', en: 'indent with spaces, not with tabs' },
  MISSING_CHAR: {
    sv: 'ett tecken saknas, till exempel ett citattecken eller en klammer',
    en: 'a character is missing, such as a quotation mark or a bracket',
  },
  BAD_ALIAS: { sv: 'hänvisningen leder ingenstans', en: 'the alias leads nowhere' },
  MULTIPLE_DOCS: {
    sv: 'filen ska vara ett enda dokument (ta bort ---)',
    en: 'the file must be one document (remove ---)',
  },
  IMPOSSIBLE: { sv: 'det går inte att läsa', en: 'it cannot be read' },
}

const otherwise: Text = {
  sv: 'det här går inte att läsa som YAML; sätt citattecken om texter med : # eller &',
  en: 'this cannot be read as YAML; put quotation marks around texts with : # or &',
}

function syntaxFault({ code, pos }: YAMLError, file: string, lines: LineCounter): Fault {
  const reason = reasons[code] ?? otherwise
  return {
    rule: 'build-yaml-syntax',
    place: locationBetween(file, lines, pos[0], pos[1]),
    params: { reason },
  }
}
