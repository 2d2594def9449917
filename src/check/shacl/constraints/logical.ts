// Values against whole shapes: node, not, and, or, xone (SHACL §4.6 and §4.7.1).
import type { Binding } from '../binding.ts'
import type { Constraint, Shape } from '../model.ts'
import type { Compile, ShapeContext } from './types.ts'

type Conforms = (value: number) => boolean
type Combine = (tests: readonly Conforms[]) => Conforms

export const node = single('node', 'Node', ([test]) => test)
export const not = single(
  'not',
  'Not',
  ([test]) =>
    (value) =>
      !test(value),
)
export const and = several('and', 'And', (tests) => (value) => tests.every((test) => test(value)))
export const or = several('or', 'Or', (tests) => (value) => tests.some((test) => test(value)))
export const xone = several('xone', 'Xone', (tests) => (value) => {
  let met = 0
  for (const test of tests) if (test(value)) met++
  return met === 1
})

function single(parameter: string, name: string, combine: Combine): Compile {
  return (context, value) => over(context, { parameter, name, combine, value, members: [value] })
}

function several(parameter: string, name: string, combine: Combine): Compile {
  return (context, value) => {
    const members = context.reader.list(value)
    if (members) return over(context, { parameter, name, combine, value, members })
    context.reader.complain(context.term, `sh:${parameter} is not a list`)
    return undefined
  }
}

interface Parts {
  readonly parameter: string
  readonly name: string
  readonly combine: Combine
  readonly value: number
  readonly members: readonly number[]
}

function over(context: ShapeContext, { parameter, name, combine, value, members }: Parts): Constraint {
  const component = `${name}ConstraintComponent`
  if (members.some(context.isForeign)) return { on: 'foreign', component, parameter, value }
  const shapes: readonly Shape[] = members.map(context.shape)
  return {
    on: 'value',
    component,
    key: `${parameter} ${members.join(' ')}`,
    shapes,
    bind: ({ conforms }: Binding) => combine(shapes.map(conforms)),
  }
}
