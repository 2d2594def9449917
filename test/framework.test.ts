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

describe('the cubes', () => {
  const end = (iri: string) => iri.slice(iri.lastIndexOf('/') + 1)
  /** The cells of a cube: the end of the dimension's value, the period, and the number as written. */
  const cells = (cube: string, dimension: string, number: string) => {
    const found = new Map<string, number>()
    for (const each of store.getSubjects('http://purl.org/linked-data/cube#dataSet', OWN + cube, null)) {
      const key = `${end(values(each.value, NS + dimension)[0])} ${end(values(each.value, `${NS}period`)[0])}`
      expect(found.has(key)).toBe(false)
      found.set(key, Number(values(each.value, NS + number)[0]))
    }
    return found
  }
  const table = (text: string, columns: readonly string[]) => {
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' '))
    const entries = lines.flatMap(([name, ...cols]) =>
      columns.map((column, at) => [`${name} ${column}`, cols[at]]),
    )
    return new Map(entries.filter(([, cell]) => cell !== '-').map(([key, cell]) => [key, Number(cell)]))
  }
  const years = ['2021', '2022', '2023']
  const funding = cells('funding', 'component', 'amount')
  const totals = cells('funding-totals', 'sumOf', 'amount')
  const sum = (keep: (name: string, period: string) => boolean) =>
    [...funding]
      .filter(([key]) => keep(...(key.split(' ') as [string, string])))
      .reduce((total, [, amount]) => total + amount, 0)
  const categoryOf = new Map(
    ofType(`${NS}Component`)
      .concat(ofType(`${NS}Domain`))
      .map((each) => [end(each), end(values(each, `${NS}category`)[0])]),
  )

  it('hold every amount of the table, and no cell that is empty there', () => {
    const expected = table(
      `
      digital-post - 14906 -
      mina-ombud 10000 13500 21500
      mina-arenden 3500 4400 5650
      adressregister 3700 127 -
      api-hantering 4123 4603 4537
      indexering 500 1100 -
      metadatahantering 2000 1259 1850
      ai-drivna-tjanster - - 500
      auktorisation 1627 3245 2948
      identitet 3253 7380 4862
      sparbarhet 15 410 2298
      tillganglighet 1000 200 2000
      meddelandehantering 2500 308 -
      min-profil 1000 1500 -
      tillitsramverk 2000 370 -
      fastighets-och-geografisk-information 1500 3000 2500
      foretag 1800 3900 2500
      halsa-vard-och-omsorg 900 1950 2200
      person 2500 1100 500
      transportsystem 500 1086 2500
      anslutning - - 1050
      infrastrukturansvar 5976 6980 6998
      kompetensomrade-arkitektur 479 854 848
      kompetensomrade-arkiv 600 800 1000
      kompetensomrade-data 3001 1946 1438
      kompetensomrade-informationssakerhet 2400 2300 2300
      kompetensomrade-juridik 281 694 1000
      kompetensomrade-samhallsekonomi-nytta - 1000 1996
      sdk 500 - -`,
      years,
    )
    expect(funding).toEqual(expected)
  })

  it('add up to the printed total of every row', () => {
    const names = new Set([...funding.keys()].map((key) => key.split(' ')[0]))
    expect(names.size).toBe(29)
    for (const name of names)
      expect([name, totals.get(`${name} 2021-2023`)]).toEqual([name, sum((each) => each === name)])
  })

  it('add up to the printed totals of every category and of all', () => {
    const printed = table(
      `
      digital-services 14500 34306 27150 75956
      information-management 2500 2359 2350 7209
      information-exchange 10323 5038 4537 19898
      trust-and-security 7895 11605 12108 31608
      domains 7200 11036 10200 28436
      governance 12737 14574 16630 43941
      other 500 - - 500
      all 55655 78918 72975 207548`,
      [...years, '2021-2023'],
    )
    for (const [key, amount] of printed) {
      const [group, period] = key.split(' ')
      const again = sum(
        (name, year) =>
          (group === 'all' || categoryOf.get(name) === group) && (period === '2021-2023' || year === period),
      )
      expect([key, totals.get(key), again]).toEqual([key, amount, amount])
    }
    expect(totals.size).toBe(printed.size + 29)
  })

  it('hold every figure of usage-mina-ombud', () => {
    const expected = table(
      `
      logins 1961 2083 4044
      principals 452 240 692
      agents 334 404 738
      powers-of-attorney 511 485 996
      new-parties 3 2 5`,
      ['2023-H1', '2023-H2', '2023'],
    )
    expect(cells('usage-mina-ombud', 'measure', 'value')).toEqual(expected)
  })

  it('hold every figure of usage-indicator-7', () => {
    const expected = table(
      `
      portal-visits 452 2272 2536 2808 8068
      indicator-7-mina-ombud - - 1961 2083 4044
      indicator-7-total 452 2272 4497 4891 12112`,
      ['2022-H1', '2022-H2', '2023-H1', '2023-H2', '2022-2023'],
    )
    expect(cells('usage-indicator-7', 'measure', 'value')).toEqual(expected)
  })

  it('hold every figure of usage-infrastructure', () => {
    const expected = table(
      `
      messages-sent 81469378 100724543 99375279
      recipients-persons 5312238 5669650 6052647
      recipients-companies 160661 187302 232117
      senders 194 235 272
      valfrihetssystem 60 84 118
      sweden-connect 200 242 461
      eidas-in - 35880 56696
      eidas-out - 3495 16557
      countries-using - 12 19
      countries-sending 12 14 19
      datasets 7758 8018 17567
      portal-organisations 176 208 321
      navet-look-ups 389 499 519
      ssbtgu-calls 3.2 2.6 2.0
      plans 100 2700 6700
      plan-municipalities 21 83 165`,
      ['2021', '2022', '2023'],
    )
    expect(cells('usage-infrastructure', 'measure', 'value')).toEqual(expected)
  })

  it('add up in indicator 7 and in Mina ombud', () => {
    const seventh = cells('usage-indicator-7', 'measure', 'value')
    const at = (name: string, period: string) => seventh.get(`${name} ${period}`) ?? 0
    const halves = ['2022-H1', '2022-H2', '2023-H1', '2023-H2']
    for (const period of [...halves, '2022-2023'])
      expect(at('portal-visits', period) + at('indicator-7-mina-ombud', period)).toBe(
        at('indicator-7-total', period),
      )
    for (const name of ['portal-visits', 'indicator-7-mina-ombud', 'indicator-7-total'])
      expect(halves.reduce((total, half) => total + at(name, half), 0)).toBe(at(name, '2022-2023'))
    const ombud = cells('usage-mina-ombud', 'measure', 'value')
    for (const name of ['logins', 'principals', 'agents', 'powers-of-attorney', 'new-parties'])
      expect((ombud.get(`${name} 2023-H1`) ?? 0) + (ombud.get(`${name} 2023-H2`) ?? 0)).toBe(
        ombud.get(`${name} 2023`),
      )
  })
})

