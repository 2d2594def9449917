// Reads a catalogue out of a SPARQL endpoint: first which entities there are, then what is said of them, some at a time.
import { createHash } from 'node:crypto'
import { textOf } from '../content.ts'
import { unasked } from '../http/index.ts'
import type { Source } from '../sources/types.ts'
import type { Given, Page, Visit } from './types.ts'

const PREFIXES = `PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX spdx: <http://spdx.org/rdf/terms#>
PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX schema: <http://schema.org/>
PREFIX odrs: <http://schema.theodi.org/odrs#>
`

/** Links from an entity to what belongs to it; those to other entities are not followed. */
const OWN_PARTS =
  `dcat:distribution dcat:accessService dcat:contactPoint dcat:qualifiedRelation dct:publisher dct:creator
dct:spatial dct:temporal dct:provenance dct:rights dct:license dct:conformsTo dct:accessRights prov:qualifiedAttribution
prov:agent spdx:checksum vcard:hasAddress vcard:hasTelephone vcard:hasEmail adms:identifier adms:sample schema:offers
odrs:copyrightHolder foaf:page`
    .split(/\s+/)
    .join('|')

const ENTITIES_PER_PAGE = 100
const NAMES_PER_PAGE = 5_000
const RESULTS = 'application/sparql-results+json'
const GRAPHS = 'application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8'

/** With a query of the source's own (`{limit}` and `{offset}` make it paged) that one is asked instead. */
export async function* readSparql(source: Source, visit: Visit): AsyncIterable<Given> {
  if (source.settings.query) yield* readQuery(source, visit)
  else yield* readEntities(source, visit)
}

async function* readQuery(source: Source, visit: Visit): AsyncIterable<Given> {
  const { query, pageSize = '1000' } = source.settings
  const isPaged = query.includes('{offset}')
  const seen = new Set<string>()
  for (let offset = 0; ; offset += Number(pageSize)) {
    const asked = query.replaceAll('{limit}', pageSize).replaceAll('{offset}', String(offset))
    const visited = await ask(source, visit, { query: asked, accept: GRAPHS })
    if (!visited?.document || (isPaged && isBlank(visited.document.bytes))) return
    const graph = await visit.parse(visited.document)
    if (!graph || (isPaged && graph.quads.count === 0)) return
    if (seen.has(visited.page.hash)) {
      yield {
        note: {
          rule: 'source-page-repeated',
          url: source.url,
          params: { other: `offset ${offset - Number(pageSize)}` },
        },
      }
      yield { isIncomplete: true }
      return
    }
    seen.add(visited.page.hash)
    yield { document: visited.document, form: 'rdf', graph, page: visited.page }
    if (!isPaged) return
  }
}

/** How N-Triples and Turtle write that there is nothing more. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 32)
}

async function* readEntities(source: Source, visit: Visit): AsyncIterable<Given> {
  const size = Number(source.settings.pageSize ?? ENTITIES_PER_PAGE)
  const names: string[] = []
  for (;;) {
    const page = await askNames(source, visit, names.at(-1))
    if (!page) return
    if (!page.names) {
      yield { failure: noSparql(page.page) }
      return
    }
    names.push(...page.names)
    if (page.names.length < NAMES_PER_PAGE) break
  }
  for (let start = 0; start < names.length; start += size) {
    const some = names.slice(start, start + size)
    const visited = await ask(source, visit, { query: describe(some), accept: GRAPHS })
    if (!visited?.document) continue
    const graph = await visit.parse(visited.document)
    if (graph) yield { document: visited.document, form: 'rdf', graph, page: visited.page }
  }
}

/** Names after the last one, in order: stable though the endpoint changes meanwhile. */
async function askNames(source: Source, visit: Visit, after: string | undefined) {
  const query = `${PREFIXES}SELECT DISTINCT ?s WHERE {
  VALUES ?type { dcat:Catalog dcat:Dataset dcat:DatasetSeries dcat:DataService }
  ?s a ?type . FILTER(isIRI(?s)${after === undefined ? '' : ` && STR(?s) > ${JSON.stringify(after)}`})
} ORDER BY STR(?s) LIMIT ${NAMES_PER_PAGE}`
  const visited = await ask(source, visit, { query, accept: RESULTS, isAlwaysFull: true })
  if (!visited?.document) return undefined
  return { page: visited.page, names: namesIn(textOf(visited.document)) }
}

function namesIn(text: string): readonly string[] | undefined {
  try {
    const { results } = JSON.parse(text) as { results: { bindings: { s: { value: string } }[] } }
    return results.bindings.map(({ s }) => s.value).filter((iri) => /^[^\s<>"{}|\\^`]+$/.test(iri))
  } catch {
    return undefined
  }
}

function describe(iris: readonly string[]): string {
  const values = iris.map((iri) => `<${iri}>`).join(' ')
  return `${PREFIXES}CONSTRUCT { ?x ?p ?o } WHERE {
  VALUES ?s { ${values} }
  ?s (${OWN_PARTS})* ?x . ?x ?p ?o
}`
}

interface Question {
  readonly query: string
  readonly accept: string
  readonly isAlwaysFull?: boolean
}

/** A short query is sent in the address, so that it can be cached; a long one in the body. Source: SPARQL 1.1 Protocol §2.1. */
function ask(source: Source, visit: Visit, { query, accept, isAlwaysFull = false }: Question) {
  const form = new URLSearchParams({ query })
  if (source.settings.graph) form.set('default-graph-uri', source.settings.graph)
  const url = new URL(source.url)
  for (const [name, value] of form) url.searchParams.append(name, value)
  if (url.href.length < 2_000) return visit.fetch(url.href, { accept, isAlwaysFull })
  return visit.fetch(source.url, {
    accept,
    isAlwaysFull,
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    name: `${source.url}#${createHash('sha256').update(query).digest('hex').slice(0, 16)}`,
  })
}

function noSparql({ url }: Page) {
  return unasked(url, {
    kind: 'content',
    text: {
      sv: `${url} svarar inte som en SPARQL-tjänst.`,
      en: `${url} does not answer as a SPARQL service.`,
    },
    hint: {
      sv: 'Ange adressen som tar emot frågor, ofta …/sparql.',
      en: 'Give the address that takes queries, often …/sparql.',
    },
  })
}
