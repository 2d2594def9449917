// Reads a catalogue service of geodata (CSW 2.0.2 or 3.0): its ISO 19139 records, in a fixed order, one document each.
// Source: OGC 07-006r1 (CSW 2.0.2), OGC 12-176r7 (CSW 3.0).
import { textOf } from '../content.ts'
import { unasked } from '../http/index.ts'
import type { Source } from '../sources/types.ts'
import type { RawDocument } from '../types.ts'
import type { Given, Page, Visit } from './types.ts'
import { cutXml } from './xml-parts.ts'

const PAGE_SIZE = 50
const GMD = 'http://www.isotc211.org/2005/gmd'

interface Version {
  readonly id: string
  readonly csw: string
  /** Namespaces and element of the sorting. */
  readonly sortBy: string
}

const versions: readonly Version[] = [
  {
    id: '2.0.2',
    csw: 'http://www.opengis.net/cat/csw/2.0.2',
    sortBy:
      '<ogc:SortBy xmlns:ogc="http://www.opengis.net/ogc"><ogc:SortProperty><ogc:PropertyName>dc:identifier</ogc:PropertyName><ogc:SortOrder>ASC</ogc:SortOrder></ogc:SortProperty></ogc:SortBy>',
  },
  {
    id: '3.0.0',
    csw: 'http://www.opengis.net/cat/csw/3.0',
    sortBy:
      '<fes:SortBy xmlns:fes="http://www.opengis.net/fes/2.0"><fes:SortProperty><fes:ValueReference>dc:identifier</fes:ValueReference><fes:SortOrder>ASC</fes:SortOrder></fes:SortProperty></fes:SortBy>',
  },
]

interface Walk {
  readonly source: Source
  readonly visit: Visit
  readonly version: Version
  readonly seen: Set<string>
  start: number
  total: number | undefined
  repeated: number
  isSorted: boolean
}

export async function* readCsw(source: Source, visit: Visit): AsyncIterable<Given> {
  const wish = source.settings.version ?? '2.0.2'
  const walk: Walk = {
    source,
    visit,
    version: versions.find(({ id }) => id.startsWith(wish.slice(0, 1))) ?? versions[0],
    seen: new Set(),
    start: 1,
    total: undefined,
    repeated: 0,
    isSorted: true,
  }
  for (;;) {
    const answer = await askPage(walk)
    if (!answer) break
    if ('failure' in answer) {
      yield { failure: answer.failure }
      break
    }
    yield* recordsOf(answer, walk)
    const next = answer.next ?? walk.start + answer.parts.length
    if (answer.total !== undefined) walk.total ??= answer.total
    if (answer.parts.length === 0 || next <= walk.start || next > (walk.total ?? 0)) break
    walk.start = next
  }
  yield* conclude(walk)
}

function* conclude({ source, seen, total, repeated, isSorted }: Walk): Iterable<Given> {
  if (!isSorted) yield { note: { rule: 'source-order-unknown', url: source.url } }
  if (repeated > 0)
    yield { note: { rule: 'source-order-unstable', url: source.url, params: { count: repeated } } }
  if (total === undefined || total === seen.size) return
  yield {
    note: { rule: 'source-total-differs', url: source.url, params: { stated: total, found: seen.size } },
  }
  if (total > seen.size) yield { isIncomplete: true }
}

interface Answer {
  readonly page: Page
  readonly parts: readonly string[]
  readonly total: number | undefined
  /** Number of the first record of the next page; 0 after the last. */
  readonly next: number | undefined
}

type Asked = Answer | { readonly failure: ReturnType<typeof unasked> } | undefined

