// Whether a node conforms to a shape: a trial run whose violations are not reported, remembered per node.
// A shape that refers to itself is taken to hold where it is asked again while it is being answered.
import type { Binding } from './binding.ts'
import type { Shape } from './model.ts'

const UNKNOWN = 0
const HOLDS = 1
const BREAKS = 2
const ASKED = 3
/** Asked, and somebody inside has relied on it. */
const RELIED_ON = 4

/** The question of conformance for a shape, over a bound data graph. */
export function conformance(binding: Binding, shape: Shape): (node: number) => boolean {
  const memo = new Uint8Array(binding.graph.dictionary.count)
  const bound = binding.run(shape)
  if (shape.recursive) return recursive(binding, memo, bound)
  return (node) => {
    if (memo[node] === UNKNOWN) memo[node] = trial(binding, bound, node) ? HOLDS : BREAKS
    return memo[node] === HOLDS
  }
}

interface Applied {
  apply: (focus: number) => void
}

function trial({ state }: Binding, bound: Applied, node: number): boolean {
  const before = state.failed
  state.failed = false
  state.depth++
  bound.apply(node)
  state.depth--
  const holds = !state.failed
  state.failed = before
  return holds
}

interface Guess {
  readonly memo: Uint8Array
  readonly node: number
}

/** Answers that rest on an unfinished question, in the order they were given; per binding. */
const guessesOf = new WeakMap<Binding, { list: Guess[]; open: number }>()

function recursive(binding: Binding, memo: Uint8Array, bound: Applied): (node: number) => boolean {
  const guesses = guessesOf.get(binding) ?? { list: [], open: 0 }
  guessesOf.set(binding, guesses)
  return (node) => {
    const known = memo[node]
    if (known === HOLDS || known === BREAKS) return known === HOLDS
    if (known !== UNKNOWN) {
      memo[node] = RELIED_ON
      return true
    }
    const first = guesses.list.length
    memo[node] = ASKED
    guesses.open++
    const holds = trial(binding, bound, node)
    guesses.open--
    if (!holds && memo[node] === RELIED_ON) {
      for (const guess of guesses.list.splice(first)) guess.memo[guess.node] = UNKNOWN
    }
    memo[node] = holds ? HOLDS : BREAKS
    if (guesses.open === 0) guesses.list.length = 0
    else if (holds) guesses.list.push({ memo, node })
    return holds
  }
}
