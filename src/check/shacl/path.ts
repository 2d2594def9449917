// Property paths: read from a shapes graph, shown to people, and walked over a data graph (SHACL §2.3.1).
import { type Adjacency, firstRow, type Graph } from '../../rdf/index.ts'
import type { Path } from './model.ts'
import type { ShapesReader } from './reader.ts'

const modifiers = {
  inversePath: 'inverse',
  zeroOrMorePath: 'zeroOrMore',
  oneOrMorePath: 'oneOrMore',
  zeroOrOnePath: 'zeroOrOne',
} as const

/** The path that a node of the shapes graph stands for; undefined when it is ill formed. */
export function readPath(shapes: ShapesReader, node: number, depth = 0): Path | undefined {
  if (shapes.isIri(node) && node !== shapes.nil) return { kind: 'predicate', iri: shapes.text(node) }
  if (shapes.isLiteral(node) || depth > 50) return undefined
  const list = shapes.list(node)
  if (list && list.length > 0) return several(shapes, 'sequence', list, depth)
  const [alternative] = shapes.values(node, 'alternativePath')
  if (alternative !== undefined) return several(shapes, 'alternative', shapes.list(alternative) ?? [], depth)
  for (const [property, kind] of Object.entries(modifiers)) {
    const [inner] = shapes.values(node, property)
    const path = inner === undefined ? undefined : readPath(shapes, inner, depth + 1)
    if (path) return { kind, path }
  }
  return undefined
}

function several(
  shapes: ShapesReader,
  kind: 'sequence' | 'alternative',
  nodes: readonly number[],
  depth: number,
): Path | undefined {
  const paths = nodes.map((node) => readPath(shapes, node, depth + 1))
  if (paths.length < 2 || paths.some((path) => !path)) return paths.length === 1 ? paths[0] : undefined
  return { kind, paths: paths as Path[] }
}

/** The path as SPARQL writes it, with bare IRIs: `http://…/title`, `^http://…/dataset`, `a/b*`. */
export function pathText(path: Path): string {
  if (path.kind === 'predicate') return path.iri
  if ('paths' in path) return path.paths.map(inner).join(path.kind === 'sequence' ? '/' : '|')
  if (path.kind === 'inverse') return `^${inner(path.path)}`
  return inner(path.path) + { zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' }[path.kind]
}

function inner(path: Path): string {
  return path.kind === 'predicate' || path.kind === 'inverse' ? pathText(path) : `(${pathText(path)})`
}

/** Adds the nodes that a path leads to from a node; one may come twice. */
export type Walk = (node: number, into: number[]) => void

/** A path made ready to be walked in a graph; `resolve` gives the graph's id of an IRI, or -1. */
export function bindPath(graph: Graph, path: Path, resolve: (iri: string) => number): Walk {
  if (path.kind === 'predicate') return step(graph.out, resolve(path.iri))
  if ('paths' in path) {
    const parts = path.paths.map((part) => bindPath(graph, part, resolve))
    return path.kind === 'sequence' ? chain(parts) : either(parts)
  }
  if (path.kind === 'inverse') return bindInverse(graph, path.path, resolve)
  return repeat(path.kind, bindPath(graph, path.path, resolve))
}

function bindInverse(graph: Graph, path: Path, resolve: (iri: string) => number): Walk {
  if (path.kind === 'predicate') {
    const predicate = resolve(path.iri)
    return predicate < 0 ? () => {} : step(graph.inverse(), predicate)
  }
  return bindPath(graph, invert(path), resolve)
}

/** The path that leads the other way. */
function invert(path: Path): Path {
  if (path.kind === 'predicate') return { kind: 'inverse', path }
  if ('paths' in path) {
    const paths = path.paths.map(invert)
    return { kind: path.kind, paths: path.kind === 'sequence' ? paths.reverse() : paths }
  }
  if (path.kind === 'inverse') return path.path
  return { kind: path.kind, path: invert(path.path) }
}

function step(index: Adjacency, predicate: number): Walk {
  if (predicate < 0) return () => {}
  return (node, into) => {
    const end = index.offset[node + 1]
    for (let row = firstRow(index, node, predicate); row < end && index.predicate[row] === predicate; row++)
      into.push(index.value[row])
  }
}

function either(parts: readonly Walk[]): Walk {
  return (node, into) => {
    for (const part of parts) part(node, into)
  }
}

function chain(parts: readonly Walk[]): Walk {
  return (node, into) => {
    let here = [node]
    for (const part of parts) {
      const next: number[] = []
      for (const place of here) part(place, next)
      here = distinct(next)
    }
    for (const place of here) into.push(place)
  }
}

function repeat(kind: 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne', part: Walk): Walk {
  return (node, into) => {
    const first: number[] = []
    part(node, first)
    if (kind !== 'oneOrMore') into.push(node)
    if (kind === 'zeroOrOne') {
      for (const place of first) into.push(place)
      return
    }
    const seen = new Set(first)
    for (const place of seen) {
      const next: number[] = []
      part(place, next)
      for (const further of next) seen.add(further)
    }
    for (const place of seen) into.push(place)
  }
}

/** The distinct numbers of a list, in order of first appearance. */
export function distinct(list: number[]): number[] {
  return list.length < 2 ? list : [...new Set(list)]
}
