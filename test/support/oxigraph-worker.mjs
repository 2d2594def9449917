// Oxigraph in a thread of its own: beside a large heap its loading takes many times as long.
import { parentPort } from 'node:worker_threads'
import oxigraph from 'oxigraph'

const store = new oxigraph.Store()
const graphOf = (iri) => oxigraph.namedNode(iri)

const actions = {
  exists: ({ graph }) => store.query(`ASK { GRAPH <${graph}> { ?s ?p ?o } }`),
  put: ({ graph, body, format }) => {
    // Read into a store of its own first, so that a body that cannot be read changes nothing.
    new oxigraph.Store().load(body, { format, to_graph_name: graphOf(graph) })
    store.update(`DROP SILENT GRAPH <${graph}>`)
    store.load(body, { format, to_graph_name: graphOf(graph) })
  },
  post: ({ graph, body, format }) => store.load(body, { format, to_graph_name: graphOf(graph) }),
  delete: ({ graph }) => store.update(`DROP SILENT GRAPH <${graph}>`),
  get: ({ graph }) => store.dump({ format: 'application/n-triples', from_graph_name: graphOf(graph) }),
  answer: answered,
  query: ({ query }) =>
    store.query(query, { results_format: /^\s*CONSTRUCT/.test(query) ? 'application/n-triples' : 'json' }),
}

/** The first media types of `accept`: of a table, then of a graph. */
function answered({ query, accept }) {
  const [table, graph] = accept.split(',').map((each) => each.split(';')[0].trim())
  try {
    return { text: store.query(query, { results_format: table }), mediaType: table }
  } catch (error) {
    if (!String(error?.message).includes('Not supported RDF format')) throw error
    return { text: store.query(query, { results_format: graph }), mediaType: graph }
  }
}

parentPort.on('message', ({ id, action, ...rest }) => {
  try {
    parentPort.postMessage({ id, value: actions[action](rest) })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})
