// A score as plain data with names instead of term ids: what JSON, text and pages are made of.
import type { Text } from '../finding.ts'
import { BLANK, type Graph, iriId, lang, objects, text } from '../rdf/index.ts'
import { type FairRow, fairView } from './fair.ts'
import type { Mode } from './formats.ts'
import { type ListGap, listGapsOf } from './list-gaps.ts'
import { dimensions, MAX_POINTS, metrics, percentageOf, type RatingId, ratingOf } from './metrics.ts'
import { byCatalog, byPublisher, type DatasetScore, type GroupScore, groupScore, reachable } from './score.ts'

export interface MetricSummary {
  readonly id: string
  readonly label: Text
  /** Points that the metric gives; 0 where the mode does not count it. */
  readonly max: number
  /** Mean points won, or null when not assessed. */
  readonly points: number | null
  /** Share of datasets that win it (0–1), or null when not assessed. */
  readonly share: number | null
}

export interface DimensionSummary {
  readonly id: string
  readonly label: Text
  readonly points: number
  readonly max: number
  readonly metrics: readonly MetricSummary[]
}

export interface ScoreSummary {
  /** Mean points per dataset. */
  readonly points: number
  readonly max: typeof MAX_POINTS
  /** Of {@link MAX_POINTS}, one decimal. */
  readonly percentage: number
  readonly rating: RatingId
  /** Mean points that were not assessed. */
  readonly unassessed: number
  readonly datasets: number
}

export interface NamedScore extends ScoreSummary {
  readonly iri: string | null
  readonly label: Text
}

export interface ScoreReport extends ScoreSummary {
  readonly source: string
  readonly mode: Mode
  readonly distributions: 'best' | 'share'
  /** The most that the mode can give. */
  readonly reachable: number
  /** Mean of the five stars over distributions (0–4, the fifth cannot be seen in metadata), or null. */
  readonly stars: number | null
  readonly dimensions: readonly DimensionSummary[]
  /** Formats that the lists of the assessment lack, and what they cost. */
  readonly listGaps: readonly ListGap[]
  /** Our own view by the FAIR principles; not part of the points. */
  readonly fair: readonly FairRow[]
  readonly catalogs: readonly NamedScore[]
  readonly publishers: readonly NamedScore[]
  /** The lowest score first. */
  readonly worst: readonly DatasetSummary[]
}

export interface DatasetSummary extends NamedScore {
  /** Metrics that the dataset does not win, by id. */
  readonly missing: readonly string[]
  /** Metrics that were not assessed, by id. */
  readonly notAssessed: readonly string[]
  /** Rules of validate that the dataset and what describes it break; empty when they were not asked for. */
  readonly findings: readonly RuleCount[]
}

export interface RuleCount {
  readonly rule: string
  readonly count: number
}

export interface DescribeOptions {
  readonly source: string
  readonly mode: Mode
  readonly distributions?: 'best' | 'share'
  readonly stars?: number | undefined
  /** By term id of a dataset: the rules that it breaks. */
  readonly findings?: ReadonlyMap<number, readonly RuleCount[]>
}

/** The scores of a graph with names. */
export function describeScores(
  graph: Graph,
  scores: readonly DatasetScore[],
  { source, mode, distributions = 'best', stars, findings = new Map() }: DescribeOptions,
): ScoreReport {
  const whole = groupScore(scores)
  return {
    source,
    mode,
    distributions,
    ...summaryOf(whole),
    reachable: reachable(mode),
    stars: stars === undefined ? null : round(stars, 100),
    dimensions: dimensions.map((dimension) => dimensionOf(dimension, whole, mode)),
    listGaps: listGapsOf(graph, scores),
    fair: fairView(graph, scores),
    catalogs: named(graph, byCatalog(graph, scores)),
    publishers: named(graph, byPublisher(graph, scores)),
    worst: [...scores]
      .sort((a, b) => a.points - b.points)
      .map((score) => ({ ...datasetOf(graph, score, mode), findings: findings.get(score.dataset) ?? [] })),
  }
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}

function summaryOf({ points, unassessed, datasets }: GroupScore): ScoreSummary {
  return {
    points: round(points, 10),
    max: MAX_POINTS,
    percentage: percentageOf(points),
    rating: ratingOf(points).id,
    unassessed: round(unassessed, 10),
    datasets: datasets.length,
  }
}

function isCounted(mode: Mode, id: string): boolean {
  return !(mode === 'se' && id === 'dcatApCompliance')
}

function dimensionOf(
  { id, label }: (typeof dimensions)[number],
  { values, dimensions: sums }: GroupScore,
  mode: Mode,
): DimensionSummary {
  const own = metrics
    .map((metric, index) => ({ metric, value: values[index] }))
    .filter(({ metric }) => metric.dimension === id)
    .map(({ metric, value }) => {
      const max = isCounted(mode, metric.id) ? metric.points : 0
      const share = Number.isNaN(value) || max === 0 ? null : round(value, 1000)
      const points = share === null ? null : round(value * max, 10)
      return { id: metric.id, label: metric.label, max, points, share }
    })
  const max = own.reduce((sum, each) => sum + each.max, 0)
  return { id, label, points: round(sums.get(id) ?? 0, 10), max, metrics: own }
}

function named(graph: Graph, groups: ReadonlyMap<number, DatasetScore[]>): readonly NamedScore[] {
  return [...groups]
    .map(([term, scores]) => ({ ...nameOf(graph, term), ...summaryOf(groupScore(scores)) }))
    .sort((a, b) => b.datasets - a.datasets)
}

function datasetOf(graph: Graph, score: DatasetScore, mode: Mode): Omit<DatasetSummary, 'findings'> {
  const missing = metrics.filter(({ id }, index) => isCounted(mode, id) && score.values[index] === 0)
  return {
    ...nameOf(graph, score.dataset),
    ...summaryOf(groupScore([score])),
    missing: missing.map(({ id }) => id),
    notAssessed: metrics.filter((_, index) => Number.isNaN(score.values[index])).map(({ id }) => id),
  }
}

const names = ['http://purl.org/dc/terms/title', 'http://xmlns.com/foaf/0.1/name']

/** Title or name in both languages, else the IRI; −1 is “none stated”. */
export function nameOf(graph: Graph, term: number): { iri: string | null; label: Text } {
  if (term < 0) return { iri: null, label: { sv: '(ingen angiven)', en: '(none stated)' } }
  const found: { -readonly [L in keyof Text]?: string } = {}
  let other: string | undefined
  for (const value of names.flatMap((name) => [...objects(graph, term, iriId(graph, name))])) {
    const tag = lang(graph, value)?.slice(0, 2).toLowerCase()
    if (tag === 'sv' || tag === 'en') found[tag] ??= text(graph, value)
    else other ??= text(graph, value)
  }
  const iri = graph.dictionary.kind[term] === BLANK ? null : text(graph, term)
  const any = found.sv ?? other ?? found.en ?? iri
  const label = { sv: any ?? '(utan namn)', en: found.en ?? any ?? '(without a name)' }
  return { iri, label }
}
