// The pure parts of event feeds: instants, order, applying, what is remembered, what may have been missed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalGraph, parse, writeNTriples } from '../src/rdf/index.ts'
import {
  applyEvents,
  type EventKind,
  type FeedEntities,
  type FeedEvent,
  feedGraphOf,
  keepEntities,
  nothingKnown,
  restoreEntities,
} from '../src/source/index.ts'
import { compareInstants, readInstant } from '../src/source/ldes/instant.ts'
import { isPast, type PageMemory } from '../src/source/ldes/memory.ts'
import { compareNatural, compareSequences } from '../src/source/ldes/order.ts'
import { mayHaveMissed } from '../src/source/ldes/retention.ts'
import { createSeen } from '../src/source/ldes/seen.ts'
import { settle } from '../src/source/ldes/settle.ts'

/** Turtle as lines, with labels of their own. */
async function lines(text: string, number: number): Promise<string> {
  const bytes = Buffer.from(`@prefix ex: <https://data.example.se/> .
${text}`)
  const graph = await parse({ name: '-', bytes }, { syntax: 'turtle' })
  return [...writeNTriples(graph)].join('').replaceAll('_:', `_:n${number}x`)
}

describe('instants', () => {
  it('compare across time zones and to any decimal', () => {
    const order = [
      '2025',
      '2026-01',
      '2026-01-02',
      '2026-01-02T10:00:00+02:00',
      '2026-01-02T08:00:00.0000001Z',
      '2026-01-02T08:00:00.00000010001Z',
      '2026-01-02T08:00:00.001',
    ]
    const sorted = [...order].reverse().sort((a, b) => compareInstants(readInstant(a)!, readInstant(b)!))
    expect(sorted).toEqual(order)
    expect(
      compareInstants(readInstant('2026-01-01T00:00:00.10Z')!, readInstant('2026-01-01T01:00:00.1+01:00')!),
    ).toBe(0)
  })

  it('are nothing else', () => {
    for (const text of [
      '',
      'i går',
      '2026-13-01',
      '2026-02-30T00:00:00Z',
      '2026-01-01T25:00:00Z',
      '26-01-01',
      '2026-1-1',
    ])
      expect(readInstant(text), text).toBeUndefined()
  })
})

describe('addresses of members', () => {
  it('compare with their numbers as numbers', () => {
    const order = ['e/9', 'e/10', 'e/010x', 'e/11', 'f/1', 'f/a']
    expect([...order].reverse().sort(compareNatural)).toEqual(order)
  })

  it('are never equal when they differ, and compare one way only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compareNatural(a, b) === 0).toBe(a === b)
        expect(Math.sign(compareNatural(a, b)) + Math.sign(compareNatural(b, a))).toBe(0)
      }),
    )
  })
})

/** Events of a few things at different instants; a title tells which event a description is of. */
const histories = fc
  .array(
    fc.record({
      thing: fc.nat(3),
      kind: fc.constantFrom<EventKind>('create', 'update', 'upsert', 'delete'),
      embeds: fc.boolean(),
    }),
    {
      maxLength: 12,
    },
  )
  .map((steps) => steps.map((step, i) => ({ ...step, number: i })))

async function eventsOf(
  steps: readonly { thing: number; kind: EventKind; embeds: boolean; number: number }[],
) {
  return Promise.all(
    steps.map(async ({ thing, kind, embeds, number }): Promise<FeedEvent> => {
      const text = `ex:t${thing} a ex:Thing ; ex:title "${number}" ; ex:part [ ex:of "${number}" ] .
        ${embeds ? `ex:e${thing} a ex:Part ; ex:title "${number}" .` : ''}`
      return {
        member: `https://feed.example.se/${number}`,
        object: `https://data.example.se/t${thing}`,
        kind,
        published: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
        nquads: await lines(kind === 'delete' ? '' : text, number),
        page: 'https://feed.example.se/',
      }
    }),
  )
}

async function shape(known: FeedEntities) {
  return {
    graph: await canonicalGraph(await feedGraphOf(known)),
    versions: Object.fromEntries([...known.versions].sort()),
  }
}

