// /sparql by the protocol (SPARQL 1.1 Protocol): queries by GET, by form and by body; a page with a form for people.
import { GrunddataError } from '../../errors.ts'
import { readBody } from '../http/body.ts'
import { negotiate } from '../http/negotiate.ts'
import { respond } from '../http/respond.ts'
import { sparqlPage } from '../pages/sparql.ts'
import { type App, type Call, pageAnswer } from './incoming.ts'
import { failedAnswer } from './problems.ts'
import { tooMany } from './toolkit.ts'

const tables: Readonly<Record<string, string>> = {
  json: 'application/sparql-results+json',
  xml: 'application/sparql-results+xml',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
}
const graphs: Readonly<Record<string, string>> = {
  turtle: 'text/turtle',
  ntriples: 'application/n-triples',
  rdfxml: 'application/rdf+xml',
}
const MAX_BODY = 50_000

export function addSparqlRoutes(app: App): void {
  app.get('/sparql', (call) => {
    const query = call.env.query.get('query')
    return query === null ? pageAnswer(call, sparqlPage) : answer(call, query)
  })
  app.post('/sparql', async (call) => {
    const type = call.req.header('content-type') ?? ''
    const text = Buffer.from(await readBody(call.req.raw, MAX_BODY)).toString('utf8')
    if (type.startsWith('application/sparql-query')) return answer(call, text)
    if (type.startsWith('application/sparql-update')) throw readOnly()
    const form = new URLSearchParams(text)
    if (form.has('update')) throw readOnly()
    return answer(call, form.get('query') ?? '', form.get('output'))
  })
}

async function answer(call: Call, query: string, output = call.env.query.get('output')): Promise<Response> {
  const { site, visitor } = call.env
  const wait = await site.access.limiter.take('sparql', visitor)
  if (wait !== undefined) return tooMany(call, wait)
  if (query.trim() === '')
    return failedAnswer(
      call,
      new GrunddataError('USAGE', {
        sv: 'Ange en fråga i parametern query.',
        en: 'Give a query in the parameter query.',
      }),
    )
  const accept = call.req.header('accept') ?? null
  const table =
    (output && Object.hasOwn(tables, output) && tables[output]) ||
    negotiate(accept, Object.values(tables)) ||
    tables.json
  const graph = negotiate(accept, Object.values(graphs)) ?? graphs.turtle
  try {
    const { body, mediaType } = await site.sparql.query(query, { table, graph })
    site.metrics.add('grunddata_sparql_total', { outcome: 'answered' })
    return respond(call.req.raw, { mediaType, body, isOpen: true, headers: { Vary: 'Accept' } })
  } catch (error) {
    site.metrics.add('grunddata_sparql_total', { outcome: 'failed' })
    return failedAnswer(call, error)
  }
}

function readOnly(): GrunddataError {
  return new GrunddataError('SOURCE_REFUSED', {
    sv: 'Här går det bara att läsa.',
    en: 'This is for reading only.',
  })
}
