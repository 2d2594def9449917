// Focus nodes: which nodes of the data each target means (SHACL §2.1.3).
import { type Graph, ID, text } from '../../rdf/index.ts'
import type { Binding } from './binding.ts'
import type { CompiledShapes, Shape, Target } from './model.ts'

/** Focus nodes by the term id (in the shapes graph) of the sh:target that a query has answered. */
export type SelectedNodes = ReadonlyMap<number, readonly number[]>

interface Focusing {
  readonly compiled: CompiledShapes
  readonly binding: Binding
  readonly own: Graph
  readonly selected?: SelectedNodes
  /** Of a graph that is part of a larger one: 0 for nodes that are no focus nodes here. */
  readonly home?: Uint8Array
}

/** Calls `visit` for every shape and each of its focus nodes, once; `own` is the data without its background. */
export function eachFocus(focusing: Focusing, visit: (shape: Shape, nodes: Iterable<number>) => void): void {
  const { compiled, selected } = focusing
  const nodesOf = createFinder(focusing)
  for (const [shape, targets] of byShape(compiled.targets)) {
    if (shape.deactivated) continue
    const lists = targets
      .map((target) => (target.kind === 'foreign' ? (selected?.get(target.term) ?? []) : nodesOf(target)))
      .filter((nodes) => nodes.length > 0)
    if (lists.length === 1) visit(shape, lists[0])
    else if (lists.length > 1) visit(shape, new Set(lists.flat()))
  }
}

function byShape(targets: readonly Target[]): Map<Shape, Target[]> {
  const groups = new Map<Shape, Target[]>()
  for (const target of targets) {
    const group = groups.get(target.shape)
    if (group) group.push(target)
    else groups.set(target.shape, [target])
  }
  return groups
}

function createFinder({ compiled: { graph: shapes, targets }, binding, own, home }: Focusing) {
  const classes = new Map<number, ReadonlySet<number>>()
  for (const { kind, term } of targets)
    if (kind === 'class') classes.set(term, binding.subclasses(text(shapes, term)))
  const instances = instancesOf(own, new Set([...classes.values()].flatMap((ids) => [...ids])), home)
  const properties = targets
    .filter(({ kind }) => kind === 'subjectsOf' || kind === 'objectsOf')
    .map(({ term }) => binding.resolveTerm(term))
  const ends = endsOf(own, new Set(properties))
  return ({ kind, term }: Target): number[] => {
    if (kind === 'class') return members(classes.get(term)!, instances)
    const id = binding.resolveTerm(term)
    if (id < 0) return []
    if (kind === 'node') return [id]
    return [...ends.get(id)![kind === 'subjectsOf' ? 'subjects' : 'objects']]
  }
}

function members(classes: ReadonlySet<number>, instances: ReadonlyMap<number, number[]>): number[] {
  const lists = [...classes].map((id) => instances.get(id)!).filter((list) => list.length > 0)
  return lists.length === 1 ? lists[0] : [...new Set(lists.flat())]
}

/** Instances of the wanted classes, by class, in one pass over the types. */
function instancesOf(graph: Graph, wanted: ReadonlySet<number>, home?: Uint8Array): Map<number, number[]> {
  const lists = new Map<number, number[]>()
  for (const id of wanted) lists.set(id, [])
  const { offset, predicate, value } = graph.out
  const terms = offset.length - 1
  for (let term = 0; term < terms; term++) {
    if (home && (term >= home.length || home[term] === 0)) continue
    const end = offset[term + 1]
    for (let row = offset[term]; row < end && predicate[row] <= ID.type; row++)
      if (predicate[row] === ID.type) lists.get(value[row])?.push(term)
  }
  return lists
}

interface Ends {
  readonly subjects: Set<number>
  readonly objects: Set<number>
}

/** What stands on both sides of the wanted properties, by property, in one pass over the statements. */
function endsOf(graph: Graph, wanted: ReadonlySet<number>): Map<number, Ends> {
  const ends = new Map<number, Ends>()
  for (const id of wanted) ends.set(id, { subjects: new Set(), objects: new Set() })
  if (wanted.size === 0) return ends
  const marks = new Uint8Array(graph.dictionary.count)
  for (const id of wanted) if (id >= 0) marks[id] = 1
  const { offset, predicate, value } = graph.out
  for (let term = 0; term + 1 < offset.length; term++)
    for (let row = offset[term]; row < offset[term + 1]; row++) {
      if (marks[predicate[row]] !== 1) continue
      const both = ends.get(predicate[row])!
      both.subjects.add(term)
      both.objects.add(value[row])
    }
  return ends
}
