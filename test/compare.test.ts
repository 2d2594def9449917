// Three judges side by side: where they differ, why, and that slips of the shapes are told apart.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadVocabularies } from '../src/profile/index.ts'
import {
  type Comparison,
  compareJudges,
  comparePage,
  compareText,
  judgeAsEu,
  nonConformingInEu,
  type SwedishProblem,
  scoreDatasets,
} from '../src/quality/index.ts'
import { parse } from '../src/rdf/index.ts'
import { type Cli, compileCli } from './support/cli.ts'

const vocabularies = loadVocabularies()
const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
  @prefix adms: <http://www.w3.org/ns/adms#> . @prefix ex: <https://data.example.se/> .\n`

async function compared(turtle: string, swedish: readonly SwedishProblem[] = []): Promise<Comparison> {
  const graph = await parse(
    { name: 'x.ttl', bytes: new TextEncoder().encode(prefixes + turtle) },
    { syntax: 'turtle' },
  )
  const nonConforming = nonConformingInEu(graph, vocabularies)
  return compareJudges(graph, {
    source: 'x.ttl',
    swedish,
    european: judgeAsEu(graph, { vocabularies, parts: ['structure', 'recommended'] }),
    scores: {
      se: scoreDatasets(graph, { mode: 'se', vocabularies }),
      eu: scoreDatasets(graph, { mode: 'eu', vocabularies, nonConforming }),
    },
    nonConforming: nonConforming.size,
  })
}

const dataset = `ex:d a dcat:Dataset ; dct:title "t"@sv ; dct:description "d"@sv ; dcat:keyword "k"@sv ; dct:publisher ex:p ;
  dct:spatial ex:s ; dct:temporal [ ] ; dcat:theme ex:t ; dcat:contactPoint ex:k ; dcat:distribution ex:f`
const distribution = `ex:f a dcat:Distribution ; dcat:accessURL ex:x ; dct:description "d"@sv ; dct:license ex:l ;
  <http://data.europa.eu/r5r/availability> ex:v`
const remark = (rule: string, severity: 'error' | 'warning', type: string, property: string) => ({
  rule,
  severity,
  type,
  property,
})

describe('a difference', () => {
  it('of a format in text is the form of the value, with a way out, and points of the assessment', async () => {
    const { differences, metrics, eu } = await compared(
      `${dataset} . ${distribution} ; dct:format "text/csv" .`,
    )
    expect(differences).toMatchObject([
      {
        property: 'dcterms:format',
        types: ['dcat:Distribution'],
        se: { errors: 0 },
        itb: { errors: 1, kinds: ['text'] },
      },
    ])
    expect(differences[0].why.en).toContain('EU list of file types')
    expect(differences[0].remedy?.sv).toContain('--to-eu')
    expect(eu.nonConforming).toBe(1)
    expect(metrics.map(({ id, se, eu: europe }) => [id, se, europe])).toEqual([
      ['formatMediaTypeVocabularyAlignment', 10, 0],
      ['formatMediaTypeNonProprietary', 20, 0],
      ['formatMediaTypeMachineInterpretable', 20, 0],
    ])
  })

  it('of what only Sweden asks for names the rule and what DCAT-AP says', async () => {
    const { differences } = await compared(`${dataset} . ${distribution} ; dct:format ex:csv .`, [
      remark('dataset-publisher-missing', 'error', 'dcat:Dataset', 'dcterms:publisher'),
      remark('dataset-issued-missing', 'warning', 'dcat:Dataset', 'dcterms:issued'),
      remark('dataset-title-language', 'error', 'dcat:Dataset', 'dcterms:title'),
      remark('agent-identifier-missing', 'warning', 'foaf:Agent', 'dcterms:identifier'),
      remark('catalog-none', 'error', '', ''),
    ])
    const whys = Object.fromEntries(differences.map(({ se, why }) => [se.rules[0], why.en]))
    expect(whys).toEqual({
      'dataset-publisher-missing': 'DCAT-AP-SE demands it; in DCAT-AP it is recommended.',
      'dataset-issued-missing': 'DCAT-AP-SE recommends it; in DCAT-AP it is optional.',
      'dataset-title-language': 'DCAT-AP-SE demands a language tag on the text; DCAT-AP takes any text.',
      'agent-identifier-missing': 'Only DCAT-AP-SE looks at it; the shapes of DCAT-AP do not mention it.',
      'catalog-none': 'The Swedish rules say more than shapes can: DCAT-AP has no such check.',
    })
  })

  it('is none where both say the same, and one of severity where only that differs', async () => {
    const bare = 'ex:d a dcat:Dataset ; dct:title "t"@sv .'
    const missing = remark('dataset-description-missing', 'error', 'dcat:Dataset', 'dcterms:description')
    const same = await compared(bare, [missing])
    expect(same.agreements).toBe(1)
    expect(same.differences.map(({ property }) => property)).not.toContain('dcterms:description')
    const milder = await compared(bare, [{ ...missing, severity: 'warning' }])
    const found = milder.differences.find(({ property }) => property === 'dcterms:description')
    expect(found?.why.en).toContain('one calls it an error')
  })

  it('for one reason on several classes is told once', async () => {
    const { differences } = await compared(
      `${dataset} . ${distribution} ; dct:format "a/b" . ex:s a dcat:DataService ; dct:title "t" ; dcat:endpointURL ex:e ; dct:format "c/d" .`,
    )
    const formats = differences.filter(({ property }) => property === 'dcterms:format')
    expect(formats).toMatchObject([
      {
        types: ['dcat:DataService', 'dcat:Distribution'],
        itb: { errors: 2 },
        label: { sv: 'Datatjänst, Distribution: format (dcterms:format)' },
      },
    ])
  })
})

