// The typed model: equal to the Turtle it was made from, closed, and right about addresses, sums and namespaces.
import { execFileSync } from 'node:child_process'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import {
  addTotals,
  buildingBlocks,
  categories,
  components,
  DEFAULT_NAMESPACE,
  domainOfSubject,
  domains,
  funding,
  inconsistencies,
  inNamespace,
  measures,
  modelTurtle,
  organisations,
  periods,
  phases,
  principles,
  resourceTurtle,
  services,
  subjectIri,
  usage,
} from '../src/framework/index.ts'

const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id))
const unknown = (used: readonly (string | undefined)[], known: ReadonlySet<string>) =>
  used.filter((id) => id !== undefined && !known.has(id))
const parts = [...components, ...domains]
const domain = (id: string) => domains.find((each) => each.id === id)!

describe('the typed model', () => {
  it('is what the Turtle says today', () => {
    expect(execFileSync(process.execPath, ['scripts/framework.mjs', '--check'], { encoding: 'utf8' })).toBe(
      '',
    )
  })

  it('counts what the source counts', () => {
    expect(
      [domains, buildingBlocks, components, organisations, phases, principles].map((list) => list.length),
    ).toEqual([5, 15, 24, 31, 5, 7])
    expect(inconsistencies).toHaveLength(12)
    expect(principles.map(({ notation }) => notation)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'])
  })

  it('has a name in both languages for everything', () => {
    const all = [...parts, ...organisations, ...services, ...measures, ...periods, ...phases, ...categories]
    expect(all.filter(({ label }) => !label?.sv || !label.en).map(({ iri }) => iri)).toEqual([])
  })

  it('refers only to what is there', () => {
    const people = idsOf(organisations)
    expect(
      unknown(
        parts.map(({ responsible }) => responsible),
        people,
      ),
    ).toEqual([])
    expect(
      unknown(
        domains.flatMap(({ cooperating }) => cooperating),
        people,
      ),
    ).toEqual([])
    expect(
      unknown(
        services.map(({ responsible }) => responsible),
        people,
      ),
    ).toEqual([])
    expect(
      unknown(
        parts.flatMap((part) => part.services),
        idsOf(services),
      ),
    ).toEqual([])
    expect(
      unknown(
        services.map(({ partOf }) => partOf),
        idsOf(parts),
      ),
    ).toEqual([])
    expect(
      unknown(
        parts.map(({ category }) => category),
        idsOf(categories),
      ),
    ).toEqual([])
    expect(
      unknown(
        funding.map(({ component }) => component),
        idsOf(parts),
      ),
    ).toEqual([])
    expect(
      unknown(
        usage.map(({ measure }) => measure),
        idsOf(measures),
      ),
    ).toEqual([])
    expect(
      unknown(
        usage.map(({ period }) => period),
        idsOf(periods),
      ),
    ).toEqual([])
    for (const { datasets, specifications } of domains)
      expect(
        unknown(
          datasets.flatMap(({ conformsTo }) => conformsTo ?? []),
          idsOf(specifications),
        ),
      ).toEqual([])
  })

  it('links a part to a service exactly when the service belongs to it', () => {
    const down = parts.flatMap((part) => part.services.map((service) => `${part.id} ${service}`))
    const up = services.filter(({ partOf }) => partOf).map(({ id, partOf }) => `${partOf} ${id}`)
    expect(down.sort()).toEqual(up.sort())
  })
})

describe('the addresses of the domains', () => {
  it.each([
    ['https://dataportal.se/concepts/grunddata/person', 'person'],
    ['https://www.dataportal.se/terminology/grunddata/person', 'person'],
    ['https://www.dataportal.se/terminology/grunddata/foretag', 'foretag'],
    ['https://w3id.org/grunddata/domain/transportsystem', 'transportsystem'],
    ['http://www.eionet.europa.eu/gemet/concept/1', undefined],
    ['https://dataportal.se/concepts/grunddata/', undefined],
  ])('%s marks %s', (iri, id) => {
    expect(domainOfSubject(iri)?.id).toBe(id)
  })

  it('are written as the portal tests them, or as the profile has them', () => {
    expect(subjectIri(domain('person'))).toBe('https://dataportal.se/concepts/grunddata/person')
    expect(subjectIri(domain('person'), 'https://www.dataportal.se/terminology/grunddata/')).toBe(
      'https://www.dataportal.se/terminology/grunddata/person',
    )
  })

  it('are our own where no other is known', () => {
    const own = domains.filter(({ conceptStatus }) => conceptStatus === 'provisional')
    expect(own).toHaveLength(3)
    for (const each of own)
      expect(subjectIri(each, 'https://dataportal.se/concepts/grunddata/')).toMatch(
        /^https:\/\/w3id\.org\/grunddata\//,
      )
  })
})

describe('the sums', () => {
  it('are all as printed', () => {
    const totals = addTotals()
    expect(totals).toHaveLength(29 + 7 * 4 + 2)
    expect(totals.filter(({ amount, added }) => amount !== added)).toEqual([])
    expect(totals.find(({ kind, period }) => kind === 'all' && period === '2021-2023')?.added).toBe(207_548)
  })

  it('show where the running text says something else', () => {
    const total = (id: string) =>
      addTotals().find(({ of, period }) => of === id && period === '2021-2023')!.added
    const found = (id: string) => inconsistencies.find((each) => each.id === id)!.found.en
    const spaced = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, ' ')
    const five = ['mina-ombud', 'identitet', 'digital-post', 'mina-arenden', 'api-hantering']
    const sum = five.reduce((all, id) => all + total(id), 0)
    expect(found('top-five')).toContain(spaced(sum))
    expect(found('top-five')).toContain(`${((100 * sum) / 207_548).toFixed(1)} per cent`)
    expect(parts.filter(({ id }) => total(id) > total('infrastrukturansvar')).map(({ id }) => id)).toEqual([
      'mina-ombud',
    ])
    for (const id of ['transportsystem', 'person']) {
      expect(found('same-rounding')).toContain(spaced(total(id)))
      expect((total(id) / 1000).toFixed(1)).toBe('4.1')
    }
    const prose = components.find(({ id }) => id === 'metadatahantering')!.responsibilities!
    expect(prose.reduce((all, each) => all + each.amountInProse! * 10, 0)).toBe(52)
    expect((total('metadatahantering') / 1000).toFixed(1)).toBe('5.1')
    expect(domains.filter(({ status }) => status?.isEstablished)).toHaveLength(5)
    expect(domains.filter(({ status }) => status?.isInOperation)).toHaveLength(3)
    const calls = usage.filter(({ measure }) => measure === 'ssbtgu-calls').map(({ value }) => value)
    expect(calls).toEqual([3.2, 2.6, 2])
  })

  it('leave an empty cell out instead of making it zero', () => {
    expect(funding.filter(({ component }) => component === 'digital-post')).toEqual([
      { component: 'digital-post', year: '2022', amount: 14_906 },
    ])
    expect(
      [...funding, ...usage].filter((each) => ('amount' in each ? each.amount : each.value) === 0),
    ).toEqual([])
  })
})

