// The JSON Schema of the YAML form: it accepts what builds, refuses what does not, and is fresh.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { catalogSchema, toYaml } from '../src/author/index.ts'
import { loadVocabularies } from '../src/profile/index.ts'
import { parse } from '../src/rdf/index.ts'

const schema = catalogSchema(loadVocabularies())
const check = new Ajv({ allErrors: true, strict: false }).compile(schema)

/** Where the schema finds faults, as JSON pointers; none for a good document. */
function faultsOf(yaml: string): readonly string[] {
  if (check(parseYaml(yaml))) return []
  return [...new Set((check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`))]
}

const example = readFileSync('examples/catalog.yaml', 'utf8')

describe('the JSON Schema', () => {
  it('in docs is the one the property table gives', () => {
    const published = readFileSync('docs/catalog.schema.json', 'utf8')
    expect(published).toBe(`${JSON.stringify(schema, null, 2)}\n`)
  })

  it.each([
    'examples/catalog.yaml',
    'examples/catalog/catalog.yaml',
    'examples/catalog/datasets/luftkvalitet.yaml',
    'examples/catalog/datasets/badplatser.yaml',
  ])('accepts %s', (file) => {
    expect(faultsOf(readFileSync(file, 'utf8'))).toEqual([])
  })

  it('accepts a catalogue that was moved to YAML', async () => {
    const file = 'fixtures/catalogs/kommun.ttl'
    const graph = await parse({ name: file, bytes: readFileSync(file) })
    expect(faultsOf(toYaml(graph))).toEqual([])
    expect(faultsOf(toYaml(graph, { language: 'en' }))).toEqual([])
  })

  it.each([
    ['theme: Miljö', 'thema: Miljö', '/datasets/0'],
    ['accrualPeriodicity: varje dag', 'accrualPeriodicity: ibland kanske', '/datasets/0/accrualPeriodicity'],
    ['accessRights: Publik', 'accessRights: 17', '/defaults/dataset/accessRights'],
    ['issued: 2025-02-01', 'issued: i går', '/datasets/0/issued'],
    ['kind: Organization', 'kind: Kommun', '/agents/kommunen/kind'],
    ['base: https://data.example.se/', 'base: data', '/base'],
    ['datasets:', 'dataset:', '/dataset'],
    ['title: { sv: Luftkvalitet, en: Air quality }', 'title: { svenska: Luft }', '/datasets/0/title'],
  ])('refuses %s as %s', (right, wrong, where) => {
    const faults = faultsOf(example.replace(right, wrong))
    expect(faults.some((fault) => fault.startsWith(where))).toBe(true)
  })
})
