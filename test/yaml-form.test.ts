// The YAML form: what is wrong with a file is told of at its line and column, and nothing breaks.
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../src/author/index.ts'
import { createCompleter, loadProfile } from '../src/profile/index.ts'
import type { Document } from '../src/rdf/index.ts'
import { writeNTriples } from '../src/rdf/index.ts'

const profile = await loadProfile('dcat-ap-se@3.0.1')

function file(text: string, name = 'catalog.yaml'): Document {
  return { name, bytes: new TextEncoder().encode(text) }
}

/** `line:column rule message` of everything the form says about files. */
async function told(...documents: readonly Document[]): Promise<readonly string[]> {
  const { graph } = await buildGraph(documents, { profile })
  const complete = createCompleter(graph, profile, 'catalog.yaml')
  return graph.problems.map((problem) => {
    const finding = complete(problem)
    const { line, column } = finding?.location ?? { line: 0, column: 0 }
    return `${line}:${column} ${problem.rule} ${finding?.message.sv}`
  })
}

async function triples(...documents: readonly Document[]): Promise<string> {
  return [...writeNTriples((await buildGraph(documents, { profile })).graph)].join('')
}

const base = 'base: https://data.example.se/\n'

describe('a fault in the YAML form', () => {
  it.each([
    ['syntax', 'datasets: [a, b', '1:16 build-yaml-syntax'],
    ['a tab', 'datasets:\n\t- id: a', '2:1 build-yaml-syntax'],
    ['a duplicate key', 'datasets:\n  - id: a\n    title: A\n    title: B', '4:5 build-yaml-syntax'],
    ['an alias without anchor', 'datasets: *x', '1:11 build-yaml-syntax'],
    ['an anchor that contains itself', 'datasets: &x\n  - id: a\n    theme: *x', '3:12 build-yaml-cycle'],
    ['an unknown section', 'datset:\n  title: A', '1:1 build-unknown-section'],
    ['text where fields belong', 'dataset: Luft', '1:10 build-wrong-form'],
    ['a list in a list', 'datasets:\n  - id: a\n    theme: [[Miljö]]', '3:13 build-wrong-form'],
    [
      'fields where a value belongs',
      'datasets:\n  - id: a\n    issued: {year: 2024}',
      '3:14 build-wrong-form',
    ],
    ['an unknown field', 'datasets:\n  - id: a\n    titel2: A', '3:5 build-unknown-property'],
    ['an unknown language', 'datasets:\n  - id: a\n    title: {svenska: A}', '3:13 build-unknown-language'],
    ['an unknown code', 'datasets:\n  - id: a\n    theme: Mijlö', '3:12 build-unknown-code'],
    [
      'a reference to nothing',
      'datasets:\n  - id: a\n    publisher: kommunen',
      '3:16 build-unknown-reference',
    ],
    ['half an address', 'datasets:\n  - id: a\n    landingPage: www.example.se', '3:18 build-not-an-address'],
    ['an id that is taken', 'datasets:\n  - id: a\n  - id: a', '3:5 build-duplicate-id'],
    [
      'a wrong organisation number',
      'agents:\n  k:\n    identifier: 212009-9994',
      '3:17 build-organisation-number',
    ],
    [
      'an unknown class',
      'others:\n  - class: Standrad\n    iri: https://a.example/',
      '2:12 build-unknown-class',
    ],
    ['no term in other', 'datasets:\n  - id: a\n    other: {rdfs:label: luft}', '3:25 build-not-a-term'],
  ])('%s is told of where it is', async (_, text, expected) => {
    const [{ length }] = [base.split('\n').slice(0, -1)]
    const [line, rest] = [Number(expected.split(':')[0]) + length, expected.slice(expected.indexOf(':'))]
    const found = await told(file(base + text))
    expect(found.map((each) => each.slice(0, `${line}${rest}`.length))).toContain(`${line}${rest}`)
  })

  it('proposes what was probably meant', async () => {
    const text = `${base}datasets:\n  - id: a\n    titl: A\n    theme: Mijlö\n    inSeries: budgt\n    landingPage: www.example.se\nseries:\n  - id: budget\n`
    expect(await told(file(text))).toEqual([
      '4:5 build-unknown-property Fältet ”titl” finns inte för datamängden. Menade du ”title”?',
      '5:12 build-unknown-code Välj ett värde ur listan Datateman: ”Mijlö” finns inte där. Menade du ”Miljö”?',
      '6:15 build-unknown-reference Ange något som finns: inget som heter ”budgt” är beskrivet. Menade du ”budget”?',
      '7:18 build-not-an-address Skriv en fullständig adress som börjar med http:// eller https://, inte ”www.example.se”. Menade du ”https://www.example.se”?',
    ])
  })

  it('stands for a base that is missing, once', async () => {
    expect(await told(file('datasets:\n  - id: a\n  - id: b'))).toEqual([
      '2:5 build-base-missing Ange base, det som alla adresser börjar med, i filen eller med --base: till exempel https://data.exempelkommun.se/.',
    ])
  })

  it('of aliases that multiply ends the reading in time', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    )
    const bomb = `l0: &l0 [a]\n${levels.join('\n')}\ndatasets: *l12\n`
    const found = await told(file(bomb))
    expect(found.filter((each) => each.includes('build-yaml-too-large'))).toHaveLength(1)
  })
})

