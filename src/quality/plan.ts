// The cheapest edits that reach a wanted score. An exact answer: the edits fall into few kinds (what is changed,
// and how many points it wins), so that a knapsack over whole kinds is small.
// The model: edits are made on the dataset and on the distribution that counts today.
import { type EditKind, editKinds, wonBy } from './edits.ts'
import type { Mode } from './formats.ts'
import { cheapestCover } from './knapsack.ts'
import type { DatasetScore } from './score.ts'

/** One line of a plan: the same edit on a number of datasets. */
export interface PlanStep {
  readonly kind: EditKind
  /** Points that each of the edits wins for its dataset. */
  readonly points: number
  /** Term ids of the datasets to edit. */
  readonly datasets: readonly number[]
}

export interface Plan {
  readonly target: number
  /** Mean points today and after the steps. */
  readonly now: number
  readonly after: number
  /** False when no edits reach the target; the steps then are all there are. */
  readonly isReachable: boolean
  /** By our own estimate; see {@link EditKind}. */
  readonly effort: number
  /** The best return first. */
  readonly steps: readonly PlanStep[]
}

export interface PlanOptions {
  /** Mean points to reach, 0–405. */
  readonly target: number
  readonly mode: Mode
  /** Values of a distribution by term id, with formats read generously. */
  readonly lenient?: ReadonlyMap<number, ArrayLike<number>>
}

/** All points are multiples of five. */
const UNIT = 5

/** The plan with the least effort that lifts the mean of the datasets to `target`. What was not assessed cannot be planned. */
export function planScore(scores: readonly DatasetScore[], options: PlanOptions): Plan {
  const total = scores.reduce((sum, { points }) => sum + points, 0)
  const need = Math.max(0, Math.ceil((options.target * scores.length - total) / UNIT - 1e-9))
  const groups = groupsOf(scores, options)
  const counts = cheapestCover(
    groups.map(({ kind, points, datasets }) => ({
      gain: points / UNIT,
      cost: kind.effort,
      count: datasets.length,
    })),
    need,
  )
  const steps = groups
    .map((group, index) => ({ ...group, datasets: group.datasets.slice(0, counts?.[index]) }))
    .filter(({ datasets }) => datasets.length > 0)
    .sort((a, b) => b.points / b.kind.effort - a.points / a.kind.effort)
  const won = steps.reduce((sum, { points, datasets }) => sum + points * datasets.length, 0)
  const mean = (points: number) => (scores.length === 0 ? 0 : points / scores.length)
  return {
    target: options.target,
    now: mean(total),
    after: mean(total + won),
    isReachable: scores.length > 0 && counts !== undefined,
    effort: steps.reduce((sum, { kind, datasets }) => sum + kind.effort * datasets.length, 0),
    steps,
  }
}

/** The edits that win anything, those of equal kind and gain together. */
function groupsOf(scores: readonly DatasetScore[], { mode, lenient }: PlanOptions): readonly PlanStep[] {
  const groups = new Map<string, { kind: EditKind; points: number; datasets: number[] }>()
  for (const kind of editKinds.filter(({ modes }) => modes.includes(mode)))
    for (const { dataset, distribution, values } of scores) {
      if (kind.on === 'distribution' && distribution === undefined) continue
      const { points } = wonBy(kind, values, lenient?.get(distribution ?? -1))
      if (points === 0) continue
      const key = `${kind.id} ${points}`
      const group = groups.get(key)
      if (group) group.datasets.push(dataset)
      else groups.set(key, { kind, points, datasets: [dataset] })
    }
  return [...groups.values()]
}
