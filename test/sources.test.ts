// Lists of sources: read from YAML and from Turtle, judged with line and column, and described by a JSON Schema.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { isOrganisationNumber } from '../src/profile/index.ts'
import { nextRun, parseSources, sourceOf, sourcesSchema } from '../src/source/index.ts'

const read = (text: string, file = 'sources.yaml') => parseSources(text, file, { isOrganisationNumber })

const found = async (text: string, file?: string) =>
  (await read(text, file)).findings.map(
    ({ rule, location, message }) => `${location.line}:${location.column} ${rule}: ${message.en}`,
  )

describe('a list that is right', () => {
  it('gives sources with everything agreed, and nothing to remark upon', async () => {
    const file = 'examples/sources.yaml'
    const { sources, findings, contact } = await read(readFileSync(file, 'utf8'), file)
    expect(findings).toEqual([])
    expect(contact).toBe('oppnadata@exempel.se')
    expect(sources.map(({ id }) => id)).toEqual([
      'exempelkommun',
      'fastighet',
      'foretag',
      'sidor',
      'flyttad',
      'trasig',
      'mapp',
      'vilande',
    ])
    expect(sources[0]).toMatchObject({
      organisation: '2120000829',
      reader: 'rdf',
      sector: 'public',
      schedule: '0 4 * * *',
      removal: { policy: 'grace', graceDays: 7, maxCount: 10, maxShare: 0.15 },
      allowPrivate: ['127.0.0.1'],
      place: { file, line: 20 },
    })
    expect(sources[6]).toMatchObject({ url: 'fixtures/catalogs', settings: { files: 'halsa*.ttl' } })
    expect(sources[7].isEnabled).toBe(false)
  })

  it('may be a mapping by id, with bounds, a key and a certificate of its own', async () => {
    const { sources, findings } = await read(
      `sources:
  nyckel:
    url: https://data.exempel.se/katalog
    reader: hydra
    limits: { requestSeconds: 5, maxPages: 10 }
    credentials: { header: X-Api-Key, variable: EXEMPEL_NYCKEL }
    caFile: ca.pem
    settings: { pageSize: 50 }
`,
      '/srv/sources.yaml',
    )
    expect(findings).toEqual([])
    expect(sources[0]).toMatchObject({
      id: 'nyckel',
      limits: { requestMs: 5000, maxPages: 10, maxRedirects: 5 },
      credentials: { kind: 'header', header: 'X-Api-Key', variable: 'EXEMPEL_NYCKEL' },
      caFile: '/srv/ca.pem',
      settings: { pageSize: '50' },
    })
  })

  it('takes what the source does not say from the defaults, key by key', async () => {
    const { sources } = await read(`defaults: { limits: { maxPages: 5, maxBytes: 9 }, sector: private }
sources:
  - { id: a, url: https://a.se/, limits: { maxPages: 7 } }
`)
    expect(sources[0]).toMatchObject({ sector: 'private', limits: { maxPages: 7, maxBytes: 9 } })
  })

  it('says when a source is to be read', async () => {
    const source = sourceOf({ id: 'x', url: 'https://x.se/', reader: 'rdf', schedule: '0 4 * * *' })
    expect(await nextRun(source, new Date('2026-07-01T12:00:00Z'))).toEqual(new Date('2026-07-02T02:00:00Z'))
    expect(await nextRun({ ...source, timeZone: 'UTC' }, new Date('2026-07-01T12:00:00Z'))).toEqual(
      new Date('2026-07-02T04:00:00Z'),
    )
  })
})

