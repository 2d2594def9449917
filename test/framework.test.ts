// The model of national basic data (vocab/national): well formed, closed, labelled, and equal to the facts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { packageFolder } from '../src/profile/index.ts'

const OWN = 'https://w3id.org/grunddata/'
const NS = `${OWN}ns#`
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const DCTERMS = 'http://purl.org/dc/terms/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const folder = join(packageFolder(), 'vocab/national')
const files = readdirSync(folder).filter((name) => name.endsWith('.ttl'))
const store = new Store(
  files.flatMap((file) =>
    new Parser({ blankNodePrefix: `_:${file}` }).parse(readFileSync(join(folder, file), 'utf8')),
  ),
)

const values = (subject: string, property: string) =>
  store.getObjects(subject, property, null).map((term) => term.value)
const languages = (subject: string, property: string) =>
  store
    .getObjects(subject, property, null)
    .map((term) => ('language' in term ? term.language : ''))
    .sort()
    .join()
const ofType = (type: string) => store.getSubjects(`${RDF}type`, type, null).map((term) => term.value)
const textIn = (subject: string, property: string, language: string) =>
  store
    .getObjects(subject, property, null)
    .filter((term) => 'language' in term && term.language === language)
    .map((term) => term.value)[0]

describe('the model as a whole', () => {
  const concepts = ofType(`${SKOS}Concept`)

  it('labels every concept once in Swedish and once in English', () => {
    expect(concepts.length).toBeGreaterThan(10)
    expect(concepts.filter((each) => languages(each, `${SKOS}prefLabel`) !== 'en,sv')).toEqual([])
  })

  it('puts every concept in a scheme that is there', () => {
    const schemes = new Set(ofType(`${SKOS}ConceptScheme`))
    for (const concept of concepts) {
      const of = values(concept, `${SKOS}inScheme`)
      expect([concept, of.length]).toEqual([concept, 1])
      expect(schemes).toContain(of[0])
    }
    for (const scheme of schemes) expect(languages(scheme, `${DCTERMS}title`)).toBe('en,sv')
  })

  it('refers to nothing in our namespace that is not there', () => {
    const known = new Set(store.getSubjects(null, null, null).map((term) => term.value))
    const named = store.getQuads(null, null, null, null).flatMap((quad) => [quad.predicate, quad.object])
    const own = named.filter((term) => term.termType === 'NamedNode' && term.value.startsWith(OWN))
    expect([...new Set(own.map((term) => term.value))].filter((iri) => !known.has(iri))).toEqual([])
  })

  it('states nothing about an address of the data portal but the two observed concepts', () => {
    const foreign = store.getSubjects(null, null, null).map((term) => term.value)
    const observed = ['foretag', 'person'].map((slug) => `https://dataportal.se/concepts/grunddata/${slug}`)
    const found = foreign.filter((iri) => iri.startsWith('http') && !iri.startsWith(OWN))
    expect(found.filter((iri) => !observed.includes(iri))).toEqual([])
  })
})

describe('the framework', () => {
  const listOf = (kind: string) => {
    const items: string[] = []
    let node = store.getObjects(`${OWN}${kind}/order`, `${SKOS}memberList`, null)[0]
    while (node && node.value !== `${RDF}nil`) {
      items.push(store.getObjects(node, `${RDF}first`, null)[0].value)
      node = store.getObjects(node, `${RDF}rest`, null)[0]
    }
    return items
  }
  const wordings = (kind: string, version: string) =>
    listOf(kind).map((each) => textIn(`${each}/${version}`, `${RDF}value`, 'sv'))

  it('has the seven principles in order, in the wording of both versions', () => {
    const second = [
      'ge samhällsnytta',
      'kunna nyttjas effektivt och enkelt',
      'stödja ”en uppgift en gång”',
      'följa fastställda krav',
      'vara interoperabla',
      'beskrivas',
      'behandlas på ett säkert sätt',
    ]
    expect(wordings('principle', '2.0')).toEqual(second)
    expect(wordings('principle', '1.0')).toEqual(second.with(4, 'vara kombinerbara'))
  })

  it('has the four characteristics in order, in the wording of both versions', () => {
    const second = [
      'produceras av offentliga aktörer',
      'används av flera konsumenter',
      'är viktiga i samhället',
      'följer ramverket',
    ]
    expect(wordings('characteristic', '2.0')).toEqual(second)
    expect(wordings('characteristic', '1.0')).toEqual(second.with(3, 'följer överenskomna regler'))
  })

  it.each([
    ['1.0', '2021-01-29', 'AD 2019:585'],
    ['2.0', '2023-01-13', '2022-3474'],
  ])('dates version %s', (version, date, number) => {
    const iri = `${OWN}framework/${version}`
    expect(values(iri, `${DCTERMS}issued`)).toEqual([date])
    expect(values(iri, `${DCTERMS}identifier`)).toEqual([number])
  })
})

