// RDF/XML in tests: short texts in a usual frame, read by us, and compared with Turtle read by n3.
import { type Graph, locationAt } from '../../src/rdf/index.ts'
import { parseRdfXml } from '../../src/rdf/rdfxml/index.ts'
import { n3Quads, quadsOf, sameQuads } from './n3-oracle.ts'

const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  ex: 'http://example.se/ns#',
}

const declarations = Object.entries(prefixes).map(([name, iri]) => `xmlns:${name}="${iri}"`)

/** An rdf:RDF element on one line around a body that begins on line 2. */
export function rdf(body: string, attributes = ''): string {
  return `<rdf:RDF ${declarations.join(' ')} ${attributes}>\n${body}\n</rdf:RDF>`
}

/** The same for a namespace-free part: the declarations, for a root of one's own. */
export const namespaces = declarations.join(' ')

export function read(xml: string, options: { base?: string } = {}): Graph {
  return parseRdfXml({ name: 'test.rdf', bytes: new TextEncoder().encode(xml) }, options)
}

/** True when the graph says what the Turtle says. */
export function says(graph: Graph, turtle: string): boolean {
  const head = Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`)
  return sameQuads(quadsOf(graph), n3Quads([...head, turtle].join('\n'), { format: 'text/turtle' }))
}

/** The problems as `line:column rule reason`, in English. */
export function problems(graph: Graph): string[] {
  return graph.problems.map(({ rule, at, params }) => {
    const { line, column } = locationAt(graph.source!, at!)
    const reason = params?.reason ?? params?.iri ?? params?.element
    return `${line}:${column} ${rule} ${typeof reason === 'object' ? reason.en : (reason ?? '')}`.trim()
  })
}
