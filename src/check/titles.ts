// Titles that say what the data is, briefly, and leave the rest to the other fields (rules 33, 34).
import type { Problem } from '../finding.ts'
import { type Dictionary, type Graph, iriId, objects, text } from '../rdf/index.ts'
import { DCAT, DCT, FOAF } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, values } from './walk.ts'

const TITLE = `${DCT}title`
const MAX_WORDS = 9
const YEAR = /(?<![\p{L}\p{N}])(?:19|20)\d\d(?![\p{L}\p{N}])/u
const FORMATS =
  'csv geojson json xml xls xlsx excel pdf shape shapefil shapefile shp gml geopackage gpkg rdf wms wfs wmts zip'.split(
    ' ',
  )
const FORMAT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${FORMATS.join('|')})(?![\\p{L}\\p{N}])`, 'iu')

/** Rules title-long, dataset-title-publisher, dataset-title-year and dataset-title-format. */
export const titles: Check = (graph) => {
  const problems: Problem[] = []
  const title = iriId(graph, TITLE)
  for (const name of ['Catalog', 'Dataset', 'DatasetSeries', 'Distribution', 'DataService'])
    for (const focus of instances(graph, DCAT + name))
      for (const value of objects(graph, focus, title)) {
        const count = wordsOf(graph, value)
        if (count > MAX_WORDS)
          problems.push({ rule: 'title-long', focus, path: TITLE, value, params: { count } })
      }
  const namesOf = publisherNames(graph)
  for (const focus of instances(graph, `${DCAT}Dataset`)) {
    const inSeries = values(graph, focus, `${DCAT}inSeries`).length > 0
    for (const value of objects(graph, focus, title)) {
      const publisher = namesOf(focus)
      if (!isSuspect(graph.dictionary, value, publisher.firstWords)) continue
      const fault = faultOf(text(graph, value), publisher.names, inSeries)
      if (!fault) continue
      problems.push({ rule: fault.rule, focus, path: TITLE, value, params: { word: fault.word } })
      break
    }
  }
  return problems
}

/** Words of a literal, counted on its bytes: runs of anything but blanks. */
function wordsOf({ dictionary: d }: Graph, term: number): number {
  let words = 0
  let inWord = false
  const end = d.start[term] + d.length[term]
  for (let i = d.start[term]; i < end; i++) {
    const blank = d.arena[i] <= 32
    if (!blank && !inWord) words++
    inWord = !blank
  }
  return words
}

function faultOf(title: string, names: readonly string[], inSeries: boolean) {
  const folded = title.toLowerCase()
  const name = names.find((candidate) => folded.includes(candidate))
  if (name !== undefined) {
    const at = folded.indexOf(name)
    return { rule: 'dataset-title-publisher', word: title.slice(at, at + name.length) }
  }
  // The members of a series must be told apart, and a year is the common way to.
  const year = inSeries ? null : YEAR.exec(title)
  if (year) return { rule: 'dataset-title-year', word: year[0] }
  const format = FORMAT.exec(title)
  return format ? { rule: 'dataset-title-format', word: format[0] } : undefined
}

interface PublisherNames {
  /** In lower case. */
  readonly names: readonly string[]
  /** {@link wordHashes} of the first word of each. */
  readonly firstWords: readonly number[]
}

const NOBODY: PublisherNames = { names: [], firstWords: [] }

/** The names of a dataset's publisher, remembered per publisher. */
function publisherNames(graph: Graph): (dataset: number) => PublisherNames {
  const known = new Map<number, PublisherNames>()
  const namesOf = (agent: number): PublisherNames => {
    const names = [...values(graph, agent, `${FOAF}name`)]
      .map((name) => text(graph, name).toLowerCase().trim())
      .filter((name) => name.length > 3)
    return { names, firstWords: names.map(firstWord) }
  }
  const publisher = iriId(graph, `${DCT}publisher`)
  return (dataset) => {
    const [agent] = objects(graph, dataset, publisher)
    if (agent === undefined) return NOBODY
    let names = known.get(agent)
    if (!names) known.set(agent, (names = namesOf(agent)))
    return names
  }
}

/** Quick test on the bytes of a title: whether a word looks like a year, a format or the beginning of a name. */
function isSuspect(
  { arena, start, length }: Dictionary,
  title: number,
  firstWords: readonly number[],
): boolean {
  const isTelling = (hash: number, from: number, to: number) =>
    formatHashes.has(hash) ||
    (to - from === 4 && (arena[from] === ONE || arena[from] === ONE + 1)) ||
    firstWords.includes(hash)
  return someWord(arena, start[title], start[title] + length[title], isTelling)
}

const ONE = 49

/** Calls `test` with the hash and the place of each word until it is true. Case is folded for ASCII and Latin-1. */
function someWord(
  bytes: Uint8Array,
  begin: number,
  end: number,
  test: (hash: number, from: number, to: number) => boolean,
): boolean {
  let from = begin
  let hash = 0
  for (let i = begin; i <= end; i++) {
    const c = i < end ? bytes[i] : 0
    const isLetter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90)
    if (isLetter || c >= 128 || (c >= 48 && c <= 57)) {
      const isLatin = c >= 0x80 && c <= 0x9e && bytes[i - 1] === 0xc3
      hash = (Math.imul(hash, 31) + (isLetter || isLatin ? c | 32 : c)) | 0
      continue
    }
    if (i > from && test(hash, from, i)) return true
    from = i + 1
    hash = 0
  }
  return false
}

function firstWord(words: string): number {
  const bytes = new TextEncoder().encode(words)
  let first = 0
  someWord(bytes, 0, bytes.length, (hash) => {
    first = hash
    return true
  })
  return first
}

const formatHashes: ReadonlySet<number> = new Set(FORMATS.map(firstWord))
