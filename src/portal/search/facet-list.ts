// The facets in the order of Sveriges dataportal: what each is called, and which values a thing has in it.
import type { Lang, Text } from '../../finding.ts'
import { domains } from '../../framework/index.ts'
import type { Entity } from '../data/entities.ts'
import { accessOf, formatsOf, hasApi, licencesOf, nationalDomain } from '../data/facts.ts'
import { formatName } from '../data/format-names.ts'
import type { Holdings } from '../data/holdings.ts'
import { codeLabel, codeText, conceptOf, tail } from '../data/labels.ts'
import { publisherOf } from '../data/relations.ts'

export interface Facet {
  /** Name of the parameter in the address. */
  readonly id: string
  readonly label: Text
  readonly group: 'type' | 'actor' | 'distribution' | 'access'
  readonly values: (holdings: Holdings, entity: Entity) => readonly string[]
  readonly name: (holdings: Holdings, value: string, lang: Lang) => string
}

const byCode = (_: Holdings, value: string, lang: Lang) => codeLabel(value, lang)
const yes = { sv: 'Ja', en: 'Yes' }

/** Top categories of high-value datasets: a sub-category counts to its own. */
function topCategory(iri: string): string {
  let concept = conceptOf(iri)?.concept
  for (let depth = 0; concept?.broader && depth < 5; depth++) concept = conceptOf(concept.broader)?.concept
  return concept?.iri ?? iri
}

export const facets: readonly Facet[] = [
  {
    id: 'theme',
    label: { sv: 'Kategori', en: 'Category' },
    group: 'type',
    values: ({ reading }, { term }) => reading.iris(term, 'dcat:theme').filter((iri) => codeText(iri)),
    name: byCode,
  },
  {
    id: 'publishertype',
    label: { sv: 'Typ av organisation', en: 'Type of organisation' },
    group: 'actor',
    values: (holdings, { term }) => {
      const publisher = publisherOf(holdings, term)
      return publisher === undefined ? [] : holdings.reading.iris(publisher, 'dcterms:type')
    },
    name: byCode,
  },
  {
    id: 'publisher',
    label: { sv: 'Organisation', en: 'Organisation' },
    group: 'actor',
    values: (holdings, { term }) => {
      const publisher = publisherOf(holdings, term)
      return publisher === undefined || !holdings.reading.isIri(publisher)
        ? []
        : [holdings.reading.text(publisher)]
    },
    name: (holdings, value, lang) => agentName(holdings, value, lang),
  },
  {
    id: 'format',
    label: { sv: 'Format', en: 'Format' },
    group: 'distribution',
    values: (holdings, { term }) => [...new Set(formatsOf(holdings, term).map(formatName))],
    name: (_, value) => value,
  },
  {
    id: 'frequency',
    label: { sv: 'Uppdateringsfrekvens', en: 'Update frequency' },
    group: 'distribution',
    values: ({ reading }, { term }) => reading.iris(term, 'dcterms:accrualPeriodicity'),
    name: byCode,
  },
  {
    id: 'licence',
    label: { sv: 'Licens', en: 'Licence' },
    group: 'distribution',
    values: (holdings, { term }) => licencesOf(holdings, term),
    name: byCode,
  },
  {
    id: 'hvd',
    label: { sv: 'Värdefulla datamängder', en: 'High-value datasets' },
    group: 'type',
    values: ({ reading }, { term }) => [
      ...new Set(reading.iris(term, 'dcatap:hvdCategory').map(topCategory)),
    ],
    name: byCode,
  },
  {
    id: 'national',
    label: { sv: 'Nationella grunddata', en: 'National basic data' },
    group: 'type',
    values: (holdings, { term }) => {
      const domain = nationalDomain(holdings, term)
      return domain ? [domain.id] : []
    },
    name: (_, value, lang) => domains.find(({ id }) => id === value)?.label[lang] ?? value,
  },
  {
    id: 'conformsto',
    label: { sv: 'Följer specifikation', en: 'Conforms to specification' },
    group: 'type',
    values: ({ reading }, { term }) => reading.iris(term, 'dcterms:conformsTo'),
    name: ({ reading }, value, lang) =>
      reading.said(reading.term(value), 'dcterms:title', lang)?.text ?? tail(value),
  },
  {
    id: 'api',
    label: { sv: 'Har API', en: 'Has an API' },
    group: 'type',
    values: (holdings, entity) => (hasApi(holdings, entity) ? ['yes'] : []),
    name: (_holdings, _value, lang) => yes[lang],
  },
  {
    id: 'series',
    label: { sv: 'Datamängdsserie', en: 'Dataset series' },
    group: 'type',
    values: (_, { kind }) => (kind === 'series' ? ['yes'] : []),
    name: (_holdings, _value, lang) => yes[lang],
  },
  {
    id: 'access',
    label: { sv: 'Tillgång', en: 'Access' },
    group: 'access',
    values: (holdings, { term }) => {
      const access = accessOf(holdings, term)
      return access === undefined ? [] : [access === 'PUBLIC' ? 'open' : 'limited']
    },
    name: (_, value, lang) =>
      (value === 'open' ? { sv: 'Öppen', en: 'Open' } : { sv: 'Begränsad', en: 'Limited' })[lang],
  },
]

function agentName({ reading }: Holdings, iri: string, lang: Lang): string {
  return reading.said(reading.term(iri), 'foaf:name', lang)?.text ?? tail(iri)
}
