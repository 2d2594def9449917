// The code lists of vocab/: well formed, labelled in both languages, closed, equal to the facts, and findable.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Parser, type Quad, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import {
  expandScheme,
  loadVocabularies,
  nearest,
  packageFolder,
  replacementOf,
  searchVocabularies,
  type Vocabulary,
} from '../src/profile/index.ts'

const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const DCTERMS = 'http://purl.org/dc/terms/'
const OWN = 'https://w3id.org/grunddata/'
const folder = join(packageFolder(), 'vocab')
const shared = process.env.GRUNDDATA_SHARED ?? resolve(packageFolder(), '../shared')
const facts = join(shared, 'reference/dcat-ap-se-3.0.1.json')

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ttl'))
  .filter((name) => readFileSync(join(folder, name), 'utf8').includes('skos:ConceptScheme'))
const vocabularies = loadVocabularies()

function named(name: string): Vocabulary {
  const found = [...vocabularies.values()].find((vocabulary) => vocabulary.name === name)
  if (!found) throw new Error(`no vocabulary ${name}`)
  return found
}

function storeOf(file: string): Store {
  return new Store(new Parser().parse(readFileSync(join(folder, file), 'utf8')))
}

const values = (store: Store, subject: Quad['subject'], property: string) =>
  store.getObjects(subject, property, null)
const ofType = (store: Store, type: string) => store.getSubjects(RDF_TYPE, SKOS + type, null)

describe.each(files)('vocab/%s', (file) => {
  const store = storeOf(file)
  const schemes = ofType(store, 'ConceptScheme').map((scheme) => scheme.value)
  const concepts = ofType(store, 'Concept')

  it('labels every concept once in Swedish and once in English', () => {
    const wrong = concepts.filter((concept) => {
      const tags = values(store, concept, `${SKOS}prefLabel`).map(
        (label) => 'language' in label && label.language,
      )
      return tags.sort().join() !== 'en,sv'
    })
    expect(wrong.map((concept) => concept.value)).toEqual([])
  })

  it('puts every concept in a scheme of the file, and the broader ones are there', () => {
    const known = new Set(concepts.map((concept) => concept.value))
    for (const concept of concepts) {
      const of = values(store, concept, `${SKOS}inScheme`).map((scheme) => scheme.value)
      expect(of.length).toBeGreaterThan(0)
      expect(of.every((scheme) => schemes.includes(scheme))).toBe(true)
      for (const broader of values(store, concept, `${SKOS}broader`)) expect(known).toContain(broader.value)
    }
    for (const { object } of store.getQuads(null, `${SKOS}member`, null, null))
      expect(known).toContain(object.value)
  })

  it('has no circle of broader concepts', () => {
    for (const concept of concepts) {
      const seen = new Set([concept.value])
      let above = values(store, concept, `${SKOS}broader`)
      while (above.length > 0) {
        expect(seen).not.toContain(above[0].value)
        seen.add(above[0].value)
        above = values(store, above[0] as Quad['subject'], `${SKOS}broader`)
      }
    }
  })

  it('states every concept in one place', () => {
    const typed = [...readFileSync(join(folder, file), 'utf8').matchAll(/^(\S+) a skos:Concept\b/gm)].map(
      (m) => m[1],
    )
    expect(new Set(typed).size).toBe(typed.length)
  })
})

