// The rules of the framework for national basic data: each names its principle and evidence, and what it is about.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks } from '../src/check/index.ts'
import { looksPersonal } from '../src/check/national-contacts.ts'
import { isOpenFormat } from '../src/check/national-formats.ts'
import { personalNumbersIn } from '../src/check/personal-numbers.ts'
import { characteristics, FOCUS, focusSets, isNationalBasicData, principles } from '../src/framework/index.ts'
import { loadProfile } from '../src/profile/index.ts'
import { iriId, parseTurtle } from '../src/rdf/index.ts'

const profile = await loadProfile('grunddata@2.0')
const rules = [...profile.rules.values()]
const items = [...principles, ...characteristics]

/** The proposed checks of the reference, by group. */
const proposed = { B: 11, I: 10, E: 9, K: 8, S: 9, N: 4, U: 8, C: 4 }

describe('every rule of the framework', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s says what it derives from', (_, rule) => {
    const item = items.find(({ iri }) => iri === rule.derivesFrom)
    expect(item, 'a principle or characteristic').toBeDefined()
    expect(['direct', 'proxy', 'computed']).toContain(rule.evidence)
    // The wording is quoted; quotation marks within it become single ones.
    const quoted = (text: string) => text.replace(/[”“]/g, '')
    expect(rule.description.sv.replace(/[”“’‘]/g, '')).toContain(quoted(item?.label.sv ?? '?'))
    expect(rule.description.en.replace(/[”“’‘]/g, '')).toContain(quoted(item?.label.en ?? '?'))
    expect(rule.name?.sv).toMatch(/^\S/)
    expect(rule.name?.en).not.toBe(rule.name?.sv)
    for (const sentence of [rule.message.sv, rule.message.en]) expect(sentence).toMatch(/^[A-ZÅÄÖ{].*\.$/)
    if (rule.evidence === 'proxy') expect(rule.description.sv).toContain('bara en indikation')
  })

  it('is one of the proposed checks, and every check has a rule', () => {
    const wanted = Object.entries(proposed).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, i) => `${group}${i + 1}`),
    )
    expect([...new Set(rules.map(({ frameworkCheck }) => frameworkCheck))].sort()).toEqual(wanted.sort())
  })

  it('is about a focus set that is described, and every set has a rule', () => {
    const used = new Set(rules.flatMap(({ targetClass }) => (targetClass ? [targetClass] : [])))
    expect([...used].sort()).toEqual(focusSets.map((name) => FOCUS + name).sort())
    const ontology = readFileSync('shapes/grunddata-ontology.ttl', 'utf8')
    expect(focusSets.filter((name) => !ontology.includes(`grunddata:${name} a rdfs:Class`))).toEqual([])
  })

  it('that is about nothing is never assessed and says why', () => {
    for (const { id, targetClass, notAssessed } of rules)
      if (!targetClass) expect(notAssessed, id).toBeDefined()
  })

  it('that code decides names a check that is there', () => {
    const names = rules
      .map(({ file }) => file)
      .filter((file, i, all) => all.indexOf(file) === i)
      .flatMap((file) => [...readFileSync(`shapes/${file}`, 'utf8').matchAll(/grunddata:check "([^"]+)"/g)])
      .map(([, name]) => name)
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !(name in checks))).toEqual([])
  })
})

describe('a personal identity number or coordination number in a text', () => {
  it.each([
    ['121212-1212', '12…'],
    ['1212121212', '12…'],
    ['191212121212', '1912…'],
    ['19121212-1212', '1912…'],
    ['121212+1212', '12…'],
    ['Ring om 121212-1212, tack.', '12…'],
    ['(701063-2391)', '70…'],
    ['personnummer: 121212-1212', '12…'],
  ])('%s is found and shown as %s', (text, masked) => {
    expect(personalNumbersIn(text).map((each) => each.masked)).toEqual([masked])
  })

  it.each([
    ['a wrong check digit', '121212-1213'],
    ['no such date', '121332-1214'],
    ['an organisation number', '202100-5489'],
    ['an organisation number without a sign', '2021005489'],
    ['inside a web address', 'https://data.example.se/121212-1212/fil.csv'],
    ['inside a mail address', 'mailto:121212-1212@example.se'],
    ['a longer number', '9121212121299'],
    ['part of a UUID', '0b8f6d52-1212121212-4a79'],
    ['a decimal number', '59.1212121212'],
    ['a phone number', 'tel 1212121212'],
    ['a reference number', 'dnr 1212121212'],
  ])('%s is left alone', (_, text) => {
    expect(personalNumbersIn(text)).toEqual([])
  })
})

describe('an e-mail address', () => {
  it.each([
    'mailto:anna.exempel@example.se',
    'Per-Olof.Exempel@example.se',
  ])('%s looks like a person', (address) => {
    expect(looksPersonal(address)).toBe(true)
  })

  it.each([
    'mailto:grunddata@example.se',
    'mailto:oppna.data@example.se',
    'mailto:data.support@example.se',
  ])('%s is a function', (address) => {
    expect(looksPersonal(address)).toBe(false)
  })
})

describe('a format', () => {
  it.each([
    ['application/json', true],
    ['text/csv; charset=utf-8', true],
    ['application/geo+json', true],
    ['http://publications.europa.eu/resource/authority/file-type/XML', true],
    ['https://www.iana.org/assignments/media-types/text/turtle', true],
    ['application/pdf', false],
    ['application/zip', false],
    ['http://publications.europa.eu/resource/authority/file-type/XLSX', false],
  ])('%s is machine-readable and open: %s', (format, expected) => {
    expect(isOpenFormat(format)).toBe(expected)
  })
})

describe('isNationalBasicData', () => {
  const graph = parseTurtle({
    name: 'subjects.ttl',
    bytes: Buffer.from(`@prefix dct: <http://purl.org/dc/terms/> . @prefix ex: <https://data.example.se/> .
      ex:portal dct:subject <https://dataportal.se/concepts/grunddata/person> .
      ex:profile dct:subject <https://www.dataportal.se/terminology/grunddata/foretag> .
      ex:own dct:subject <https://w3id.org/grunddata/domain/transportsystem> .
      ex:unknown dct:subject <https://dataportal.se/concepts/grunddata/nytt> .
      ex:inspire dct:subject <http://inspire.ec.europa.eu/metadata-codelist/TopicCategory/environment> .
      ex:literal dct:subject "https://dataportal.se/concepts/grunddata/person" .
      ex:scheme dct:subject <https://www.dataportal.se/terminology/grunddata/> .`),
  })

  it.each([
    ['portal', true],
    ['profile', true],
    ['own', true],
    ['unknown', true],
    ['inspire', false],
    ['literal', false],
    ['scheme', false],
  ])('of ex:%s is %s', (name, expected) => {
    expect(isNationalBasicData(graph, iriId(graph, `https://data.example.se/${name}`))).toBe(expected)
  })
})
