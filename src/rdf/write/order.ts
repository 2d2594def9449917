// The order in which things are written: catalogues first, each dataset followed by its distributions;
// properties as a catalogue is read; values sv before en, IRIs before blank nodes.
import { firstRow } from '../adjacency.ts'
import { BLANK, type Dictionary, ID, IRI, LITERAL, langOf, lookup, textOf } from '../dictionary.ts'
import { namespaces } from '../namespaces.ts'
import type { Section } from './section.ts'

export interface Order {
  /** Per term id that is a predicate: its place among predicates. */
  readonly places: Int32Array
  /** Per language number: its place among languages. */
  readonly langs: readonly number[]
}

const FIRST_PROPERTIES =
  `rdf:type dcterms:title skos:prefLabel foaf:name vcard:fn dcterms:description dcterms:publisher
  dcterms:creator dcat:contactPoint dcterms:type dcterms:identifier dcat:keyword dcat:theme dcatap:hvdCategory
  dcatap:applicableLegislation dcterms:issued dcterms:modified dcterms:accrualPeriodicity dcterms:language
  dcterms:spatial dcterms:temporal dcterms:accessRights dcterms:license dcterms:rights dcterms:conformsTo
  dcat:landingPage foaf:homepage dcat:accessURL dcat:downloadURL dcat:endpointURL dcat:endpointDescription
  dcterms:format dcat:mediaType dcat:byteSize spdx:checksum`.split(/\s+/)

const LAST_PROPERTIES =
  `dcat:servesDataset dcat:distribution dcat:themeTaxonomy dcat:catalog dcat:record dcat:service
  dcat:dataset`.split(/\s+/)

function iriOf(name: string): string {
  const colon = name.indexOf(':')
  return namespaces[name.slice(0, colon)] + name.slice(colon + 1)
}

const firstPlace = new Map(FIRST_PROPERTIES.map((name, i) => [iriOf(name), i - 1000]))
const lastPlace = new Map(LAST_PROPERTIES.map((name, i) => [iriOf(name), i + 1_000_000]))

export function orderOf({ dictionary, out }: Section): Order {
  const used = new Set<number>()
  for (let row = 0; row < out.size; row++) used.add(out.predicate[row])
  const sorted = [...used]
    .map((id) => ({ id, iri: textOf(dictionary, id) }))
    .sort((a, b) => (a.iri < b.iri ? -1 : 1))
  const places = new Int32Array(dictionary.count)
  sorted.forEach(({ id, iri }, i) => {
    places[id] = firstPlace.get(iri) ?? lastPlace.get(iri) ?? i
  })
  return { places, langs: langPlaces(dictionary) }
}

/** Plain texts first, then sv, en, and the others by name. */
function langPlaces({ langs }: Dictionary): readonly number[] {
  const wanted = (tag: string) => {
    const index = ['sv', 'en'].indexOf(tag.toLowerCase())
    return index < 0 ? 2 : index
  }
  const sorted = [...langs].sort((a, b) => wanted(a) - wanted(b) || (a < b ? -1 : 1))
  return [0, ...langs.map((tag) => sorted.indexOf(tag) + 1)]
}

const KINDS: readonly string[][] = [
  ['dcat:Catalog'],
  ['dcat:Dataset', 'dcat:DatasetSeries'],
  ['dcat:Distribution'],
  ['dcat:DataService'],
  ['foaf:Agent', 'foaf:Organization', 'foaf:Person'],
  ['vcard:Kind', 'vcard:Organization', 'vcard:Individual'],
]
const DATASET = 1
const OTHER = KINDS.length

