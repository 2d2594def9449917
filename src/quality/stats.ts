// What catalogues are made of: classes, how often each property is used, languages, formats, licences, publishers, gaps.
import { type ClassFacts, classes, compactName, type Obligation } from '../dcat/index.ts'
import type { Text } from '../finding.ts'
import { type Graph, ID, iriId, LITERAL, lang, objects, subjects, text } from '../rdf/index.ts'
import { nameOf } from './describe.ts'

export interface Count {
  readonly value: string
  readonly count: number
}

export interface PropertyCount {
  /** Prefixed name. */
  readonly name: string
  readonly label: Text
  readonly obligation: Obligation
  /** Instances of the class that have it. */
  readonly used: number
}

export interface ClassCount {
  readonly type: string
  readonly label: Text
  readonly instances: number
  readonly properties: readonly PropertyCount[]
}

export interface CatalogStats {
  readonly triples: number
  /** Classes of the profile that occur, in its order. */
  readonly classes: readonly ClassCount[]
  /** Language tags of literals, the most used first. */
  readonly languages: readonly Count[]
  readonly formats: readonly Count[]
  readonly licences: readonly Count[]
  readonly publishers: readonly (Count & { readonly label: Text })[]
  /** Mandatory and recommended properties that most lack, the widest gap first. */
  readonly gaps: readonly (PropertyCount & {
    readonly type: string
    readonly label: Text
    readonly missing: number
  })[]
}

const DCT = 'http://purl.org/dc/terms/'

/** Counts over a graph; a dataset series is not counted as a dataset. */
export function statsOf(graph: Graph): CatalogStats {
  const counted = [...distinctClasses()]
    .map((facts) => classCount(graph, facts))
    .filter(({ instances }) => instances > 0)
  return {
    triples: graph.out.size,
    classes: counted,
    languages: languageCounts(graph),
    formats: valueCounts(graph, `${DCT}format`),
    licences: valueCounts(graph, `${DCT}license`),
    publishers: publisherCounts(graph),
    gaps: counted.flatMap(gapsOf).sort((a, b) => b.missing - a.missing),
  }
}

/** The specification describes some classes twice, for where they are used; their rows are told together. */
function distinctClasses(): Iterable<ClassFacts> {
  const byType = new Map<string, ClassFacts>()
  for (const facts of classes) {
    const known = byType.get(facts.types[0])
    byType.set(
      facts.types[0],
      known ? { ...known, properties: [...known.properties, ...facts.properties] } : facts,
    )
  }
  return byType.values()
}

function classCount(graph: Graph, facts: ClassFacts): ClassCount {
  const instances = new Set(facts.types.flatMap((type) => [...subjects(graph, ID.type, iriId(graph, type))]))
  const properties = facts.properties.map((row) => {
    const id = iriId(graph, row.property)
    let used = 0
    if (id >= 0) for (const instance of instances) if (objects(graph, instance, id).length > 0) used++
    return { name: row.name, label: row.label, obligation: row.obligation, used }
  })
  return {
    type: compactName(facts.types[0]),
    label: facts.label,
    instances: instances.size,
    properties: distinct(properties),
  }
}

/** A property stated in several rows (alternatives) is one property. */
function distinct(properties: readonly PropertyCount[]): readonly PropertyCount[] {
  return [...new Map(properties.map((each) => [each.name, each])).values()]
}

function gapsOf({ type, instances, properties }: ClassCount) {
  return properties
    .filter(
      ({ obligation, used }) =>
        (obligation === 'mandatory' || obligation === 'recommended') && used < instances,
    )
    .map((each) => ({ ...each, type, missing: instances - each.used }))
}

function languageCounts(graph: Graph): readonly Count[] {
  const counts = new Map<string, number>()
  const { value } = graph.out
  for (let row = 0; row < graph.out.size; row++) {
    if (graph.dictionary.kind[value[row]] !== LITERAL) continue
    const tag = lang(graph, value[row])
    if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return sorted(counts)
}

function valueCounts(graph: Graph, property: string): readonly Count[] {
  const id = iriId(graph, property)
  const counts = new Map<string, number>()
  const { predicate, value, size } = graph.out
  for (let row = 0; row < size; row++)
    if (predicate[row] === id) {
      const written = text(graph, value[row])
      counts.set(written, (counts.get(written) ?? 0) + 1)
    }
  return id < 0 ? [] : sorted(counts)
}

function publisherCounts(graph: Graph): CatalogStats['publishers'] {
  const publisher = iriId(graph, `${DCT}publisher`)
  const counts = new Map<number, number>()
  for (const dataset of subjects(graph, ID.type, iriId(graph, 'http://www.w3.org/ns/dcat#Dataset')))
    for (const agent of objects(graph, dataset, publisher)) counts.set(agent, (counts.get(agent) ?? 0) + 1)
  return [...counts]
    .map(([agent, count]) => ({
      value: nameOf(graph, agent).iri ?? '',
      label: nameOf(graph, agent).label,
      count,
    }))
    .sort((a, b) => b.count - a.count)
}

function sorted(counts: ReadonlyMap<string, number>): readonly Count[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}
