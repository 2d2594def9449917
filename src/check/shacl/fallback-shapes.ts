// The shapes graph as shacl-engine can be asked about it: one shape for each constraint that is left to it, and
// no shape with more than one SPARQL constraint or with one beside others, which it gets wrong.
import type * as RDF from '@rdfjs/types'
import { datasetView, fromQuads, type Graph, namedNode, quad, quadsOf, termOf } from '../../rdf/index.ts'
import type { CompiledShapes, ForeignConstraint, Shape } from './model.ts'
import { SH } from './vocabulary.ts'

export interface EngineShapes {
  readonly dataset: RDF.DatasetCore
  /** The shape that holds one constraint of a shape and nothing else. */
  readonly shapeFor: (shape: Shape, constraint: ForeignConstraint) => RDF.Term
  /** The node of the dataset that is an sh:target, given as term of the shapes graph. */
  readonly targetOf: (term: number) => RDF.Term
}

const sh = (local: string) => namedNode(SH + local)
const iris = (...locals: string[]): ReadonlySet<string> => new Set(locals.map((local) => SH + local))

/** What every part of a shape needs. */
const SHARED = iris('path', 'severity', 'message')
/** What a qualified count needs beside its limit. */
const QUALIFIED = iris('qualifiedValueShape', 'qualifiedValueShapesDisjoint')
/** What stays with a shape when its constraints move to parts: whether it applies. */
const KEPT = iris('deactivated', 'severity', 'message')

const made = new WeakMap<CompiledShapes, EngineShapes>()

/** Makes the graph, once for the shapes. */
export function engineShapes(compiled: CompiledShapes): EngineShapes {
  let shapes = made.get(compiled)
  if (!shapes) made.set(compiled, (shapes = build(compiled)))
  return shapes
}

function build(compiled: CompiledShapes): EngineShapes {
  const { graph } = compiled
  const view = datasetView(graph)
  const quads = new Set(quadsOf(graph))
  for (const shape of compiled.shapes) {
    const foreign = shape.constraints.filter((constraint) => constraint.on === 'foreign')
    if (foreign.length === 0) continue
    const own = [...view.match(termOf(graph, shape.term))]
    for (const constraint of foreign) {
      for (const q of partOf(graph, { shape, constraint, own })) quads.add(q)
      if (constraint.parameter.startsWith('qualified'))
        for (const { subject } of view.match(null, sh('property'), termOf(graph, shape.term)))
          quads.add(quad(subject, sh('property'), nameOf(shape, constraint)))
    }
  }
  for (const subject of new Set([...view.match(null, sh('sparql'))].map((q) => q.subject)))
    takeApart([...view.match(subject)], quads)
  // Blank nodes get other names in the dataset: targets are found by what points to them.
  for (const { kind, term } of compiled.targets)
    if (kind === 'foreign') quads.add(quad(handleOf(term), sh('target'), termOf(graph, term)))
  const dataset = datasetView(fromQuads(quads))
  return {
    dataset,
    shapeFor: nameOf,
    targetOf: (term) => [...dataset.match(handleOf(term), sh('target'))][0].object,
  }
}

function handleOf(term: number): RDF.NamedNode {
  return namedNode(`urn:grunddata:target:${term}`)
}

function nameOf(shape: Shape, { parameter, value }: ForeignConstraint): RDF.NamedNode {
  return namedNode(`urn:grunddata:part:${shape.index}:${parameter}:${value}`)
}

interface Part {
  readonly shape: Shape
  readonly constraint: ForeignConstraint
  /** The statements about the shape. */
  readonly own: readonly RDF.Quad[]
}

function partOf(graph: Graph, { shape, constraint, own }: Part): RDF.Quad[] {
  const name = nameOf(shape, constraint)
  const { parameter, value } = constraint
  const needed = parameter.startsWith('qualified') ? QUALIFIED : new Set<string>()
  return own
    .filter(({ predicate: { value: iri } }) => SHARED.has(iri) || needed.has(iri))
    .map(({ predicate, object }) => quad(name, predicate, object))
    .concat(quad(name, sh(parameter), termOf(graph, value)))
}

/** Makes a shape the sum of its queries, each in a part of its own, and of one part with all the rest. */
function takeApart(own: readonly RDF.Quad[], quads: Set<RDF.Quad>): void {
  const { subject } = own[0]
  const hasPath = own.some(({ predicate }) => predicate.value === `${SH}path`)
  const queries = own.filter(({ predicate }) => predicate.value === `${SH}sparql`)
  if (queries.length === 1 && !hasPath) return
  const shared = own.filter(({ predicate }) => SHARED.has(predicate.value))
  const move = (part: RDF.NamedNode, moved: readonly RDF.Quad[]) => {
    for (const { predicate, object } of moved) quads.add(quad(part, predicate, object))
    quads.add(quad(subject, sh(hasPath ? 'property' : 'node'), part))
  }
  const rest = own.filter((q) => !KEPT.has(q.predicate.value) && !queries.includes(q))
  const name = `urn:grunddata:shape:${subject.value}`
  move(namedNode(name), rest)
  queries.forEach((query, i) => {
    move(namedNode(`${name}:${i}`), [...shared, query])
  })
  for (const q of quads)
    if (rest.some((moved) => moved.equals(q)) || queries.some((moved) => moved.equals(q))) quads.delete(q)
}
