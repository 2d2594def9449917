// A graph made ready to be published: in an order that does not depend on the source, and with whole IRIs, since a
// relative one means something else at every address it is published at.
import { type Graph, inOwnOrder, iriFault, isAbsolute, resolveIri } from '../rdf/index.ts'

/** The graph as all artifacts of a site with this base have it. Well-formed absolute IRIs stay as they are. */
export function prepareGraph(graph: Graph, base: string): Graph {
  return inOwnOrder(graph, { iriText: (iri) => publishedIri(iri, base) })
}

/**
 * An IRI as it is published: what may not stand in one is percent-encoded (RFC 3987, 3.1), a relative one is resolved
 * against the base.
 */
export function publishedIri(iri: string, base: string): string {
  if (iriFault(iri) === undefined) return iri
  const written = iri
    .trim()
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[\u0000-\u0020<>"{}|\\^`\u007f-\u009f]/g, encodeURIComponent)
  return isAbsolute(written) ? written : resolveIri(written, base)
}
