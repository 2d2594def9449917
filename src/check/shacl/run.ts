// The inner loops: one shape over one focus node. Written for speed; everything here runs millions of times.
import { type Adjacency, firstRow } from '../../rdf/index.ts'
import type { Binding, RunState } from './binding.ts'
import type { Emit, FocusCheck, Path, Shape } from './model.ts'
import { bindPath, distinct } from './path.ts'

/** A value constraint in use: `memo` holds per term 0 (or nothing) not asked, 1 met, 2 broken. */
export interface ValueCheck {
  readonly memo: Uint8Array | number[]
  readonly test: (value: number) => boolean
  readonly emit: Emit
}

interface Checks {
  readonly state: RunState
  readonly onValue: readonly ValueCheck[]
  readonly onFocus: readonly FocusCheck[]
}

/** The closure that checks one focus node against a shape. */
export function bindShape(binding: Binding, shape: Shape): (focus: number) => void {
  if (shape.deactivated) return () => {}
  const checks = bindChecks(binding, shape)
  if (checks.onValue.length + checks.onFocus.length === 0) return () => {}
  const apply = bindValues(binding, shape.path, checks)
  return shape.recursive ? once(binding, apply) : apply
}

function bindChecks(binding: Binding, shape: Shape): Checks {
  const onValue: ValueCheck[] = []
  const onFocus: FocusCheck[] = []
  shape.constraints.forEach((constraint, index) => {
    if (constraint.on === 'foreign') onFocus.push(postpone(binding, shape.index, index))
    else {
      const emit = binding.emitter(shape, constraint.component)
      if (constraint.on === 'focus') onFocus.push(constraint.bind(binding, emit))
      else if (constraint.shapes?.some((other) => other.recursive))
        onFocus.push(unremembered(constraint.bind(binding), emit))
      else onValue.push({ ...binding.check(constraint), emit })
    }
  })
  return { state: binding.state, onValue, onFocus }
}

function postpone({ found, state }: Binding, shape: number, constraint: number): FocusCheck {
  return (focus) => {
    if (state.depth === 0) found.foreign.push(shape, constraint, focus)
  }
}

/** A shape that is met again for the same focus node while it is being checked there, in the same trial, holds. */
function once({ graph, state }: Binding, apply: (focus: number) => void): (focus: number) => void {
  const active = new Set<number>()
  return (focus) => {
    const key = state.depth * graph.dictionary.count + focus
    if (active.has(key)) return
    active.add(key)
    apply(focus)
    active.delete(key)
  }
}

/** Without a memory: what hangs on a shape that refers to itself may be answered anew. */
function unremembered(test: (value: number) => boolean, emit: Emit): FocusCheck {
  return (focus, values, begin, end) => {
    for (let i = begin; i < end; i++) if (!test(values[i])) emit(focus, values[i])
  }
}

function bindValues(binding: Binding, path: Path | undefined, checks: Checks): (focus: number) => void {
  const { graph, resolve } = binding
  if (!path) return ofNode(checks)
  if (path.kind === 'predicate') return ofPredicate(graph.out, resolve(path.iri), checks)
  if (path.kind === 'inverse' && path.path.kind === 'predicate') {
    const predicate = resolve(path.path.iri)
    return predicate < 0 ? ofNothing(checks) : ofPredicate(graph.inverse(), predicate, checks)
  }
  const walk = bindPath(graph, path, resolve)
  return (focus) => {
    const values: number[] = []
    walk(focus, values)
    checkAll(checks, focus, distinct(values))
  }
}

function ofNode(checks: Checks): (focus: number) => void {
  return (focus) => checkAll(checks, focus, [focus])
}

function checkAll(checks: Checks, focus: number, values: number[]): void {
  for (const check of checks.onFocus) check(focus, values, 0, values.length, undefined)
  for (const check of checks.onValue) checkValues(check, focus, values, 0, values.length)
}

function ofNothing({ onFocus }: Checks): (focus: number) => void {
  return (focus) => {
    for (let i = 0; i < onFocus.length; i++) onFocus[i](focus, NONE, 0, 0, undefined)
  }
}

const NONE = new Uint32Array(0)
/** From this many rows on, halving beats walking. */
const LONG = 24

function ofPredicate(index: Adjacency, wanted: number, checks: Checks): (focus: number) => void {
  if (wanted < 0) return ofNothing(checks)
  const { offset, predicate, value, at } = index
  const { state, onValue, onFocus } = checks
  const valueChecks = onValue.length
  const focusChecks = onFocus.length
  return (focus) => {
    if (state.failed) return
    const stop = offset[focus + 1]
    let begin = offset[focus]
    if (stop - begin > LONG) begin = firstRow(index, focus, wanted)
    else while (begin < stop && predicate[begin] < wanted) begin++
    let end = begin
    while (end < stop && predicate[end] === wanted) end++
    for (let i = 0; i < focusChecks; i++) onFocus[i](focus, value, begin, end, at)
    if (begin === end) return
    for (let i = 0; i < valueChecks; i++) checkValues(onValue[i], focus, value, begin, end)
  }
}

function checkValues(
  check: ValueCheck,
  focus: number,
  values: Uint32Array | number[],
  begin: number,
  end: number,
): void {
  const { memo } = check
  for (let i = begin; i < end; i++) {
    const value = values[i]
    let known = memo[value]
    if (!known) known = memo[value] = check.test(value) ? 1 : 2
    if (known === 2) check.emit(focus, value)
  }
}
