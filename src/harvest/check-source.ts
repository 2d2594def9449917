// One dry run over one source: what happened on the way and what the source holds. Nothing is stored.
import type { CatalogCounts, Finding, Severity, Text } from '../finding.ts'
import { countContents, loadProfile } from '../profile/index.ts'
import { type Graph, syntaxNames, uniteGraphs } from '../rdf/index.ts'
import {
  type CertificateFacts,
  certificateFacts,
  type DocumentEvent,
  type EndEvent,
  type FetchFailure,
  type Manners,
  noteFinding,
  type Page,
  type ReadContext,
  readSource,
  type Source,
} from '../source/index.ts'
import { validateGraph } from '../validate.ts'
import { madeGraph } from './made-graph.ts'

export interface SourceCheck {
  readonly source: Source
  /** In the order read. */
  readonly pages: readonly Page[]
  readonly failures: readonly FetchFailure[]
  /** What the reader remarked upon. */
  readonly notes: readonly Finding[]
  readonly certificate?: Pick<CertificateFacts, 'issuer' | 'validTo'> & { readonly daysLeft: number }
  /** Undefined when robots.txt is not asked, or the source is no address. */
  readonly manners?: Manners
  /** Names of the syntaxes and forms of the documents. */
  readonly formats: readonly string[]
  /** Charsets other than UTF-8 that were found, and texts that were encoded twice. */
  readonly encodings: readonly string[]
  readonly hasMojibake: boolean
  readonly contents: CatalogCounts
  readonly counts: Readonly<Record<Severity, number>>
  readonly end: Omit<EndEvent, 'kind' | 'conditions'>
}

/** Reads the source as a harvest would, and validates what it gives. Rejects with CONFIG_INVALID as readSource does. */
export async function checkSource(source: Source, context: ReadContext): Promise<SourceCheck> {
  const pages: Page[] = []
  const failures: FetchFailure[] = []
  const notes: Finding[] = []
  const documents: DocumentEvent[] = []
  let end: EndEvent | undefined
  for await (const event of readSource(source, context)) {
    if (event.kind === 'document') documents.push(event)
    if (event.kind === 'note') notes.push(noteFinding(event.note))
    if (event.kind === 'failure') failures.push(event.failure)
    if (event.kind === 'end') end = event
    if ((event.kind === 'document' || event.kind === 'unchanged') && !pages.includes(event.page))
      pages.push(event.page)
  }
  if (!end) throw new TypeError('a reading has an end')
  const graph = await wholeGraph(source, documents)
  const { reports } = await validateGraph({ graph, name: source.url }, { profile: source.profile })
  const { conditions: _, kind: __, ...rest } = end
  return {
    source,
    pages,
    failures,
    notes,
    ...(await hostFacts(source, context, pages[0]?.url ?? source.url)),
    formats: [...new Set(documents.map(formatOf))],
    ...encodingsOf(documents),
    contents: countContents(graph),
    counts: reports[0].counts,
    end: rest,
  }
}

/** All that was read as one graph; records of geodata and descriptions of APIs are made into DCAT-AP-SE first. */
async function wholeGraph(source: Source, documents: readonly DocumentEvent[]): Promise<Graph> {
  const graphs = documents.flatMap(({ graph }) => (graph ? [graph] : []))
  const others = documents.filter(({ graph }) => !graph).map(({ document }) => document)
  if (others.length > 0) {
    const profile = await loadProfile(source.profile === 'auto' ? undefined : source.profile)
    graphs.push(await madeGraph(source, others, { profile }))
  }
  return uniteGraphs(graphs)
}

async function hostFacts(
  source: Source,
  { client, now = Date.now }: ReadContext,
  address: string,
): Promise<Pick<SourceCheck, 'certificate' | 'manners'>> {
  if (source.reader === 'folder' || !URL.canParse(address)) return {}
  const url = new URL(address)
  const certificate = url.protocol === 'https:' ? await certificateFacts(url, source.allowPrivate) : undefined
  const terms = { allowPrivate: source.allowPrivate, robots: false }
  return {
    ...(certificate && {
      certificate: {
        issuer: certificate.issuer,
        validTo: certificate.validTo,
        daysLeft: Math.floor((certificate.validTo.getTime() - now()) / 86_400_000),
      },
    }),
    ...(source.robots && { manners: await client.on(terms).manners(source.url) }),
  }
}

const formNames: Readonly<Record<Exclude<DocumentEvent['form'], 'rdf'>, string>> = {
  'iso-19139': 'ISO 19139',
  openapi: 'OpenAPI',
}

function formatOf({ form, graph }: DocumentEvent): string {
  if (form !== 'rdf') return formNames[form]
  return syntaxNames[graph?.source?.syntax as keyof typeof syntaxNames] ?? 'RDF'
}

function encodingsOf(documents: readonly DocumentEvent[]): Pick<SourceCheck, 'encodings' | 'hasMojibake'> {
  const problems = documents.flatMap(({ graph }) => graph?.problems ?? [])
  const encodings = problems
    .filter(({ rule }) => rule === 'document-encoding')
    .map(({ params }) => String(params?.encoding ?? ''))
  return {
    encodings: [...new Set(encodings)],
    hasMojibake: problems.some(({ rule }) => rule === 'document-mojibake'),
  }
}

/** What to do next, most urgent first; never nothing. */
export function nextSteps(check: SourceCheck): readonly Text[] {
  const { failures, notes, certificate, counts, contents } = check
  const steps: Text[] = failures.flatMap(({ error }) => (error.hint ? [error.hint] : []))
  if (certificate && certificate.daysLeft < 21)
    steps.push({ sv: 'Förnya certifikatet på servern.', en: 'Renew the certificate on the server.' })
  steps.push(...notes.filter(({ severity }) => severity !== 'info').map(({ message }) => message))
  const isEmpty = contents.datasets + contents.series + contents.services === 0
  if (failures.length === 0 && isEmpty)
    steps.push({
      sv: 'Kontrollera att adressen är katalogens: den innehåller inga datamängder.',
      en: 'Check that the address is that of the catalogue: it holds no datasets.',
    })
  const isReadable = failures.length === 0 && !isEmpty
  if (isReadable && steps.length === 0)
    steps.push({
      sv: 'Inget krävs: källan kan samlas in.',
      en: 'Nothing must be done: the source can be collected.',
    })
  if (isReadable && counts.error + counts.warning > 0)
    steps.push(seeFindings(counts.error > 0, validatable(check)))
  return [...new Map(steps.map((step) => [step.en, step])).values()]
}

/** What `grunddata validate` is given: the pages that were read, or the folder. */
function validatable({ source, pages }: SourceCheck): string {
  const address = source.reader === 'folder' ? source.url : (pages[0]?.url ?? source.url)
  return /^[\w@%+=:,./-]+$/.test(address) ? address : `'${address.replaceAll("'", '%27')}'`
}

function seeFindings(hasErrors: boolean, address: string): Text {
  return hasErrors
    ? {
        sv: `Se felen med: grunddata validate ${address}`,
        en: `See the errors with: grunddata validate ${address}`,
      }
    : {
        sv: `Se varningarna med: grunddata validate ${address}`,
        en: `See the warnings with: grunddata validate ${address}`,
      }
}
