// The cheapest edits that reach a wanted score. An exact answer: most edits fall into few kinds (what is changed, and how
// many points it wins), so that a knapsack over whole kinds is small; a dataset where another distribution than the best
// one may be cheaper to mend is an item of its own.
import { type EditKind, editKinds, wonBy } from './edits.ts'
import type { Mode } from './formats.ts'
import { type Cover, cheapestCover } from './knapsack.ts'
import { metrics } from './metrics.ts'
import { type Observed, YES } from './observe.ts'
import { type Candidate, type Choice, choicesOf, editsOf, UNIT } from './plan-choices.ts'
import { type DatasetScore, reachable, scoreOf } from './score.ts'

/** One line of a plan: the same edits on a number of datasets. */
export interface PlanStep {
  /** One edit, or several that win their points together. */
  readonly kinds: readonly EditKind[]
  /** True when they are on another distribution than the one that counts today. */
  readonly isOnOther: boolean
  /** Points that they win for each dataset. */
  readonly points: number
  /** Term ids of the datasets to edit. */
  readonly datasets: readonly number[]
}

export interface Plan {
  readonly target: number
  /** Mean points today and after the steps. */
  readonly now: number
  readonly after: number
  /** Mean points that were not assessed; no edit can be planned for them. */
  readonly unassessed: number
  /** The most that the mode can give. */
  readonly most: number
  /** False when no edits reach the target; the steps then are all there are. */
  readonly isReachable: boolean
  /** False for very large catalogues where the last bit of effort may not be the least. */
  readonly isExact: boolean
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
  /** Steps of the exact search beyond which a near answer is given; for tests. */
  readonly patience?: number
}

const PATIENCE = 200_000_000

interface Item {
  readonly dataset: number
  readonly options: readonly Choice[]
}

/**
 * The plan with the least effort that lifts the mean of the datasets to `target`, where of each dataset the best
 * distribution counts. What was not assessed cannot be planned.
 */
export function planScore(observed: readonly Observed[], options: PlanOptions): Plan {
  const { mode, target, patience = PATIENCE } = options
  const scores = observed.map((each) => scoreOf(each, { mode }))
  const total = scores.reduce((sum, { points }) => sum + points, 0)
  const need = Math.max(0, Math.ceil((target * scores.length - total) / UNIT - 1e-9))
  const groups = createGroups()
  const items: Item[] = []
  for (const [index, score] of scores.entries()) {
    for (const kind of datasetKinds(mode)) groups.add([kind], wonBy(kind, score.values).points, score.dataset)
    const candidates = candidatesOf(observed[index], score, options)
    const choices = choicesOf(candidates, mode)
    if (choices) items.push({ dataset: score.dataset, options: choices })
    else if (candidates.length > 0)
      for (const { kind, points } of editsOf(candidates[0], mode)) groups.add([kind], points, score.dataset)
  }
  const work = items.reduce((sum, { options: own }) => sum + own.length, 0) * need
  const isExact = work <= patience
  const chosen = isExact ? [] : fixed(items, groups.all(), need)
  for (const { dataset, choice } of chosen)
    groups.add(choice.kinds, choice.gain * UNIT, dataset, choice.isOnOther)
  const open = isExact ? items : []
  const all = groups.all()
  const cover = cheapestCover(all.map(groupItem), need, open)
  const steps = stepsOf(all, open, cover)
  const won = steps.reduce((sum, { points, datasets }) => sum + points * datasets.length, 0)
  const mean = (points: number) => (scores.length === 0 ? 0 : points / scores.length)
  return {
    target,
    now: mean(total),
    after: mean(total + won),
    unassessed: mean(scores.reduce((sum, { unassessed }) => sum + unassessed, 0)),
    most: reachable(mode),
    isReachable: scores.length > 0 && cover !== undefined,
    isExact,
    effort: steps.reduce((sum, step) => sum + effortOf(step.kinds) * step.datasets.length, 0),
    steps,
  }
}

const datasetKinds = (mode: Mode) =>
  editKinds.filter(({ on, modes }) => on === 'dataset' && modes.includes(mode))

function effortOf(kinds: readonly EditKind[]): number {
  return kinds.reduce((sum, { effort }) => sum + effort, 0)
}

