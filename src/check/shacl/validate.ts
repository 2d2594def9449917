// Compiled shapes over a data graph: results of SHACL Core at once, and all results with the fallback engine's.
import type { Graph } from '../../rdf/index.ts'
import { type Binding, bindShapes } from './binding.ts'
import type { CompiledShapes, ShaclResult, Shape, ValidateOptions } from './model.ts'
import { overlay } from './overlay.ts'
import { toResults } from './results.ts'
import { eachFocus } from './targets.ts'

/** The shapes run over the data: what was found, as columns. */
export interface Run {
  /** The data, extended by what the options and target nodes brought in. */
  readonly graph: Graph
  readonly own: Graph
  readonly binding: Binding
}

/** Runs shapes over a graph and leaves what was found in columns, for those who need no objects. */
export function runShapes(compiled: CompiledShapes, data: Graph, options: ValidateOptions = {}): Run {
  const graph = overlay(compiled, data, options.background)
  const binding = bindShapes(compiled, graph)
  eachFocus({ compiled, binding, own: data }, (shape, nodes) => applyShape(binding, shape, nodes))
  return { graph, own: data, binding }
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
  const run = runShapes(compiled, data, options)
  return toResults(compiled, run.binding.found, run)
}

/** Validates a data graph by all of its shapes; the fallback engine is loaded only when something needs it. */
export async function validateAll(
  compiled: CompiledShapes,
  data: Graph,
  options: ValidateOptions = {},
): Promise<ShaclResult[]> {
  const run = runShapes(compiled, data, options)
  if (!compiled.needsFallback) return toResults(compiled, run.binding.found, run)
  const { foreignResults, foreignTargets } = await import('./fallback.ts')
  for (const { shape, nodes } of await foreignTargets(compiled, run.graph))
    applyShape(run.binding, shape, nodes)
  const results = toResults(compiled, run.binding.found, run)
  return results.concat(await foreignResults(compiled, run))
}
