// Given values and given properties: sh:in, sh:hasValue, sh:closed (SHACL §4.8).
import type { Compile, ShapeContext } from './types.ts'

export const inList: Compile = ({ reader, term }, value) => {
  const members = reader.list(value)
  if (!members) {
    reader.complain(term, 'sh:in is not a list')
    return undefined
  }
  let keys: Set<string> | undefined
  return {
    on: 'value',
    component: 'InConstraintComponent',
    key: `in ${value}`,
    bind: ({ key }) => {
      keys ??= new Set(members.map(reader.key))
      const allowed = keys
      return (node) => allowed.has(key(node))
    },
  }
}

export const hasValue: Compile = (_context, value) => ({
  on: 'focus',
  component: 'HasValueConstraintComponent',
  bind: ({ resolveTerm }, emit) => {
    const wanted = resolveTerm(value)
    return (focus, values, begin, end) => {
      for (let i = begin; i < end; i++) if (values[i] === wanted) return
      emit(focus, -1)
    }
  },
})

export const closed: Compile = (context, value) => {
  if (!context.reader.isTrue(value)) return undefined
  const iris = allowedProperties(context)
  return {
    on: 'focus',
    component: 'ClosedConstraintComponent',
    bind: ({ graph: { out }, resolve }, emit) => {
      const allowed = new Set(iris.map(resolve))
      return (focus, values, begin, end) => {
        for (let i = begin; i < end; i++)
          for (let row = out.offset[values[i]]; row < out.offset[values[i] + 1]; row++)
            if (!allowed.has(out.predicate[row]))
              emit(focus, out.value[row], { predicate: out.predicate[row], at: out.at[row] })
      }
    },
  }
}

function allowedProperties({ reader, term }: ShapeContext): string[] {
  const paths = [...reader.values(term, 'property')].flatMap((shape) => [...reader.values(shape, 'path')])
  const ignored = [...reader.values(term, 'ignoredProperties')].flatMap((list) => reader.list(list) ?? [])
  return [...paths, ...ignored].filter(reader.isIri).map(reader.text)
}
