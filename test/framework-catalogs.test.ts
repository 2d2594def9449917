// The catalogues of the five domains: nothing wrong, nothing made up, and marked as the model says.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../src/finding.ts'
import { domainOfSubject, domains, organisations, services } from '../src/framework/index.ts'
import { type Graph, iriId, objects, parse, quadsOf, subjects, text } from '../src/rdf/index.ts'
import { validate } from '../src/validate.ts'

const DCTERMS = 'http://purl.org/dc/terms/'
const DCAT = 'http://www.w3.org/ns/dcat#'
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** Warnings that stay, because what they ask for is not known or not decided. */
const unknown = [
  'dataset-access-rights-missing',
  'dataset-conforms-to-missing',
  'dataset-issued-missing',
  'dataset-temporal-missing',
  'distribution-availability-missing',
  'distribution-format-missing',
  'distribution-license-missing',
  'data-service-license-missing',
]
/** Warnings that come of a conflict between the profile and the portal, or between the profile and Swedish law. */
const conflicts = [
  'dataset-subject-form',
  'data-service-subject-form',
  'dataset-applicable-legislation-unknown',
  'data-service-applicable-legislation-unknown',
]
/** Addresses that are facts; every other web address is an example. */
const facts =
  /^https?:\/\/(www\.dataportal\.se\/sv\/datasets\/|dataportal\.se\/(organisation|concepts)\/|lantmateriet\.se\/|w3id\.org\/grunddata\/|publications\.europa\.eu\/|data\.europa\.eu\/|inspire\.ec\.europa\.eu\/|rinfo\.lagrummet\.se\/|creativecommons\.org\/|purl\.org\/|www\.w3\.org\/|schema\.org\/|xmlns\.com\/|schema\.theodi\.org\/|sws\.geonames\.org\/|www\.wikidata\.org\/)/

describe.each(domains.map((domain) => [domain.id, domain] as const))('the catalogue %s', (id, domain) => {
  const file = `fixtures/catalogs/${id}.ttl`
  let graph: Graph
  let report: Report
  beforeAll(async () => {
    graph = await parse({ name: file, bytes: readFileSync(file) })
    report = (await validate([file], { profile: 'dcat-ap-se@3.0.1' })).reports[0]
  })

  it('conforms, and lacks only what is not known', () => {
    expect(report.counts.error).toBe(0)
    const warnings = report.findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule)
    expect([...new Set(warnings)].filter((rule) => ![...unknown, ...conflicts].includes(rule))).toEqual([])
  })

  it('has no address that is neither a fact nor an example', () => {
    const iris = [...quadsOf(graph)].flatMap(({ subject, object }) => [subject, object])
    const web = iris.filter((term) => term.termType === 'NamedNode' && /^https?:/.test(term.value))
    const others = web.map(({ value }) => value).filter((iri) => !facts.test(iri))
    expect(others.filter((iri) => !/^https:\/\/([a-z]+\.)*example\.se\//.test(iri))).toEqual([])
    expect(others.length).toBeGreaterThan(0)
  })

  it('marks its data with the domain, under the responsible authority', () => {
    const marked = [...quadsOf(graph)].filter(({ predicate }) => predicate.value === `${DCTERMS}subject`)
    expect(marked.length).toBeGreaterThan(0)
    const authority = organisations.find((each) => each.id === domain.responsible)?.publisherIri
    for (const { subject, object } of marked) {
      expect(domainOfSubject(object.value)?.id).toBe(id)
      const publishers = objects(graph, iriId(graph, subject.value), iriId(graph, `${DCTERMS}publisher`))
      expect([...publishers].map((term) => text(graph, term))).toEqual([authority])
    }
  })

  it('describes every dataset that the model has, by its name', () => {
    const titles = [...quadsOf(graph)]
      .filter(({ predicate }) => predicate.value === `${DCTERMS}title`)
      .map(({ object }) => object.value)
    for (const { label } of domain.datasets) expect(titles).toContain(label.sv)
  })

  it('has services that the model names, and none where none is known', () => {
    const typed = [...subjects(graph, iriId(graph, RDF_TYPE), iriId(graph, `${DCAT}DataService`))]
    const known = services.filter(({ partOf, kind }) => partOf === id && kind === 'data-service')
    expect(typed).toHaveLength(known.length)
  })
})

it('opens no data on persons', async () => {
  const name = 'fixtures/catalogs/person.ttl'
  const graph = await parse({ name, bytes: readFileSync(name) })
  const rights = [...quadsOf(graph)].filter(({ predicate }) => predicate.value === `${DCTERMS}accessRights`)
  expect(rights.map(({ object }) => object.value.split('/').pop())).toEqual(['NON_PUBLIC', 'NON_PUBLIC'])
})
