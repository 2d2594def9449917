// The contract of the store: every engine keeps the same promises.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/index.ts'
import { hasPostgres } from './support/postgres.ts'
import { all, closePlaces, dataset, places, reason, sourceNamed, time } from './support/stores.ts'

const A = 'https://a.example.se/1'
const B = 'https://a.example.se/2'

afterAll(closePlaces, 60_000)

it.skipIf(hasPostgres)(
  'PostgreSQL 15 is not installed: its half of these tests did not run (apt-get install postgresql)',
  () => {
    expect(process.env.CI).toBeUndefined()
  },
)

for (const place of places)
  describe(`a store in ${place.name}`, () => {
    let store: Store
    let opened: Awaited<ReturnType<typeof place.open>>
    beforeEach(async () => {
      opened = await place.open()
      store = opened.store
      await store.putSource(sourceNamed('a', { order: 1 }), time(0))
      await store.putSource(sourceNamed('b', { order: 2, rank: 3 }), time(0))
    }, 120_000)
    afterEach(() => opened.remove(), 60_000)

    const kinds = async () =>
      (await all(store.changes())).map(({ kind, source, iri }) => `${kind} ${source} ${iri}`)

    it('records creation, change and removal in the history, and keeps what was', async () => {
      await store.apply({
        source: 'a',
        time: time(1),
        run: 'r1',
        upserts: [dataset(A, 'Luft'), dataset(B, 'Vatten')],
      })
      await store.apply({ source: 'a', time: time(2), run: 'r2', upserts: [dataset(A, 'Luft och buller')] })
      await store.apply({ source: 'a', time: time(3), run: 'r3', deletes: [{ iri: A, reason }] })
      const changes = await all(store.changes({ iri: A }))
      expect(changes.map(({ kind, time, run }) => [kind, time, run])).toEqual([
        ['create', time(1), 'r1'],
        ['update', time(2), 'r2'],
        ['delete', time(3), 'r3'],
      ])
      expect(changes[0].nquads).toContain('"Luft"@sv')
      expect(changes[2]).toMatchObject({ reason, nquads: expect.stringContaining('Luft och buller') })
      expect(await store.entity(A)).toMatchObject({
        state: 'gone',
        since: time(3),
        reason,
        firstSeen: time(1),
      })
      expect((await all(store.entities())).map(({ iri }) => iri)).toEqual([B])
      expect(await all(store.verify())).toEqual([])
    })

    it('does not touch what is unchanged', async () => {
      const batch = { source: 'a', time: time(1), run: 'r1', upserts: [dataset(A, 'Luft')] }
      await store.apply(batch)
      const before = await all(store.exportAll())
      expect(await store.apply({ ...batch, time: time(2), run: 'r2' })).toMatchObject({
        unchanged: 1,
        updated: 0,
        seq: 1,
      })
      const after = await all(store.exportAll())
      expect(after.filter((line) => !line.includes('"table":"source"'))).toEqual(
        before.filter((line) => !line.includes('"table":"source"')),
      )
    })

    it('knows when only a date differs', async () => {
      const upserts = [dataset(A, 'Luft', { modified: '2026-01-01' })]
      await store.apply({ source: 'a', time: time(1), run: 'r1', upserts })
      const later = [dataset(A, 'Luft', { modified: '2026-01-02' })]
      expect(await store.apply({ source: 'a', time: time(2), run: 'r2', upserts: later })).toMatchObject({
        updated: 1,
        dateOnly: 1,
      })
      expect((await all(store.changes({ after: 1 })))[0]).toMatchObject({ kind: 'update', isDateOnly: true })
    })

    it('keeps the last good version public while a bad one is held', async () => {
      await store.apply({ source: 'a', time: time(1), run: 'r1', upserts: [dataset(A, 'Luft')] })
      const bad = [
        dataset(A, 'Trasig', { state: 'held', reason }),
        dataset(B, 'Ny och trasig', { state: 'held', reason }),
      ]
      await store.apply({ source: 'a', time: time(2), run: 'r2', upserts: bad })
      const shown = await all(store.entities())
      expect(shown).toMatchObject([{ iri: A, state: 'stale', since: time(2), reason, title: { sv: 'Luft' } }])
      expect(await store.entity(B)).toMatchObject({ state: 'held' })
      expect(await kinds()).toEqual([`create a ${A}`])
      await store.apply({ source: 'a', time: time(3), run: 'r3', upserts: [dataset(B, 'Ny')], seen: [A] })
      expect((await all(store.entities())).map(({ state }) => state)).toEqual(['current', 'current'])
      expect(await kinds()).toEqual([`create a ${A}`, `create a ${B}`])
      expect(await all(store.verify())).toEqual([])
    })

    it('shows what is missing until it is removed, and takes it back when it returns', async () => {
      await store.apply({ source: 'a', time: time(1), run: 'r1', upserts: [dataset(A, 'Luft')] })
      await store.apply({ source: 'a', time: time(2), run: 'r2', missing: [{ iri: A, reason }] })
      expect(await store.entity(A)).toMatchObject({ state: 'missing', since: time(2) })
      await store.apply({ source: 'a', time: time(3), run: 'r3', missing: [{ iri: A, reason }] })
      expect(await store.entity(A)).toMatchObject({ state: 'missing', since: time(2) })
      await store.apply({ source: 'a', time: time(4), run: 'r4', upserts: [dataset(A, 'Luft')] })
      expect(await store.entity(A)).toMatchObject({ state: 'current' })
      expect(await kinds()).toEqual([`create a ${A}`])
    })

    it('shows one description of each thing, and tells why', async () => {
      await store.apply({ source: 'b', time: time(1), run: 'r1', upserts: [dataset(A, 'Luft enligt b')] })
      expect(await store.entity(A)).toMatchObject({ source: 'b' })
      expect(
        await store.apply({ source: 'a', time: time(2), run: 'r2', upserts: [dataset(A, 'Luft')] }),
      ).toMatchObject({
        suppressed: 1,
      })
      expect(await store.entity(A)).toMatchObject({ source: 'a' })
      expect((await all(store.entities({ isUnited: true }))).map(({ source }) => source)).toEqual(['a'])
      expect((await all(store.entities({ source: 'b' })))[0].suppressedBy).toEqual({
        source: 'a',
        iri: A,
        reason,
      })
      expect(await store.decisions({ iri: A })).toMatchObject([
        { kind: 'duplicate', kept: { source: 'a' }, reason },
      ])
      await store.apply({ source: 'a', time: time(3), run: 'r3', deletes: [{ iri: A, reason }] })
      expect(await store.entity(A)).toMatchObject({ source: 'b', state: 'current' })
      expect(await kinds()).toEqual([
        `create b ${A}`,
        `create a ${A}`,
        `suppress b ${A}`,
        `delete a ${A}`,
        `reveal b ${A}`,
      ])
      expect(await all(store.verify())).toEqual([])
    })

    it('goes back in time', async () => {
      await store.apply({ source: 'b', time: time(1), run: 'r1', upserts: [dataset(A, 'Luft enligt b')] })
      await store.apply({ source: 'a', time: time(3), run: 'r2', upserts: [dataset(A, 'Luft')] })
      await store.apply({ source: 'a', time: time(5), run: 'r3', deletes: [{ iri: A, reason }] })
      const titles = async (n: number) =>
        (await all(store.entities({ at: time(n), isUnited: true }))).map(
          ({ source, title }) => `${source} ${title?.sv}`,
        )
      expect(await titles(0)).toEqual([])
      expect(await titles(2)).toEqual(['b Luft enligt b'])
      expect(await titles(4)).toEqual(['a Luft'])
      expect(await titles(6)).toEqual(['b Luft enligt b'])
      expect(await store.entity(A, { at: time(6), source: 'a' })).toMatchObject({ state: 'gone' })
    })

    it('refuses a batch made against another version, and writes nothing of it', async () => {
      const { version } = await store.apply({
        source: 'a',
        time: time(1),
        run: 'r1',
        upserts: [dataset(A, 'Luft')],
      })
      await store.apply({ source: 'a', time: time(2), run: 'r2', version, upserts: [dataset(B, 'Vatten')] })
      const late = { source: 'a', time: time(3), run: 'r3', version, deletes: [{ iri: A, reason }] }
      await expect(store.apply(late)).rejects.toMatchObject({ code: 'STORE_CONFLICT' })
      expect((await all(store.entities())).length).toBe(2)
      await expect(store.apply({ source: 'x', time: time(4), run: 'r4' })).rejects.toMatchObject({
        code: 'STORE_INVALID',
      })
    })

    it('gives times that grow with the sequence, also when the clock goes back', async () => {
      await store.apply({ source: 'a', time: time(9), run: 'r1', upserts: [dataset(A, 'Luft')] })
      await store.apply({ source: 'a', time: time(2), run: 'r2', upserts: [dataset(B, 'Vatten')] })
      const [first, second] = await all(store.changes())
      expect(second.time > first.time).toBe(true)
    })

    it('keeps the pages of a reading at once, and drops them with the batch that ends it', async () => {
      const page = (about: unknown, text: string) => ({
        url: 'https://a.example.se/1',
        about,
        bytes: Buffer.from(text),
      })
      await store.putJournalPage('a', page({ n: 1 }, 'första'))
      await store.putJournalPage('b', page({ n: 3 }, 'annan'))
      const { version } = (await store.source('a'))!
      await store.putJournalPage('a', page({ n: 2 }, 'andra'))
      expect((await store.source('a'))!.version).toBe(version)
      expect(await store.journal('a')).toEqual([{ url: 'https://a.example.se/1', about: { n: 2 } }])
      const bytes = async (source: string) => {
        const found = await store.journalPage(source, 'https://a.example.se/1')
        return found && Buffer.from(found).toString()
      }
      expect(await bytes('a')).toBe('andra')
      await store.apply({ source: 'a', time: time(1), run: 'r1' })
      expect(await bytes('a')).toBe('andra')
      await store.apply({ source: 'a', time: time(2), run: 'r2', endsReading: true })
      expect(await store.journal('a')).toEqual([])
      expect([await bytes('a'), await bytes('b')]).toEqual([undefined, 'annan'])
      await store.gc({ before: '2100-01-01T00:00:00.000Z' })
      expect(await store.journal('b')).toEqual([])
    })

    it('keeps runs, findings, documents, scores, client state, claims and cursors', async () => {
      const run = { id: 'r1', source: 'a', state: 'applied' as const, started: time(1), finished: time(2) }
      const findings = [{ iri: A, rule: 'dataset-title-missing', severity: 'error' as const, body: { n: 1 } }]
      const blob = await store.putBlob(Buffer.from('åäö'.repeat(100)))
      const documents = [{ url: 'https://a.example.se/', blobs: [blob], condition: { etag: '"1"' } }]
      const scores = [
        { source: 'a', iri: '', method: 'mqa', time: time(1), points: 210.5, max: 405, body: { x: 1 } },
      ]
      await store.apply({
        source: 'a',
        time: time(1),
        run: 'r1',
        runRecord: run,
        findings,
        documents,
        scores,
        clientState: { page: '7' },
      })
      expect(await store.run('r1')).toEqual(run)
      expect(await store.runs({ source: 'a' })).toEqual([run])
      expect(await all(store.findings({ iri: A }))).toEqual([{ ...findings[0], source: 'a', run: 'r1' }])
      expect(await store.documents('a')).toEqual(documents)
      expect(Buffer.from((await store.blob(blob)) ?? []).toString()).toBe('åäö'.repeat(100))
      expect(await store.blob('0'.repeat(64))).toBeUndefined()
      expect(await store.scores({ source: 'a' })).toEqual(scores)
      expect(await store.clientState('a')).toEqual({ page: '7' })
      await store.apply({
        source: 'a',
        time: time(2),
        run: 'r2',
        clientState: { page: undefined, next: '8' },
      })
      expect(await store.clientState('a')).toEqual({ next: '8' })
      expect(await store.claim('a', { owner: 'one', now: time(1), ttlMs: 5_000 })).toBe(true)
      expect(await store.claim('a', { owner: 'two', now: time(2), ttlMs: 5_000 })).toBe(false)
      expect(await store.claim('a', { owner: 'one', now: time(5), ttlMs: 5_000 })).toBe(true)
      expect(await store.claim('a', { owner: 'two', now: time(11), ttlMs: 5_000 })).toBe(true)
      await store.release('a', 'one')
      expect(await store.claim('a', { owner: 'one', now: time(12), ttlMs: 5_000 })).toBe(false)
      expect(await store.cursor('sparql')).toBe(0)
      await store.putCursor('sparql', 12)
      expect(await store.cursor('sparql')).toBe(12)
    })

    it('finds words, also the beginnings of them, and keeps å apart from a', async () => {
      const upserts = [dataset(A, 'Badplatser vid kusten'), dataset(B, 'Åtgärder mot buller')]
      await store.apply({ source: 'a', time: time(1), run: 'r1', upserts })
      const found = async (text: string) => (await store.search(text)).map(({ iri }) => iri)
      expect(await found('badplats')).toEqual([A])
      expect(await found('ÅTGÄRD')).toEqual([B])
      expect(await found('atgard')).toEqual([])
      expect(await found('" OR *')).toEqual([])
      await store.apply({ source: 'a', time: time(2), run: 'r2', deletes: [{ iri: A, reason }] })
      expect(await found('badplats')).toEqual([])
    })

    it('gives the same dump whatever order it was filled in, and comes back whole from an export', async () => {
      await store.apply({ source: 'a', time: time(1), run: 'r1', upserts: [dataset(A, 'Luft')] })
      await store.apply({
        source: 'b',
        time: time(2),
        run: 'r2',
        upserts: [dataset(A, 'Luft enligt b'), dataset(B, 'Vatten')],
      })
      const other = await place.open()
      try {
        for (const source of ['a', 'b'])
          await other.store.putSource(
            sourceNamed(source, { order: source === 'a' ? 1 : 2, rank: source === 'a' ? 2 : 3 }),
            time(0),
          )
        await other.store.apply({
          source: 'b',
          time: time(1),
          run: 'x',
          upserts: [dataset(B, 'Gammalt vatten')],
        })
        await other.store.apply({
          source: 'b',
          time: time(2),
          run: 'y',
          upserts: [dataset(B, 'Vatten'), dataset(A, 'Luft enligt b')],
        })
        await other.store.apply({ source: 'a', time: time(3), run: 'z', upserts: [dataset(A, 'Luft')] })
        expect(await all(other.store.dump())).toEqual(await all(store.dump()))
        expect(await all(other.store.dump({ isUnited: true }))).toEqual(
          await all(store.dump({ isUnited: true })),
        )
      } finally {
        await other.remove()
      }
      const copy = await place.open()
      try {
        await copy.store.importAll(store.exportAll())
        await copy.store.rebuild()
        expect(await all(copy.store.exportAll())).toEqual(await all(store.exportAll()))
        expect(await all(copy.store.verify())).toEqual([])
        expect((await copy.store.search('vatten')).map(({ iri }) => iri)).toEqual([B])
        await expect(copy.store.importAll(store.exportAll())).rejects.toMatchObject({ code: 'STORE_INVALID' })
      } finally {
        await copy.remove()
      }
    })

    it('drops old runs and raw answers that nothing needs, and history only when asked', async () => {
      for (const n of [1, 2, 3])
        await store.apply({
          source: 'a',
          time: time(n),
          run: `r${n}`,
          upserts: [dataset(A, `Luft ${n}`)],
          runRecord: { id: `r${n}`, source: 'a', state: 'applied', started: time(n) },
          findings: [{ iri: A, rule: 'x', severity: 'info', body: n }],
          documents: [{ url: 'u', blobs: [await store.putBlob(Buffer.from(`svar ${n}`))], condition: n }],
        })
      const before = '2100-01-01T00:00:00.000Z'
      expect(await store.gc({ before })).toEqual({ runs: 2, blobs: 2, changes: 0 })
      expect((await all(store.findings({}))).map(({ run }) => run)).toEqual(['r3'])
      expect(await store.gc({ before, history: true })).toMatchObject({ changes: 1 })
      expect(
        (await all(store.changes({ iri: A }))).map(({ kind, nquads }) => [kind, nquads !== undefined]),
      ).toEqual([
        ['create', true],
        ['update', true],
      ])
      expect(await all(store.verify())).toEqual([])
    })

    it('is read and written by several at once', async () => {
      const second = await opened.again()
      const numbers = Array.from({ length: 20 }, (_, n) => n)
      await Promise.all(
        numbers.map((n) =>
          (n % 2 ? store : second).apply({
            source: n % 3 ? 'a' : 'b',
            time: time(n),
            run: `r${n}`,
            upserts: [dataset(`${A}/${n}`, `${n}`)],
          }),
        ),
      )
      const changes = await all(second.changes())
      expect(changes.map(({ seq }) => seq)).toEqual(numbers.map((n) => n + 1))
      expect(await all(store.verify())).toEqual([])
    })
  })
