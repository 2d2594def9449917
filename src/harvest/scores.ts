// The quality of a source each time its content changes, for the history: the points of the Metadata Quality Assessment
// as Sveriges dataportal counts them, the mean of its datasets.
import type { Profile } from '../profile/index.ts'
import { groupScore, MAX_POINTS, scoreDatasets } from '../quality/index.ts'
import type { Graph } from '../rdf/index.ts'
import type { StoredScore } from '../store/index.ts'

/** One score for the source; none when it has no datasets. Links are not tried. */
export function sourceScores(
  graph: Graph,
  { vocabularies }: Profile,
  { source, time }: { readonly source: string; readonly time: string },
): readonly StoredScore[] {
  const datasets = scoreDatasets(graph, { mode: 'se', vocabularies })
  if (datasets.length === 0) return []
  const { points, unassessed, dimensions } = groupScore(datasets)
  const round = (value: number) => Math.round(value * 10) / 10
  return [
    {
      source,
      iri: '',
      method: 'mqa-se',
      time,
      points: round(points),
      max: MAX_POINTS,
      body: {
        datasets: datasets.length,
        unassessed: round(unassessed),
        dimensions: Object.fromEntries([...dimensions].map(([name, value]) => [name, round(value)])),
      },
    },
  ]
}
