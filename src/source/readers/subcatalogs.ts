// Reads a main catalogue and the sub-catalogues that it only names: each is read at its own address, one level down.
import { RDF_ACCEPT } from '../http/document.ts'
import type { Source } from '../sources/types.ts'
import { stubsOf } from './graph-facts.ts'
import type { Given, Visit } from './types.ts'

/** Source: DCAT-AP-SE, harvesting, several catalogues of one organisation. */
export async function* readSubcatalogs(source: Source, visit: Visit): AsyncIterable<Given> {
  const main = await visit.fetch(source.url, { accept: RDF_ACCEPT })
  if (!main) return
  let parts = main.next
  if (main.document) {
    const graph = await visit.parse(main.document)
    if (!graph) return
    parts = stubsOf(graph)
    yield { document: main.document, form: 'rdf', graph, page: main.page, next: parts }
  }
  for (const address of parts) {
    const part = await visit.fetch(address, { accept: RDF_ACCEPT })
    if (!part?.document) continue
    const graph = await visit.parse(part.document)
    if (graph) yield { document: part.document, form: 'rdf', graph, page: part.page }
  }
}
