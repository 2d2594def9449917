// A whole graph in canonical form: the same text exactly for isomorphic graphs.
import type { Graph } from './graph.ts'
import { quadsOf } from './rdfjs.ts'
import { quad } from './terms.ts'

/** Deep iterations per blank node; enough for anything but a graph made to be costly. */
const MAX_WORK_FACTOR = 2

/**
 * The union of the graph's statements as canonical N-Quads (RDFC-1.0, https://www.w3.org/TR/rdf-canon/), language tags
 * in lower case; undefined when that takes too much work.
 */
export async function canonicalGraph(graph: Graph): Promise<string | undefined> {
  const { canonize } = await import('rdf-canonize')
  const quads = [...quadsOf(graph)].map(({ subject, predicate, object }) =>
    quad(
      subject,
      predicate,
      object.termType === 'Literal' && object.language !== ''
        ? { ...object, language: object.language.toLowerCase() }
        : object,
    ),
  )
  try {
    return await canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: MAX_WORK_FACTOR })
  } catch {
    return undefined
  }
}
