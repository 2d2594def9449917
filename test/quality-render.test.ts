// Scores and statistics as text, pages, mail, badge and table: what is said, and that nothing slips through unescaped.
import { describe, expect, it } from 'vitest'
import { loadVocabularies } from '../src/profile/index.ts'
import {
  describePlan,
  describeScores,
  observeDatasets,
  planScore,
  planText,
  scoreBadge,
  scoreCsv,
  scoreDatasets,
  scoreMarkdown,
  scorePage,
  scoreText,
  statsOf,
  statsPage,
  statsText,
} from '../src/quality/index.ts'
import { type Graph, parse } from '../src/rdf/index.ts'

const hostile = '<script>alert(1)</script>'
const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix ex: <https://data.example.se/> .
ex:c a dcat:Catalog ; dcterms:title "Katalog"@sv ; dcat:dataset ex:a , ex:b .
ex:a a dcat:Dataset ; dcterms:title "${hostile}"@sv , "=cmd()"@en ; dcat:keyword "luft"@sv ; dcterms:publisher ex:p .
ex:b a dcat:Dataset ; dcterms:title "Luft"@sv , "Air"@en ; dcterms:publisher ex:q ; dcat:distribution ex:f .
ex:f a dcat:Distribution ; dcterms:format "text/csv" ; dcterms:license <http://creativecommons.org/publicdomain/zero/1.0/> .
ex:p a foaf:Agent ; foaf:name "A-kommun"@sv . ex:q a foaf:Agent ; foaf:name "B-kommun"@sv .`

async function given(): Promise<Graph> {
  return parse({ name: 'x.ttl', bytes: new TextEncoder().encode(turtle) }, { syntax: 'turtle' })
}

async function report() {
  const graph = await given()
  const scores = scoreDatasets(graph, { mode: 'se', vocabularies: loadVocabularies() })
  return {
    scores,
    report: describeScores(graph, scores, { source: `${hostile}.ttl`, mode: 'se', stars: 2.5 }),
  }
}

describe('the score', () => {
  it('is told as a mean, by catalogue, by publisher and by dataset', async () => {
    const { report: told } = await report()
    // a: keyword 30, publisher 10; b: publisher 10, format 20, in the list 10, open 20, machine-readable 20, licence 20 + 10.
    expect(told.worst.map(({ points }) => points)).toEqual([40, 110])
    expect(told).toMatchObject({ points: 75, percentage: 18.5, rating: 'bad', datasets: 2, reachable: 375 })
    expect(told.catalogs).toEqual([expect.objectContaining({ iri: 'https://data.example.se/c', points: 75 })])
    expect(told.publishers.map(({ label }) => label.sv).sort()).toEqual(['A-kommun', 'B-kommun'])
    expect(told.dimensions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(75)
  })

  it('reads in both languages, within 80 columns', async () => {
    const { report: told } = await report()
    const sv = scoreText(told, { lang: 'sv' })
    expect(sv).toContain('75 / 405 (18,5 %), dåligt')
    expect(sv).toContain('2,5 ★')
    expect(sv).toContain('räknas inte')
    expect(scoreText(told, { lang: 'en' })).toContain('75 / 405 (18.5 %), bad')
    const wide = sv.split('\n').filter((line) => line.length > 80)
    expect(wide).toEqual([])
  })

  it.each([
    [80, 'sv'],
    [80, 'en'],
    [60, 'sv'],
  ] as const)('fits %i columns in %s, long names cut, commands whole', async (width, lang) => {
    const long = 'Luftkvalitet i gatumiljö per timme och mätstation sedan 1984, '
    const name = 'Samhällsbyggnadsförvaltningen vid Exempelköpings kommun och dess grannkommuner'
    const dressed = turtle
      .replace(hostile, `${long}med osäkerhet`)
      .replace('"Luft"@sv', `"${long}dygnsvis"@sv`)
      .replace('"A-kommun"@sv', `"${name}"@sv`)
      .replace('ex:c a', `ex:k a dcat:Catalog ; dcterms:title "${name}"@sv ; dcat:dataset ex:b . ex:c a`)
    const graph = await parse({ name: 'x.ttl', bytes: Buffer.from(dressed) }, { syntax: 'turtle' })
    const scores = scoreDatasets(graph, { mode: 'se', vocabularies: loadVocabularies() })
    const source = 'kataloger/exempelkopings-kommun/samhallsbyggnad/den-stora-katalogen.ttl'
    const told = describeScores(graph, scores, { source, mode: 'se', stars: 2.5 })
    const plain = scoreText(told, { lang, width, fair: true })
    await expect(plain).toMatchFileSnapshot(`golden/score.${lang}.${width}.txt`)
    const wide = plain.split('\n').filter((line) => [...line].length > width && !line.includes(source))
    expect(wide).toEqual([])
    const marks = /\u0001|\u0002/g
    const painted = scoreText(told, { lang, width, fair: true, paint: (_, text) => `\u0001${text}\u0002` })
    expect(painted.replace(marks, '')).toBe(plain)
    expect(painted.match(marks)?.length).toBeGreaterThanOrEqual(6)
  })

  it('as a page holds no markup of the data, and no resource from elsewhere', async () => {
    const { report: told } = await report()
    for (const lang of ['sv', 'en'] as const) {
      const page = scorePage(told, { lang })
      // One script, our own; its policy lets no other run.
      expect(page.match(/<script/g)).toHaveLength(1)
      expect(page).not.toContain('alert(1)</script>')
      expect(page).not.toMatch(/(src|href)="(?!#|https:\/\/data\.example\.se)/)
      expect(page).toContain(`<html lang="${lang}">`)
    }
  })

  it('as a table has a row per dataset, and no formulas', async () => {
    const { report: told } = await report()
    const [head, ...rows] = scoreCsv(told, 'en').trimEnd().split('\r\n')
    expect(head.split(',')).toHaveLength(28)
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row.includes('cmd'))).toContain("'=cmd()")
    expect(rows[0].split(',').slice(5, 9)).toEqual(['1', '0', '0', '0'])
  })

  it('as mail and as a badge is escaped too', async () => {
    const { report: told } = await report()
    expect(scoreMarkdown(told, 'sv')).toContain('\\<script\\>')
    const badge = scoreBadge(told, 'sv')
    expect(badge).toContain('<title>metadatakvalitet: 75 / 405, dåligt</title>')
  })

  it('a plan says how far it gets', async () => {
    const graph = await given()
    const observed = observeDatasets(graph, { mode: 'se', vocabularies: loadVocabularies() })
    const text = (target: number) =>
      planText(describePlan(graph, 'x.ttl', planScore(observed, { target, mode: 'se' })), { lang: 'sv' })
    expect(text(50)).toContain('redan nått')
    expect(text(100)).toMatch(/Från 75 till 1\d\d/)
    expect(text(400)).toContain('kan inte nås')
  })
})

describe('statistics', () => {
  it('count classes, formats, publishers and gaps', async () => {
    const stats = statsOf(await given())
    const count = (type: string) => stats.classes.find((each) => each.type === type)?.instances
    expect([count('dcat:Dataset'), count('dcat:Distribution'), count('foaf:Agent')]).toEqual([2, 1, 2])
    expect(stats.formats).toEqual([{ value: 'text/csv', count: 1 }])
    expect(stats.languages).toEqual([
      { value: 'sv', count: 6 },
      { value: 'en', count: 2 },
    ])
    expect(
      stats.gaps.find(({ name, type }) => name === 'dcterms:description' && type === 'dcat:Dataset'),
    ).toMatchObject({
      missing: 2,
      obligation: 'mandatory',
    })
    expect(stats.publishers.map(({ count: datasets }) => datasets)).toEqual([1, 1])
    expect(new Set(stats.classes.map(({ type }) => type)).size).toBe(stats.classes.length)
  })

  it('read in the terminal and as a page', async () => {
    const stats = statsOf(await given())
    expect(statsText('x.ttl', stats, 'sv')).toMatch(/ 2 {2}av 2, Datamängd: Beskrivning/)
    const page = statsPage(hostile, stats, 'en')
    expect(page).not.toContain('<script')
    expect(page).toContain('2 of 2, Dataset')
  })
})
