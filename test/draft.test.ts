// Drafts made into graphs: what was typed becomes terms, every statement leads back to its place.
import { describe, expect, it } from 'vitest'
import { type Draft, type DraftEntity, type DraftValue, draftToGraph } from '../src/author/index.ts'
import type { Location } from '../src/finding.ts'
import { loadProfile } from '../src/profile/index.ts'
import { type Graph, writeNTriples } from '../src/rdf/index.ts'
import { reporters } from '../src/report/index.ts'
import { validateGraph } from '../src/validate.ts'

const profile = await loadProfile('dcat-ap-se@3.0.1')
let line = 0

function here(): Location {
  line++
  return { file: 'katalog.xlsx', line, column: 2, sheet: 'Dataset', cell: `B${line}` }
}

function typed(property: string, text: string, lang?: string): DraftValue {
  return { property, content: { kind: 'written', text, ...(lang && { lang }) }, place: here() }
}

function entity(
  name: DraftEntity['class'],
  id: string | undefined,
  values: readonly DraftValue[],
): DraftEntity {
  return { ...(name && { class: name }), ...(id && { id }), place: here(), values }
}

function graphOf(draft: Partial<Draft>): Graph {
  return draftToGraph({ entities: [], faults: [], base: 'https://data.example.se/', ...draft }, { profile })
}

const lines = (graph: Graph) => [...writeNTriples(graph)].join('').trim().split('\n').sort()
const faults = (graph: Graph) => graph.problems.map(({ rule }) => rule)

describe('a draft', () => {
  it('gives terms by the rows of the property table', () => {
    const graph = graphOf({
      entities: [
        entity('Dataset', 'luft', [
          typed('title', 'Luft'),
          typed('Titel', 'Air', 'en'),
          typed('theme', 'Miljö'),
          typed('accrualPeriodicity', 'årligen'),
          typed('issued', '2024'),
          typed('modified', '2024-05-01 12:00:00'),
          typed('publisher', 'kommunen'),
          typed('identifier', 'A1'),
        ]),
        entity('Agent', 'kommunen', [typed('identifier', '212009-9995'), typed('type', 'Kommun')]),
      ],
    })
    expect(faults(graph)).toEqual([])
    expect(lines(graph).join('\n')).toMatchInlineSnapshot(`
      "<http://dataportal.se/organisation/SE2120099995> <http://purl.org/dc/terms/identifier> "212009-9995" .
      <http://dataportal.se/organisation/SE2120099995> <http://purl.org/dc/terms/type> <http://purl.org/adms/publishertype/LocalAuthority> .
      <http://dataportal.se/organisation/SE2120099995> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Agent> .
      <https://data.example.se/dataset/luft> <http://purl.org/dc/terms/accrualPeriodicity> <http://publications.europa.eu/resource/authority/frequency/ANNUAL> .
      <https://data.example.se/dataset/luft> <http://purl.org/dc/terms/identifier> "A1" .
      <https://data.example.se/dataset/luft> <http://purl.org/dc/terms/issued> "2024"^^<http://www.w3.org/2001/XMLSchema#gYear> .
      <https://data.example.se/dataset/luft> <http://purl.org/dc/terms/modified> "2024-05-01T12:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
      <https://data.example.se/dataset/luft> <http://purl.org/dc/terms/publisher> <http://dataportal.se/organisation/SE2120099995> .
      <https://data.example.se/dataset/luft> <http://purl.org/dc/terms/title> "Air"@en .
      <https://data.example.se/dataset/luft> <http://purl.org/dc/terms/title> "Luft"@sv .
      <https://data.example.se/dataset/luft> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
      <https://data.example.se/dataset/luft> <http://www.w3.org/ns/dcat#theme> <http://publications.europa.eu/resource/authority/data-theme/ENVI> ."
    `)
  })
})

describe('a place in a workbook', () => {
  it.each([
    ['sv', 'katalog.xlsx, blad Dataset', 'cell B'],
    ['en', 'katalog.xlsx, sheet Dataset', 'cell B'],
  ] as const)('is told of by sheet and cell in %s', async (lang, heading, cell) => {
    const graph = graphOf({ entities: [entity('Dataset', 'luft', [typed('theme', 'Mijlö')])] })
    const { reports } = await validateGraph({ graph, name: 'katalog.xlsx' }, { profile })
    const found = reports[0].findings.find(({ rule }) => rule === 'build-unknown-code')
    expect(found?.location).toMatchObject({ file: 'katalog.xlsx', sheet: 'Dataset' })
    const text = reporters.text(reports, { lang })
    expect(text).toContain(heading)
    expect(text).toContain(`${cell}${found?.location.line}`)
    expect(reporters.junit(reports, { lang })).toContain(`${heading}, ${cell}${found?.location.line}`)
  })

  it('is told of once: a value at fault is not missing too', async () => {
    const rulesOf = async (...values: readonly DraftValue[]) => {
      const graph = graphOf({ entities: [entity('Agent', 'k', values)] })
      const { reports } = await validateGraph({ graph, name: 'k' }, { profile })
      return reports[0].findings.map(({ rule }) => rule).filter((rule) => /agent-type|build/.test(rule))
    }
    expect(await rulesOf(typed('name', 'K'))).toEqual(['agent-type-missing'])
    expect(await rulesOf(typed('name', 'K'), typed('type', 'Kommmun'))).toEqual(['build-unknown-code'])
  })

  it('is told of alone, when nothing could be read', async () => {
    const graph = graphOf({ faults: [{ rule: 'build-yaml-syntax', place: here(), params: { reason: '' } }] })
    const { reports } = await validateGraph({ graph, name: 'k' }, { profile })
    expect(reports[0].findings.map(({ rule }) => rule)).toEqual(['build-yaml-syntax'])
  })
})