describe('the services and documents', () => {
  it('are those that the report names, with title in both languages', () => {
    const part = `${OWN}service/`
    const subjects = new Set(store.getSubjects(`${DCTERMS}title`, null, null).map((term) => term.value))
    const services = [...subjects].filter((each) => each.startsWith(part))
    expect(services.filter((each) => languages(each, `${DCTERMS}title`) !== 'en,sv')).toEqual([])
    const named = `
      navet ssbtgu nationella-geodataplattformen mina-meddelanden mina-ombud
      mina-ombud-formedlingstjanst mina-ombud-producenttjanst mina-ombud-konsumenttjanst
      mina-arenden mina-arenden-vidareformedlingstjanst utvecklarportalen community rest-api-profil
      sveriges-dataportal sweden-connect eidas-nod underskriftstjanst sdg-oauth2-profil
      auktorisationstjanst-oots oots sdg sdk informationsplikt-metadata oversattningstjanst
      transkriberingstjanst ramverk-loggning-sparbarhet tillganglighet-forslag overenskommelse-ena
      sou-2023-96 bestandiga-identifierare arkitektur-auktorisation forbetald-e-legitimering oidc-profiler
      tillitsniva-2 vardefulla-datamangder-foretag`
    const slugs = named.trim().split(/\s+/)
    expect(services.map((each) => each.slice(part.length)).sort()).toEqual(slugs.sort())
  })
})
