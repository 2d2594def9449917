// The cheapest choice of items that together reach a weight: a bounded covering knapsack, exact.
// Hides the dynamic program: one pass per group over all reachable sums, with a sliding minimum per remainder, and one
// per item of which a single option is taken.

export interface ItemGroup {
  /** Units that one item contributes, a positive integer. */
  readonly gain: number
  readonly cost: number
  readonly count: number
}

/** An item that gives one of several gains at one of several costs, or nothing. */
export interface ChoiceItem {
  readonly options: readonly { readonly gain: number; readonly cost: number }[]
}

export interface Cover {
  /** How many to take of each group. */
  readonly counts: readonly number[]
  /** Which option of each item to take; -1 for none. */
  readonly options: readonly number[]
}

/**
 * What to take of groups and items so that the gains reach `need` units at the least cost; undefined when they cannot.
 * Sums above `need` count as `need`. Time: (groups + options of all items) × need; memory: (groups + items) × need.
 */
export function cheapestCover(
  groups: readonly ItemGroup[],
  need: number,
  items: readonly ChoiceItem[] = [],
): Cover | undefined {
  if (need <= 0) return { counts: groups.map(() => 0), options: items.map(() => -1) }
  let best = new Float64Array(need + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  const passes: Pass[] = []
  for (const group of groups) {
    const pass = extend(best, group)
    best = pass.best
    passes.push(pass)
  }
  const choices: ChoicePass[] = []
  for (const item of items) {
    const pass = choose(best, item)
    best = pass.best
    choices.push(pass)
  }
  if (!Number.isFinite(best[need])) return undefined
  const { options, sum } = traceChoices(items, choices, need)
  return { counts: trace(groups, passes, sum), options }
}

interface ChoicePass {
  readonly best: Float64Array<ArrayBuffer>
  /** By sum: the option that reaches it, plus one; 0 for none. */
  readonly take: Uint16Array
  /** The sum that the last one was reached from. */
  lastFrom: number
}

function choose(best: Float64Array, { options }: ChoiceItem): ChoicePass {
  const need = best.length - 1
  const pass: ChoicePass = { best: Float64Array.from(best), take: new Uint16Array(need + 1), lastFrom: need }
  for (const [index, { gain, cost }] of options.entries())
    for (let from = 0; from <= need; from++) {
      const to = Math.min(need, from + gain)
      const price = best[from] + cost
      if (price >= pass.best[to]) continue
      pass.best[to] = price
      pass.take[to] = index + 1
      if (to === need) pass.lastFrom = from
    }
  return pass
}

function traceChoices(items: readonly ChoiceItem[], passes: readonly ChoicePass[], need: number) {
  const options = items.map(() => -1)
  let sum = need
  for (let index = items.length - 1; index >= 0; index--) {
    const { take, lastFrom } = passes[index]
    options[index] = take[sum] - 1
    if (options[index] >= 0) sum = sum === need ? lastFrom : sum - items[index].options[options[index]].gain
  }
  return { options, sum }
}

interface Pass {
  readonly best: Float64Array<ArrayBuffer>
  /** By sum: how many of the group's items reach it. */
  readonly take: Uint32Array
  /** The sum that the last one was reached from when its items carry beyond it. */
  overshotFrom: number | undefined
}

/** best'[sum] = min over k of best[sum − k·gain] + k·cost, where a sum of `need` may be overshot. */
function extend(best: Float64Array, group: ItemGroup): Pass {
  const { gain, cost, count } = group
  const need = best.length - 1
  const next = new Float64Array(need + 1)
  const take = new Uint32Array(need + 1)
  const queue = new Uint32Array(Math.floor(need / gain) + 1)
  for (let rest = 0; rest < gain && rest <= need; rest++) {
    let head = 0
    let tail = 0
    const key = (step: number) => best[rest + step * gain] - step * cost
    for (let step = 0; rest + step * gain <= need; step++) {
      while (tail > head && key(queue[tail - 1]) >= key(step)) tail--
      queue[tail++] = step
      if (queue[head] < step - count) head++
      next[rest + step * gain] = key(queue[head]) + step * cost
      take[rest + step * gain] = step - queue[head]
    }
  }
  const pass: Pass = { best: next, take, overshotFrom: undefined }
  overshoot(best, pass, group)
  return pass
}

/** The last sum may also be reached from any sum that `count` items carry beyond it. */
function overshoot(best: Float64Array, pass: Pass, { gain, cost, count }: ItemGroup): void {
  const need = best.length - 1
  for (let from = Math.max(0, need - count * gain); from < need; from++) {
    const items = Math.ceil((need - from) / gain)
    const price = best[from] + items * cost
    if (price >= pass.best[need]) continue
    pass.best[need] = price
    pass.take[need] = items
    pass.overshotFrom = from
  }
}

/** From `start` back to nothing; only the last sum may have been overshot. */
function trace(groups: readonly ItemGroup[], passes: readonly Pass[], start: number): readonly number[] {
  const counts = groups.map(() => 0)
  let sum = start
  for (let index = groups.length - 1; index >= 0; index--) {
    const { take, overshotFrom } = passes[index]
    counts[index] = take[sum]
    const isLast = sum === take.length - 1
    sum = isLast && overshotFrom !== undefined ? overshotFrom : sum - take[sum] * groups[index].gain
  }
  return counts
}