describe('the organisations', () => {
  const organisations = ofType(`${FOAF}Agent`)

  it('have a name in both languages and a number with a right check digit', () => {
    expect(organisations).toHaveLength(31)
    for (const each of organisations) {
      expect(languages(each, `${FOAF}name`)).toBe('en,sv')
      const digits = [...values(each, `${DCTERMS}identifier`)[0].replace('-', '')].map(Number)
      const doubled = digits.map((digit, at) => (at % 2 === 0 ? digit * 2 : digit))
      const sum = doubled.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0)
      expect([each, digits.length, sum % 10]).toEqual([each, 10, 0])
    }
  })

  it('say which of them are not independently verified', () => {
    const verified = organisations.filter((each) => values(each, `${NS}independentlyVerified`)[0] === 'true')
    expect(verified.map((each) => each.slice(`${OWN}organisation/`.length)).sort()).toEqual([
      'bolagsverket',
      'lantmateriet',
      'scb',
      'skatteverket',
      'trafikverket',
    ])
    for (const slug of ['msb', 'inera'])
      expect(values(`${OWN}organisation/${slug}`, `${NS}publisherIri`)).toEqual([])
  })
})

describe('the components and their status at the end of 2023', () => {
  const table = `
    Digital post|digg|maintenance||true|true
    Mina ombud|bolagsverket|maintenance||true|true
    Mina ärenden|skatteverket|maintenance||true|true
    Adressregister|digg||paused|false|false
    API-hantering|digg|maintenance||true|true
    Indexering|skatteverket||awaiting-decision|false|false
    Metadatahantering|digg|maintenance||true|true
    AI-drivna tjänster|skatteverket|analysis|awaiting-decision|false|false
    Auktorisation|digg|introduction||true|false
    Identitet|digg|maintenance||true|true
    Spårbarhet|digg|||true|false
    Tillgänglighet|digg||paused|false|false
    Meddelandehantering|bolagsverket||closed|false|false
    Min profil|arbetsformedlingen||closed|false|false
    Tillitsramverk|e-halsomyndigheten||closed|false|false
    Fastighets- och geografisk information|lantmateriet|maintenance||true|true
    Företag|bolagsverket|maintenance||true|true
    Hälsa, vård och omsorg|e-halsomyndigheten|||true|false
    Person|skatteverket|maintenance||true|true
    Transportsystem|trafikverket|development||true|false`
  const end = (iri: string | undefined) => iri?.slice(iri.lastIndexOf('/') + 1) ?? ''

  it('are those of the tables, and no more', () => {
    const found = ofType(`${NS}StatusStatement`).map((status) => {
      const about = values(status, `${NS}about`)[0]
      const of = (name: string) => end(values(status, `${NS}${name}`)[0])
      const responsible = end(values(about, `${NS}responsible`)[0])
      const name = textIn(about, `${SKOS}prefLabel`, 'sv')
      return [name, responsible, of('phase'), of('offPath'), of('established'), of('inOperation')].join('|')
    })
    const expected = table.trim().split('\n')
    expect(found.sort()).toEqual(expected.map((line) => line.trim()).sort())
  })

  it('include the governance', () => {
    const responsible = (slug: string) => end(values(`${OWN}component/${slug}`, `${NS}responsible`)[0])
    expect(responsible('kompetensomrade-informationssakerhet')).toBe('msb')
    expect(responsible('kompetensomrade-arkiv')).toBe('riksarkivet')
    expect(responsible('sdk')).toBe('digg')
    expect(ofType(`${NS}Component`)).toHaveLength(24)
  })

  it('know who was responsible before', () => {
    const before = ofType(`${NS}Responsibility`).map((each) => end(values(each, `${NS}responsible`)[0]))
    expect(before.sort()).toEqual(['digg', 'digg', 'forsakringskassan', 'riksarkivet'])
  })
})