describe('a loaded vocabulary', () => {
  const lists = [...vocabularies.values()].filter((each) => each.name !== 'iana-media-type')

  it.each(lists.map((each) => [each.name, each] as const))('%s is what its file says', (name, vocabulary) => {
    const store = storeOf(`${name}.ttl`)
    const stated = store.getSubjects(`${SKOS}inScheme`, vocabulary.iri, null).map((concept) => concept.value)
    expect([...vocabulary.concepts.keys()].sort()).toEqual(stated.sort())
    expect(vocabulary.title.sv).not.toBe('')
    for (const concept of vocabulary.concepts.values()) {
      expect(concept.scheme).toBe(vocabulary.iri)
      if (vocabulary.valueKind === 'literal') expect(concept.iri.startsWith(`${OWN}vocab/`)).toBe(true)
      else if (vocabulary.valuePrefix && !vocabulary.deprecated)
        expect(concept.iri.startsWith(vocabulary.valuePrefix)).toBe(true)
    }
  })

  it('has titles in both languages, a source and a date in every code list', () => {
    for (const { name, iri, stated } of lists) {
      if (!stated) continue
      const store = storeOf(`${name}.ttl`)
      const scheme = store.getQuads(iri, RDF_TYPE, `${SKOS}ConceptScheme`, null)[0].subject
      expect(values(store, scheme, `${DCTERMS}title`)).toHaveLength(2)
      expect(values(store, scheme, `${DCTERMS}modified`)).toHaveLength(1)
      expect(values(store, scheme, `${OWN}ns#complete`)).toHaveLength(1)
    }
  })

  it('names a successor, which is there, for every value of a deprecated list', () => {
    const old = lists.filter((each) => each.deprecated)
    expect(old.map((each) => each.name)).toEqual([
      'adms-status-deprecated',
      'availability-deprecated',
      'cld-frequency-deprecated',
      'media-type-deprecated',
    ])
    for (const { concepts } of old)
      for (const { iri, notation, replacedBy } of concepts.values()) {
        expect(replacedBy).toBeDefined()
        expect(replacementOf(iri.startsWith(OWN) ? `${notation}` : iri)).toBeDefined()
      }
  })

  it('takes the registered media types from mime-db', () => {
    const types = named('iana-media-type')
    expect(types.concepts.size).toBeGreaterThan(1000)
    expect(expandScheme(types.iri)).toContain('"text/csv"')
  })

  it('expands to IRIs, or to literals where the list holds literals', () => {
    expect(expandScheme(named('access-right').iri)).toEqual([
      '<http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC>',
      '<http://publications.europa.eu/resource/authority/access-right/PUBLIC>',
      '<http://publications.europa.eu/resource/authority/access-right/RESTRICTED>',
    ])
    expect(expandScheme(named('geo-media-type').iri)).toContain('"application/geo+json"')
    expect(expandScheme('https://example.se/ingen-lista')).toEqual([])
  })

  it('knows the six top categories of high-value datasets and what is under them', () => {
    const concepts = [...named('hvd-category').concepts.values()]
    expect(concepts.filter((concept) => concept.broader === undefined)).toHaveLength(6)
    expect(concepts).toHaveLength(96)
  })

  it('is documented in SOURCES.md', () => {
    const sources = readFileSync(join(folder, 'SOURCES.md'), 'utf8')
    for (const { name, stated } of lists) if (stated) expect(sources).toContain(`\`${name}\``)
  })
})

interface FactList {
  readonly concepts: readonly { readonly value: string }[]
}

describe.skipIf(!existsSync(facts))('the code lists of DCAT-AP-SE 3.0.1', () => {
  const lists = existsSync(facts)
    ? (JSON.parse(readFileSync(facts, 'utf8')) as { codeLists: Record<string, FactList> }).codeLists
    : {}

  it.each(Object.entries(lists))('%s has the same values', (name, list) => {
    const stated = list.concepts.map(({ value }) => value).sort()
    const terms = expandScheme(named(name).iri).map((term) => term.slice(1, -1))
    if (name === 'language') expect(terms).toEqual(expect.arrayContaining(stated))
    else expect([...terms].sort()).toEqual(stated)
  })

  it('language marks the 95 of the list as a collection', () => {
    const members = storeOf('language.ttl')
      .getObjects(`${OWN}vocab/language/dcat-ap-se`, `${SKOS}member`, null)
      .map((member) => member.value)
    expect(members.sort()).toEqual(lists.language.concepts.map(({ value }) => value).sort())
  })

  it('there are nineteen', () => {
    expect(Object.keys(lists)).toHaveLength(19)
  })
})

