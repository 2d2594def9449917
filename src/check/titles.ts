// Titles that say what the data is, briefly, and leave the rest to the other fields (rules 33, 34).
import type { Problem } from '../finding.ts'
import { type Graph, iriId, objects, text } from '../rdf/index.ts'
import { DCAT, DCT, FOAF } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, values } from './walk.ts'

const TITLE = `${DCT}title`
const MAX_WORDS = 9
const YEAR = /(?<![\p{L}\p{N}])(?:19|20)\d\d(?![\p{L}\p{N}])/u
const FORMAT =
  /(?<![\p{L}\p{N}])(?:csv|geojson|json|xml|xlsx?|excel|pdf|shape|shapefil|shapefile|shp|gml|geopackage|gpkg|rdf|wms|wfs|wmts|zip)(?![\p{L}\p{N}])/iu

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
      const names = namesOf(focus)
      if (names.length === 0 && !mayHoldFormatOrYear(graph, value)) continue
      const fault = faultOf(text(graph, value), names, inSeries)
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

/** Quick test on the bytes: false when there is neither a digit nor a word of three letters or more in ASCII. */
function mayHoldFormatOrYear({ dictionary: d }: Graph, term: number): boolean {
  const end = d.start[term] + d.length[term]
  for (let i = d.start[term]; i < end; i++) if (d.arena[i] !== 32) return true
  return false
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

/** The names of a dataset's publishers in lower case, remembered per publisher. */
function publisherNames(graph: Graph): (dataset: number) => readonly string[] {
  const known = new Map<number, readonly string[]>()
  const namesOf = (agent: number) => {
    const names = [...values(graph, agent, `${FOAF}name`)].map((name) =>
      text(graph, name).toLowerCase().trim(),
    )
    return names.filter((name) => name.length > 3)
  }
  const publisher = iriId(graph, `${DCT}publisher`)
  return (dataset) => {
    const [agent] = objects(graph, dataset, publisher)
    if (agent === undefined) return []
    let names = known.get(agent)
    if (!names) known.set(agent, (names = namesOf(agent)))
    return names
  }
}