/** The distributions of a dataset, the one that counts today first. */
function candidatesOf(
  { distributions }: Observed,
  { distribution }: DatasetScore,
  { mode, lenient }: PlanOptions,
): readonly Candidate[] {
  const all = distributions.map(({ term, values }) => {
    const fractions = Float64Array.from(values, (byte) => (byte > YES ? Number.NaN : byte))
    const own = lenient?.get(term)
    return { term, values: fractions, points: pointsOf(fractions, mode), ...(own && { lenient: own }) }
  })
  return all.sort((a, b) => Number(b.term === distribution) - Number(a.term === distribution))
}

function pointsOf(values: ArrayLike<number>, mode: Mode): number {
  return metrics.reduce((sum, { id, on, points }, index) => {
    const isCounted = on === 'distribution' && !(mode === 'se' && id === 'dcatApCompliance')
    return isCounted ? sum + (values[index] || 0) * points : sum
  }, 0)
}

/** Edits of equal kind and gain, counted together. */
function createGroups() {
  const groups = new Map<string, PlanStep & { datasets: number[] }>()
  return {
    add(kinds: readonly EditKind[], points: number, dataset: number, isOnOther = false) {
      if (points === 0) return
      const key = `${kinds.map(({ id }) => id).join(' ')} ${points} ${isOnOther}`
      const group = groups.get(key)
      if (group) group.datasets.push(dataset)
      else groups.set(key, { kinds, points, isOnOther, datasets: [dataset] })
    },
    all: (): readonly PlanStep[] => [...groups.values()],
  }
}

function groupItem({ points, kinds, datasets }: PlanStep) {
  return { gain: points / UNIT, cost: effortOf(kinds), count: datasets.length }
}

/** The taken part of groups and items; all of it, the most that can be won, when nothing reaches the target. */
function stepsOf(
  groups: readonly PlanStep[],
  items: readonly Item[],
  cover: Cover | undefined,
): readonly PlanStep[] {
  const taken = createGroups()
  groups.forEach(({ kinds, points, isOnOther, datasets }, index) => {
    for (const dataset of datasets.slice(0, cover?.counts[index]))
      taken.add(kinds, points, dataset, isOnOther)
  })
  items.forEach(({ dataset, options }, index) => {
    const choice = cover ? options[cover.options[index]] : mostOf(options)
    if (!choice) return
    if (choice.isOnOther) taken.add(choice.kinds, choice.gain * UNIT, dataset, true)
    else for (const { kinds, points } of apart(choice)) taken.add(kinds, points, dataset)
  })
  return [...taken.all()].sort((a, b) => b.points / effortOf(b.kinds) - a.points / effortOf(a.kinds))
}

function mostOf(options: readonly Choice[]): Choice | undefined {
  return [...options].sort((a, b) => b.gain - a.gain || a.cost - b.cost)[0]
}

/** A choice on the distribution that counts is told edit by edit. */
function apart({ parts }: Choice): readonly { kinds: readonly EditKind[]; points: number }[] {
  return parts.map(({ kind, points }) => ({ kinds: [kind], points }))
}

/**
 * One option per item, chosen by the least price of a point at which all edits that are worth it together reach the
 * need: for large catalogues, where the answer is close to the cheapest.
 */
function fixed(items: readonly Item[], groups: readonly PlanStep[], need: number) {
  const bestAt = (options: readonly Choice[], price: number): Choice | undefined => {
    let best: Choice | undefined
    let value = -1e-9
    for (const each of options) {
      const own = each.gain * price - each.cost
      if (own > value || (own === value && each.gain > (best?.gain ?? 0))) {
        best = each
        value = own
      }
    }
    return best
  }
  const gainAt = (price: number): number =>
    groups.reduce((sum, group) => {
      const { gain, cost, count } = groupItem(group)
      return cost / gain <= price + 1e-9 ? sum + gain * count : sum
    }, 0) + items.reduce((sum, { options }) => sum + (bestAt(options, price)?.gain ?? 0), 0)
  let [low, price] = [0, 1024]
  for (let step = 0; step < 50; step++) {
    const middle = (low + price) / 2
    if (gainAt(middle) >= need) price = middle
    else low = middle
  }
  return items.flatMap(({ dataset, options }) => {
    const choice = bestAt(options, price)
    return choice ? [{ dataset, choice }] : []
  })
}
