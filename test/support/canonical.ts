// Canonical N-Quads (RDFC-1.0) of graphs and quads: equal exactly when they are isomorphic.
import type * as RDF from '@rdfjs/types'
import jsonld from 'jsonld'
import { type Graph, quadsOf } from '../../src/rdf/index.ts'

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' }

function write(term: RDF.Term): string {
  if (term.termType === 'BlankNode')
    return `_:${term.value.replace(/[^A-Za-z0-9]/g, (c) => `X${c.charCodeAt(0)}`)}`
  if (term.termType !== 'Literal') return `<${legalIri(term.value)}>`
  const text = `"${term.value.replace(/["\\\n\r]/g, (c) => ESCAPES[c])}"`
  if (term.language) return `${text}@${term.language.toLowerCase()}`
  return term.datatype.value === XSD_STRING ? text : `${text}^^<${legalIri(term.datatype.value)}>`
}

/** An IRI that N-Quads can hold: what must not stand in it, which findings are about, becomes a name of itself. */
export function legalIri(value: string): string {
  const legal = value.replace(
    /[\0-\x20<>"{}|^`\\]/g,
    (c) => `%u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return legal.includes(':') ? legal : `relative:${legal}`
}

/** Language tags are compared in lower case; `union` forgets which graph a statement is in. */
export async function canonical(graph: Graph | Iterable<RDF.Quad>, union = false): Promise<string> {
  const quads = 'dictionary' in graph ? quadsOf(graph) : graph
  const lines = new Set<string>()
  for (const { subject, predicate, object, graph: name } of quads) {
    const where = union || name.termType === 'DefaultGraph' ? '' : ` ${write(name)}`
    lines.add(`${write(subject)} ${write(predicate)} ${write(object)}${where} .\n`)
  }
  const options = {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    maxWorkFactor: Number.POSITIVE_INFINITY,
    maxDeepIterations: Number.POSITIVE_INFINITY,
  }
  const canonizeOptions = {
    maxWorkFactor: Number.POSITIVE_INFINITY,
    maxDeepIterations: Number.POSITIVE_INFINITY,
  }
  return String(
    await jsonld.canonize([...lines].join('') as never, { ...options, canonizeOptions } as object),
  )
}
