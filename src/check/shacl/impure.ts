// Which shapes need the fallback engine somewhere inside: those with a SPARQL constraint and those that refer to one.
import { type Graph, ID, iriId, subjects } from '../../rdf/index.ts'
import type { ShapesReader } from './reader.ts'
import { SH } from './vocabulary.ts'

/** The shapes, as term ids of the shapes graph, that no compiled shape can decide alone. */
export function foreignShapes(reader: ShapesReader): ReadonlySet<number> {
  const { graph } = reader
  const found = new Set<number>()
  const sparql = iriId(graph, `${SH}sparql`)
  if (sparql < 0) return found
  const { quads } = graph
  for (let i = 0; i < quads.count; i++) if (quads.predicate[i] === sparql) found.add(quads.subject[i])
  for (const shape of found) {
    if (reader.isTrue(reader.values(shape, 'deactivated')[0])) continue
    for (const parameter of ['property', 'node', 'not', 'qualifiedValueShape'])
      for (const owner of reader.owners(parameter, shape)) found.add(owner)
    for (const head of listHeads(graph, shape))
      for (const parameter of ['and', 'or', 'xone'])
        for (const owner of reader.owners(parameter, head)) found.add(owner)
  }
  return found
}

/** Heads of the lists that a node is a member of. */
function listHeads(graph: Graph, member: number): number[] {
  const heads: number[] = []
  const cells = [...subjects(graph, ID.first, member)]
  for (const cell of cells) {
    const before = subjects(graph, ID.rest, cell)
    if (before.length === 0) heads.push(cell)
    for (const earlier of before) if (!cells.includes(earlier)) cells.push(earlier)
  }
  return heads
}