describe('the YAML form', () => {
  it('fills in defaults, the publisher of the catalogue and the place in it', async () => {
    const text = `${base}catalog: {publisher: k}\nagents: {k: {name: K}}\ndefaults: {dataset: {theme: Miljö}}
datasets: [{id: a}, {id: b, theme: Transport}, {id: c, theme: null, publisher: null}]\nservices: [{id: s}]\n`
    const found = await triples(file(text))
    const about = (id: string) =>
      found.split('\n').filter((line) => line.startsWith(`<https://data.example.se/dataset/${id}>`)).length
    expect([about('a'), about('b'), about('c')]).toEqual([3, 3, 1])
    expect(found).toContain(
      '<https://data.example.se/catalog> <http://www.w3.org/ns/dcat#service> <https://data.example.se/service/s>',
    )
    expect(found.match(/ns\/dcat#dataset>/g)).toHaveLength(3)
  })

  it('takes a folder: one thing per file is called after its file, ids reach across files', async () => {
    const found = await triples(
      file(`${base}catalog: {publisher: k}\n`, 'k/catalog.yaml'),
      file('dataset: {title: Luft, publisher: k}\n', 'k/datasets/Luftkvalitet.yaml'),
      file('agent: {iri: "https://a.example/k"}\n', 'k/agents/k.yaml'),
      file('agents: {k: {iri: "https://a.example/k"}}\n', 'k/agents.yaml'),
    )
    expect(found).toContain(
      '<https://data.example.se/dataset/luftkvalitet> <http://purl.org/dc/terms/publisher> <https://a.example/k>',
    )
  })

  it('is JSON too, and shares texts by anchors and merge keys', async () => {
    const json = '{"base": "https://data.example.se/", "datasets": [{"id": "a", "title": {"sv": "Luft"}}]}'
    const yaml = `${base}others: &o\n  - &s {iri: "https://a.example/s", class: Standard, title: {sv: Luft}}\ndatasets:\n  - {id: a, <<: {title: {sv: Luft}}}\n`
    expect(await triples(file(json, 'a.json'))).toContain('"Luft"@sv')
    expect(await triples(file(yaml))).toContain(
      '<https://data.example.se/dataset/a> <http://purl.org/dc/terms/title> "Luft"@sv',
    )
  })

  it('stands beside RDF: blank nodes stay apart, places lead to each file', async () => {
    const rdf = '<https://data.example.se/x> <http://purl.org/dc/terms/title> "X"@sv , [] .\n<a b> a <c> .'
    const { graph } = await buildGraph(
      [file(`${base}datasets: [{id: a, theme: Mijlö}]`), file(rdf, 'x.ttl')],
      { profile },
    )
    const complete = createCompleter(graph, profile, 'all')
    const places = graph.problems.map((problem) => complete(problem)?.location.file)
    expect(new Set(places)).toEqual(new Set(['catalog.yaml', 'x.ttl']))
  })
})
