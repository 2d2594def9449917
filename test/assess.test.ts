// `assess`: the matrix of principles, across sources, in every format. The golden texts are the five domain catalogues.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AssessedResource,
  type Assessment,
  type AssessOptions,
  assess,
  assessmentHtml,
  assessmentJson,
  assessmentText,
  assessmentToEarl,
  frameworkItems,
} from '../src/assess/index.ts'
import { domains, subjectPrefixes } from '../src/framework/index.ts'
import { quietIo } from '../src/io.ts'
import { emptyPolicy } from '../src/policy/index.ts'
import { parse, syntaxes } from '../src/rdf/index.ts'
import { reporters } from '../src/report/index.ts'
import { validate, validateDocument } from '../src/validate.ts'

const io = { ...quietIo(), now: () => new Date('2026-11-24T12:00:00Z') }
const good = 'fixtures/rules/national-title-english-missing/good.ttl'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the good example with something replaced. */
function variant(name: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  const text = changes.reduce(
    (out, [from, to]) => {
      expect(out).toContain(from)
      return out.replaceAll(from, to)
    },
    readFileSync(good, 'utf8'),
  )
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const run = (files: readonly string[], options: AssessOptions = {}) => assess(files, { io, ...options })

function outcomeOf(resource: AssessedResource | undefined, rule: string): string | undefined {
  return resource?.items.flatMap(({ rules }) => rules).find((each) => each.rule.id === rule)?.outcome
}

const failedIn = ({ resources }: Assessment, rule: string) =>
  resources.filter((each) => outcomeOf(each, rule) === 'failed').length

describe('the domain catalogues (update with vitest -u)', () => {
  for (const { id } of domains)
    for (const lang of ['sv', 'en'] as const)
      it(`${id} in ${lang}`, async () => {
        const text = assessmentText(await run([`fixtures/catalogs/${id}.ttl`]), { lang, width: 80 })
        const rows = text.split('\n').filter((row) => row.length > 80 && row.trim().includes(' '))
        expect(rows).toEqual([])
        const name = lang === 'sv' ? `${id}.assess.txt` : `${id}.assess.en.txt`
        await expect(text).toMatchFileSnapshot(`../fixtures/catalogs/${name}`)
      })
})

describe('what is assessed', () => {
  it('is what is marked; the rest is counted', async () => {
    const { resources, unmarked } = await run(['fixtures/catalogs/foretag.ttl'])
    expect(resources.map(({ kind, domain }) => [kind, domain])).toEqual([
      ['dataset', 'foretag'],
      ['service', 'foretag'],
    ])
    expect(unmarked).toBe(2)
  })

  it('is everything on demand, and then a missing mark is told', async () => {
    const all = await run(['fixtures/catalogs/foretag.ttl'], { all: true })
    expect(all.resources).toHaveLength(4)
    expect(failedIn(all, 'national-domain-missing')).toBe(2)
    expect(all.domains.map(({ domain }) => domain)).toEqual(['foretag', undefined])
    expect(all.unmarked).toBe(0)
  })

  it('is one domain on demand', async () => {
    const files = ['fixtures/catalogs/foretag.ttl', 'fixtures/catalogs/person.ttl']
    expect((await run(files)).domains.map(({ domain }) => domain)).toEqual(['foretag', 'person'])
    expect((await run(files, { domain: 'person' })).domains.map(({ domain }) => domain)).toEqual(['person'])
  })

  it('is nothing in a catalogue without national basic data, and the text says how to mark it', async () => {
    const none = await run(['fixtures/catalogs/kommun.ttl'])
    expect(none.resources).toEqual([])
    expect(assessmentText(none, { lang: 'sv', width: 80 })).toContain('Inga nationella grunddata hittades.')
  })

  it('leaves what cannot be read as a failure beside the rest', async () => {
    const { failures, resources } = await run([good, join(folder, 'finns-inte.ttl')])
    expect(failures.map(({ code }) => code)).toEqual(['SOURCE_NOT_FOUND'])
    expect(resources).toHaveLength(1)
  })
})

describe('rules across sources', () => {
  it('tell of an identifier that datasets of two catalogues share, and of the same title', async () => {
    const id = 'dcterms:identifier "0b8f6d52-3c1e-4a79-9d40-6e2a71c5f318" ; dcat:theme'
    const one = variant('ett.ttl', ['dcat:theme', id])
    const two = variant('tva.ttl', ['dcat:theme', id], ['ex:foretag', 'ex:annat'])
    const both = await run([one, two])
    expect(failedIn(both, 'national-identifier-shared')).toBe(1)
    expect(failedIn(both, 'national-title-shared')).toBe(1)
    const text = assessmentText(both, { lang: 'en', width: 200 })
    expect(text).toContain(`<https://data.example.se/foretag> (${one}) has the same one`)
    expect(
      failedIn(await run([one, variant('igen.ttl', ['dcat:theme', id])]), 'national-identifier-shared'),
    ).toBe(0)
  })
})

describe('rules that need the whole assessment', () => {
  it('count the errors against DCAT-AP-SE of a dataset and its parts', async () => {
    const [resource] = (await run([variant('fel.ttl', ['dcat:accessURL', 'dcat:downloadURL'])])).resources
    expect(outcomeOf(resource, 'national-metadata-invalid')).toBe('failed')
    const [person] = (await run(['fixtures/catalogs/person.ttl'])).resources
    expect(outcomeOf(person, 'national-metadata-invalid')).toBe('passed')
  })

  it('want the form of address that is chosen', async () => {
    const rule = 'national-domain-iri-form'
    const [portal, profile] = subjectPrefixes
    expect(failedIn(await run([good]), rule)).toBe(0)
    expect(failedIn(await run([good], { subjectPrefix: portal }), rule)).toBe(0)
    expect(failedIn(await run([good], { subjectPrefix: profile }), rule)).toBe(1)
    const other = variant('form.ttl', [portal, profile])
    expect(failedIn(await run([other]), rule)).toBe(1)
    expect(failedIn(await run([other], { subjectPrefix: profile }), rule)).toBe(0)
  })

  it('that only show are passed or not assessed, never failed', async () => {
    const shown = variant('visar.ttl', [
      'dcat:theme',
      'dcterms:isReferencedBy <https://data.example.se/studie> ; dcterms:conformsTo <https://w3id.org/grunddata/framework/2.0> ; dcat:theme',
    ])
    const [before] = (await run([good])).resources
    const [after] = (await run([shown])).resources
    for (const rule of ['national-reuse', 'national-conformance-claim'])
      expect([outcomeOf(before, rule), outcomeOf(after, rule)]).toEqual(['not-assessed', 'passed'])
    const never = ['purpose', 'consumers', 'addresses-answer', 'used-by-several', 'important-in-society']
    for (const name of [...never, 'follows-framework', 'reference'])
      expect(outcomeOf(after, `national-${name}`), name).toBe('not-assessed')
  })

  it('show a reference to other basic data', async () => {
    const file = join(folder, 'hanvisar.ttl')
    writeFileSync(
      file,
      `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
<https://data.example.se/a> a dcat:Dataset ; dcterms:subject <https://dataportal.se/concepts/grunddata/foretag> ;
  dcterms:relation <https://data.example.se/b> .
<https://data.example.se/b> a dcat:Dataset ; dcterms:subject <https://dataportal.se/concepts/grunddata/person> .`,
    )
    const { resources } = await run([file])
    expect(resources.map((each) => outcomeOf(each, 'national-reference'))).toEqual(['passed', 'not-assessed'])
  })

  it('that are waived are not assessed, and a severity can be lowered', async () => {
    const file = variant(
      'person.ttl',
      ['grunddata/foretag', 'grunddata/person'],
      ['SE2021005489', 'SE2021005448'],
    )
    const waiver = {
      rule: 'national-person-public',
      reason: 'statistik',
      owner: 'redaktion',
      expires: '2099-01-01',
      line: 1,
    }
    const waived = await run([file], { policy: { ...emptyPolicy, waivers: [waiver] } })
    expect(outcomeOf(waived.resources[0], 'national-person-public')).toBe('not-assessed')
    const lowered = await run([file], {
      policy: { ...emptyPolicy, severities: { 'national-person-public': 'warning' } },
    })
    const [finding] = lowered.resources[0].items.flatMap(({ rules }) =>
      rules.filter(({ rule }) => rule.id === 'national-person-public').flatMap(({ findings }) => findings),
    )
    expect(finding.severity).toBe('warning')
  })

  it('never show a personal identity number', async () => {
    const found = await run(['fixtures/rules/national-personal-number/bad.ttl'])
    expect(failedIn(found, 'national-personal-number')).toBe(1)
    const titled = variant('nummer.ttl', ['Grundläggande uppgifter om företag', 'Beslut om 121212-1212'])
    const hidden = await run([titled])
    expect(failedIn(hidden, 'national-personal-number')).toBe(1)
    for (const text of [assessmentJson(hidden), assessmentHtml(hidden, 'sv')])
      expect(text).not.toContain('121212-1212')
    expect(assessmentJson(found)).not.toContain('121212-1212')
    expect(assessmentText(found, { lang: 'sv', width: 80 })).not.toContain('121212-1212')
  })
})

describe('the matrix', () => {
  it('has every principle and characteristic, and its counts are those of its rules', async () => {
    const { resources, domains: groups } = await run(['fixtures/catalogs/foretag.ttl'])
    for (const { items } of resources) {
      expect(items.map(({ item }) => item.notation)).toEqual(frameworkItems.map(({ notation }) => notation))
      for (const { counts, rules } of items)
        for (const outcome of ['passed', 'failed', 'not-assessed'] as const)
          expect(counts[outcome]).toBe(rules.filter((each) => each.outcome === outcome).length)
    }
    const [foretag] = groups
    const failed = (i: number) =>
      new Set(
        resources.flatMap(({ items }) =>
          items[i].rules.flatMap(({ rule, outcome }) => (outcome === 'failed' ? [rule.id] : [])),
        ),
      ).size
    expect(foretag.items.map(({ counts }) => counts.failed)).toEqual(frameworkItems.map((_, i) => failed(i)))
  })

  it('never sums up to one verdict', async () => {
    const assessment = await run([good])
    const texts = [
      assessmentJson(assessment),
      assessmentText(assessment, { lang: 'en', width: 80 }),
      assessmentHtml(assessment, 'en'),
      [...syntaxes.turtle.write(assessmentToEarl(assessment))].join(''),
    ]
    for (const text of texts) expect(text).not.toMatch(/complian|"conforms"/i)
    const follows = assessment.resources.map((each) => outcomeOf(each, 'national-follows-framework'))
    expect(follows).toEqual(['not-assessed'])
  })
})

describe('the rules run by validate', () => {
  it.each([
    good,
    'fixtures/rules/national-theme-missing/bad.ttl',
  ])('claim no conformance to the framework: %s', async (file) => {
    const { reports, lineOf } = await validate([file], { profile: 'grunddata@2.0', io })
    for (const name of ['text', 'summary', 'markdown', 'html', 'github'] as const)
      for (const lang of ['sv', 'en'] as const) {
        const text = reporters[name](reports, { lang, lineOf })
        expect(text, name).not.toMatch(/följer (?:inte )?grunddata|conforms? to grunddata/i)
        expect(text.length).toBeGreaterThan(20)
      }
  })
})

describe('formats', () => {
  it('HTML escapes what the catalogue says, loads nothing and follows no script address', async () => {
    const file = variant('elak.ttl', ['Grundläggande uppgifter om företag', '<script>alert(1)</script>'])
    const page = assessmentHtml(await run([file]), 'sv')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/)
    expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/)
  })

  it('JSON has the rules of every resource with outcome, evidence and reasons in both languages', async () => {
    const value = JSON.parse(assessmentJson(await run(['fixtures/catalogs/person.ttl'])))
    expect(value.domains[0]).toMatchObject({ id: 'person', authority: { sv: 'Skatteverket' } })
    const rules = value.resources[0].items.flatMap(({ rules }: { rules: unknown[] }) => rules)
    for (const rule of rules) {
      expect(['passed', 'failed', 'not-assessed']).toContain(rule.outcome)
      expect(Boolean(rule.reason)).toBe(rule.outcome === 'not-assessed')
      expect((rule.findings ?? []).length > 0).toBe(rule.outcome === 'failed')
    }
  })

  it.each([
    'turtle',
    'jsonld',
  ] as const)('EARL and DQV as %s can be read and meet our shapes', async (syntax) => {
    const graph = assessmentToEarl(
      await run(['fixtures/catalogs/foretag.ttl', 'fixtures/catalogs/person.ttl']),
    )
    const bytes = Buffer.from([...syntaxes[syntax].write(graph)].join(''))
    const name = `bedomning.${syntax === 'turtle' ? 'ttl' : 'jsonld'}`
    expect((await parse({ name, bytes })).out.size).toBe(graph.out.size)
    const profile = 'test/support/earl-shapes.ttl'
    const { reports } = await validateDocument({ name, bytes }, { profile })
    expect(reports[0].findings.map(({ message }) => message.en)).toEqual([])
    const broken = Buffer.from(
      bytes.toString().replaceAll('earl#cantTell', 'earl#maybe').replaceAll('earl:cantTell', 'earl:maybe'),
    )
    expect(
      (await validateDocument({ name, bytes: broken }, { profile })).reports[0].findings.length,
    ).toBeGreaterThan(0)
  })
})