describe('applying events', () => {
  it('ends in the same state in whatever order and portions they come, and when some come twice', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.infiniteStream(fc.nat(1_000_000)), async (steps, random) => {
        // Without things embedded: an event that is skipped as late no longer takes along what it once embedded.
        const events = await eventsOf(steps.map((step) => ({ ...step, embeds: false })))
        const wanted = await shape(applyEvents(nothingKnown, events))
        const next = () => random.next().value as number
        const shuffled = [...events, ...events.slice(0, 3)]
          .map((event) => ({ event, at: next() }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event)
        let known: FeedEntities = nothingKnown
        for (let at = 0; at < shuffled.length; ) {
          const portion = shuffled.slice(at, (at += 1 + (next() % 4)))
          known = applyEvents(known, portion)
        }
        expect(await shape(known)).toEqual(wanted)
      }),
      { numRuns: 40 },
    )
  })

  it('does not let a late event take over what has been described since', async () => {
    const [own, late] = await eventsOf([
      { thing: 1, kind: 'update', embeds: false, number: 5 },
      { thing: 2, kind: 'update', embeds: false, number: 3 },
    ])
    const embedding = {
      ...late,
      nquads: await lines('ex:t2 a ex:Thing ; ex:part ex:t1 . ex:t1 a ex:Thing ; ex:title "gammal" .', 3),
    }
    const late1 = applyEvents(applyEvents(nothingKnown, [own]), [embedding])
    expect(await shape(late1)).toEqual(await shape(applyEvents(nothingKnown, [own, embedding])))
    expect((await shape(late1)).graph).not.toContain('gammal')
  })

  it('ends in the same state at once and one by one', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const events = await eventsOf(steps)
        let known: FeedEntities = nothingKnown
        for (const event of events) known = applyEvents(known, [event])
        expect(await shape(known)).toEqual(await shape(applyEvents(nothingKnown, events)))
      }),
      { numRuns: 40 },
    )
  })

  it('leaves what came in as it was, and survives being kept as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const events = await eventsOf(steps)
        const half = applyEvents(nothingKnown, events.slice(0, events.length / 2))
        const before = await shape(half)
        const after = applyEvents(half, events.slice(events.length / 2))
        expect(await shape(half)).toEqual(before)
        const restored = restoreEntities(JSON.parse(JSON.stringify(keepEntities(half))))
        expect(await shape(applyEvents(restored, events.slice(events.length / 2)))).toEqual(
          await shape(after),
        )
      }),
      { numRuns: 25 },
    )
  })

  it('counts so that what was known, less what went, plus what came, is what is known', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const events = await eventsOf(steps)
        const half = applyEvents(nothingKnown, events.slice(0, events.length / 2))
        const { report } = applyEvents(half, events.slice(events.length / 2))
        const all = applyEvents(nothingKnown, events).report
        expect(half.report.added - report.removed + report.added).toBe(all.added)
        expect(report.unchanged + report.updated + report.removed).toBe(half.report.added)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what is remembered', () => {
  it('knows every member it has seen, also after it was kept', () => {
    fc.assert(
      fc.property(fc.array(fc.webUrl()), fc.webUrl(), (members, other) => {
        const seen = createSeen()
        for (const member of members) seen.add(member)
        const again = createSeen(seen.write())
        expect(again.write()).toBe(seen.write())
        for (const member of members) expect(again.add(member)).toBe(false)
        expect(again.add(other)).toBe(!members.includes(other))
      }),
    )
  })

  it('forgets what lies behind pages where nothing changes any more, circles too', () => {
    const page = (isFinished: boolean, ...links: string[]): PageMemory => ({
      links: links.map((url) => ({ url })),
      isFinished,
    })
    const pages = new Map([
      ['root', page(false, 'a', 'b', 'c')],
      ['a', page(true, 'a1', 'a2')],
      ['a1', page(true, 'a2')],
      ['a2', page(true, 'a1')],
      ['b', page(true, 'b1')],
      ['b1', page(false)],
      ['c', page(true, 'unread')],
    ])
    const kept = settle('root', pages)
    expect(Object.keys(kept).sort()).toEqual(['a', 'b', 'b1', 'c', 'root'])
    expect(Object.keys(kept).filter((url) => kept[url].isSettled)).toEqual(['a'])
  })

  it('takes a page for finished when no later member can be within its bound', () => {
    const newest = '2026-01-01T00:00:00Z'
    expect(isPast({ url: 'x', upper: newest }, newest)).toBe(true)
    expect(isPast({ url: 'x', upper: newest, isIn: true }, newest)).toBe(false)
    expect(isPast({ url: 'x', upper: '2026-01-01T00:00:01Z' }, newest)).toBe(false)
    expect(isPast({ url: 'x', upper: '2025-12-31T23:59:59Z', isIn: true }, newest)).toBe(true)
    expect(isPast({ url: 'x' }, newest)).toBe(false)
  })
})

describe('numbers of events', () => {
  it.each([
    [['9', '10', '11']],
    [['-2', '-1.5', '0', '1.25', '1.5', '2']],
    [['99999999999999999998', '99999999999999999999']],
    [['2026-01-01T02:00:00+02:00', '2026-01-01T00:00:01Z']],
    [['a2', 'a10', 'b1']],
  ])('are compared as what they are: %j', (wanted) => {
    expect([...wanted].reverse().sort(compareSequences)).toEqual(wanted)
  })
})

describe('what may have been missed', () => {
  const DAY = 86_400_000
  const after = (days: number) => ({ lastReadMs: 0, nowMs: days * DAY })
  it.each([
    ['the whole history is kept', [], 1000, false],
    ['the latest version of everything is kept', [{ amount: 1 }], 1000, false],
    ['events of the last week are kept, and it was read yesterday', [{ fullLog: 'P7D' }], 1, false],
    ['events of the last week are kept, and it was read long ago', [{ fullLog: 'P7D' }], 8, true],
    ['deletions are told for a month', [{ amount: 1, deletions: 'P1M' }], 29, true],
    [
      'deletions are told for a month, and it was read three weeks ago',
      [{ amount: 1, deletions: 'P1M' }],
      21,
      false,
    ],
    ['the window has passed but for what clocks may differ', [{ fullLog: 'P7DT4M' }], 7, true],
    ['deletions alone are told for a month', [{ deletions: 'P1M' }], 29, true],
    ['what was before it was read is cleared away', [{ from: '1970-01-01T00:00:00Z' }], 1, false],
    ['what came after it was read is cleared away', [{ from: '1970-01-02T00:00:00Z' }], 2, true],
    ['nothing is said of the policy, so that nothing is kept', [{ isEmpty: true }], 0, true],
    ['a duration that cannot be read says nothing', [{ fullLog: 'en vecka' }], 1000, false],
  ] as const)('when %s', (_, retention, days, missed) => {
    expect(mayHaveMissed(retention, after(days))).toBe(missed)
  })
})
