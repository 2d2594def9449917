// Reads a source that is one RDF document at one address.
import { RDF_ACCEPT } from '../http/document.ts'
import type { Source } from '../sources/types.ts'
import type { Given, Visit } from './types.ts'

export async function* readRdf(source: Source, visit: Visit): AsyncIterable<Given> {
  const visited = await visit.fetch(source.url, { accept: RDF_ACCEPT })
  if (!visited?.document) return
  const { document, page } = visited
  const graph = await visit.parse(document)
  if (graph) yield { document, form: 'rdf', graph, page }
}
