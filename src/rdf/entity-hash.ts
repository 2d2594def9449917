// The content hash of an entity: equal for equal content, whatever its blank nodes are called and however it is written.
// Trees of blank nodes, nearly all there is, are hashed from the leaves up; where a node is shared or in a circle
// the standard canonicalization decides, within a limit on work, since a poisoned graph can make it take for ever.
import { createHash } from 'node:crypto'
import type * as RDF from '@rdfjs/types'
import { entityClosure } from './closure.ts'
import { BLANK, IRI, textOf } from './dictionary.ts'
import type { Graph } from './graph.ts'
import { termOf } from './rdfjs.ts'
import { quad } from './terms.ts'
import { bracketed } from './write/escape.ts'
import { ntLiteral } from './write/ntriples.ts'

/** `tree`: from the leaves up; `rdfc`: RDFC-1.0; `lines`: too costly to canonicalize, hashed without blank node names. */
export type HashKind = 'tree' | 'rdfc' | 'lines'

export interface EntityHash {
  readonly kind: HashKind
  /** `kind:` and 64 hexadecimal digits of SHA-256. Hashes of different kinds are never equal. */
  readonly hash: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The hash of an entity whose blank nodes form a tree; undefined when they do not. */
export function treeHash(graph: Graph, subject: number): EntityHash | undefined {
  if (!entityClosure(graph, subject).isTree) return undefined
  return { kind: 'tree', hash: `tree:${sha256(canonicalLines(graph, subject))}` }
}

/**
 * The content hash of an entity and its closure. Statements count once, whatever named graphs they are in.
 * `lines` hashes of different content may be equal: they stand in for a graph made to be costly.
 */
export async function entityHash(graph: Graph, subject: number): Promise<EntityHash> {
  const tree = treeHash(graph, subject)
  if (tree) return tree
  const canonical = await canonicalNQuads(graph, subject)
  if (canonical !== undefined) return { kind: 'rdfc', hash: `rdfc:${sha256(canonical)}` }
  return { kind: 'lines', hash: `lines:${sha256(anonymousLines(graph, subject))}` }
}

/** The lines of a tree: blank nodes are the hash of their own lines. Deep chains are why this is no recursion. */
function canonicalLines(graph: Graph, subject: number): string {
  const { subjects } = entityClosure(graph, subject)
  const names = new Map<number, string>()
  for (const node of [...subjects].reverse()) {
    const lines = linesOf(graph, node, (term) => names.get(term) ?? '_:')
    if (node === subject) return lines
    names.set(node, `_:${sha256(lines)}`)
  }
  return ''
}

function anonymousLines(graph: Graph, subject: number): string {
  const { subjects } = entityClosure(graph, subject)
  const [own, ...others] = subjects.map((node) => linesOf(graph, node, () => '_:'))
  return [own, ...others.sort()].join('\n')
}

/** The distinct statements of a node without the node itself, sorted. */
function linesOf(graph: Graph, node: number, nameOf: (blank: number) => string): string {
  const { offset, predicate, value } = graph.out
  const lines: string[] = []
  for (let row = offset[node]; row < offset[node + 1]; row++) {
    const object =
      graph.dictionary.kind[value[row]] === BLANK ? nameOf(value[row]) : termText(graph, value[row])
    lines.push(`${termText(graph, predicate[row])} ${object}`)
  }
  return lines.sort().join('\n')
}

/** An IRI or a literal in N-Triples. */
function termText({ dictionary }: Graph, term: number): string {
  return dictionary.kind[term] === IRI ? bracketed(textOf(dictionary, term)) : ntLiteral(dictionary, term)
}

/** Deep iterations per blank node; the work of RDFC-1.0 grows with its power. */
const MAX_WORK_FACTOR = 1

/** The entity as canonical N-Quads (RDFC-1.0, https://www.w3.org/TR/rdf-canon/); undefined when that takes too much work. */
export async function canonicalNQuads(graph: Graph, subject: number): Promise<string | undefined> {
  const { canonize } = await import('rdf-canonize')
  const quads: RDF.Quad[] = []
  const { offset, predicate, value } = graph.out
  for (const node of entityClosure(graph, subject).subjects)
    for (let row = offset[node]; row < offset[node + 1]; row++)
      quads.push(
        quad(
          termOf(graph, node) as RDF.Quad_Subject,
          termOf(graph, predicate[row]) as RDF.Quad_Predicate,
          termOf(graph, value[row]),
        ),
      )
  try {
    return await canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: MAX_WORK_FACTOR })
  } catch {
    return undefined
  }
}