describe('searchVocabularies', () => {
  it.each([
    ['kvartalsvis', 'frequency', 'QUARTERLY'],
    ['KVARTALVIS', 'frequency', 'QUARTERLY'],
    ['varje kvartal', 'frequency', 'QUARTERLY'],
    ['every quarter', 'frequency', 'QUARTERLY'],
    ['aktiebolag', 'adms-publishertype', 'Company'],
    ['kommun', 'adms-publishertype', 'LocalAuthority'],
    ['csv', 'media-type-common', 'text-csv'],
    ['cc by', 'cc-licence', '/licenses/by/4.0/'],
    ['cc0', 'cc-licence', '/zero/1.0/'],
    ['oppen', 'access-right', 'PUBLIC'],
    ['miljö', 'data-theme', 'ENVI'],
    ['sv', 'language', 'SWE'],
    ['shapefil', 'geo-media-type', 'shapefile'],
    ['http://publications.europa.eu/resource/authority/data-theme/HEAL', 'data-theme', 'HEAL'],
  ])('finds %s in %s first', (typed, name, end) => {
    const [first] = searchVocabularies(typed, { lang: 'sv' })
    expect([first.vocabulary.name, first.concept.iri]).toEqual([name, expect.stringContaining(end)])
  })

  it('looks in one list when asked to', () => {
    const hits = searchVocabularies('csv', { scheme: 'file-type' })
    expect(new Set(hits.map((hit) => hit.vocabulary.name))).toEqual(new Set(['file-type']))
  })

  it('finds nothing for nothing and for noise', () => {
    expect(searchVocabularies(' ')).toEqual([])
    expect(searchVocabularies('xqzwxqzw')).toEqual([])
  })
})

describe('nearest', () => {
  const EU = 'http://publications.europa.eu/resource/authority'
  it.each([
    // Another spelling of the same: certain.
    ['frequency', `${EU.replace('http:', 'https:')}/frequency/ANNUAL`, `<${EU}/frequency/ANNUAL>`, true],
    ['frequency', `${EU}/frequency/annual/`, `<${EU}/frequency/ANNUAL>`, true],
    ['frequency', 'http://purl.org/cld/freq/annual', `<${EU}/frequency/ANNUAL>`, true],
    ['frequency', 'ANNUAL', `<${EU}/frequency/ANNUAL>`, true],
    ['language', 'sv', `<${EU}/language/SWE>`, true],
    ['language', 'swe', `<${EU}/language/SWE>`, true],
    ['language', `${EU}/language/SV`, `<${EU}/language/SWE>`, true],
    ['cc-licence', `${EU}/licence/CC0`, '<http://creativecommons.org/publicdomain/zero/1.0/>', true],
    ['media-type-common', 'Text/CSV', '"text/csv"', true],
    [
      'adms-publishertype',
      'http://purl.org/adms/publishertype/PrivateIndividual%28s%29',
      '<http://purl.org/adms/publishertype/PrivateIndividual(s)>',
      true,
    ],
    // Something that people write in its place: a guess.
    ['frequency', 'Kvartalsvis', `<${EU}/frequency/QUARTERLY>`, false],
    ['language', 'svenska', `<${EU}/language/SWE>`, false],
    ['language', 'http://id.loc.gov/vocabulary/iso639-1/sv', `<${EU}/language/SWE>`, false],
    [
      'data-theme',
      'http://publications.europa.eu/mdr/authority/data-theme/AGRI',
      `<${EU}/data-theme/AGRI>`,
      false,
    ],
    ['data-theme', `${EU}/data-theme/ENVIR`, `<${EU}/data-theme/ENVI>`, false],
    ['media-type-common', '.csv', '"text/csv"', false],
    ['media-type-common', 'text/csv; charset=utf-8', '"text/csv"', false],
    ['media-type-common', 'aplication/json', '"application/json"', false],
    ['adms-publishertype', 'kommun', '<http://purl.org/adms/publishertype/LocalAuthority>', false],
  ])('in %s, %s is %s (certain: %s)', (name, value, term, certain) => {
    const found = nearest(value, named(name))
    expect([found?.term, found?.certain]).toEqual([term, certain])
  })

  it.each([
    ['frequency', 'https://example.se/helt/annat'],
    ['frequency', 'gurka'],
    ['data-theme', ''],
    ['resource-role', 'https://www.dataportal.se/terminology/resource-role/x'],
  ])('has nothing to say in %s of %s', (name, value) => {
    expect(nearest(value, named(name))).toBeUndefined()
  })

  it('finds every value of every list certain', () => {
    for (const vocabulary of vocabularies.values())
      for (const { iri, notation } of vocabulary.concepts.values()) {
        const value = vocabulary.valueKind === 'literal' ? `${notation}` : iri
        expect([value, nearest(value, vocabulary)?.concept.iri]).toEqual([value, iri])
      }
  })
})