describe('the model as Turtle', () => {
  const parse = (turtle: string) => new Parser().parse(turtle)

  it('is written whole in another namespace', () => {
    const namespace = 'https://grunddata.example.se/id/'
    const quads = parse(modelTurtle([''], namespace))
    expect(quads).toHaveLength(parse(modelTurtle()).length)
    const terms = quads.flatMap(({ subject, predicate, object }) => [subject, predicate, object])
    expect(terms.filter(({ value }) => value.startsWith(DEFAULT_NAMESPACE))).toEqual([])
    expect(terms.some(({ value }) => value === `${namespace}component/digital-post`)).toBe(true)
    expect(terms.some(({ value }) => value === domain('person').iri)).toBe(true)
  })

  it('is the same text in our own namespace', () => {
    expect(inNamespace('<https://w3id.org/grunddata/x> .')).toBe('<https://w3id.org/grunddata/x> .')
  })

  it('gives a domain with all that belongs to it', () => {
    const subjects = new Set(
      parse(resourceTurtle([domain('foretag').iri])).map(({ subject }) => subject.value),
    )
    for (const part of ['dataset/foretag', 'service/ssbtgu', 'organisation/scb', 'status/2023-12-31/foretag'])
      expect(subjects).toContain(DEFAULT_NAMESPACE + part)
    expect(subjects).not.toContain(`${DEFAULT_NAMESPACE}dataset/person`)
  })

  it('gives nothing for what is not there', () => {
    expect(parse(resourceTurtle(['https://example.se/x']))).toEqual([])
  })
})

