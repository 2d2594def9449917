// Scores as linked data: one dqv:QualityMeasurement per dataset and metric, and the totals.
// Source: Data Quality Vocabulary (https://www.w3.org/TR/vocab-dqv/), metrics of data.europa.eu.
import {
  createGraphBuilder,
  type Graph,
  type GraphBuilder,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
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
  describeMetrics(builder)
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
      if (Number.isInteger(value)) state(id, value === 1 ? 'true' : 'false', 'boolean')
      else state(id, String(value), 'decimal')
    })
    for (const { id } of dimensions) state(`${id}Scoring`, String(pointsIn(id, values)), 'integer')
    state(TOTAL, String(Math.round(points)), 'integer')
  }
  return builder.finish()
}

function pointsIn(dimension: string, values: Float64Array): number {
  return Math.round(
    metrics.reduce(
      (sum, metric, index) =>
        sum + (metric.dimension === dimension ? (values[index] || 0) * metric.points : 0),
      0,
    ),
  )
}

function describeMetrics(builder: GraphBuilder): void {
  const iri = (name: string) => builder.iriText(name, 0)
  const label = (subject: number, { sv, en }: { sv: string; en: string }) => {
    const d = builder.dictionary
    const texts = Object.entries({ sv, en }).map(([tag, words]) =>
      internString(d, LITERAL, words, ID.langString, internLang(d, tag)),
    )
    for (const term of texts) builder.add(subject, iri(`${SKOS}prefLabel`), term, 0)
  }
  for (const dimension of dimensions) {
    const subject = iri(PV + dimension.id)
    builder.add(subject, ID.type, iri(`${DQV}Dimension`), 0)
    label(subject, dimension.label)
  }
  for (const metric of metrics) {
    const subject = iri(PV + metric.id)
    builder.add(subject, ID.type, iri(`${DQV}Metric`), 0)
    builder.add(subject, iri(`${DQV}inDimension`), iri(PV + metric.dimension), 0)
    builder.add(subject, iri(`${DQV}expectedDataType`), iri(`${XSD}boolean`), 0)
    label(subject, metric.label)
  }
}
