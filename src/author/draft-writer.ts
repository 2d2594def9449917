// Terms, statements and places of a graph that is made from a draft.
// Hides that the numbers a graph keeps for places are places in a list here.
import type { Location } from '../finding.ts'
import {
  BLANK,
  createGraphBuilder,
  type Graph,
  ID,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
} from '../rdf/index.ts'
import type { DraftEntity, Fault, Term } from './draft.ts'
import type { Plan } from './draft-plan.ts'
import { faultProblem } from './faults.ts'

export interface DraftWriter {
  /** The number that stands for a place. */
  readonly placed: (place: Location) => number
  readonly termId: (term: Term, at: number) => number
  readonly entityId: (entity: DraftEntity) => number
  readonly subject: (id: number, at: number) => void
  readonly state: (subject: number, property: string, object: number, at: number) => void
  /** Adds a problem; with the statement it is about, so that no rule tells of the missing value again. */
  readonly report: (fault: Fault, about?: { readonly focus: number; readonly path?: string }) => void
  readonly finish: () => Graph
}

export function createDraftWriter(plan: Plan): DraftWriter {
  const builder = createGraphBuilder()
  const d = builder.dictionary
  const places: Location[] = []
  const ids = new Map<DraftEntity, number>()
  const placed = (place: Location) => places.push(place) - 1

  const nodeId = (node: string | undefined, at: number) => {
    if (node === undefined) return internAnonymous(d)
    return node.startsWith('_:') ? internString(d, BLANK, node.slice(2)) : builder.iriText(node, at)
  }
  return {
    placed,
    termId(term, at) {
      if ('iri' in term) return builder.iriText(term.iri, at)
      if ('blank' in term) return internString(d, BLANK, term.blank)
      if (term.lang !== undefined)
        return internString(d, LITERAL, term.literal, ID.langString, internLang(d, term.lang))
      const type = term.datatype === undefined ? ID.xsdString : builder.iriText(term.datatype, at)
      return internString(d, LITERAL, term.literal, type)
    },
    entityId(entity) {
      let id = ids.get(entity)
      if (id === undefined) {
        id = nodeId(plan.nodes.get(entity), placed(entity.place))
        ids.set(entity, id)
      }
      return id
    },
    subject: (id, at) => builder.subject(id, at),
    state: (subject, property, object, at) => builder.add(subject, builder.iriText(property, at), object, at),
    report: (fault, about) =>
      void builder.problems.push({ ...faultProblem(fault, placed(fault.place)), ...about }),
    finish: () => builder.finish(undefined, (at) => places[at] ?? { file: '-', line: 1, column: 1 }),
  }
}
