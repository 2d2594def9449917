// Compiled shapes meet a data graph: terms get the data's ids, constraints become closures over its columns,
// and what they find goes into flat lists. A shape is bound the first time something is to be checked with it.
import { type Graph, iriId, lang, text } from '../../rdf/index.ts'
import { resolveAcross } from './across.ts'
import { subclassesOf, subclassPairs } from './classes.ts'
import { conformance } from './conformance.ts'
import type { CompiledShapes, Emit, Shape, ValueConstraint } from './model.ts'
import { termKey } from './reader.ts'
import { bindShape, type ValueCheck } from './run.ts'

/** What happens while shapes are run. In a trial (`depth` > 0) a violation only sets `failed`. */
export interface RunState {
  depth: number
  failed: boolean
}

/** A shape over a data graph: `apply` checks a focus node. */
export interface BoundShape {
  apply: (focus: number) => void
}

/** Violations as parallel columns; -1 stands for no value, no predicate and no offset. */
export interface Found {
  readonly focus: number[]
  /** Index of the shape. */
  readonly shape: number[]
  readonly value: number[]
  /** Index into `components`. */
  readonly component: number[]
  readonly predicate: number[]
  readonly at: number[]
  /** Local names of constraint components. */
  readonly components: string[]
  /** Foreign constraints to judge: index of the shape, index of the constraint, focus. */
  readonly foreign: number[]
}

/** What constraints are bound with. */
export interface Binding {
  readonly graph: Graph
  readonly state: RunState
  readonly found: Found
  /** Term id of an IRI in the data, or -1. */
  readonly resolve: (iri: string) => number
  /** Term id in the data of a term of the shapes graph, or -1. */
  readonly resolveTerm: (term: number) => number
  /** Ids in the data of a class and all below it. */
  readonly subclasses: (iri: string) => ReadonlySet<number>
  readonly text: (term: number) => string
  /** Language tag in lower case. */
  readonly language: (term: number) => string | undefined
  /** Equal for equal terms of the data and of the shapes graph. */
  readonly key: (term: number) => string
  /** The shape, bound when it is first applied. */
  readonly run: (shape: Shape) => BoundShape
  /** Whether a node conforms to a shape, remembered. */
  readonly conforms: (shape: Shape) => (node: number) => boolean
  /** The test of a value constraint with its memory: 0 not asked, 1 met, 2 broken. */
  readonly check: (constraint: ValueConstraint) => Omit<ValueCheck, 'emit'>
  readonly emitter: (shape: Shape, component: string) => Emit
}

const LARGE = 500_000

/** Binds shapes to a data graph that already holds its background (see overlay.ts). */
export function bindShapes(compiled: CompiledShapes, graph: Graph, home?: Uint8Array): Binding {
  // Of a large graph with few focus nodes hardly any term is ever asked for.
  const isSparse = home !== undefined && graph.dictionary.count > LARGE
  const state: RunState = { depth: 0, failed: false }
  const found: Found = {
    focus: [],
    shape: [],
    value: [],
    component: [],
    predicate: [],
    at: [],
    components: [],
    foreign: [],
  }
  const bound: (BoundShape | undefined)[] = []
  const conforming: (((node: number) => boolean) | undefined)[] = []
  const checks = new Map<string, Omit<ValueCheck, 'emit'>>()
  const sharedIds = compiled.graph === graph
  const binding: Binding = {
    graph,
    state,
    found,
    resolve: remember((iri) => iriId(graph, iri)),
    resolveTerm: (term) => (sharedIds ? term : resolveAcross(compiled.graph, term, graph)),
    subclasses: classFinder(compiled.graph, graph),
    text: (term) => text(graph, term),
    language: (term) => lang(graph, term)?.toLowerCase(),
    key: (term) => termKey(graph, term),
    run: (shape) => (bound[shape.index] ??= lazily(binding, shape)),
    conforms: (shape) => (conforming[shape.index] ??= conformance(binding, shape)),
    check: (constraint) => {
      let check = checks.get(constraint.key)
      if (!check) {
        const memo = isSparse ? [] : new Uint8Array(graph.dictionary.count)
        check = { memo, test: constraint.bind(binding) }
        checks.set(constraint.key, check)
      }
      return check
    },
    emitter: (shape, component) => emitter(state, found, shape.index, component),
  }
  return binding
}

function lazily(binding: Binding, shape: Shape): BoundShape {
  const bound: BoundShape = {
    apply: (focus) => {
      bound.apply = bindShape(binding, shape)
      bound.apply(focus)
    },
  }
  return bound
}

function emitter(state: RunState, found: Found, shape: number, componentName: string): Emit {
  let component = found.components.indexOf(componentName)
  if (component < 0) component = found.components.push(componentName) - 1
  return (focus, value, options) => {
    if (state.depth > 0) {
      state.failed = true
      return
    }
    found.focus.push(focus)
    found.shape.push(shape)
    found.value.push(value)
    found.component.push(component)
    found.predicate.push(options?.predicate ?? -1)
    found.at.push(options?.at ?? -1)
  }
}

function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = compute(key)))
    return value
  }
}

/** Finds classes below a class by the axioms of both graphs. */
function classFinder(shapes: Graph, data: Graph): (iri: string) => ReadonlySet<number> {
  const inShapes = subclassPairs(shapes)
  const inData = shapes === data ? inShapes : subclassPairs(data)
  return remember((iri) => {
    if (inShapes.size === 0 || shapes === data) return subclassesOf(inData, iriId(data, iri))
    const iris = new Set([iri])
    const ids = new Set<number>()
    for (const top of iris) {
      for (const sub of subclassesOf(inShapes, iriId(shapes, top))) iris.add(text(shapes, sub))
      for (const sub of subclassesOf(inData, iriId(data, top))) {
        ids.add(sub)
        iris.add(text(data, sub))
      }
    }
    return ids
  })
}