describe('slips', () => {
  it('are counted apart, and silent ones are not among the results', async () => {
    const { itb, slips } = await compared(
      `${dataset} ; dct:issued "igår" . ${distribution} ; dct:format ex:csv .`,
    )
    expect(itb).toEqual({ errors: 0, warnings: 0, slips: { errors: 0, warnings: 0 } })
    expect(slips).toMatchObject([{ id: 'date-unchecked', count: 1, isSilent: true }])
  })

  it('are the reason where only Sweden sees what they let through', async () => {
    const { differences } = await compared(
      `${dataset} ; dct:issued "igår" . ${distribution} ; dct:format ex:csv .`,
      [remark('dataset-issued-datatype', 'error', 'dcat:Dataset', 'dcterms:issued')],
    )
    expect(differences[0].why.en).toContain('sh:shape')
  })
})

describe('as its user meets it', () => {
  let cli: Cli
  const kommun = '../fixtures/catalogs/kommun.ttl'
  beforeAll(() => void (cli = compileCli()), 60_000)
  afterAll(() => cli.remove())

  it('fits in 80 columns, in both languages', async () => {
    for (const lang of ['sv', 'en']) {
      const { out: stdout, code } = await cli.run(['compare', kommun, '--lang', lang])
      expect(code).toBe(0)
      const wide = stdout.split('\n').filter((line) => [...line].length > 80)
      expect(wide).toEqual([])
      expect(stdout).toContain('upgrade --to-eu')
    }
  })

  it('shows the judges asked for', async () => {
    const { out: stdout } = await cli.run(['compare', kommun, '--as', 'se', '--as', 'eu'])
    expect(stdout).toContain('DCAT-AP-SE')
    expect(stdout).not.toContain('itb:')
  })

  it('is JSON with the same facts', async () => {
    const { out: stdout } = await cli.run(['compare', kommun, '--format', 'json'])
    const [one] = JSON.parse(stdout) as [Comparison]
    expect(one).toMatchObject({ datasets: 5, se: { errors: 0 }, highValue: { marked: 1, unmarked: 4 } })
    expect(one.itbAfter?.errors).toBeLessThan(one.itb.errors)
  })

  it('is a page where nothing slips through unescaped', async () => {
    const comparison = { ...(await compared(`${dataset} .`)), source: '<script>x</script>' }
    for (const lang of ['sv', 'en'] as const) {
      expect(comparePage(comparison, lang)).not.toContain('<script>x')
      expect(compareText(comparison, { lang })).toContain(comparison.source)
    }
  })
})
