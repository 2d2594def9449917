// The domains of national basic data as text: one entry each, or all about one.
import type { Lang, Text } from '../finding.ts'
import {
  type Domain,
  type DomainDataset,
  type Legislation,
  organisations,
  phases,
  services,
} from '../framework/index.ts'
import { paint } from '../report/index.ts'
import { type Field, fieldLines, paragraph } from './fields.ts'
import type { Terminal } from './terminal.ts'

/** A domain with the address that marks its data. */
export interface DescribedDomain extends Domain {
  readonly subject: string
}

const words = {
  title: { sv: 'Nationella grunddata: fem domäner', en: 'National basic data: five domains' },
  more: {
    sv: 'Allt om en domän: grunddata domains foretag',
    en: 'All about a domain: grunddata domains foretag',
  },
  mark: { sv: 'Märk med', en: 'Mark with' },
  place: { sv: 'i dcterms:subject', en: 'in dcterms:subject' },
  provisional: {
    sv: 'tillfällig: ingen adress är känd hos Digg',
    en: 'provisional: no address is known at Digg',
  },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  cooperating: { sv: 'Samverkar', en: 'Co-operating' },
  publisher: { sv: 'Utgivare', en: 'Publisher' },
  state: { sv: 'Läge', en: 'State' },
  datasets: { sv: 'Datamängder', en: 'Datasets' },
  services: { sv: 'Tjänster', en: 'Services' },
  specifications: { sv: 'Specifikationer', en: 'Specifications' },
  legislation: { sv: 'Författningar', en: 'Legislation' },
  aligned: { sv: 'Europa', en: 'Europe' },
  note: { sv: 'Anmärkning', en: 'Note' },
  unverified: { sv: 'inte kontrollerad', en: 'not verified' },
  established: { sv: 'inrättad', en: 'established' },
  operation: { sv: 'i drift', en: 'in operation' },
  notOperation: { sv: 'inte uppgiven i drift', en: 'not said to be in operation' },
} as const satisfies Record<string, Text>

const datasetStates: Readonly<Record<DomainDataset['status'], Text>> = {
  published: { sv: 'publicerad', en: 'published' },
  planned: { sv: 'planerad', en: 'planned' },
  candidate: { sv: 'möjlig', en: 'candidate' },
}

/** The list of domains. */
export function domainsText(domains: readonly DescribedDomain[], terminal: Terminal): string {
  const { lang } = terminal
  const colors = paint(terminal.color)
  const entries = domains.map((domain) => {
    const fields: readonly Field[] = [
      [words.responsible[lang], [nameOf(domain.responsible, lang)]],
      [stateLabel(domain, lang), [stateOf(domain, lang)]],
      [words.mark[lang], markOf(domain, lang)],
    ]
    return `${colors.title(domain.label[lang])} ${colors.quiet(`(${domain.id})`)}\n${fieldLines(fields, terminal)}`
  })
  const title = colors.title(words.title[lang])
  return `${title}\n\n${entries.join('\n')}\n${paragraph(words.more[lang], terminal)}`
}

/** All about one domain. */
export function domainText(domain: DescribedDomain, terminal: Terminal): string {
  const { lang } = terminal
  const fields: readonly Field[] = [
    [words.mark[lang], markOf(domain, lang)],
    [words.responsible[lang], [nameOf(domain.responsible, lang)]],
    [words.publisher[lang], publisherOf(domain.responsible)],
    [words.cooperating[lang], domain.cooperating.map((id) => nameOf(id, lang))],
    [stateLabel(domain, lang), [stateOf(domain, lang)]],
    [words.datasets[lang], domain.datasets.flatMap((dataset) => datasetLines(dataset, lang))],
    [words.services[lang], domain.services.flatMap((id) => serviceLines(id, lang))],
    [words.specifications[lang], domain.specifications.map(({ label }) => label[lang])],
    [words.legislation[lang], domain.legislation.map((act) => actLine(act, lang))],
    [words.aligned[lang], domain.alignedWith.map(({ label }) => label[lang])],
    [words.note[lang], domain.status?.note ? [domain.status.note[lang]] : []],
  ]
  return `${paint(terminal.color).title(domain.label[lang])}\n\n${fieldLines(fields, terminal)}`
}

function nameOf(id: string, lang: Lang): string {
  const found = organisations.find((each) => each.id === id)
  if (!found) return id
  return lang === 'sv' || found.label.sv === found.label.en
    ? found.label.sv
    : `${found.label.en} (${found.label.sv})`
}

function publisherOf(id: string): readonly string[] {
  const iri = organisations.find((each) => each.id === id)?.publisherIri
  return iri === undefined ? [] : [iri]
}

function stateLabel({ status }: Domain, lang: Lang): string {
  return `${words.state[lang]} ${status?.date ?? ''}`.trim()
}

function stateOf({ status }: Domain, lang: Lang): string {
  if (!status) return '–'
  const phase = phases.find(({ id }) => id === status.phase)?.label[lang]
  const parts = [
    ...(phase ? [phase] : []),
    ...(status.isEstablished ? [words.established[lang]] : []),
    status.isInOperation ? words.operation[lang] : words.notOperation[lang],
  ]
  return parts.join(', ')
}

function markOf({ subject, conceptStatus }: DescribedDomain, lang: Lang): readonly string[] {
  const place = words.place[lang]
  return [subject, conceptStatus === 'provisional' ? `${place}; ${words.provisional[lang]}` : place]
}

function datasetLines({ label, status, page }: DomainDataset, lang: Lang): readonly string[] {
  return [`${label[lang]} (${datasetStates[status][lang]})`, ...(page ? [page] : [])]
}

function serviceLines(id: string, lang: Lang): readonly string[] {
  const service = services.find((each) => each.id === id)
  if (!service) return []
  const { label, aliases, page } = service
  return [`${label[lang]}${aliases ? ` (${aliases.join(', ')})` : ''}`, ...(page ? [page] : [])]
}

function actLine({ label, number, evidence }: Legislation, lang: Lang): string {
  return `${label[lang]}, ${number}${evidence === 'unverified' ? ` (${words.unverified[lang]})` : ''}`
}