async function askPage(walk: Walk): Promise<Asked> {
  const { source, visit, version, start } = walk
  const visited = await visit.fetch(source.url, {
    body: getRecords(walk),
    headers: { 'content-type': 'application/xml' },
    accept: 'application/xml, text/xml;q=0.9',
    name: `${source.url}#${version.id}-${start}${walk.isSorted ? '' : '-unsorted'}`,
  })
  if (!visited?.document) return undefined
  const { page, document } = visited
  const answer = cutXml(textOf(document), {
    parts: [`{${GMD}}MD_Metadata`],
    attributes: ['SearchResults'],
    texts: ['ExceptionText'],
  })
  if (answer.root === 'ExceptionReport') {
    // Not every service can sort by the identifier: rather unsorted than not at all.
    if (!walk.isSorted) return { failure: exception(page.url, answer.texts.get('ExceptionText') ?? []) }
    walk.isSorted = false
    return askPage(walk)
  }
  if (answer.root !== 'GetRecordsResponse' || answer.fault !== undefined)
    return { failure: noCsw(page.url, answer.fault) }
  const results = answer.attributes.get('SearchResults') ?? {}
  return {
    page,
    parts: answer.parts.map(({ text }) => text),
    total: numberOf(results.numberOfRecordsMatched),
    next: results.nextRecord === '0' ? 0 : numberOf(results.nextRecord),
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

function* recordsOf({ page, parts }: Answer, walk: Walk): Iterable<Given> {
  for (const [index, text] of parts.entries()) {
    const id = identifierOf(text) ?? `${walk.start + index}`
    if (walk.seen.has(id)) walk.repeated++
    else yield { document: recordDocument(page, id, text), form: 'iso-19139', page }
    walk.seen.add(id)
  }
}

function recordDocument({ url }: Page, id: string, text: string): RawDocument {
  return {
    name: `${url}#${encodeURIComponent(id)}`,
    url,
    mediaType: 'application/xml',
    bytes: Buffer.from(text, 'utf8'),
  }
}

/** The record's own identifier: the text within its first gmd:fileIdentifier. */
function identifierOf(text: string): string | undefined {
  const { parts } = cutXml(text, { parts: [`{${GMD}}fileIdentifier`] })
  if (parts.length === 0) return undefined
  const { texts } = cutXml(parts[0].text, { texts: ['CharacterString', 'Anchor'] })
  return [...texts.values()].flat().find(Boolean)
}

function getRecords({ source, version, start, isSorted }: Walk): string {
  const size = Number(source.settings.pageSize ?? PAGE_SIZE)
  const filter = source.settings.filter ?? ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<csw:GetRecords xmlns:csw="${version.csw}" xmlns:dc="http://purl.org/dc/elements/1.1/" service="CSW" version="${version.id}" resultType="results" startPosition="${start}" maxRecords="${size}" outputFormat="application/xml" outputSchema="${GMD}">
<csw:Query typeNames="csw:Record"><csw:ElementSetName>full</csw:ElementSetName>${filter}${isSorted ? version.sortBy : ''}</csw:Query>
</csw:GetRecords>
`
}

function exception(url: string, [said]: readonly string[]) {
  return unasked(url, {
    kind: 'content',
    text: {
      sv: `${url} svarar med ett fel${said ? `: ”${said}”` : ''}.`,
      en: `${url} answers with an error${said ? `: “${said}”` : ''}.`,
    },
    hint: {
      sv: 'Kontrollera adressen, filtret och versionen (2.0.2 eller 3.0) i sources.yaml.',
      en: 'Check the address, the filter and the version (2.0.2 or 3.0) in sources.yaml.',
    },
  })
}

function noCsw(url: string, fault: string | undefined) {
  const why = fault === undefined ? '' : ` (${fault})`
  return unasked(url, {
    kind: 'content',
    text: {
      sv: `${url} svarar inte som en katalogtjänst (CSW)${why}.`,
      en: `${url} does not answer as a catalogue service (CSW)${why}.`,
    },
    hint: {
      sv: 'Ange tjänstens adress utan frågedel, ofta …/csw.',
      en: 'Give the address of the service without a query, often …/csw.',
    },
  })
}
