// Results → a SHACL validation report as a graph (SHACL §3.6).
import type * as RDF from '@rdfjs/types'
import { blankNode, fromQuads, type Graph, literal, namedNode, quad, termOf } from '../../rdf/index.ts'
import type { CompiledShapes, Path, ShaclResult } from './model.ts'
import { RDF as RDF_NS, SH, XSD } from './vocabulary.ts'

type Node = RDF.NamedNode | RDF.BlankNode
type Add = (subject: Node, property: string, object: RDF.Quad_Object) => void

const sh = (local: string) => namedNode(SH + local)

/** What the results are about: the shapes they come from and the data they were found in. */
export interface ReportSubject {
  readonly compiled: CompiledShapes
  readonly data: Graph
}

/**
 * The report of a validation. Result paths are written out with their blank node structure; blank nodes of the
 * data keep the names they have in its RDF/JS view, those of the shapes get names of their own.
 */
export function toReport(results: readonly ShaclResult[], { compiled, data }: ReportSubject): Graph {
  const quads: RDF.Quad[] = []
  let blanks = 0
  const fresh = () => blankNode(`r${blanks++}`)
  const add: Add = (subject, property, object) => quads.push(quad(subject, namedNode(property), object))
  const dataNode = (node: number | RDF.Term) => (typeof node === 'number' ? termOf(data, node) : node) as Node
  const shapeNode = (term: number): Node => {
    const node = termOf(compiled.graph, term) as Node
    return node.termType === 'BlankNode' && compiled.graph !== data ? blankNode(`s${node.value}`) : node
  }
  const report = fresh()
  add(report, `${RDF_NS}type`, sh('ValidationReport'))
  add(report, `${SH}conforms`, literal(String(results.length === 0), namedNode(`${XSD}boolean`)))
  for (const result of results) {
    const node = fresh()
    add(report, `${SH}result`, node)
    add(node, `${RDF_NS}type`, sh('ValidationResult'))
    add(node, `${SH}focusNode`, dataNode(result.focus))
    if (result.path) add(node, `${SH}resultPath`, writePath(result.path, add, fresh))
    if (result.value !== undefined) add(node, `${SH}value`, dataNode(result.value))
    add(node, `${SH}resultSeverity`, namedNode(result.severity))
    add(node, `${SH}sourceConstraintComponent`, namedNode(result.component))
    add(node, `${SH}sourceShape`, shapeNode(result.source.term))
    if (result.constraint !== undefined) add(node, `${SH}sourceConstraint`, shapeNode(result.constraint))
    for (const message of result.messages) add(node, `${SH}resultMessage`, message)
  }
  return fromQuads(quads)
}

function writePath(path: Path, add: Add, fresh: () => RDF.BlankNode): Node {
  if (path.kind === 'predicate') return namedNode(path.iri)
  if ('paths' in path) {
    const list = writeList(
      path.paths.map((part) => writePath(part, add, fresh)),
      add,
      fresh,
    )
    if (path.kind === 'sequence') return list
    const node = fresh()
    add(node, `${SH}alternativePath`, list)
    return node
  }
  const node = fresh()
  add(node, `${SH}${path.kind}Path`, writePath(path.path, add, fresh))
  return node
}

function writeList(members: readonly Node[], add: Add, fresh: () => RDF.BlankNode): Node {
  let rest: Node = namedNode(`${RDF_NS}nil`)
  for (const member of [...members].reverse()) {
    const cell = fresh()
    add(cell, `${RDF_NS}first`, member)
    add(cell, `${RDF_NS}rest`, rest)
    rest = cell
  }
  return rest
}
