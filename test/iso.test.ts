// Metadata records of geodata as sources: the examples build clean, and what is wrong is told at its line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph, inputOf, readIso } from '../src/author/index.ts'
import { inspireThemes, topicThemes } from '../src/author/iso-themes.ts'
import { portalOrganisations } from '../src/framework/index.ts'
import { madeGraph } from '../src/harvest/made-graph.ts'
import { DEFAULT_PROFILE, loadProfile } from '../src/profile/index.ts'
import { syntaxes } from '../src/rdf/index.ts'
import { sourceOf } from '../src/source/index.ts'
import { validateGraph } from '../src/validate.ts'

const folder = 'examples/geodata'
const file = (name: string) => ({ name, bytes: readFileSync(name) })
const document = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const profile = await loadProfile(DEFAULT_PROFILE)

async function built(documents: readonly { name: string; bytes: Uint8Array }[], options = {}) {
  const { graph } = await buildGraph(documents, { profile, base: 'https://geodata.example.se/', ...options })
  const { reports } = await validateGraph({ graph, name: 'built' }, { profile })
  const told = reports[0].findings.map(
    ({ rule, location, severity }) => `${severity} ${rule} ${location.file}:${location.line}`,
  )
  return { text: [...syntaxes.ntriples.write(graph)].join(''), told, findings: reports[0].findings }
}

/** A record with these inner parts. */
const record = (identification: string, rest = '') => `<?xml version="1.0"?>
<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"
  xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:srv="http://www.isotc211.org/2005/srv" xmlns:xlink="http://www.w3.org/1999/xlink">
<gmd:fileIdentifier><gco:CharacterString>a1</gco:CharacterString></gmd:fileIdentifier>
<gmd:identificationInfo>${identification}</gmd:identificationInfo>${rest}
</gmd:MD_Metadata>`
const dataset = (inner: string, rest?: string) =>
  record(`<gmd:MD_DataIdentification>${inner}</gmd:MD_DataIdentification>`, rest)
const anchor = (href: string, text = '') => `<gmx:Anchor xlink:href="${href}">${text}</gmx:Anchor>`
const legal = (
  inner: string,
) => `<gmd:resourceConstraints><gmd:MD_LegalConstraints><gmd:otherConstraints>${inner}
</gmd:otherConstraints></gmd:MD_LegalConstraints></gmd:resourceConstraints>`
const party = (name: string, role: string, mail = '') => `<gmd:pointOfContact><gmd:CI_ResponsibleParty>
<gmd:organisationName><gco:CharacterString>${name}</gco:CharacterString></gmd:organisationName>
${mail && `<gmd:contactInfo><gmd:CI_Contact><gmd:address><gmd:CI_Address><gmd:electronicMailAddress><gco:CharacterString>${mail}</gco:CharacterString></gmd:electronicMailAddress></gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo>`}
<gmd:role><gmd:CI_RoleCode codeListValue="${role}"/></gmd:role></gmd:CI_ResponsibleParty></gmd:pointOfContact>`

