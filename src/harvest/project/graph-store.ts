// A SPARQL store as a projection, by the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/): a named
// graph for each source, put in parts that slow loaders can take, counted by a query.
import { createHttp, type HttpOptions } from '../../publish/index.ts'
import { type Entity, sourceGraph } from '../../store/index.ts'
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
    count: async (source) => {
      const query = `SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${sourceGraph(source)}> { ?s ?p ?o } }`
      const answer = await http.ask(
        `${url}${graphStoreMakes[make].query}?query=${encodeURIComponent(query)}`,
        {
          method: 'GET',
          headers: { accept: 'application/sparql-results+json' },
        },
      )
      return Number(JSON.parse(Buffer.from(answer.body).toString()).results.bindings[0]?.n.value ?? 0)
    },
    countOf: async (entities) => {
      const lines = new Set<string>()
      for await (const { nquads } of entities) for (const line of linesOf(nquads)) lines.add(line)
      return lines.size
    },
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
