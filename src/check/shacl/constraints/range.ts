// Lowest and highest values (SHACL §4.3). A value that has no order to the limit breaks the constraint.
import { datatype, LITERAL } from '../../../rdf/index.ts'
import { comparable, compare } from '../xsd/compare.ts'
import type { Compile } from './types.ts'

export const minExclusive = limit('MinExclusive', (order) => order > 0)
export const minInclusive = limit('MinInclusive', (order) => order >= 0)
export const maxExclusive = limit('MaxExclusive', (order) => order < 0)
export const maxInclusive = limit('MaxInclusive', (order) => order <= 0)

function limit(name: string, isWithin: (order: number) => boolean): Compile {
  return ({ reader, term }, value) => {
    const bound = reader.isLiteral(value) ? comparable(reader.datatype(value), reader.text(value)) : undefined
    if (!bound) reader.complain(term, `sh:${name[0].toLowerCase()}${name.slice(1)} has no order`)
    return {
      on: 'value',
      component: `${name}ConstraintComponent`,
      key: `${name} ${reader.key(value)}`,
      bind: ({ graph, text }) => {
        return (node) => {
          if (graph.dictionary.kind[node] !== LITERAL) return false
          const order = compare(comparable(datatype(graph, node)!, text(node)), bound)
          return order !== undefined && isWithin(order)
        }
      },
    }
  }
}
