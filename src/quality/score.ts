// Points per dataset, publisher and catalogue by the Metadata Quality Assessment.
// Hides how distributions are summed up: the best one counts, or the share of them.
import { type Graph, ID, iriId, objects, subjects } from '../rdf/index.ts'
import type { Mode } from './formats.ts'
import { type DimensionId, dimensions, metrics } from './metrics.ts'
import { NOT_ASSESSED, type Observed, type ObserveOptions, observeDatasets, YES } from './observe.ts'

export interface ScoreOptions extends ObserveOptions {
  /** `best` (default): the distribution with the most points counts; `share`: each metric by the share of them. */
  readonly distributions?: 'best' | 'share'
}

export interface DatasetScore {
  /** Term id of the dataset. */
  readonly dataset: number
  /** Term id of the distribution that counts, in the mode `best`. */
  readonly distribution: number | undefined
  readonly points: number
  /** Points of metrics that were not assessed, such as links that nobody tried. */
  readonly unassessed: number
  /** By metric: 0–1, or NaN when not assessed. */
  readonly values: Float64Array
}

/** The mean of a group of datasets. */
export interface GroupScore {
  readonly datasets: readonly DatasetScore[]
  readonly points: number
  readonly unassessed: number
  /** By metric: the mean of the values that were assessed, or NaN. */
  readonly values: Float64Array
  readonly dimensions: ReadonlyMap<DimensionId, number>
}

const isCounted = (mode: Mode, index: number) => !(mode === 'se' && metrics[index].id === 'dcatApCompliance')

/** The most points that can be won in a mode: 405, or 375 where conformance gives none. */
export function reachable(mode: Mode): number {
  return metrics.reduce((sum, { points }, index) => (isCounted(mode, index) ? sum + points : sum), 0)
}

/** Every dataset of the graph with its points, in the order of the graph. */
export function scoreDatasets(graph: Graph, options: ScoreOptions): readonly DatasetScore[] {
  return observeDatasets(graph, options).map((observed) => scoreOf(observed, options))
}

/** The points of one dataset as observed. */
export function scoreOf(
  observed: Observed,
  { mode, distributions = 'best' }: Pick<ScoreOptions, 'mode' | 'distributions'>,
): DatasetScore {
  const best = distributions === 'best' ? bestOf(observed, mode) : undefined
  const values = Float64Array.from(metrics, ({ on }, index) => {
    if (!isCounted(mode, index)) return 0
    if (on === 'dataset') return fraction(observed.own[index])
    return best ? fraction(best.values[index]) : shareOf(observed, index)
  })
  return {
    dataset: observed.dataset,
    distribution: best === NONE ? undefined : best?.term,
    ...sums(values, mode),
    values,
  }
}

function fraction(byte: number): number {
  return byte === NOT_ASSESSED ? Number.NaN : byte
}

function shareOf({ distributions }: Observed, index: number): number {
  const known = distributions.filter(({ values }) => values[index] !== NOT_ASSESSED)
  if (known.length === 0) return distributions.length === 0 ? 0 : Number.NaN
  return known.filter(({ values }) => values[index] === YES).length / known.length
}

/** The distribution with the most points, then with the most not assessed, then the first. */
function bestOf({ distributions }: Observed, mode: Mode): Observed['distributions'][number] {
  let best: Observed['distributions'][number] = NONE
  let most = -1
  for (const each of distributions) {
    const { points, unassessed } = sums(Float64Array.from(each.values, fraction), mode)
    const rank = points * 1000 + unassessed
    if (rank > most) {
      most = rank
      best = each
    }
  }
  return best
}

const NONE = { term: -1, values: new Uint8Array(metrics.length) }

function sums(values: Float64Array, mode: Mode): { points: number; unassessed: number } {
  let points = 0
  let unassessed = 0
  for (let index = 0; index < metrics.length; index++) {
    if (!isCounted(mode, index)) continue
    if (Number.isNaN(values[index])) unassessed += metrics[index].points
    else points += values[index] * metrics[index].points
  }
  return { points, unassessed }
}

/** The mean score of some datasets; zero for none. */
export function groupScore(datasets: readonly DatasetScore[]): GroupScore {
  const mean = (of: (score: DatasetScore) => number) =>
    datasets.length === 0 ? 0 : datasets.reduce((sum, each) => sum + of(each), 0) / datasets.length
  const values = Float64Array.from(metrics, (_, index) => {
    const known = datasets.filter((each) => !Number.isNaN(each.values[index]))
    return known.length === 0
      ? Number.NaN
      : known.reduce((sum, each) => sum + each.values[index], 0) / known.length
  })
  const inDimension = (id: DimensionId) =>
    mean(({ values: own }) =>
      metrics.reduce(
        (sum, { dimension, points }, index) => sum + (dimension === id ? (own[index] || 0) * points : 0),
        0,
      ),
    )
  return {
    datasets,
    points: mean(({ points }) => points),
    unassessed: mean(({ unassessed }) => unassessed),
    values,
    dimensions: new Map(dimensions.map(({ id }) => [id, inDimension(id)])),
  }
}

/** Datasets by the catalogue that lists them; those that none lists are under -1. */
export function byCatalog(graph: Graph, scores: readonly DatasetScore[]): Map<number, DatasetScore[]> {
  const lists = iriId(graph, 'http://www.w3.org/ns/dcat#dataset')
  const catalogs = new Set(subjects(graph, ID.type, iriId(graph, 'http://www.w3.org/ns/dcat#Catalog')))
  return groupBy(scores, ({ dataset }) => subjects(graph, lists, dataset).find((each) => catalogs.has(each)))
}

/** Datasets by publisher; those without one are under -1. */
export function byPublisher(graph: Graph, scores: readonly DatasetScore[]): Map<number, DatasetScore[]> {
  const publisher = iriId(graph, 'http://purl.org/dc/terms/publisher')
  return groupBy(scores, ({ dataset }) => objects(graph, dataset, publisher)[0])
}

function groupBy(
  scores: readonly DatasetScore[],
  keyOf: (score: DatasetScore) => number | undefined,
): Map<number, DatasetScore[]> {
  const groups = new Map<number, DatasetScore[]>()
  for (const score of scores) {
    const key = keyOf(score) ?? -1
    const group = groups.get(key)
    if (group) group.push(score)
    else groups.set(key, [score])
  }
  return groups
}