describe('what is wrong', () => {
  it('is told with its line, its column and the next step', async () => {
    const text = `contact: x@exempel.se
sources:
  - id: Fel Id
    url: https://a.se/
  - id: b
    url: ftp://b.se/katalog
    readr: rdf
  - id: c
    url: https://user:secret@c.se/
    reader: gopher
    schedule: varje dag
    organisation: 212000-0828
  - id: d
    url: https://d.se/
    timeZone: Europa/Stockholm
    credentials: { bearer: eyJhbGciOiJIUzI1NiJ9 }
    limits: { maxPages: 0 }
  - id: d
  - id: e
    url: https://e.se/
  - id: e
    url: https://e.se/
  - id: f
    url: http://e.se/
    credentials: { basic: HEMLIGT }
`
    expect(await found(text)).toMatchInlineSnapshot(`
      [
        "3:9 sources-value-wrong: Give lower-case letters (a–z), digits and hyphens for id, not “Fel Id”.",
        "6:10 sources-url-wrong: Give an address that begins with http:// or https://, not “ftp://b.se/katalog”.",
        "7:5 sources-key-unknown: Remove or correct “readr”: there is no such key. Did you mean “reader”?",
        "9:10 sources-url-secret: Remove user and password from the address: write credentials instead.",
        "10:13 sources-value-wrong: Give rdf, hydra, subcatalogs, ldes, sparql, ckan, csw, sitemap, openapi or folder for reader, not “gopher”.",
        "11:15 sources-schedule-wrong: Correct schedule “varje dag”: write five fields as in cron, such as “0 4 * * *” for four every day.",
        "12:19 sources-organisation-digit: Check the organisation number 2120000828: its check digit is wrong.",
        "15:15 sources-zone-wrong: Give a time zone such as Europe/Stockholm, not “Europa/Stockholm”.",
        "16:28 sources-value-wrong: Give the name of an environment variable, such as KOMMUN_KEY, never the secret itself for bearer, not “…”.",
        "17:25 sources-value-wrong: Give a whole number (≥ 1) for maxPages, not “0”.",
        "18:5 sources-key-missing: Give url of the source d.",
        "21:5 sources-id-repeated: Give the source another id: e is used on line 19 already.",
        "25:20 sources-credentials-plain: Use https for f: the key is sent unprotected otherwise.",
      ]
    `)
    const { sources } = await read(text)
    expect(sources.map(({ id }) => id)).toEqual(['e', 'f'])
  })

  it('in the syntax ends the reading, and an alias that leads in a circle too', async () => {
    expect(await found('sources:\n\t- id: a\n')).toMatchInlineSnapshot(`
      [
        "2:1 sources-syntax: Correct the syntax: indent with spaces, not with tabs.",
      ]
    `)
    expect(await found('sources: &a\n  - *a\n')).toEqual([expect.stringMatching(/^1:1 sources-syntax/)])
    expect(await found('')).toEqual([expect.stringMatching(/^1:1 sources-none/)])
    expect(await found('sources: []\n')).toEqual([expect.stringMatching(/^1:1 sources-none/)])
  })

  it('never throws, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        await read(text)
        await read(`sources: ${text}`)
        await read(text, 'sources.ttl')
      }),
      { numRuns: 200 },
    )
  })
})

describe('in Turtle', () => {
  const text = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix source: <https://w3id.org/grunddata/source#> .

<https://w3id.org/grunddata/source/exempelkommun> a dcat:Catalog ;
  dcterms:identifier "exempelkommun" ;
  dcterms:title "Exempelkommun"@sv ;
  dcterms:publisher <http://dataportal.se/organisation/SE2120000829> ;
  dcat:distribution [ dcat:downloadURL <https://exempelkommun.se/datasets/dcat> ] ;
  source:reader "hydra" ;
  source:schedule "0 4 * * *" ;
  source:limits [ source:maxPages 10 ] .
<http://dataportal.se/organisation/SE2120000829> dcterms:type <http://purl.org/adms/publishertype/LocalAuthority> .
`
  it('a catalogue with an identifier and a distribution is a source', async () => {
    const { sources, findings } = await read(text, 'sources.ttl')
    expect(findings).toEqual([])
    expect(sources).toMatchObject([
      {
        id: 'exempelkommun',
        title: 'Exempelkommun',
        url: 'https://exempelkommun.se/datasets/dcat',
        reader: 'hydra',
        organisation: '2120000829',
        sector: 'public',
        schedule: '0 4 * * *',
        limits: { maxPages: 10 },
        place: { line: 5 },
      },
    ])
  })

  it('what is wrong has its line', async () => {
    expect(await found(text.replace('"hydra"', '"gopher"'), 'sources.ttl')).toEqual([
      expect.stringMatching(/^10:17 sources-value-wrong/),
    ])
    expect(await found(text.replace('"0 4 * * *" ;', '"0 4 * * *" '), 'sources.ttl')).toEqual(
      expect.arrayContaining([expect.stringMatching(/sources-syntax/)]),
    )
  })
})

describe('the JSON Schema', () => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(sourcesSchema())

  it('is the one in docs, and takes the example', () => {
    expect(JSON.parse(readFileSync('docs/sources.schema.json', 'utf8'))).toEqual(sourcesSchema())
    expect(validate(parseYaml(readFileSync('examples/sources.yaml', 'utf8')))).toBe(true)
  })

  it('turns away what the reader turns away', () => {
    expect(validate({ sources: [{ id: 'a' }] })).toBe(false)
    expect(validate({ sources: [{ id: 'A b', url: 'https://a.se/' }] })).toBe(false)
    expect(validate({ sources: [{ id: 'a', url: 'https://a.se/', reader: 'gopher' }] })).toBe(false)
    expect(validate({ sources: { a: { url: 'https://a.se/', credentials: { bearer: 'hemligt' } } } })).toBe(
      false,
    )
  })
})
