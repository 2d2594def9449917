// Points that datasets lose through gaps in the lists of the assessment, not through faults of their own.
import { type Graph, iriId, objects, text } from '../rdf/index.ts'
import { formatLackedByLists } from './formats.ts'
import { metricIndex, metrics } from './metrics.ts'
import type { DatasetScore } from './score.ts'

/** A format that the lists lack. */
export interface ListGap {
  readonly format: string
  /** Datasets whose best distribution has it and loses points for it. */
  readonly datasets: number
  /** Points that each of them loses, at most. */
  readonly points: number
}

const formatMetrics = ['formatMediaTypeNonProprietary', 'formatMediaTypeMachineInterpretable'].map(
  metricIndex,
)

/** By format, the most datasets first. Only with the best distribution is it known which one counts. */
export function listGapsOf(graph: Graph, scores: readonly DatasetScore[]): readonly ListGap[] {
  const properties = ['http://purl.org/dc/terms/format', 'http://www.w3.org/ns/dcat#mediaType'].map((iri) =>
    iriId(graph, iri),
  )
  const gaps = new Map<string, { datasets: number; points: number }>()
  for (const { distribution, values } of scores) {
    if (distribution === undefined) continue
    const lost = formatMetrics.filter((index) => values[index] === 0)
    const points = lost.reduce((sum, index) => sum + metrics[index].points, 0)
    if (points === 0) continue
    const names = properties
      .flatMap((property) => [...objects(graph, distribution, property)])
      .map((value) => formatLackedByLists(text(graph, value)))
    for (const format of new Set(names.filter((name) => name !== undefined))) {
      const gap = gaps.get(format) ?? { datasets: 0, points: 0 }
      gaps.set(format, { datasets: gap.datasets + 1, points: Math.max(gap.points, points) })
    }
  }
  return [...gaps]
    .map(([format, gap]) => ({ format, ...gap }))
    .sort((a, b) => b.datasets - a.datasets || (a.format < b.format ? -1 : 1))
}
