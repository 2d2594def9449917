// `merge`: one main catalogue, one description of each thing, and an account of every decision.
import { describe, expect, it } from 'vitest'
import { diffGraphs, type Merged, mergeGraphs } from '../src/author/index.ts'
import { parse, syntaxes } from '../src/rdf/index.ts'
import { canonical } from './support/canonical.ts'

const head = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix a: <https://a.example.se/> .
@prefix b: <https://b.example.se/> .
`
const uuid = '7f3c2a54-9d0e-4b61-8a3f-2c5d7e9b1a40'
const municipality = '<http://dataportal.se/organisation/SE2120099995>'
const company = '<http://dataportal.se/organisation/SE5590009998>'
const read = (text: string) => parse({ name: 'x', bytes: Buffer.from(head + text) })

async function merge(...sources: readonly { text: string; isPreferred?: boolean }[]): Promise<Merged> {
  return mergeGraphs(
    await Promise.all(
      sources.map(async ({ text, ...rest }, i) => ({
        name: `${i + 1}.ttl`,
        graph: await read(text),
        ...rest,
      })),
    ),
  )
}

const decided = ({ decisions }: Merged) =>
  decisions.map(({ kind, iri, kept, droppedFrom }) => [kind, iri, kept, ...droppedFrom].join(' '))

const publicOne = `a:k a dcat:Catalog ; dcterms:title "A"@sv ; dcterms:publisher ${municipality} ; dcat:dataset a:d .
a:d a dcat:Dataset ; dcterms:title "Luft"@sv ; dcterms:identifier "${uuid}" .
${municipality} a foaf:Organization ; foaf:name "Exempelkommun"@sv .`
const privateOne = `b:k a dcat:Catalog ; dcterms:title "B"@sv ; dcterms:publisher ${company} ; dcat:dataset b:d , b:e .
b:d a dcat:Dataset ; dcterms:title "Luft, kopia"@sv ; dcterms:identifier "${uuid.toUpperCase()}" ; dcat:distribution b:x .
b:x a dcat:Distribution ; dcterms:title "x"@sv .
b:e a dcat:Dataset ; dcterms:title "Eget"@sv ; dcterms:relation b:d ; dcterms:publisher ${municipality} .
${municipality} a foaf:Organization ; foaf:name "Exempel kommun"@sv .
${company} a foaf:Organization ; foaf:name "Exempelbolaget"@sv .`

describe('merge', () => {
  it('keeps the public description whatever the order, and moves everything to one catalogue', async () => {
    const merged = await merge({ text: privateOne }, { text: publicOne })
    expect(merged.ranks.map(({ source, rank }) => `${source} ${rank}`)).toEqual(['2.ttl 2', '1.ttl 3'])
    expect(decided(merged)).toEqual([
      'main https://a.example.se/k 2.ttl',
      'moved https://b.example.se/k https://a.example.se/k 1.ttl',
      'duplicate http://dataportal.se/organisation/SE2120099995 2.ttl 1.ttl',
      'duplicate https://a.example.se/d 2.ttl 1.ttl',
      'dropped https://b.example.se/x  1.ttl',
      'dropped http://dataportal.se/organisation/SE5590009998  1.ttl',
    ])
    const expected = await read(`${publicOne}
      a:k dcat:dataset b:e .
      b:e a dcat:Dataset ; dcterms:title "Eget"@sv ; dcterms:relation a:d ; dcterms:publisher ${municipality} .`)
    expect((await diffGraphs(expected, merged.graph)).entities).toEqual([])
  })
  it('lets the one that is preferred win', async () => {
    const merged = await merge({ text: publicOne }, { text: privateOne, isPreferred: true })
    expect(decided(merged)[0]).toBe('main https://b.example.se/k 2.ttl')
    const text = [...syntaxes.turtle.write(merged.graph)].join('')
    expect(text).toContain('Luft, kopia')
    expect(text).not.toContain('"Luft"@sv')
  })
  it('goes by the order of the sources between equals', async () => {
    const second = publicOne.replace('"Luft"', '"Buller"')
    const merged = await merge({ text: publicOne }, { text: second })
    expect(merged.decisions.find(({ iri }) => iri.endsWith('/d'))).toMatchObject({
      kind: 'duplicate',
      kept: '1.ttl',
    })
    expect([...syntaxes.turtle.write(merged.graph)].join('')).not.toContain('Buller')
  })
  it('says so when the descriptions are equal, and changes nothing', async () => {
    const merged = await merge({ text: publicOne }, { text: publicOne })
    expect(merged.decisions.filter(({ kind }) => kind === 'duplicate')).toEqual([])
    const lines = async (graph: Merged['graph']) => [...new Set((await canonical(graph)).split('\n'))]
    expect(await lines(merged.graph)).toEqual(await lines(await read(publicOne)))
  })
  it('does not take other identifiers for UUIDs', async () => {
    const text = (name: string) => `${name}:d a dcat:Dataset ; dcterms:identifier "urn:uuid:${uuid}" .`
    expect((await merge({ text: text('a') }, { text: text('b') })).decisions).toEqual([])
  })
  it('moves what sub-catalogues hold, and leaves those to be fetched', async () => {
    const text = `a:k a dcat:Catalog ; dcterms:title "A"@sv ; dcterms:hasPart a:s , a:t .
      a:s a dcat:Catalog ; dcterms:title "S"@sv ; dcat:dataset a:d , a:e ; dcat:service a:f .
      a:t a dcat:Catalog .
      a:d a dcat:Dataset . a:e a dcat:Dataset . a:f a dcat:DataService .`
    const merged = await merge({ text })
    expect(decided(merged)).toEqual([
      'main https://a.example.se/k 1.ttl',
      'moved https://a.example.se/s https://a.example.se/k 1.ttl',
      'stub https://a.example.se/t 1.ttl',
    ])
    const expected =
      await read(`a:k a dcat:Catalog ; dcterms:title "A"@sv ; dcterms:hasPart a:t ; dcat:dataset a:d , a:e ; dcat:service a:f .
      a:t a dcat:Catalog . a:d a dcat:Dataset . a:e a dcat:Dataset . a:f a dcat:DataService .`)
    expect((await diffGraphs(expected, merged.graph)).entities).toEqual([])
  })
  it('keeps blank nodes of different sources apart', async () => {
    const text = (name: string) =>
      `${name}:d a dcat:Dataset ; dcterms:spatial _:x . _:x dcterms:title "${name}" .`
    const { graph } = await merge({ text: text('a') }, { text: text('b') })
    const expected = await read(`${text('a')}\n${text('b').replaceAll('_:x', '_:y')}`)
    expect(await canonical(graph)).toBe(await canonical(expected))
  })
})
