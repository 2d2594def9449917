// What shall become of a text, said in statements: the wishes that an editor of a syntax carries out.
import type { Graph } from '../rdf/index.ts'
import type { Term } from './edit-term.ts'

/** A statement by the ids of its graph and the place of its value in the text. */
export interface Statement {
  readonly subject: number
  readonly predicate: number
  readonly object: number
  readonly at: number
}

/** Write other values, and perhaps another property, in place of a statement; no values remove it. */
export interface Replacement {
  readonly kind: 'replace'
  readonly statement: Statement
  readonly values: readonly Term[]
  /** IRI of the property to write in place of the statement's own. */
  readonly path?: string
}

/** Write another IRI wherever the old one stands. */
export interface Renaming {
  readonly kind: 'rename'
  readonly from: string
  readonly to: string
}

/** State something more of a subject. */
export interface Addition {
  readonly kind: 'add'
  readonly subject: number
  readonly path: string
  readonly value: Term
}

export type Change = Replacement | Renaming | Addition

/** The statements whose value is written at an offset, with the property when one is asked for. */
export function statementsAt({ quads }: Graph, at: number, predicate?: number): readonly Statement[] {
  const found: Statement[] = []
  for (let i = 0; i < quads.count; i++) {
    if (quads.at[i] !== at || (predicate !== undefined && quads.predicate[i] !== predicate)) continue
    found.push({ subject: quads.subject[i], predicate: quads.predicate[i], object: quads.object[i], at })
  }
  return found
}
