// Which of a dataset's distributions to edit. Usually the one that counts today; another one where its few faults are
// cheaper to mend than what the best one lacks. Hides the frontier: for each gain the least effort that wins it.
import { type EditKind, editKinds, wonBy } from './edits.ts'
import type { Mode } from './formats.ts'

/** All points are multiples of five. */
export const UNIT = 5

/** A distribution with its values by metric (0–1, NaN: not assessed), and the same with formats read generously. */
export interface Candidate {
  readonly term: number
  readonly values: ArrayLike<number>
  readonly points: number
  readonly lenient?: ArrayLike<number>
}

/** One way to win points on one dataset: edits that belong together. */
export interface Choice {
  /** In units of {@link UNIT} above what the dataset has today. */
  readonly gain: number
  readonly cost: number
  readonly kinds: readonly EditKind[]
  /** The same edits with the points that each wins on its own distribution. */
  readonly parts: readonly { readonly kind: EditKind; readonly points: number }[]
  /** True when the edits are on another distribution than the one that counts today. */
  readonly isOnOther: boolean
}

/** The edits of a distribution that win anything, with their points. */
export function editsOf(candidate: Candidate, mode: Mode): readonly { kind: EditKind; points: number }[] {
  return editKinds
    .filter(({ on, modes }) => on === 'distribution' && modes.includes(mode))
    .map((kind) => ({ kind, points: wonBy(kind, candidate.values, candidate.lenient).points }))
    .filter(({ points }) => points > 0)
}

/**
 * The ways to win points on a dataset by its distributions, or undefined when editing the first of them, the one that
 * counts today, is never dearer than editing another.
 */
export function choicesOf(candidates: readonly Candidate[], mode: Mode): readonly Choice[] | undefined {
  const [best, ...others] = candidates
  if (!best || others.length === 0) return undefined
  const frontier = frontierOf(best, mode)
  const merged = new Map(frontier.map((choice) => [choice.gain, choice]))
  let isBetter = false
  for (const other of others) {
    const deficit = Math.round((best.points - other.points) / UNIT)
    for (const choice of frontierOf(other, mode)) {
      const gain = choice.gain - deficit
      if (gain <= 0 || leastCost(merged, gain) <= choice.cost) continue
      merged.set(gain, { ...choice, gain, isOnOther: true })
      isBetter = true
    }
  }
  return isBetter ? [...merged.values()].filter(({ gain }) => gain > 0) : undefined
}

function leastCost(choices: ReadonlyMap<number, Choice>, gain: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const choice of choices.values()) if (choice.gain >= gain) least = Math.min(least, choice.cost)
  return least
}

/** For each gain that edits of the distribution reach, the cheapest of them. */
function frontierOf(candidate: Candidate, mode: Mode): readonly Choice[] {
  const best = new Map<number, Choice>([[0, NOTHING]])
  for (const { kind, points } of editsOf(candidate, mode))
    for (const known of [...best.values()]) {
      const gain = known.gain + points / UNIT
      const cost = known.cost + kind.effort
      const before = best.get(gain)
      if (!before || cost < before.cost)
        best.set(gain, {
          gain,
          cost,
          kinds: [...known.kinds, kind],
          parts: [...known.parts, { kind, points }],
          isOnOther: false,
        })
    }
  return [...best.values()]
}

const NOTHING: Choice = { gain: 0, cost: 0, kinds: [], parts: [], isOnOther: false }
