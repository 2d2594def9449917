// `diff`: what catalogues say, not how they say it; for a steward, for machines and as a patch.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diffGraphs, diffMarkdown, diffPatch, diffText } from '../src/author/index.ts'
import { parse, syntaxes } from '../src/rdf/index.ts'

const read = (text: string) => parse({ name: 'x', bytes: Buffer.from(text) })
const catalog = readFileSync('fixtures/catalogs/kommun.ttl', 'utf8')
const same = (text: string) => text
const paint = { title: same, place: same, removed: same, added: same }

const head = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://data.example.se/> .
`
const one = `${head}:a a dcat:Dataset ; dcterms:title "Luft"@sv ;
  dcterms:temporal [ a dcterms:PeriodOfTime ; dcat:startDate "2024-01-01"^^xsd:date ] .
:b a dcat:Dataset ; dcterms:title "Vatten"@sv .`
const other = `${head}:c a dcat:Dataset ; dcterms:title "Jord"@sv .
:a dcterms:temporal [ dcat:startDate "2025-01-01"^^xsd:date ; a dcterms:PeriodOfTime ] ;
  dcterms:title "Luftkvalitet"@sv ; a dcat:Dataset .`

describe('diff', () => {
  it.each([
    'rdfxml',
    'ntriples',
    'jsonld',
  ] as const)('finds nothing between Turtle and %s', async (syntax) => {
    const graph = await read(catalog)
    const again = await read([...syntaxes[syntax].write(graph)].join(''))
    expect((await diffGraphs(graph, again)).entities).toEqual([])
  })
  it('tells what came, went and changed, with old and new', async () => {
    const diff = await diffGraphs(await read(one), await read(other))
    expect([diff.added, diff.removed, diff.changed]).toEqual([1, 1, 1])
    expect(diffText(diff, 'sv', paint)).toBe(`Ändras: datamängden ”Luftkvalitet” <https://data.example.se/a>
  Titel (dcterms:title)
    − "Luft" (sv)
    + "Luftkvalitet" (sv)
  Tidsperiod › Start (dcterms:temporal › dcat:startDate)
    − "2024-01-01" (xsd:date)
    + "2025-01-01" (xsd:date)

Försvinner: datamängden ”Vatten” <https://data.example.se/b>

Tillkommer: datamängden ”Jord” <https://data.example.se/c>

1 tillkommer, 1 försvinner, 1 ändras.
`)
  })
  it('writes a page', async () => {
    const diff = await diffGraphs(await read(one), await read(other))
    const page = diffMarkdown(diff, { before: 'a.ttl', after: 'b.ttl' }, 'en')
    expect(page).toContain('# Difference between a.ttl and b.ttl')
    expect(page).toContain('| Title | "Luft" (sv) | "Luftkvalitet" (sv) |')
  })
  it('writes a patch that leads from one to the other', async () => {
    const [a, b] = [await read(one), await read(other)]
    const rows = diffPatch(await diffGraphs(a, b), a, b).split('\n')
    expect([rows[0], rows.at(-2)]).toEqual(['TX .', 'TC .'])
    const lines = (mark: string) => rows.filter((row) => row.startsWith(mark)).map((row) => row.slice(2))
    const left = [...syntaxes.ntriples.write(a)]
      .join('')
      .split('\n')
      .filter((line) => line && !line.includes('_:'))
    const kept = left.filter((line) => !lines('D ').includes(line))
    const patched = await read(`${[...kept, ...lines('A ')].join('\n')}\n`)
    expect((await diffGraphs(patched, b)).entities).toEqual([])
  })
  it('comes to an end on a graph made to be costly', async () => {
    const nodes = Array.from({ length: 9 }, (_, i) => i)
    const clique = (last: string) =>
      nodes.flatMap((i) => nodes.map((j) => `_:n${i} :p _:n${j} .`)).join('\n') +
      `\n:a :p _:n0 ; :q "${last}" .`
    const diff = await diffGraphs(await read(head + clique('x')), await read(head + clique('y')))
    expect(diff.changed).toBe(1)
  })
})
