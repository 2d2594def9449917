// What kind of thing a value is: class, datatype, node kind (SHACL §4.1).
import { BLANK, ID, IRI, LITERAL } from '../../../rdf/index.ts'
import { SH } from '../vocabulary.ts'
import { isWellFormed } from '../xsd/lexical.ts'
import type { Compile } from './types.ts'

export const classConstraint: Compile = ({ reader }, value) => {
  const iri = reader.text(value)
  return {
    on: 'value',
    component: 'ClassConstraintComponent',
    key: `class ${reader.key(value)}`,
    bind: ({ graph, subclasses }) => {
      const classes = subclasses(iri)
      const { offset, predicate, value: object } = graph.out
      return (node) => {
        const end = offset[node + 1]
        for (let row = offset[node]; row < end && predicate[row] <= ID.type; row++)
          if (predicate[row] === ID.type && classes.has(object[row])) return true
        return false
      }
    },
  }
}

export const datatype: Compile = ({ reader }, value) => {
  const iri = reader.text(value)
  return {
    on: 'value',
    component: 'DatatypeConstraintComponent',
    key: `datatype ${iri}`,
    bind: ({ graph, resolve, text }) => {
      const wanted = resolve(iri)
      const { kind, datatype } = graph.dictionary
      return (node) => kind[node] === LITERAL && datatype[node] === wanted && isWellFormed(iri, text(node))
    },
  }
}

const kinds: Readonly<Record<string, number>> = {
  BlankNode: BLANK,
  IRI,
  Literal: LITERAL,
  BlankNodeOrIRI: BLANK | IRI,
  BlankNodeOrLiteral: BLANK | LITERAL,
  IRIOrLiteral: IRI | LITERAL,
}

export const nodeKind: Compile = ({ reader, term }, value) => {
  const iri = reader.text(value)
  const mask = iri.startsWith(SH) ? kinds[iri.slice(SH.length)] : undefined
  if (mask === undefined) {
    reader.complain(term, 'sh:nodeKind has an unknown value')
    return undefined
  }
  return {
    on: 'value',
    component: 'NodeKindConstraintComponent',
    key: `nodeKind ${mask}`,
    bind: ({ graph: { dictionary } }) => {
      return (node) => (dictionary.kind[node] & mask) !== 0
    },
  }
}
