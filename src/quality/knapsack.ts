// The cheapest choice of items that together reach a weight: a bounded covering knapsack, exact.
// Hides the dynamic program: one pass per group over all reachable sums, with a sliding minimum per remainder.

export interface ItemGroup {
  /** Units that one item contributes, a positive integer. */
  readonly gain: number
  readonly cost: number
  readonly count: number
}

/**
 * How many items to take of each group so that the gains reach `need` units at the least cost; undefined when
 * they cannot. Sums above `need` count as `need`. Time and memory: groups × need.
 */
export function cheapestCover(groups: readonly ItemGroup[], need: number): readonly number[] | undefined {
  if (need <= 0) return groups.map(() => 0)
  let best = new Float64Array(need + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  const passes: Pass[] = []
  for (const group of groups) {
    const pass = extend(best, group)
    best = pass.best
    passes.push(pass)
  }
  return Number.isFinite(best[need]) ? trace(groups, passes, need) : undefined
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

function trace(groups: readonly ItemGroup[], passes: readonly Pass[], need: number): readonly number[] {
  const counts = groups.map(() => 0)
  let sum = need
  for (let index = groups.length - 1; index >= 0; index--) {
    const { take, overshotFrom } = passes[index]
    counts[index] = take[sum]
    sum = sum === need && overshotFrom !== undefined ? overshotFrom : sum - take[sum] * groups[index].gain
  }
  return counts
}
