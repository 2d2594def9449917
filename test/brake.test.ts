// The brake and the life of sources as properties: whatever a source does, no run takes away more than is agreed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, brake, isDue, type Known, planSource } from '../src/harvest/index.ts'
import { defaultRemoval } from '../src/source/index.ts'
import type { EntityContent, SourceLife } from '../src/store/index.ts'

const DATASET = 'http://www.w3.org/ns/dcat#Dataset'
const DAY = 86_400_000

interface Thing {
  readonly n: number
  readonly version: number
  readonly publisher: number
  readonly isProtected: boolean
}

const thing = fc.record<Thing>({
  n: fc.nat(60),
  version: fc.nat(2),
  publisher: fc.nat(3),
  isProtected: fc.boolean().map((yes) => yes),
})

/** What a source says on a day, how many days later it says so, and whether all of it was seen. */
const state = fc.record({
  things: fc.uniqueArray(thing, { maxLength: 60, selector: ({ n }) => n }),
  days: fc.nat(10),
  isComplete: fc.boolean(),
})

function contentOf({ n, version, publisher, isProtected }: Thing): EntityContent {
  return {
    iri: `https://e.se/${n}`,
    type: DATASET,
    nquads: '',
    hash: `${n} ${version}`,
    stableHash: `${n} ${version}`,
    key: `${n}`,
    publisher: `https://e.se/p${publisher}`,
    ...(isProtected && n % 7 === 0 && { isProtected: true }),
  }
}

/** Applies a plan as the store does. */
function applied(
  known: ReadonlyMap<string, Known>,
  plan: ReturnType<typeof planSource>,
  now: Date,
): Map<string, Known> {
  const next = new Map(known)
  for (const upsert of plan.upserts) next.set(upsert.iri, { ...upsert, state: 'current' })
  for (const { iri } of plan.missing)
    next.set(iri, { ...next.get(iri)!, state: 'missing', since: now.toISOString() })
  for (const { iri } of plan.deletes) next.delete(iri)
  for (const iri of plan.seen) {
    const { since: _, ...rest } = next.get(iri)!
    next.set(iri, { ...rest, state: 'current' })
  }
  return next
}

describe('the brake', () => {
  for (const policy of ['grace', 'immediate', 'keep'] as const)
    it(`lets no unapproved run remove more than it allows (${policy})`, () => {
      fc.assert(
        fc.property(fc.array(state, { maxLength: 12 }), (states) => {
          const removal = { ...defaultRemoval, policy }
          let known: Map<string, Known> = new Map()
          let now = Date.UTC(2026, 4, 1)
          for (const { things, days, isComplete } of states) {
            now += days * DAY
            const plan = planSource({
              known: [...known.values()],
              found: things.map(contentOf),
              unusable: new Set(),
              quarantined: new Map(),
              isComplete,
              removal,
              now: new Date(now),
            })
            if (plan.brake.length > 0) continue
            const next = applied(known, plan, new Date(now))
            const gone = [...known.values()].filter(({ iri }) => !next.has(iri))
            expect(gone.length).toBeLessThanOrEqual(Math.max(10, 0.15 * known.size))
            expect(gone.filter((each) => each.isProtected)).toEqual([])
            if (known.size > 0) expect(gone.length).toBeLessThan(known.size)
            for (const publisher of new Set(gone.map((each) => each.publisher)))
              expect(
                [...known.values()]
                  .filter((each) => each.publisher === publisher)
                  .every((each) => gone.includes(each)),
              ).toBe(false)
            if (!isComplete || policy === 'keep') expect(gone).toEqual([])
            known = next
          }
        }),
        { numRuns: 500 },
      )
    })

  it('is not fooled by many small steps: each is below the limit, and none is skipped', () => {
    const standing = Array.from({ length: 100 }, (_, n) => ({
      iri: `${n}`,
      type: DATASET,
      publisher: `p${n % 2}`,
    }))
    const lost = (n: number) => new Set(standing.slice(0, n).map(({ iri }) => iri))
    expect(brake(standing, lost(15), defaultRemoval)).toEqual([])
    expect(brake(standing, lost(16), defaultRemoval).map(({ kind }) => kind)).toEqual(['datasets', 'many'])
    expect(brake(standing.slice(0, 12), lost(10), defaultRemoval)).toEqual([])
    expect(brake(standing.slice(0, 3), lost(3), defaultRemoval).map(({ kind }) => kind)).toEqual([
      'everything',
    ])
  })
})

const failure = fc.record({
  kind: fc.constant('failed' as const),
  fault: fc.constantFrom('ours' as const, 'temporary' as const, 'theirs' as const),
  isGone: fc.boolean(),
})
const event = fc.oneof(
  failure,
  fc.record({ kind: fc.constant('read' as const), hasErrors: fc.boolean() }),
  fc.record({ kind: fc.constant('held' as const), run: fc.constant('r'), hasErrors: fc.boolean() }),
)

describe('the life of a source', () => {
  it('is gone only after saying so for longer than the grace period', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.nat(5)), { maxLength: 20 }), (events) => {
        let life: SourceLife = { state: 'new', added: '2026-05-01T00:00:00.000Z' }
        let now = Date.UTC(2026, 4, 1)
        for (const [each, days] of events) {
          now += days * DAY
          const before = life
          life = advance(life, each, new Date(now), { graceDays: 7 })
          if (life.state === 'gone' && before.state !== 'gone') {
            expect(each).toMatchObject({ kind: 'failed', fault: 'theirs', isGone: true })
            expect(now - new Date(life.failingSince!).getTime()).toBeGreaterThanOrEqual(7 * DAY)
          }
          if (each.kind === 'failed' && each.fault !== 'theirs')
            expect(life.state).not.toBe(before.state === 'invalid' ? 'gone' : 'invalid')
          if (each.kind === 'failed' && each.fault === 'ours') expect(life.state).toBe(before.state)
          if (each.kind === 'read') expect(life).not.toHaveProperty('failingSince')
        }
      }),
    )
  })

  it('tries again sooner after a failure that may pass, and keeps its schedule otherwise', () => {
    const now = new Date('2026-05-01T04:00:00Z')
    const rules = { graceDays: 7, nextBySchedule: new Date('2026-05-02T04:00:00Z') }
    let life: SourceLife = { state: 'ok', added: now.toISOString() }
    const due: (string | undefined)[] = []
    for (let n = 0; n < 4; n++) {
      life = advance(life, { kind: 'failed', fault: 'temporary', isGone: false }, now, rules)
      due.push(life.nextDue?.slice(0, 16))
    }
    expect(due).toEqual(['2026-05-01T05:00', '2026-05-01T06:00', '2026-05-01T08:00', '2026-05-01T12:00'])
    life = advance(life, { kind: 'read', hasErrors: false }, now, rules)
    expect(life).toMatchObject({ state: 'ok', nextDue: '2026-05-02T04:00:00.000Z' })
    expect(isDue(life, new Date('2026-05-02T03:59:00Z'))).toBe(false)
    expect(isDue(life, new Date('2026-05-02T04:01:00Z'))).toBe(true)
    expect(isDue({ ...life, state: 'paused' }, new Date('2026-06-01T00:00:00Z'))).toBe(false)
  })
})
