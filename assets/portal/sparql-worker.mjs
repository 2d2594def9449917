// The triple store of the portal, in a thread of its own: it may be ended in the middle of a query without harm to the rest.
import { parentPort } from 'node:worker_threads'
import { Store } from 'oxigraph'

const store = new Store()

parentPort.on('message', ({ id, kind, text, formats, maxBytes }) => {
  try {
    if (kind === 'load') {
      store.load(text, { format: 'application/n-triples', lenient: true, no_transaction: true })
      parentPort.postMessage({ id, body: '' })
      return
    }
    const { body, isGraph } = ask(text, formats)
    if (Buffer.byteLength(body) > maxBytes) parentPort.postMessage({ id, fault: 'large' })
    else parentPort.postMessage({ id, body, isGraph })
  } catch (error) {
    parentPort.postMessage({ id, fault: 'query', message: error instanceof Error ? error.message : String(error) })
  }
})

/** Which form a query has is known to the store alone: it refuses to write a graph as a table. */
function ask(query, { table, graph }) {
  try {
    return { body: String(store.query(query, { results_format: table })), isGraph: false }
  } catch (error) {
    if (!String(error?.message).includes('Not supported RDF format')) throw error
    return { body: String(store.query(query, { results_format: graph })), isGraph: true }
  }
}
