// How far shapes look from their focus nodes, and what they read there: what a part of a graph must hold beside the
// things it is checked for.
import { type Graph, ID, text } from '../../rdf/index.ts'
import { compileShapes } from './compile.ts'
import type { CompiledShapes, Path, Shape } from './model.ts'
import { RDF } from './vocabulary.ts'

export interface Reach {
  /** IRIs of the properties that are read on other nodes than the focus node. */
  readonly properties: ReadonlySet<string>
  /** False when nodes are visited further away than {@link NEAR} steps, or all of their properties are read. */
  readonly isNear: boolean
}

/** Steps from a focus node. */
const NEAR = 3

const compiledShapes = new WeakMap<Graph, CompiledShapes>()

/** A profile's shapes, compiled once. */
export function compiledOnce(shapes: Graph): CompiledShapes {
  let compiled = compiledShapes.get(shapes)
  if (!compiled) compiledShapes.set(shapes, (compiled = compileShapes(shapes)))
  return compiled
}

/** The reach of a shapes graph. What is left to the fallback engine may look anywhere. */
export function reachOf(graph: Graph): Reach {
  const compiled = compiledOnce(graph)
  const properties = new Set([`${RDF}type`])
  let isNear = !compiled.needsFallback
  const seen = new Set<string>()
  const visit = (shape: Shape, depth: number): void => {
    const key = `${shape.index} ${depth}`
    if (seen.has(key) || shape.deactivated) return
    seen.add(key)
    const length = shape.path ? walk(shape.path, depth) : 0
    if (depth + length > NEAR) {
      isNear = false
      return
    }
    if (depth > 0) readWhole(shape)
    for (const reference of shape.references) visit(reference, depth + length)
  }
  /** Notes what a path reads beyond the focus node; returns its length. */
  const walk = (path: Path, depth: number): number => {
    if (path.kind === 'predicate') {
      if (depth > 0) properties.add(path.iri)
      return 1
    }
    if (path.kind === 'sequence') return path.paths.reduce((sum, part) => sum + walk(part, depth + sum), 0)
    if ('paths' in path) return Math.max(...path.paths.map((part) => walk(part, depth)))
    // What leads to a node is kept with it.
    if (path.kind === 'zeroOrOne' || path.kind === 'inverse') return walk(path.path, depth)
    walk(path.path, depth + 1)
    return NEAR + 1
  }
  /** Constraints that compare or list the properties of a node that is not the focus node. */
  const readWhole = ({ term, constraints }: Shape): void => {
    if (constraints.some(({ component }) => component.startsWith('Closed'))) isNear = false
    const { out } = graph
    for (let row = out.offset[term]; row < out.offset[term + 1]; row++)
      if (/[#/](?:equals|disjoint|lessThan(?:OrEquals)?)$/.test(text(graph, out.predicate[row])))
        properties.add(text(graph, out.value[row]))
  }
  for (const { shape, kind } of compiled.targets) {
    if (kind === 'foreign') isNear = false
    visit(shape, 0)
  }
  properties.delete(text(graph, ID.nil))
  return { properties, isNear }
}
