// The reports of a harvest, word for word (update with vitest -u).
import { describe, expect, it } from 'vitest'
import {
  type HarvestReport,
  harvestMail,
  harvestMetrics,
  harvestReporters,
  type SourceOutcome,
} from '../src/harvest/index.ts'
import { parse } from '../src/rdf/index.ts'
import { openStore, type StoredSource } from '../src/store/index.ts'
import { sourceNamed } from './support/stores.ts'

const DATASET = 'http://www.w3.org/ns/dcat#Dataset'
const none = {
  added: 0,
  updated: 0,
  removed: 0,
  unchanged: 0,
  dateOnly: 0,
  missing: 0,
  quarantined: 0,
  suppressed: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
}
const source = (id: string, title?: string): StoredSource => ({
  ...sourceNamed(id),
  ...(title && { title }),
  life: { state: 'ok', added: '2026-01-01T00:00:00.000Z' },
  version: 3,
})
const outcome = (id: string, more: Partial<SourceOutcome>): SourceOutcome => ({
  source: source(id),
  state: 'unchanged',
  counts: none,
  changes: [],
  brake: [],
  findings: [],
  notes: [],
  ...more,
})
const run = (id: string, more: object = {}) => ({
  id: `${id}-20260501T040000000Z`,
  source: id,
  state: 'applied' as const,
  started: '2026-05-01T04:00:00.000Z',
  finished: '2026-05-01T04:00:02.000Z',
  ...more,
})

const report: HarvestReport = {
  started: new Date('2026-05-01T04:00:00Z'),
  finished: new Date('2026-05-01T04:00:12.300Z'),
  isPlan: false,
  outcomes: [
    outcome('malmo', {
      source: source('malmo', 'Malmö <stad>'),
      state: 'applied',
      counts: { ...none, added: 1, updated: 2, dateOnly: 1, missing: 1, unchanged: 40, errors: 2 },
      run: run('malmo'),
      findingsChange: { before: { errors: 5, warnings: 1 }, after: { errors: 2, warnings: 1 } },
      findings: [
        {
          rule: 'dataset-title-missing',
          severity: 'error',
          message: { sv: 'Ange en titel för datamängden.', en: 'Give the dataset a title.' },
          focus: { iri: 'https://malmo.example.se/d/9', label: { sv: 'd/9', en: 'd/9' } },
          location: { file: 'x', line: 3, column: 1 },
        },
      ],
      changes: [
        {
          kind: 'add',
          iri: 'https://malmo.example.se/d/1',
          type: DATASET,
          title: { sv: 'Luft & buller', en: 'Air & noise' },
        },
        { kind: 'update', iri: 'https://malmo.example.se/d/2', type: DATASET, title: { sv: 'Träd' } },
        { kind: 'date', iri: 'https://malmo.example.se/d/3', type: DATASET },
        {
          kind: 'missing',
          iri: 'https://malmo.example.se/d/4',
          type: DATASET,
          title: { sv: 'Parker' },
          reason: {
            sv: 'Saknas i källan; tas bort efter respittiden.',
            en: 'Missing in the source; removed after the grace period.',
          },
        },
      ],
    }),
    outcome('scb', {
      state: 'held',
      counts: { ...none, missing: 30 },
      run: run('scb', { state: 'held' }),
      brake: [
        {
          kind: 'datasets',
          text: {
            sv: '30 av 40 datamängder, serier och tjänster är borta.',
            en: '30 of 40 datasets, series and services are gone.',
          },
          iris: [],
        },
      ],
      changes: [
        { kind: 'missing', iri: 'https://scb.example.se/d/1', type: DATASET, title: { sv: 'Folkmängd' } },
      ],
    }),
    outcome('kiruna', {
      state: 'failed',
      run: run('kiruna', {
        state: 'failed',
        failure: {
          fault: 'temporary',
          code: 'SOURCE_UNREACHABLE',
          message: {
            sv: 'https://kiruna.example.se/ svarade 503.',
            en: 'https://kiruna.example.se/ answered 503.',
          },
        },
      }),
    }),
    outcome('lund', {}),
  ],
}

describe('the reports of a harvest', () => {
  for (const lang of ['sv', 'en'] as const) {
    for (const [format, extension] of [
      ['text', 'txt'],
      ['html', 'html'],
      ['atom', 'atom'],
      ['rss', 'rss'],
    ] as const)
      it(`${format} in ${lang}`, async () => {
        await expect(harvestReporters[format](report, { lang, width: 80 })).toMatchFileSnapshot(
          `golden/harvest/report.${lang}.${extension}`,
        )
      })
    it(`letters in ${lang}, only to whom there is something to tell`, async () => {
      const letters = report.outcomes.flatMap((each) => harvestMail(each, lang) ?? [])
      expect(letters.map((mail) => mail.source)).toEqual(['malmo', 'scb', 'kiruna'])
      await expect(
        letters.map(({ subject, markdown }) => `Subject: ${subject}\n\n${markdown}`).join('\n---\n\n'),
      ).toMatchFileSnapshot(`golden/harvest/mail.${lang}.md`)
    })
  }

  it('a plan in text', async () => {
    const plan = {
      ...report,
      isPlan: true,
      outcomes: report.outcomes.slice(0, 2).map((each) => ({ ...each, state: 'planned' as const })),
    }
    await expect(harvestReporters.text(plan, { lang: 'sv', width: 80 })).toMatchFileSnapshot(
      'golden/harvest/plan.sv.txt',
    )
  })

  it('JSON and linked data', async () => {
    await expect(harvestReporters.json(report, { lang: 'en' })).toMatchFileSnapshot(
      'golden/harvest/report.json',
    )
    const turtle = harvestReporters.turtle(report, { lang: 'en' })
    await expect(turtle).toMatchFileSnapshot('golden/harvest/report.ttl')
    const graph = await parse({ name: 'report.ttl', bytes: Buffer.from(turtle) })
    expect(graph.problems).toEqual([])
  })

  it('a failure that goes on is told of once', () => {
    const [, , failed] = report.outcomes
    const still = {
      ...failed,
      source: { ...failed.source, life: { ...failed.source.life, failingSince: '2026-04-30T04:00:00.000Z' } },
    }
    expect(harvestMail(still, 'sv')).toBeUndefined()
  })

  it('lines stay within 80 columns, but for addresses and commands', () => {
    for (const lang of ['sv', 'en'] as const)
      for (const line of harvestReporters.text(report, { lang, width: 80 }).split('\n'))
        if (!/https?:|grunddata /.test(line)) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('metrics in the text format of Prometheus', async () => {
    const store = await openStore(':memory:')
    try {
      await store.putSource(sourceNamed('a'), '2026-05-01T04:00:00.000Z')
      await store.changeLife('a', () => ({
        state: 'held',
        added: '2026-05-01T04:00:00.000Z',
        lastRead: '2026-05-01T04:00:00.000Z',
        heldRun: 'r',
      }))
      await store.putRun({
        ...run('a'),
        counts: { ...none, errors: 3 },
        figures: { requests: 2, bytes: 4000 },
      })
      await expect(await harvestMetrics(store)).toMatchFileSnapshot('golden/harvest/metrics.prom')
    } finally {
      await store.close()
    }
  })
})