describe('the example', () => {
  const documents = readdirSync(folder).map((name) => file(join(folder, name)))

  it('a folder of records of both editions and a YAML file beside is a catalogue without a finding', async () => {
    const { told, text } = await built(documents)
    expect(told).toEqual([])
    expect(text.match(/#type> <http:\/\/www.w3.org\/ns\/dcat#Dataset>/g)).toHaveLength(2)
    expect(text.match(/#type> <http:\/\/xmlns.com\/foaf\/0.1\/(Agent|Organization)>/g)).toHaveLength(1)
    expect(text.match(/#type> <http:\/\/www.w3.org\/2006\/vcard\/ns#Organization>/g)).toHaveLength(1)
  })

  it('writes what the mapping says', async () => {
    const { text } = await built(documents)
    for (const part of [
      'POLYGON((17.5 59.6,18.2 59.6,18.2 59.1,17.5 59.1,17.5 59.6))',
      '<http://purl.org/dc/terms/issued> "2024-03-01"^^<http://www.w3.org/2001/XMLSchema#date>',
      '<http://purl.org/dc/terms/modified> "2026-05-01"',
      '"Protected sites"@en',
      'access-right/PUBLIC>',
      'data-theme/ENVI>',
      '<http://www.w3.org/ns/dcat#theme> <http://inspire.ec.europa.eu/theme/ps>',
      'ResponsiblePartyRole/custodian>',
      '"application/vnd.ogc.wms_xml"',
      '"application/gml+xml"',
      '<http://creativecommons.org/licenses/by/4.0/>',
      '<http://www.w3.org/ns/dcat#startDate> "2010"^^<http://www.w3.org/2001/XMLSchema#gYear>',
      '<http://www.w3.org/ns/dcat#accessService> <https://geodata.example.se/service/c3a1f0d2-7b44-4f7e-a9d1-5e2f80b6c912>',
      '<http://www.w3.org/ns/dcat#servesDataset> <https://geodata.example.se/dataset/6f1d0a4e-54c2-4d0e-9f0b-2b6a3c1e7d10>',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('"Inspire"')
  })

  it('an answer of a catalogue service holds many records', () => {
    const inner = readFileSync(join(folder, 'skyddade-omraden.xml'), 'utf8').replace(/^<\?xml.*\?>/, '')
    const answer = document(
      'https://csw.example.se/csw',
      `<csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><csw:SearchResults>${inner}
${inner.replaceAll('6f1d0a4e', '7f1d0a4e')}</csw:SearchResults></csw:GetRecordsResponse>`,
    )
    expect(inputOf(answer)?.id).toBe('iso')
    const { entities, faults } = readIso(answer, { profile })
    expect(faults).toEqual([])
    expect(entities.map(({ id }) => id?.slice(0, 8))).toEqual(['6f1d0a4e', '7f1d0a4e'])
    expect(entities[1].place.line).toBeGreaterThan(entities[0].place.line)
  })
})

describe('records that are harvested', () => {
  it('are a catalogue of their own, of the organisation the source names, with addresses of ours', async () => {
    const source = sourceOf({
      id: 'geo',
      url: 'https://csw.example.se/',
      reader: 'csw',
      title: 'Geodata',
      organisation: '2120099995',
    })
    const documents = [
      document('https://csw.example.se/#a1', dataset(party('Kommunens kontor', 'pointOfContact'))),
    ]
    const text = [
      ...syntaxes.ntriples.write(await madeGraph(source, documents, { profile, from: 'iso' })),
    ].join('')
    const own = 'https://w3id.org/grunddata/source/geo'
    for (const part of [
      `<${own}/catalog> <http://www.w3.org/ns/dcat#dataset> <${own}/dataset/a1>`,
      `<${own}/catalog> <http://purl.org/dc/terms/title> "Geodata"@sv`,
      `<${own}/dataset/a1> <http://purl.org/dc/terms/publisher> <http://dataportal.se/organisation/SE2120099995>`,
      `<http://www.w3.org/ns/dcat#contactPoint> <${own}/contact/kommunens-kontor>`,
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('data.example.se')
  })
})

describe('the mapping', () => {
  const value = async (xml: string, property: string) =>
    [...(await built([document('r.xml', xml)])).text.matchAll(new RegExp(`/${property}> (.*) \\.`, 'g'))].map(
      ([, object]) => object,
    )

  it.each([
    ['http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations', 'PUBLIC'],
    ['http://inspire.ec.europa.eu/metadata-\ncodelist/LimitationsOnPublicAccess/noLimitations', 'PUBLIC'],
    [
      'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1d',
      'NON_PUBLIC',
    ],
    [
      'https://resources.geodata.se/codelist/metadata/atkomstrestriktioner.xml#ingaTillampligaVillkor',
      'PUBLIC',
    ],
    [
      'https://resources.geodata.se/codelist/metadata/atkomstrestriktioner.xml#AnnanBegransning',
      'RESTRICTED',
    ],
    ['https://resources.geodata.se/codelist/metadata/atkomstrestriktioner.xml#villkorOkanda', 'RESTRICTED'],
    ['https://resources.geodata.se/codelist/metadata/atkomstrestriktioner.xml#sekretess', 'NON_PUBLIC'],
  ])('access rights of %s are %s', async (href, code) => {
    expect(await value(dataset(legal(anchor(href))), 'accessRights')).toEqual([
      `<http://publications.europa.eu/resource/authority/access-right/${code}>`,
    ])
  })

  const online = (
    protocol: string,
    address: string,
    format = '',
  ) => `<gmd:distributionInfo><gmd:MD_Distribution>
${format && `<gmd:distributionFormat><gmd:MD_Format><gmd:name><gco:CharacterString>${format}</gco:CharacterString></gmd:name></gmd:MD_Format></gmd:distributionFormat>`}
<gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${address}</gmd:URL></gmd:linkage>
<gmd:protocol><gco:CharacterString>${protocol}</gco:CharacterString></gmd:protocol></gmd:CI_OnlineResource></gmd:onLine>
</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`

  it.each([
    ['HTTP:OGC:WMS', 'https://x.se/ows?', '', ['"application/vnd.ogc.wms_xml"']],
    ['HTTP:OGC:WFS', 'https://x.se/ows?', 'gml', ['"application/vnd.ogc.wfs_xml"']],
    ['HTTP:OGC:WCS', 'https://x.se/ows?', '', ['"application/vnd.ogc.wcs_xml"']],
    ['OGC:WMTS-1.0.0', 'https://x.se/ows?', '', ['"application/vnd.ogc.wmts_xml"']],
    ['HTTP:Information:Produktspecifikation', 'https://x.se/spec.pdf', '', ['"text/html"']],
    ['HTTP:Nedladdning', 'https://x.se/a', 'text/x-egen', ['"text/x-egen"']],
    ['HTTP:Nedladdning', 'https://x.se/a', 'CSV', ['"text/csv"']],
    ['HTTP:Nedladdning', 'https://x.se/a.json', 'vårt eget', ['"application/json"']],
    ['HTTP:Nedladdning', 'https://x.se/a', '', []],
  ])('the format of %s at %s with %s', async (protocol, address, format, expected) => {
    expect(await value(dataset('', online(protocol, address, format)), 'format')).toEqual(expected)
  })

  it.each([
    [anchor('http://creativecommons.org/publicdomain/zero/1.0/'), 'publicdomain/zero/1.0/'],
    [
      anchor('https://resources.geodata.se/codelist/metadata/anvandningsrestriktioner.xml#CCby-sa4.0'),
      'licenses/by-sa/4.0/',
    ],
    [anchor('https://www.creativecommons.org/licenses/by/4.0/deed.sv'), 'licenses/by/4.0/'],
    ['<gco:CharacterString>CC BY 4.0</gco:CharacterString>', 'licenses/by/4.0/'],
  ])('the licence of %s', async (constraint, path) => {
    const xml = dataset(legal(constraint), online('HTTP:OGC:WMS', 'https://x.se/ows'))
    expect(await value(xml, 'license')).toEqual([`<http://creativecommons.org/${path}>`])
  })

  it('roles become publisher, creator, contact point and attributions; what has no place is told of', async () => {
    const xml = dataset(
      ['owner', 'originator', 'pointOfContact', 'author', 'publisher', 'sponsor']
        .map((role, index) => party(`Kontor ${index}`, role, `k${index}@example.se`))
        .join(''),
    )
    const { text, told } = await built([document('r.xml', xml)])
    expect(text).toMatch(/terms\/publisher> <\S+kontor-0>/)
    expect(text).toMatch(/terms\/creator> <\S+kontor-1>/)
    expect(text).toMatch(/contactPoint> <\S+contact\/kontor-2>/)
    expect(text).toMatch(/prov#agent> <\S+kontor-3>/)
    expect(text).toContain('ResponsiblePartyRole/author>')
    expect(told.filter((line) => line.includes('build-iso-role'))).toHaveLength(2)
  })

  it('an organisation whose address is known by name gets it, with its type and number', async () => {
    const documents = [document('r.xml', dataset(party('LANTMÄTERIET', 'owner')))]
    const { text, told } = await built(documents, { organisations: portalOrganisations() })
    expect(text).toContain('publisher> <http://dataportal.se/organisation/SE2021004888>')
    expect(text).toContain('publishertype/NationalAuthority>')
    expect(text).toContain('"202100-4888"')
    expect(told.filter((line) => /error agent-|agent-identifier|build-iso-organisation/.test(line))).toEqual(
      [],
    )
  })

  it('every INSPIRE theme and topic category has EU data themes that exist', () => {
    const codes = [
      ...[...inspireThemes.values()].map(({ dataTheme }) => dataTheme),
      ...Object.values(topicThemes).flat(),
    ]
    const themes = profile.vocabularies.get('http://publications.europa.eu/resource/authority/data-theme')
    const known = [...(themes?.concepts.keys() ?? [])].map((iri) => iri.replace(/^.*\//, ''))
    expect(inspireThemes.size).toBe(34)
    expect(codes.filter((code) => !known.includes(code))).toEqual([])
  })
})

describe('what is wrong', () => {
  const told = async (text: string) => (await built([document('r.xml', text)])).told

  it('broken XML is told of at its line, and what could be read is kept', async () => {
    const text = dataset(
      '<gmd:citation><gmd:CI_Citation><gmd:title><gco:CharacterString>Luft</gco:CharacterString></gmd:title></gmd:CI_Citation></gmd:citation>',
    ).replace('</gmd:MD_Metadata>', '\n<gmd:oops></gmd:MD_Metadata>')
    const { told, text: graph } = await built([document('r.xml', text)])
    expect(told).toContain('error build-xml-broken r.xml:7')
    expect(graph).toContain('"Luft"@sv')
  })

  it('entities that a record declares itself are not expanded', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${dataset('<gmd:abstract><gco:CharacterString>&b;</gco:CharacterString></gmd:abstract>').replace(/^<\?xml.*\n/, '')}`
    const lines = await told(bomb)
    expect(lines.filter((line) => line.startsWith('error build-xml-broken'))).toHaveLength(1)
  })

  it('a box outside the world is left out, and told of', async () => {
    const side = (name: string, value: string) =>
      `<gmd:${name}><gco:Decimal>${value}</gco:Decimal></gmd:${name}>`
    const box = `<gmd:extent><gmd:EX_Extent><gmd:geographicElement><gmd:EX_GeographicBoundingBox>
${side('westBoundLongitude', '18')}${side('eastBoundLongitude', '17')}${side('southBoundLatitude', '59')}${side('northBoundLatitude', '95')}
</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent></gmd:extent>`
    expect(await told(dataset(box))).toContain('warning build-iso-box r.xml:5')
  })

  it('a service of a dataset that is not there, an organisation nobody describes, a record of nothing', async () => {
    const service = record(
      '<srv:SV_ServiceIdentification><srv:operatesOn uuidref="annan"/></srv:SV_ServiceIdentification>',
    )
    expect(await told(service)).toContain('warning build-reference-elsewhere r.xml:5')
    expect(await told(dataset(party('Okända verket', 'owner')))).toContain(
      'warning build-iso-organisation r.xml:6',
    )
    expect(await told(record(''))).toContain('error build-iso-empty r.xml:2')
  })

  it('anything at all is read without a throw', async () => {
    const text = readFileSync(join(folder, 'skyddade-omraden.xml'), 'utf8')
    const places = fc.nat(text.length)
    const words = fc.constantFrom('', '<', '>', '</', '&', '"', '<gmd:x>', '<!--', ']]>', '\u0000', 'å')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(places, places, words), { maxLength: 4 }), async (cuts) => {
        let broken = text
        for (const [from, length, word] of cuts)
          broken = broken.slice(0, from) + word + broken.slice(from + (length % 40))
        const { faults } = readIso(document('r.xml', broken), { profile })
        for (const { place } of faults) expect(place.line).toBeGreaterThan(0)
        await buildGraph([document('r.xml', broken)], { profile, base: 'https://x.se/' })
      }),
      { numRuns: 60 },
    )
  })

  it('what no catalogue lists has its next step', async () => {
    expect(await told(dataset(''))).toContain('info build-catalog-missing r.xml:2')
  })

  it('a missing title is told of at the record', async () => {
    const { findings } = await built([document('r.xml', dataset(''))])
    const missing = findings.find(({ rule }) => rule === 'dataset-title-missing')
    expect(missing?.location).toMatchObject({ file: 'r.xml', line: 2, column: 1 })
  })
})
