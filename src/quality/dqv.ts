// Scores as linked data: one dqv:QualityMeasurement per dataset and metric, and the totals; and read back.
// Source: Data Quality Vocabulary (https://www.w3.org/TR/vocab-dqv/), metrics of data.europa.eu.
import type { Text } from '../finding.ts'
import {
  createGraphBuilder,
  type Graph,
  type GraphBuilder,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  iriId,
  LITERAL,
  objects,
  subjects,
  text,
} from '../rdf/index.ts'
import { dimensions, metrics, PV } from './metrics.ts'
import type { DatasetScore } from './score.ts'

const DQV = 'http://www.w3.org/ns/dqv#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'

/** Name of the total of all metrics in the namespace of the metrics; the dimensions' are `<dimension>Scoring`. */
const TOTAL = 'scoring'

/** The scores of the datasets of `graph` as DQV. Datasets without an IRI are left out: nothing can point at them. */
export function scoresToDqv(graph: Graph, scores: readonly DatasetScore[]): Graph {
  const builder = createGraphBuilder(scores.length * metrics.length * 5)
  builder.prefixes.set('dqv', DQV).set('pv', PV).set('xsd', XSD).set('skos', SKOS)
  const iri = (name: string) => builder.iriText(name, 0)
  const terms = {
    has: iri(`${DQV}hasQualityMeasurement`),
    measurement: iri(`${DQV}QualityMeasurement`),
    on: iri(`${DQV}computedOn`),
    of: iri(`${DQV}isMeasurementOf`),
    value: iri(`${DQV}value`),
  }
  const isShare = scores.some(({ values }) => values.some((value) => value > 0 && value < 1))
  describeMetrics(builder, isShare)
  for (const { dataset, values, points } of scores) {
    if (graph.dictionary.kind[dataset] !== IRI) continue
    const subject = iri(text(graph, dataset))
    const state = (metric: string, value: string, type: string) => {
      const node = internAnonymous(builder.dictionary)
      builder.add(subject, terms.has, node, 0)
      builder.add(node, ID.type, terms.measurement, 0)
      builder.add(node, terms.on, subject, 0)
      builder.add(node, terms.of, iri(PV + metric), 0)
      builder.add(node, terms.value, internString(builder.dictionary, LITERAL, value, iri(XSD + type)), 0)
    }
    metrics.forEach(({ id }, index) => {
      const value = values[index]
      if (Number.isNaN(value)) return
      if (isShare) state(id, decimal(value), 'decimal')
      else state(id, value === 1 ? 'true' : 'false', 'boolean')
    })
    const total = (id: string, sum: number) =>
      isShare ? state(id, decimal(sum), 'decimal') : state(id, String(sum), 'integer')
    for (const { id } of dimensions) total(`${id}Scoring`, pointsIn(id, values))
    total(TOTAL, points)
  }
  return builder.finish()
}

/** At most four decimals, and at least one as the canonical form of xsd:decimal has it. */
function decimal(value: number): string {
  const rounded = String(Math.round(value * 10_000) / 10_000)
  return rounded.includes('.') ? rounded : `${rounded}.0`
}

function pointsIn(dimension: string, values: Float64Array): number {
  return metrics.reduce(
    (sum, metric, index) => sum + (metric.dimension === dimension ? (values[index] || 0) * metric.points : 0),
    0,
  )
}

function describeMetrics(builder: GraphBuilder, isShare: boolean): void {
  const iri = (name: string) => builder.iriText(name, 0)
  const label = (subject: number, { sv, en }: Text) => {
    const d = builder.dictionary
    const texts = Object.entries({ sv, en }).map(([tag, words]) =>
      internString(d, LITERAL, words, ID.langString, internLang(d, tag)),
    )
    for (const term of texts) builder.add(subject, iri(`${SKOS}prefLabel`), term, 0)
  }
  const describe = (id: string, type: string, words: Text, dimension?: string) => {
    const subject = iri(PV + id)
    builder.add(subject, ID.type, iri(`${DQV}Metric`), 0)
    builder.add(subject, iri(`${DQV}expectedDataType`), iri(XSD + type), 0)
    if (dimension !== undefined) builder.add(subject, iri(`${DQV}inDimension`), iri(PV + dimension), 0)
    label(subject, words)
  }
  for (const dimension of dimensions) {
    const subject = iri(PV + dimension.id)
    builder.add(subject, ID.type, iri(`${DQV}Dimension`), 0)
    label(subject, dimension.label)
  }
  for (const { id, dimension, label: words } of metrics)
    describe(id, isShare ? 'decimal' : 'boolean', words, dimension)
  const points = isShare ? 'decimal' : 'integer'
  for (const { id, label: words } of dimensions)
    describe(
      `${id}Scoring`,
      points,
      { sv: `Poäng för ${words.sv.toLowerCase()}`, en: `Points for ${words.en.toLowerCase()}` },
      id,
    )
  describe(TOTAL, points, { sv: 'Poäng', en: 'Points' })
}

/** What is measured of one resource, by the local name of the metric: 0–1 for an indicator, points for a total. */
export type Measurements = ReadonlyMap<string, number>

/** Misspellings that have been published. */
const misspelt: Readonly<Record<string, string>> = { reusablityScoring: 'reusabilityScoring' }

/**
 * The measurements of a graph by the IRI of what was measured: our own and those of others that use the same metrics,
 * with the misspelt names that have been published. A value that is no number or boolean is left out.
 */
export function measurementsOf(graph: Graph): ReadonlyMap<string, Measurements> {
  const [of, value, ...on] = ['isMeasurementOf', 'value', 'computedOn', 'computeOn'].map((name) =>
    iriId(graph, DQV + name),
  )
  const found = new Map<string, Map<string, number>>()
  for (const node of subjects(graph, ID.type, iriId(graph, `${DQV}QualityMeasurement`))) {
    const subject = on.flatMap((property) => [...objects(graph, node, property)])[0]
    const metric = objects(graph, node, of)[0]
    const measured = objects(graph, node, value)[0]
    if (subject === undefined || metric === undefined || measured === undefined) continue
    const name = text(graph, metric)
    const number = numberOf(text(graph, measured))
    if (!name.startsWith(PV) || Number.isNaN(number)) continue
    const own = found.get(text(graph, subject)) ?? new Map<string, number>()
    const local = name.slice(PV.length)
    found.set(text(graph, subject), own.set(misspelt[local] ?? local, number))
  }
  return found
}

function numberOf(written: string): number {
  if (written === 'true' || written === 'false') return written === 'true' ? 1 : 0
  return written.trim() === '' ? Number.NaN : Number(written)
}
