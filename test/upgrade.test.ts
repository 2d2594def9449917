// `upgrade`: every row of the table of versions, in place, once and for all; and the form of the EU, there and back.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPairs } from '../src/author/eu-terms.ts'
import { fromEuForm, toEuForm, type Upgraded, upgradeText } from '../src/author/index.ts'
import { loadVocabularies } from '../src/profile/index.ts'
import { type Graph, parse, position, type SyntaxId, syntaxes } from '../src/rdf/index.ts'
import { validateDocument } from '../src/validate.ts'
import { canonical } from './support/canonical.ts'
import { commentsOf, dressed, tokensOf } from './support/turtle-layout.ts'

const read = (bytes: Uint8Array) => parse({ name: 'x', bytes })
const lineOf = ({ source }: Graph, at: number) => (source && at >= 0 ? position(source, at).line : 0)

function upgrade(text: string | Uint8Array, more: object = {}): Promise<Upgraded> {
  return upgradeText(Buffer.from(text), { read, lineOf, ...more })
}

const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString()
const full = readFileSync('fixtures/catalogs/version-2.2.0.ttl', 'utf8')

/** What the upgrade could have cured: findings about old names and values. */
async function curable(bytes: Uint8Array): Promise<readonly string[]> {
  const { reports } = await validateDocument({ name: 'x', bytes }, { profile: 'dcat-ap-se@3.0.1' })
  return reports[0].findings
    .filter(
      ({ rule, fix }) =>
        /deprecated|byte-size|licen[cs]e-form|version-info/.test(rule) && fix?.kind === 'safe',
    )
    .map(({ rule }) => rule)
}

describe('a full catalogue of 2.2.0', () => {
  it('has what the upgrade cures, and then has not', async () => {
    expect((await curable(Buffer.from(full))).length).toBeGreaterThan(5)
    const upgraded = await upgrade(full)
    expect(await curable(upgraded.bytes)).toEqual([])
    expect([upgraded.isInPlace, upgraded.left]).toEqual([true, []])
  })
  it('says what it did and what is left to decide', async () => {
    const { done, proposed } = await upgrade(full)
    const wordsOf = (steps: Upgraded['done']) => [...new Set(steps.map(({ text }) => text.sv))]
    expect(wordsOf(done)).toHaveLength(11)
    expect(wordsOf(proposed)).toHaveLength(7)
    expect(proposed.find(({ text }) => text.en.includes('no type'))?.proposal).toBe(
      'dcterms:type <http://purl.org/adms/publishertype/LocalAuthority>',
    )
    for (const { line } of [...done, ...proposed]) expect(line).toBeGreaterThan(0)
  })
  it.each([
    ['dcat:version "2.0" ;'],
    ['dcat:hasVersion <https://data.example.se/dataset/vatten-rad> ;'],
    ['dcat:startDate "2022-01-01"^^xsd:date ; # början'],
    ['authority/frequency/MONTHLY_2>'],
    ['  dcterms:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;'],
    ['planned-availability/STABLE>'],
    ['distribution-status/DEVELOP>'],
    ['dcterms:format "application/geo+json" ;'],
    ['dcat:byteSize "20480"^^xsd:nonNegativeInteger ;'],
    ['dcterms:license <http://creativecommons.org/publicdomain/zero/1.0/> ; # adressen skrevs med https'],
    ['dcat:hadRole <http://inspire.ec.europa.eu/'],
    ['  dcat:hasVersion <https://data.example.se/dataset/vatten-2021> .'],
    ['dcat:isVersionOf <https://data.example.se/dataset/vatten-ursprung> .'],
    ['dcterms:identifier "2120099995" .'],
  ])('becomes %s', async (line) => {
    expect(textOf(await upgrade(full))).toContain(line)
    expect(full).not.toContain(line)
  })
  it('leaves two different frequencies to whoever knows which is right', async () => {
    const two = full.replace('frequency/ANNUAL> ;', 'frequency/MONTHLY> ;')
    const { done, proposed, bytes } = await upgrade(two)
    expect(Buffer.from(bytes).toString()).toContain('<http://purl.org/cld/freq/annual> ,')
    expect(proposed.find(({ text }) => text.en.includes('two different'))?.proposal).toContain('ANNUAL>')
    expect(done.length).toBe((await upgrade(full)).done.length - 1)
  })
  it('fills in publishers and licences only when asked to', async () => {
    const bare = full
      .replace('  dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;', '')
      .replace(/(dataset\/vatten-2021> a [\s\S]*?) {2}dcterms:publisher .*\n/, '$1')
    expect(textOf(await upgrade(bare))).not.toContain('publicdomain/zero/1.0/> ;\n  dcterms:language')
    const filled = textOf(await upgrade(bare, { inheritPublisher: true, cc0: true }))
    expect(filled.match(/publicdomain\/zero/g)).toHaveLength(2)
    expect(filled.match(/dcterms:publisher/g)).toHaveLength(3)
  })
  it('is upgraded once and for all, in any layout, with its comments', async () => {
    const tokens = tokensOf(full)
    const expected = await canonical(await read((await upgrade(full)).bytes))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(99), { minLength: 7, maxLength: 40 }), async (choices) => {
        const text = dressed(tokens, choices)
        const once = await upgrade(text)
        const twice = await upgrade(once.bytes)
        expect([twice.done, textOf(twice)]).toEqual([[], textOf(once)])
        expect(await canonical(await read(once.bytes))).toBe(expected)
        expect(commentsOf(textOf(once))).toEqual(commentsOf(text))
      }),
      { numRuns: 20 },
    )
  }, 120_000)
  it.each<[SyntaxId, boolean]>([
    ['rdfxml', true],
    ['ntriples', true],
    ['jsonld', false],
  ])('says the same in %s', async (syntax, isInPlace) => {
    const text = [...syntaxes[syntax].write(await read(Buffer.from(full)))].join('')
    const upgraded = await upgrade(text)
    expect(upgraded.isInPlace).toBe(isInPlace)
    expect(await canonical(await read(upgraded.bytes))).toBe(
      await canonical(await read((await upgrade(full)).bytes)),
    )
    expect((await upgrade(upgraded.bytes)).done).toEqual([])
  })
})

