// Property shapes inside shapes, and how many values meet a shape (SHACL §4.7.2 and §4.7.3).
import type { FocusConstraint } from '../model.ts'
import { wholeNumber } from './number.ts'
import type { Compile, ShapeContext } from './types.ts'

export const property: Compile = ({ shape }, value) => {
  const inner = shape(value)
  return {
    on: 'focus',
    component: 'PropertyConstraintComponent',
    bind: ({ run, state }) => {
      const bound = run(inner)
      return (_focus, values, begin, end) => {
        for (let i = begin; i < end && !state.failed; i++) bound.apply(values[i])
      }
    },
  }
}

export const qualifiedMinCount = qualified('qualifiedMinCount', (count, limit) => count >= limit)
export const qualifiedMaxCount = qualified('qualifiedMaxCount', (count, limit) => count <= limit)

function qualified(parameter: string, isMet: (count: number, limit: number) => boolean): Compile {
  return (context, value) => {
    const limit = wholeNumber(context, parameter, value)
    const [wanted] = context.reader.values(context.term, 'qualifiedValueShape')
    if (limit === undefined || wanted === undefined || !context.isProperty) return undefined
    const component = `${parameter[0].toUpperCase()}${parameter.slice(1)}ConstraintComponent`
    const rivals = siblings(context, wanted)
    if ([wanted, ...rivals].some(context.isForeign)) return { on: 'foreign', component, parameter, value }
    const shape = context.shape(wanted)
    const others = rivals.map(context.shape)
    const bind: FocusConstraint['bind'] = ({ conforms }, emit) => {
      const test = conforms(shape)
      const tests = others.map(conforms)
      return (focus, values, begin, end) => {
        let count = 0
        for (let i = begin; i < end; i++)
          if (test(values[i]) && !tests.some((other) => other(values[i]))) count++
        if (!isMet(count, limit)) emit(focus, -1)
      }
    }
    return { on: 'focus', component, bind }
  }
}

/** The sibling shapes of SHACL §4.7.3, when the shape asks that values of theirs do not count. */
function siblings({ reader, term }: ShapeContext, wanted: number): number[] {
  if (!reader.isTrue(reader.values(term, 'qualifiedValueShapesDisjoint')[0])) return []
  const found = new Set<number>()
  for (const parent of reader.owners('property', term))
    for (const sibling of reader.values(parent, 'property'))
      for (const shape of reader.values(sibling, 'qualifiedValueShape'))
        if (shape !== wanted) found.add(shape)
  return [...found]
}
