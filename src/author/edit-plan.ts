// What an editor of a syntax answers: for every change the edits that carry it out, or why it cannot be done in place.
import type { Text } from '../finding.ts'
import type { Graph } from '../rdf/index.ts'
import type { Change } from './edit-change.ts'
import type { Edit } from './edit-text.ts'

/** An edit; a shared one, such as the declaration of a prefix, is made once though several changes need it. */
export interface PlannedEdit extends Edit {
  readonly isShared?: boolean
}

/** The edits of one change, or one sentence on why there are none. */
export type Plan = { readonly edits: readonly PlannedEdit[] } | { readonly refused: Text }

/** Plans changes of the text that a graph was read from, in their order. */
export type Planner = (graph: Graph, changes: readonly Change[]) => readonly Plan[]

/** Why something cannot be changed where it stands. */
export const refusals = {
  place: {
    sv: 'stället i filen gick inte att avgöra',
    en: 'the place in the file could not be determined',
  },
  list: {
    sv: 'värdet står i en lista',
    en: 'the value stands in a list',
  },
  described: {
    sv: 'värdet beskrivs på samma ställe',
    en: 'the value is described in the same place',
  },
  attribute: {
    sv: 'värdet står som attribut och ryms inte där',
    en: 'the value stands as an attribute and does not fit there',
  },
  syntax: {
    sv: 'filformatet går inte att ändra på plats',
    en: 'the syntax cannot be changed in place',
  },
} as const satisfies Record<string, Text>

/** A refusal as a plan. */
export const refuse = (reason: keyof typeof refusals): Plan => ({ refused: refusals[reason] })