/** The given subjects in order of output. */
export function subjectOrder(section: Section, roots: readonly number[]): readonly number[] {
  const { dictionary, out } = section
  const kindOf = new Map<number, number>()
  KINDS.forEach((names, kind) => {
    for (const name of names) {
      const id = lookup(dictionary, IRI, iriOf(name))
      if (id >= 0) kindOf.set(id, kind)
    }
  })
  const groups: number[][] = [...KINDS.map(() => []), []]
  const group = new Uint8Array(dictionary.count)
  for (const root of roots) {
    const kind = kindOfSubject(section, root, kindOf)
    group[root] = kind + 1
    groups[kind].push(root)
  }
  for (const list of groups) list.sort((a, b) => compareTerms(dictionary, a, b))
  const distribution = lookup(dictionary, IRI, iriOf('dcat:distribution'))
  const ordered: number[] = []
  groups.forEach((list, kind) => {
    for (const subject of list) {
      if (group[subject] === 0) continue
      ordered.push(subject)
      group[subject] = 0
      if (kind === DATASET && distribution >= 0) ordered.push(...takeDistributions(subject))
    }
  })
  return ordered

  function takeDistributions(dataset: number): readonly number[] {
    const found: number[] = []
    for (
      let row = firstRow(out, dataset, distribution);
      isRowOf(section, row, dataset, distribution);
      row++
    ) {
      const value = out.value[row]
      if (group[value] !== DATASET + 2) continue
      found.push(value)
      group[value] = 0
    }
    return found.sort((a, b) => compareTerms(dictionary, a, b))
  }
}

function isRowOf({ out }: Section, row: number, subject: number, predicate: number): boolean {
  return row < out.offset[subject + 1] && out.predicate[row] === predicate
}

function kindOfSubject(section: Section, subject: number, kindOf: ReadonlyMap<number, number>): number {
  const { out } = section
  let kind = OTHER
  for (let row = firstRow(out, subject, ID.type); isRowOf(section, row, subject, ID.type); row++)
    kind = Math.min(kind, kindOf.get(out.value[row]) ?? OTHER)
  return kind
}

/** IRIs by their bytes, then literals, then blank nodes in document order. */
export function compareTerms(dictionary: Dictionary, a: number, b: number): number {
  const { kind, arena, start, length } = dictionary
  if (kind[a] !== kind[b]) return PLACE[kind[a]] - PLACE[kind[b]]
  if (kind[a] === BLANK) return a - b
  const size = Math.min(length[a], length[b])
  const startA = start[a]
  const startB = start[b]
  for (let i = 0; i < size; i++) {
    const difference = arena[startA + i] - arena[startB + i]
    if (difference !== 0) return difference
  }
  return length[a] - length[b] || compareTags(dictionary, a, b)
}

const PLACE: Readonly<Record<number, number>> = { [IRI]: 0, [LITERAL]: 1, [BLANK]: 2 }

/** Literals of the same text: by language or datatype, so that ids have no say. */
function compareTags(dictionary: Dictionary, a: number, b: number): number {
  if (dictionary.kind[a] !== LITERAL) return a - b
  const tag = (term: number) =>
    `${langOf(dictionary, term) ?? ''} ${textOf(dictionary, dictionary.datatype[term])}`
  return tag(a) < tag(b) ? -1 : 1
}

/** The predicates of a subject as triples (predicate, first row, row after the last), in order. */
export function predicateGroups(section: Section, order: Order, subject: number): readonly number[] {
  const { out } = section
  const groups: number[] = []
  const stop = out.offset[subject + 1]
  for (let row = out.offset[subject]; row < stop; ) {
    const predicate = out.predicate[row]
    let end = row + 1
    while (end < stop && out.predicate[end] === predicate) end++
    insertGroup(groups, order.places, predicate, row, end)
    row = end
  }
  return groups
}

function insertGroup(
  groups: number[],
  places: Int32Array,
  predicate: number,
  row: number,
  end: number,
): void {
  const place = places[predicate]
  let at = groups.length
  groups.push(predicate, row, end)
  if (at === 0 || places[groups[at - 3]] <= place) return
  while (at > 0 && places[groups[at - 3]] > place) {
    groups[at] = groups[at - 3]
    groups[at + 1] = groups[at - 2]
    groups[at + 2] = groups[at - 1]
    at -= 3
  }
  groups[at] = predicate
  groups[at + 1] = row
  groups[at + 2] = end
}

/** The values of rows [row, end) in order. */
export function valuesInOrder(section: Section, order: Order, row: number, end: number): readonly number[] {
  const { dictionary, out } = section
  const values: number[] = []
  for (let i = row; i < end; i++) values.push(out.value[i])
  if (values.length === 1) return values
  const { langs } = order
  return values.sort(
    (a, b) => langs[dictionary.lang[a]] - langs[dictionary.lang[b]] || compareTerms(dictionary, a, b),
  )
}
