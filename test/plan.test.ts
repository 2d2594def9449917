// The plan: the cheapest edits that reach a score. Checked against every possible set of edits on small catalogues, and on
// every Swedish file of the corpus.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadVocabularies, packageFolder } from '../src/profile/index.ts'
import { type EditKind, wonBy } from '../src/quality/edits.ts'
import {
  editKinds,
  groupScore,
  type Mode,
  metrics,
  nonConformingInEu,
  type Observed,
  observeDatasets,
  type Plan,
  planScore,
  scoreOf,
} from '../src/quality/index.ts'
import { cheapestCover } from '../src/quality/knapsack.ts'
import { decodeDocument, parse } from '../src/rdf/index.ts'

const meanOf = (observed: readonly Observed[], mode: Mode) =>
  groupScore(observed.map((each) => scoreOf(each, { mode }))).points

describe('the knapsack', () => {
  const group = fc.record({
    gain: fc.integer({ min: 1, max: 6 }),
    cost: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  const item = fc.record({
    options: fc.array(
      fc.record({ gain: fc.integer({ min: 1, max: 9 }), cost: fc.integer({ min: 1, max: 9 }) }),
      {
        maxLength: 3,
      },
    ),
  })

  it('covers at the least cost (against brute force)', () => {
    fc.assert(
      fc.property(
        fc.array(group, { maxLength: 3 }),
        fc.array(item, { maxLength: 3 }),
        fc.integer({ min: 0, max: 25 }),
        (groups, items, need) => {
          let least = Number.POSITIVE_INFINITY
          const visit = (index: number, sum: number, cost: number): void => {
            if (index < groups.length)
              for (let k = 0; k <= groups[index].count; k++)
                visit(index + 1, sum + k * groups[index].gain, cost + k * groups[index].cost)
            else if (index < groups.length + items.length) {
              visit(index + 1, sum, cost)
              for (const option of items[index - groups.length].options)
                visit(index + 1, sum + option.gain, cost + option.cost)
            } else if (sum >= need) least = Math.min(least, cost)
          }
          visit(0, 0, 0)
          const cover = cheapestCover(groups, need, items)
          if (!cover) {
            expect(least).toBe(Number.POSITIVE_INFINITY)
            return
          }
          const { counts, options } = cover
          expect(counts.every((count, index) => count >= 0 && count <= groups[index].count)).toBe(true)
          const total = (of: 'gain' | 'cost') =>
            counts.reduce((sum, count, i) => sum + count * groups[i][of], 0) +
            options.reduce((sum, option, i) => sum + (items[i].options[option]?.[of] ?? 0), 0)
          expect(total('gain')).toBeGreaterThanOrEqual(need)
          expect(total('cost')).toBe(least)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

/** Mostly won, so that the edits left are few enough to try every set of them. */
const byte = fc.constantFrom(0, 1, 1, 1, 1, 2)
const bytes = (on: EditKind['on']) =>
  fc
    .array(byte, { minLength: metrics.length, maxLength: metrics.length })
    .map((values) => Uint8Array.from(values, (each, index) => (metrics[index].on === on ? each : 0)))
const dataset = fc
  .record({ own: bytes('dataset'), distributions: fc.array(bytes('distribution'), { maxLength: 2 }) })
  .map(({ own, distributions }) => ({
    dataset: 0,
    own,
    distributions: distributions.map((values) => ({ term: 0, values })),
  }))
const catalogue = fc.array(dataset, { minLength: 1, maxLength: 2 }).map((all): readonly Observed[] =>
  all.map(({ own, distributions }, index) => ({
    dataset: index,
    own,
    distributions: distributions.map(({ values }, at) => ({ term: 100 + index * 10 + at, values })),
  })),
)

interface Possible {
  readonly values: Uint8Array
  readonly metrics: readonly number[]
  readonly effort: number
}

/** Every edit that wins anything on any dataset or distribution. */
function possibleEdits(observed: readonly Observed[], mode: Mode): readonly Possible[] {
  const kinds = (on: EditKind['on']) =>
    editKinds.filter((kind) => kind.on === on && kind.modes.includes(mode))
  const on = (values: Uint8Array, where: EditKind['on']) =>
    kinds(where).flatMap((kind) => {
      const { points, metrics: won } = wonBy(
        kind,
        Float64Array.from(values, (each) => (each === 2 ? Number.NaN : each)),
      )
      return points === 0 ? [] : [{ values, metrics: won, effort: kind.effort }]
    })
  return observed.flatMap(({ own, distributions }) => [
    ...on(own, 'dataset'),
    ...distributions.flatMap(({ values }) => on(values, 'distribution')),
  ])
}

/** The least effort of any set of edits that reaches the target, by trying them all. */
function leastEffort(observed: readonly Observed[], mode: Mode, target: number): number {
  const edits = possibleEdits(observed, mode)
  let least = Number.POSITIVE_INFINITY
  const visit = (index: number, effort: number): void => {
    if (effort >= least) return
    if (meanOf(observed, mode) >= target - 1e-9) {
      least = effort
      return
    }
    for (let next = index; next < edits.length; next++) {
      const edit = edits[next]
      for (const metric of edit.metrics) edit.values[metric] = 1
      visit(next + 1, effort + edit.effort)
      for (const metric of edit.metrics) edit.values[metric] = 0
    }
  }
  visit(0, 0)
  return least
}

/** The catalogue after a plan, or undefined when an edit of it cannot be made. */
function carriedOut(observed: readonly Observed[], plan: Plan, mode: Mode): readonly Observed[] {
  const after = observed.map((each) => ({
    ...each,
    own: each.own.slice(),
    distributions: each.distributions.map(({ term, values }) => ({ term, values: values.slice() })),
  }))
  const fractions = (values: Uint8Array) =>
    Float64Array.from(values, (each) => (each === 2 ? Number.NaN : each))
  const make = (values: Uint8Array, kind: EditKind) => {
    const won = wonBy(kind, fractions(values)).metrics
    for (const metric of won) values[metric] = 1
    return won.length > 0
  }
  for (const { kinds, isOnOther, datasets } of plan.steps)
    for (const index of datasets) {
      const best = scoreOf(observed[index], { mode }).distribution
      const { own, distributions } = after[index]
      const places =
        kinds[0].on === 'dataset'
          ? [own]
          : distributions.filter(({ term }) => (term === best) !== isOnOther).map(({ values }) => values)
      // Edits that belong together are on one distribution: the first where each of them can be made.
      const place = places.find((values) => kinds.every((kind) => wonBy(kind, fractions(values)).points > 0))
      expect(place, kinds.map(({ id }) => id).join(' ')).toBeDefined()
      for (const kind of kinds) expect(make(place!, kind)).toBe(true)
    }
  return after
}

describe('the plan', () => {
  it('is the cheapest of all sets of edits, and gives what it promises', () => {
    fc.assert(
      fc.property(
        catalogue,
        fc.constantFrom<Mode>('eu', 'se'),
        fc.integer({ min: 0, max: 60 }),
        (all, mode, more) => {
          fc.pre(possibleEdits(all, mode).length <= 14)
          const target = meanOf(all, mode) + more
          const plan = planScore(all, { target, mode })
          const least = leastEffort(all, mode, target)
          expect(plan.isExact).toBe(true)
          expect(plan.isReachable).toBe(Number.isFinite(least))
          if (plan.isReachable) expect(plan.effort).toBe(least)
          if (all.every(({ distributions }) => distributions.length < 3))
            expect(meanOf(carriedOut(all, plan, mode), mode)).toBeCloseTo(plan.after, 6)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('mends another distribution where that is cheaper', () => {
    const at = (id: string) => metrics.findIndex((metric) => metric.id === id)
    const all = (...lost: string[]) => {
      const values = Uint8Array.from(metrics, () => 1)
      for (const id of lost) values[at(id)] = 0
      return values
    }
    // The best lacks a machine-readable format (dear), the other a licence (cheap).
    const observed: readonly Observed[] = [
      {
        dataset: 0,
        own: all(),
        distributions: [
          { term: 1, values: all('formatMediaTypeMachineInterpretable') },
          { term: 2, values: all('licenceAvailability', 'knownLicence') },
        ],
      },
    ]
    const plan = planScore(observed, { target: 405, mode: 'eu' })
    expect(plan).toMatchObject({ isReachable: true, now: 385, after: 405, effort: 1 })
    expect(plan.steps).toMatchObject([{ kinds: [{ id: 'licence' }], isOnOther: true, points: 20 }])
  })

  it('of a large catalogue is close to the cheapest, and reaches what it says', () => {
    fc.assert(
      fc.property(catalogue, fc.integer({ min: 1, max: 60 }), (all, more) => {
        const target = meanOf(all, 'eu') + more
        const exact = planScore(all, { target, mode: 'eu' })
        const near = planScore(all, { target, mode: 'eu', patience: -1 })
        expect(near.isReachable).toBe(exact.isReachable)
        if (!near.isReachable) return
        expect(near.after).toBeGreaterThanOrEqual(target - 1e-6)
        expect(near.effort).toBeGreaterThanOrEqual(exact.effort)
      }),
      { numRuns: 300 },
    )
  })

  it('names every metric that an edit can win, once per mode', () => {
    for (const mode of ['eu', 'se'] as const) {
      const won = editKinds.filter(({ modes }) => modes.includes(mode)).flatMap(({ wins }) => wins)
      const counted = metrics.filter(({ id }) => mode === 'eu' || id !== 'dcatApCompliance')
      expect(new Set(won)).toEqual(new Set(counted.map(({ id }) => id)))
    }
  })
})

const corpus = join(packageFolder(), '..', 'shared', 'corpus', 'files')

describe.skipIf(!existsSync(corpus))('every Swedish file (../shared/corpus)', () => {
  const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.startsWith('se-')) : []
  const vocabularies = loadVocabularies()

  it.each(files)('%s', async (name) => {
    const { bytes } = decodeDocument(readFileSync(join(corpus, name)), {})
    const graph = await parse({ name, bytes }, {})
    for (const mode of ['se', 'eu'] as const) {
      // Links as if all of them worked, so that the last points are in reach.
      const observed = observeDatasets(graph, {
        mode,
        vocabularies,
        linkStatus: () => 200,
        nonConforming: nonConformingInEu(graph, vocabularies),
      })
      if (observed.length === 0) continue
      const { most } = planScore(observed, { target: 0, mode })
      for (const target of [121, 221, 351, most, most + 1]) {
        const plan = planScore(observed, { target, mode })
        const all = planScore(observed, { target: 1000, mode })
        expect(plan.isReachable, `${mode} ${target}`).toBe(all.after >= target - 1e-9)
        if (plan.isReachable) expect(plan.after).toBeGreaterThanOrEqual(target - 1e-9)
        expect(plan.effort).toBeLessThanOrEqual(all.effort)
      }
    }
  })
})
