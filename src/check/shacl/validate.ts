// Compiled shapes over a data graph: results of SHACL Core at once, and all results with the fallback engine's.
import type { Graph } from '../../rdf/index.ts'
import { type Binding, bindShapes } from './binding.ts'
import type { CompiledShapes, ShaclResult, Shape, ValidateOptions } from './model.ts'
import { overlay } from './overlay.ts'
import { toResults } from './results.ts'
import { eachFocus, type SelectedNodes } from './targets.ts'

/** The shapes run over the data: what was found, as columns. */
export interface Run {
  /** The data, extended by what the options and target nodes brought in. */
  readonly graph: Graph
  readonly own: Graph
  readonly binding: Binding
}

/** Runs shapes over a graph and leaves what was found in columns, for those who need no objects. */
export function runShapes(compiled: CompiledShapes, data: Graph, options: ValidateOptions = {}): Run {
  return run(compiled, data, { graph: overlay(compiled, data, options.background), ...homeOf(options) })
}

interface Ground {
  /** The data with all that is visible beside it. */
  readonly graph: Graph
  /** Focus nodes of targets that only a query finds. */
  readonly selected?: SelectedNodes
  readonly home?: Uint8Array
}

function homeOf({ home }: ValidateOptions) {
  return home ? { home } : {}
}

function run(compiled: CompiledShapes, own: Graph, { graph, selected, home }: Ground): Run {
  const binding = bindShapes(compiled, graph, home)
  const apply = (shape: Shape, nodes: Iterable<number>) =>
    applyShape(binding, shape, home ? atHome(nodes, home) : nodes)
  eachFocus({ compiled, binding, own, ...(selected && { selected }), ...(home && { home }) }, apply)
  return { graph, own, binding }
}

function* atHome(nodes: Iterable<number>, home: Uint8Array): Generator<number> {
  for (const node of nodes) if (home[node] !== 0) yield node
}

/** Applies one shape to focus nodes. */
export function applyShape(binding: Binding, shape: Shape, nodes: Iterable<number>): void {
  const bound = binding.run(shape)
  for (const node of nodes) bound.apply(node)
}

/**
 * Validates a data graph by SHACL Core. SPARQL constraints and targets are left out; `compiled.needsFallback`
 * tells whether there are any, and then {@link validateAll} gives every result.
 */
export function validateShapes(
  compiled: CompiledShapes,
  data: Graph,
  options: ValidateOptions = {},
): ShaclResult[] {
  const found = runShapes(compiled, data, options)
  return toResults(compiled, found.binding.found, found)
}

/** Validates a data graph by all of its shapes; the fallback engine is loaded only when something needs it. */
export async function validateAll(
  compiled: CompiledShapes,
  data: Graph,
  options: ValidateOptions = {},
): Promise<ShaclResult[]> {
  if (!compiled.needsFallback) return validateShapes(compiled, data, options)
  const { foreignResults, foreignTargets } = await import('./fallback.ts')
  const graph = overlay(compiled, data, options.background)
  const selected = await foreignTargets(compiled, graph)
  const found = run(compiled, data, { graph, selected, ...homeOf(options) })
  const results = toResults(compiled, found.binding.found, found)
  return results.concat(await foreignResults(compiled, found))
}
