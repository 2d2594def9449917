// The five stars of open data, as far as metadata can show them: cumulative per distribution, four at most.
// Whether data links to other data (the fifth) cannot be seen in its description.
import { type Graph, iriId, objects } from '../rdf/index.ts'
import { createFormatReader } from './formats.ts'
import { metricIndex } from './metrics.ts'
import { type Observed, YES } from './observe.ts'

/** The most that can be assessed. */
export const MAX_STARS = 4

const LICENCE = metricIndex('knownLicence')
const MACHINE = metricIndex('formatMediaTypeMachineInterpretable')
const OPEN = metricIndex('formatMediaTypeNonProprietary')

/** The mean number of stars over all distributions, 0–4; undefined when there are none. */
export function meanStars(graph: Graph, observed: readonly Observed[]): number | undefined {
  const isRdf = rdfReader(graph)
  let sum = 0
  let count = 0
  for (const { distributions } of observed)
    for (const { term, values } of distributions) {
      sum += starsOf(values, () => isRdf(term))
      count++
    }
  return count === 0 ? undefined : sum / count
}

/** Stars of one distribution by its metrics. */
export function starsOf(values: Uint8Array, isRdf: () => boolean): number {
  if (values[LICENCE] !== YES) return 0
  if (values[MACHINE] !== YES) return 1
  if (values[OPEN] !== YES) return 2
  return isRdf() ? 4 : 3
}

function rdfReader(graph: Graph): (distribution: number) => boolean {
  const facts = createFormatReader(graph, 'se')
  const properties = ['http://purl.org/dc/terms/format', 'http://www.w3.org/ns/dcat#mediaType'].map((iri) =>
    iriId(graph, iri),
  )
  return (distribution) =>
    properties.some((property) => objects(graph, distribution, property).some((term) => facts(term).isRdf))
}
