// x
import type { Graph } from '../../rdf/index.ts'
import type { CompiledShapes, ShaclResult, Shape } from './model.ts'
import type { Run } from './validate.ts'
export async function foreignTargets(
  _c: CompiledShapes,
  _g: Graph,
): Promise<{ shape: Shape; nodes: number[] }[]> {
  return []
}
export async function foreignResults(_c: CompiledShapes, _r: Run): Promise<ShaclResult[]> {
  return []
}
