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
  query: ({ query }) => store.query(query, { results_format: 'json' }),
}

parentPort.on('message', ({ id, action, ...rest }) => {
  try {
    parentPort.postMessage({ id, value: actions[action](rest) })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})
