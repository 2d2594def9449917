// What the compiled engine leaves to shacl-engine: SPARQL constraints and targets, and shapes that hold one inside.
// This file and its engine, with Comunica behind it, are loaded only when a shapes graph has such parts.
// The engine is asked about one focus node at a time: what it has seen before makes it forget results.
import type * as RDF from '@rdfjs/types'
import {
  blankNode,
  datasetView,
  defaultGraph,
  type Graph,
  idOf,
  literal,
  namedNode,
  quad,
  termOf,
  variable,
} from '../../rdf/index.ts'
import { createEngine, type EnginePath, type EngineResult } from './fallback-engine.ts'
import { engineShapes } from './fallback-shapes.ts'
import type { CompiledShapes, ForeignConstraint, Path, ShaclResult, Shape } from './model.ts'
import { checkQueries } from './sparql-limits.ts'
import type { Run } from './validate.ts'
import { SH } from './vocabulary.ts'

const factory = {
  namedNode,
  blankNode,
  literal,
  variable,
  quad,
  defaultGraph: () => defaultGraph,
}

/** Focus nodes by sh:target (term id in the shapes graph), as ids of the data; the engine runs the queries. */
export async function foreignTargets(
  compiled: CompiledShapes,
  data: Graph,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const found = new Map<number, readonly number[]>()
  const targets = compiled.targets.filter(({ kind, shape }) => kind === 'foreign' && !shape.deactivated)
  if (targets.length === 0) return found
  const { dataset, targetOf } = engineShapes(compiled)
  const engine = await createEngine(dataset, factory)
  for (const { term } of targets) {
    const nodes = await engine.targets(targetOf(term), datasetView(data))
    const ids = nodes.map((node) => idOf(data, node)).filter((id) => id >= 0)
    found.set(term, [...new Set(ids)])
  }
  return found
}

/**
 * The results of the constraints that a run has left open.
 * Rejects with `CONFIG_INVALID` when a query uses what SHACL §5.2.1 forbids: the specification asks for a failure.
 */
export async function foreignResults(
  compiled: CompiledShapes,
  { graph, own, binding }: Run,
): Promise<ShaclResult[]> {
  const { foreign } = binding.found
  const results: ShaclResult[] = []
  if (foreign.length === 0) return results
  checkQueries(compiled.graph)
  const { dataset, shapeFor } = engineShapes(compiled)
  const engine = await createEngine(dataset, factory)
  const data = datasetView(graph)
  for (let i = 0; i < foreign.length; i += 3) {
    const source = compiled.shapes[foreign[i]]
    const constraint = source.constraints[foreign[i + 1]] as ForeignConstraint
    const focus = foreign[i + 2]
    const asked = shapeFor(source, constraint)
    for (const result of await engine.validate({ shape: asked, focus: termOf(graph, focus), data }))
      results.push(toResult({ graph, own, source, constraint, focus }, result))
  }
  return results
}

interface Place {
  readonly graph: Graph
  readonly own: Graph
  readonly source: Shape
  readonly constraint: ForeignConstraint
  readonly focus: number
}

function toResult({ graph, own, source, constraint, focus }: Place, found: EngineResult): ShaclResult {
  const isSparql = constraint.parameter === 'sparql'
  const node = (id: number, term: RDF.Term) => (id >= 0 && id < own.dictionary.count ? id : term)
  const value = found.value?.term
  const path = isSparql ? (ownPath(found.path) ?? source.path) : source.path
  return {
    focus: node(focus, termOf(graph, focus)),
    shape: source.name,
    source,
    ...(path && { path }),
    ...(value && { value: node(idOf(graph, value), value) }),
    component: SH + constraint.component,
    severity: source.severity,
    messages: found.shape.message.length > 0 || isSparql ? found.message : source.messages,
    ...(isSparql && { constraint: constraint.value }),
  }
}

/** A path that the query has given (`?path`): always one property. The shape's own path needs no reading back. */
function ownPath(steps: EnginePath | null | undefined): Path | undefined {
  const step = steps?.length === 1 ? steps[0] : undefined
  if (step?.quantifier !== 'one' || step.start !== 'subject' || step.predicates.length !== 1) return undefined
  return { kind: 'predicate', iri: step.predicates[0].value }
}
