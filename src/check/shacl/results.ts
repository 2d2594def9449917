// Violations as columns → results as objects.
import { type Graph, termOf, text } from '../../rdf/index.ts'
import type { Found } from './binding.ts'
import type { CompiledShapes, Path, ShaclResult } from './model.ts'
import { SH } from './vocabulary.ts'

/** Makes the objects; `graph` is what was checked, `own` the data in it. Nodes beyond the data become RDF/JS terms. */
export function toResults(
  compiled: CompiledShapes,
  found: Found,
  { graph, own }: { graph: Graph; own: Graph },
): ShaclResult[] {
  const limit = own.dictionary.count
  const node = (id: number) => (id < limit ? id : termOf(graph, id))
  const components = found.components.map((name) => SH + name)
  const predicates = new Map<number, Path>()
  const predicatePath = (id: number) => {
    let path = predicates.get(id)
    if (!path) predicates.set(id, (path = { kind: 'predicate', iri: text(graph, id) }))
    return path
  }
  return found.focus.map((focus, i) => {
    const source = compiled.shapes[found.shape[i]]
    const predicate = found.predicate[i]
    const path = predicate < 0 ? source.path : predicatePath(predicate)
    const value = found.value[i]
    const at = found.at[i]
    return {
      focus: node(focus),
      shape: source.name,
      source,
      ...(path && { path }),
      ...(value >= 0 && { value: node(value) }),
      component: components[found.component[i]],
      severity: source.severity,
      messages: source.messages,
      ...(at >= 0 && (own.source || own.places) && { at }),
    }
  })
}
