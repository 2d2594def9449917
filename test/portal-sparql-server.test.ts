// /sparql passed on to a real store: Oxigraph behind the protocol. Answers, what asks too much, and that nothing is changed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OxigraphServer, startOxigraph } from './support/oxigraph-server.ts'
import { BASE, dataset, PREFIXES, portalOf, type TestPortal } from './support/portal.ts'

describe('queries passed on to a store', () => {
  let store: OxigraphServer
  let p: TestPortal
  beforeAll(async () => {
    store = await startOxigraph()
    const secret = Buffer.from(`${store.user}:${store.password}`).toString('base64')
    const answer = await fetch(`${store.endpoint}?graph=${BASE}g`, {
      method: 'PUT',
      headers: { authorization: `Basic ${secret}`, 'content-type': 'text/turtle' },
      body: Array.from({ length: 200 }, (_, i) => `<${BASE}${i}> <${BASE}p> "å ${i}" .`).join('\n'),
    })
    expect(answer.status).toBe(201)
    p = await portalOf(PREFIXES + dataset('a', 'A'), {
      sparqlEndpoint: store.queries,
      sparql: { timeoutMs: 1500, maxBytes: 20_000 },
      access: { limits: { sparql: 100 } },
    })
  })
  afterAll(async () => {
    await p.close()
    await store.close()
  })
  const ask = (query: string, accept = 'application/sparql-results+json') =>
    p.get(`/sparql?${new URLSearchParams({ query })}`, { accept })

  it('are answered by the store as a table and as a graph', async () => {
    const table = await ask(`SELECT ?o { GRAPH ?g { <${BASE}7> ?p ?o } }`)
    expect(table.headers.get('content-type')).toContain('application/sparql-results+json')
    expect(((await table.json()) as Table).results.bindings[0].o.value).toBe('å 7')
    const graph = await ask(`CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } } LIMIT 3`, 'text/turtle')
    expect(graph.headers.get('content-type')).toContain('text/turtle')
    expect((await graph.text()).match(/å/g)).toHaveLength(3)
    expect((await ask('SELEKT')).status).toBe(400)
  })

  it('stop in time and in size', async () => {
    const large = `SELECT * { GRAPH ?g { ?s ?p ?o . ?t ?q ?r } } LIMIT 5000`
    expect((await ask(large)).status).toBe(413)
    const long = `SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c . ?d ?e ?f . ?h ?i ?j . ?k ?l ?m } }`
    expect((await ask(long)).status).toBe(503)
  })

  it('change nothing', async () => {
    const own = await startOxigraph()
    const reader = await portalOf(PREFIXES + dataset('a', 'A'), { sparqlEndpoint: own.queries })
    const update = `INSERT DATA { <${BASE}x> <${BASE}p> 1 }`
    const post = (type: string, body: string) =>
      reader.portal(new Request(`${BASE}sparql`, { method: 'POST', headers: { 'content-type': type }, body }))
    expect((await reader.get(`/sparql?${new URLSearchParams({ query: update })}`)).status).toBe(400)
    expect((await post('application/sparql-query', update)).status).toBe(400)
    expect((await post('application/sparql-update', update)).status).toBe(403)
    const form = 'application/x-www-form-urlencoded'
    expect((await post(form, new URLSearchParams({ update }).toString())).status).toBe(403)
    expect(await own.count('SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }')).toBe(
      0,
    )
    await reader.close()
    await own.close()
  })
})

interface Table {
  readonly results: { readonly bindings: readonly { readonly o: { readonly value: string } }[] }
}
