// A SPARQL store as a projection, by the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/): a named
// graph for each source, put in parts that slow loaders can take, counted by a query.
import type { Text } from '../../finding.ts'
import { createHttp, type HttpOptions } from '../../publish/index.ts'
import { type Entity, sourceGraph } from '../../store/index.ts'
import { differenceOf, statementKeys } from './statements.ts'
import type { Projection } from './types.ts'

/** Where the makes have the protocol and the query service, seen from the address that is configured. */
export const graphStoreMakes = {
  virtuoso: { graph: '/sparql-graph-crud-auth', query: '/sparql' },
  fuseki: { graph: '/data', query: '/query' },
  oxigraph: { graph: '/store', query: '/query' },
  qlever: { graph: '', query: '' },
  graphdb: { graph: '/rdf-graphs/service', query: '' },
} as const satisfies Record<string, { readonly graph: string; readonly query: string }>

export type GraphStoreMake = keyof typeof graphStoreMakes

export interface GraphStoreProjectionOptions extends HttpOptions {
  readonly make: GraphStoreMake
  /** Address of the server, dataset or repository, without a slash at the end. */
  readonly url: string
  /** Lines in one request. */
  readonly chunkLines?: number
}

const CHUNK_LINES = 20_000

export function graphStoreProjection(options: GraphStoreProjectionOptions): Projection {
  const { make, url, chunkLines = CHUNK_LINES } = options
  const http = createHttp(options)
  const addressOf = (source: string) =>
    `${url}${graphStoreMakes[make].graph}?graph=${encodeURIComponent(sourceGraph(source))}`
  const send = (method: 'PUT' | 'POST' | 'DELETE', source: string, body?: string) =>
    http.ask(addressOf(source), {
      method,
      ...(body !== undefined && { body, headers: { 'content-type': 'application/n-triples' } }),
      ...(method === 'DELETE' && { accept: [404] }),
    })
  const ask = async (query: string, type: string) => {
    const address = `${url}${graphStoreMakes[make].query}?query=${encodeURIComponent(query)}`
    const { body } = await http.ask(address, { method: 'GET', headers: { accept: type } })
    return Buffer.from(body).toString('utf8')
  }
  const contentOf = (source: string) =>
    ask(
      `CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <${sourceGraph(source)}> { ?s ?p ?o } }`,
      'application/n-triples, text/plain;q=0.5',
    )
  const countOf = async (source: string) => {
    const query = `SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${sourceGraph(source)}> { ?s ?p ?o } }`
    const answer = JSON.parse(await ask(query, 'application/sparql-results+json'))
    return Number(answer.results.bindings[0]?.n.value ?? 0)
  }
  return {
    name: `graph-store ${url}`,
    prepare: async () => {},
    putSource: async (source, entities) => {
      let isFirst = true
      for await (const part of chunks(entities, chunkLines)) {
        await send(isFirst ? 'PUT' : 'POST', source, part)
        isFirst = false
      }
      if (isFirst) await send('DELETE', source)
    },
    compare: async (source, entities) => {
      const lines = new Set<string>()
      for await (const { nquads } of entities) for (const line of linesOf(nquads)) lines.add(line)
      const wanted = await statementKeys(source, `${[...lines].join('\n')}\n`)
      const found = await statementKeys(url, await contentOf(source))
      const difference = differenceOf(wanted, found)
      if (!difference || found.size >= wanted.size) return difference
      // Some servers give no more than so many rows: then their own count tells more than what they gave.
      const count = await countOf(source)
      return count === wanted.size && found.size < count ? cutOff(found.size, count) : difference
    },
  }
}

function cutOff(given: number, count: number): Text {
  return {
    sv: `Servern gav bara ${given} av ${count} påståenden; antalet stämmer, innehållet är inte jämfört. Höj serverns gräns för antal rader.`,
    en: `The server gave only ${given} of ${count} statements; the number is right, the contents are not compared. Raise the server's limit on rows.`,
  }
}

function linesOf(nquads: string): readonly string[] {
  return nquads.split('\n').filter((line) => line !== '')
}

/** Nameless nodes have addresses in the store, so a part may end anywhere. */
async function* chunks(entities: AsyncIterable<Entity>, chunkLines: number): AsyncIterable<string> {
  let lines: string[] = []
  for await (const { nquads } of entities) {
    lines.push(...linesOf(nquads))
    if (lines.length < chunkLines) continue
    yield `${lines.join('\n')}\n`
    lines = []
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`
}
