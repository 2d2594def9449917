// Reads a source that is one RDF document at one address.
import { syntaxNames } from '../../rdf/index.ts'
import { RDF_ACCEPT } from '../http/document.ts'
import type { Source } from '../sources/types.ts'
import { pagingOf, stubsOf } from './graph-facts.ts'
import type { Given, Visit } from './types.ts'

export async function* readRdf(source: Source, visit: Visit): AsyncIterable<Given> {
  const visited = await visit.fetch(source.url, { accept: RDF_ACCEPT })
  if (!visited?.document) return
  const { document, page } = visited
  const graph = await visit.parse(document)
  if (!graph) return
  yield { document, form: 'rdf', graph, page }
  const syntax = graph.source?.syntax as keyof typeof syntaxNames | undefined
  if (syntax && syntax !== 'rdfxml')
    yield { note: { rule: 'source-not-rdfxml', url: page.url, params: { syntax: syntaxNames[syntax] } } }
  if (pagingOf(graph).next.length > 0) {
    yield { note: { rule: 'source-more-pages', url: page.url } }
    yield { isIncomplete: true }
  }
  const stubs = stubsOf(graph)
  if (stubs.length > 0) {
    yield { note: { rule: 'source-more-catalogs', url: page.url, params: { count: stubs.length } } }
    yield { isIncomplete: true }
  }
}