const corpus = process.env.GRUNDDATA_CORPUS

describe('the official examples', () => {
  it.skipIf(!corpus || !existsSync(corpus))('have nothing left that the upgrade could cure', async () => {
    const folder = existsSync(join(corpus!, 'files')) ? join(corpus!, 'files') : corpus!
    const names = readdirSync(folder).filter((name) => name.includes('exempel-'))
    expect(names.length).toBeGreaterThanOrEqual(4)
    for (const name of names) {
      const upgraded = await upgrade(readFileSync(join(folder, name)))
      expect(await curable(upgraded.bytes), name).toEqual([])
      expect((await upgrade(upgraded.bytes)).done, name).toEqual([])
    }
  })
})

describe('the form of the EU', () => {
  // Sweden takes a check sum with or without its datatype, so the datatype stays on the way back.
  const catalog = readFileSync('fixtures/catalogs/kommun.ttl', 'utf8').replace(
    /(spdx:checksumValue "[0-9a-f]+")(?!\^)/,
    '$1^^xsd:hexBinary',
  )
  it('is reached and left again without loss', async () => {
    const graph = await read(Buffer.from(catalog))
    const there = toEuForm(graph)
    expect([...there.counts.keys()]).toContain('dcterms:format')
    const text = [...syntaxes.turtle.write(there.graph)].join('')
    expect(text).toContain('authority/file-type/CSV>')
    expect(text).toContain('<https://www.iana.org/assignments/media-types/text/csv>')
    const back = fromEuForm(await read(Buffer.from(text)))
    expect(await canonical(back.graph)).toBe(await canonical(graph))
  })
  it('has a file type for every geographic format but two, and media types of IANA only', async () => {
    const concepts = [...loadVocabularies().values()].find(({ name }) => name === 'geo-media-type')?.concepts
    const types = [...(concepts?.values() ?? [])].map(({ notation }) => notation ?? '')
    expect(types).toContain('application/vnd.ogc.wms_xml')
    const { toEu } = formatPairs()
    expect(types.filter((type) => !toEu.has(type)).sort()).toEqual([
      'application/vnd.ogc.wmts_xml',
      'application/vnd.sqlite3',
    ])
    const service = `<https://x.example.se/a> <http://purl.org/dc/terms/format> "application/vnd.ogc.wfs_xml" .`
    const { graph } = toEuForm(await read(Buffer.from(service)))
    expect([...syntaxes.ntriples.write(graph)].join('')).toBe(
      '<https://x.example.se/a> <http://purl.org/dc/terms/format> <http://publications.europa.eu/resource/authority/file-type/WFS_SRVC> .\n',
    )
  })
  it('has nothing to do a second time', async () => {
    const { graph } = toEuForm(await read(Buffer.from(catalog)))
    expect([...toEuForm(graph).counts]).toEqual([])
  })
})
