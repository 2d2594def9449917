// Transactions of event feeds: together or not at all, in whatever order and in however many readings they come.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseServer, openCaseServer } from '../src/conformance/index.ts'
import { type FeedItem, type FeedMemory, openClient, readFeed } from '../src/source/index.ts'
import { type HeldMember, settleTransactions } from '../src/source/ldes/transactions.ts'

const time = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString()

interface Step {
  readonly transaction: string
  readonly isFinal: boolean
  readonly isBroken: boolean
}

/** Members in the order of their times, some at the same. */
function membersOf(steps: readonly Step[]): readonly HeldMember[] {
  return steps.map(({ transaction, isFinal, isBroken }, n) => {
    const about = { member: `https://a.example.se/m${n}`, page: 'https://a.example.se/' }
    return {
      ...about,
      transaction,
      added: time(n),
      ...(isFinal && { isFinal: true as const }),
      ...(isBroken
        ? { isBroken: true as const }
        : { event: { ...about, object: `https://a.example.se/${n}`, kind: 'upsert' as const, nquads: '' } }),
    }
  })
}

/** What has to come of them, by the plainest way to say it. */
function wanted(members: readonly HeldMember[]) {
  const applied: string[] = []
  const broken: string[] = []
  const left = new Set(members)
  for (const end of members.filter(({ isFinal }) => isFinal)) {
    const whole = [...left].filter(
      ({ transaction, added }) => transaction === end.transaction && added! <= end.added!,
    )
    for (const each of whole) left.delete(each)
    const names = whole.filter(({ event }) => event).map(({ member }) => member)
    if (whole.some(({ isBroken }) => isBroken)) broken.push(...names)
    else applied.push(...names)
  }
  return { applied, broken, held: [...left].map(({ member }) => member) }
}

const stream = fc
  .array(
    fc.record({
      transaction: fc.constantFrom('a', 'b', 'c'),
      isFinal: fc.boolean(),
      isBroken: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { maxLength: 30 },
  )
  .map(membersOf)

const sorted = (list: readonly string[]) => [...list].sort()

describe('transactions', () => {
  it('are handed out whole or not at all, in whatever order their members come', () => {
    fc.assert(
      fc.property(
        stream.chain((members) =>
          fc.tuple(
            fc.constant(members),
            fc.shuffledSubarray([...members], { minLength: members.length, maxLength: members.length }),
          ),
        ),
        ([members, shuffled]) => {
          const { events, faults, held, notes } = settleTransactions(shuffled)
          const want = wanted(members)
          expect(events.map(({ member }) => member)).toEqual(want.applied)
          expect(faults.map(({ member }) => member)).toEqual(want.broken)
          expect(sorted(held.map(({ member }) => member))).toEqual(sorted(want.held))
          expect(sorted(notes.map(({ value }) => value!))).toEqual(
            sorted([...new Set(held.map(({ transaction }) => transaction))]),
          )
        },
      ),
    )
  })

  it('come to the same in however many readings', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(30), { maxLength: 4 }), (members, cuts) => {
        const ends = [...cuts.filter((cut) => cut < members.length).sort((a, b) => a - b), members.length]
        const applied: string[] = []
        const broken: string[] = []
        let held: readonly HeldMember[] = []
        let start = 0
        for (const end of ends) {
          // What is held goes through a file between readings.
          const kept = JSON.parse(JSON.stringify(held)) as readonly HeldMember[]
          const settled = settleTransactions([...kept, ...members.slice(start, end)])
          applied.push(...settled.events.map(({ member }) => member))
          broken.push(...settled.faults.map(({ member }) => member!))
          held = settled.held
          start = end
        }
        const want = wanted(members)
        expect(applied).toEqual(want.applied)
        expect(broken).toEqual(want.broken)
        expect(sorted(held.map(({ member }) => member))).toEqual(sorted(want.held))
      }),
    )
  })

  it('take a member without a time for an early one, unless it finishes', () => {
    const [early, end, late] = membersOf([
      { transaction: 'a', isFinal: false, isBroken: false },
      { transaction: 'a', isFinal: true, isBroken: false },
      { transaction: 'a', isFinal: false, isBroken: false },
    ])
    const without = ({ added: _, ...member }: HeldMember): HeldMember => member
    const names = (members: readonly HeldMember[]) =>
      settleTransactions(members).events.map(({ member }) => member)
    expect(names([early, end, without(late)])).toHaveLength(3)
    expect(names([early, without(end), late])).toEqual([early.member, late.member, end.member])
  })
})

describe('a feed with transactions', () => {
  let server: CaseServer
  beforeAll(async () => {
    server = await openCaseServer()
  })
  afterAll(() => server.close())

  async function read(folder: string, memory?: FeedMemory): Promise<readonly FeedItem[]> {
    server.play(`fixtures/ldes/${folder}`, { '/feed.trig': [{ file: 'feed.trig' }] })
    const client = await openClient({ allowPrivate: ['127.0.0.1'], retry: { retries: 0 } })
    const items: FeedItem[] = []
    const address = `${server.origin}/feed.trig`
    try {
      for await (const item of readFeed({ address, client, ...(memory && { memory }) })) items.push(item)
    } finally {
      await client.close()
    }
    return items
  }
  const notes = (items: readonly FeedItem[]) =>
    items.flatMap((item) => (item.kind === 'note' ? [{ code: item.note.code, value: item.note.value }] : []))
  const memoryOf = (items: readonly FeedItem[]) =>
    items.flatMap((item) => (item.kind === 'end' ? [item.memory] : []))[0]

  it('tells of a transaction that is not finished, each time, and remembers its members', async () => {
    const first = await read('transaction-unfinished')
    expect(notes(first)).toEqual([{ code: 'transaction-open', value: 't1' }])
    const memory = memoryOf(first)
    expect(memory.held?.map(({ event }) => event?.object)).toEqual([
      'https://data.example.se/air',
      'https://data.example.se/water',
    ])
    const second = await read('transaction-unfinished', memory)
    expect(second.filter(({ kind }) => kind === 'event')).toEqual([])
    expect(notes(second)).toEqual([{ code: 'transaction-open', value: 't1' }])
    expect(memoryOf(second).held).toEqual(memory.held)
  })

  it('remembers nothing of what is finished', async () => {
    const items = await read('transaction-finished')
    expect(notes(items)).toEqual([])
    expect(memoryOf(items)).not.toHaveProperty('held')
  })

  it('tells when nobody can know that a transaction is finished', async () => {
    const items = await read('transaction-without-end')
    expect(items.filter(({ kind }) => kind === 'event')).toHaveLength(3)
    expect(notes(items)).toEqual([{ code: 'transaction-endless', value: undefined }])
  })
})