describe('the named services, products and documents (hand-made list)', () => {
  const facts = `
    navet | offentliga aktörer
    ssbtgu | Bolagsverket, Skatteverket och SCB
    nationella-geodataplattformen | myndigheter och kommuner
    nationella-geodataplattformen | https://lantmateriet.se/sv/nationella-geodataplattformen/
    mina-meddelanden | över 6 miljoner personer
    mina-meddelanden | 230 000 företag
    mina-ombud | Mina sidor
    mina-ombud | bostadsrättsföreningar
    mina-ombud | Fem offentliga aktörer är anslutna och omkring 30 testar
    mina-ombud-producenttjanst | mallar
    mina-arenden | kundhändelse
    mina-arenden | Tre myndigheter och en kommun
    mina-arenden | https://www.dataportal.se/sv/datasets/6_71657
    mina-arenden-vidareformedlingstjanst | Under utveckling 2024
    utvecklarportalen | 8 000 besök
    utvecklarportalen | https://dev.dataportal.se
    community | https://community.dataportal.se
    rest-api-profil | 450 nedladdningar
    informationsplikt-metadata | riktlinjer och rekommendationer
    informationsplikt-metadata | https://docs.dataportal.se/catalog/
    bestandiga-identifierare | https://github.com/diggsweden/persistent-identifiers-investigation
    oversattningstjanst | Studerad
    transkriberingstjanst | Studerad
    arkitektur-auktorisation | 2022-1707
    auktorisationstjanst-oots | Attributbaserad
    auktorisationstjanst-oots | nationella medel
    sdg-oauth2-profil | https://docs.swedenconnect.se/technical-framework/sdg/sdg-oauth2-profile.html
    oots | bevis
    underskriftstjanst | https://github.com/swedenconnect/signservice
    oidc-profiler | https://oidc.se
    tillitsniva-2 | Två utfärdare
    sweden-connect | Federation
    ramverk-loggning-sparbarhet | publiceras 2024
    tillganglighet-forslag | Tillgänglighetsportal
    sdk | eDelivery
    sdk | april 2024
    overenskommelse-ena | 2022-1640
    sou-2023-96 | sektor eller område`

  it.each(
    facts
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' | ')),
  )('%s: %s', (id, fact) => {
    const service = services.find((each) => each.id === id)
    expect([service?.description?.sv, service?.page].join(' ')).toContain(fact)
  })

  it('know the datasets of the domains', () => {
    const all = domains.flatMap(({ id, datasets }) =>
      datasets.map((each) => `${id} ${each.label.sv}, ${each.status}`),
    )
    expect(all).toEqual([
      'fastighets-och-geografisk-information Detaljplan, published',
      'foretag Grundläggande uppgifter om företag, published',
      'halsa-vard-och-omsorg Nationell katalog över vårdgivare och utförare av socialtjänst, candidate',
      'halsa-vard-och-omsorg Läkemedelsinformation, candidate',
      'halsa-vard-och-omsorg Urval ur Snomed CT för vårdtjänster, candidate',
      'halsa-vard-och-omsorg Kodverk för vårdtjänster, candidate',
      'person Grunddatadomän Person, published',
      'transportsystem Vägplaner och järnvägsplaner, planned',
      'transportsystem Digitaliserade trafikregler, planned',
    ])
  })

  it('know what the running text says of moved responsibility', () => {
    const moved = components.filter(({ responsibilities }) => responsibilities)
    const rows = moved.flatMap(({ id, responsibilities = [] }) =>
      responsibilities.map((each) => `${id} ${each.organisation} ${each.years ?? '–'} ${each.amountInProse}`),
    )
    expect(rows).toEqual([
      'metadatahantering riksarkivet 2021–2022 3.3',
      'metadatahantering digg – 1.9',
      'tillganglighet forsakringskassan 2021–2022 1.2',
      'tillganglighet digg – 2',
    ])
  })
})
