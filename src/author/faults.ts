// The one table of what can be wrong with a source of `build`, put together from one file per kind of source,
// and how a fault becomes a Problem.
import type { Problem, Text } from '../finding.ts'
import type { Fault } from './draft.ts'
import type { FaultRow } from './fault-row.ts'
import { draftFaults } from './faults-draft.ts'
import { isoFaults } from './faults-iso.ts'
import { openApiFaults } from './faults-openapi.ts'
import { tableFaults } from './faults-table.ts'
import { yamlFaults } from './faults-yaml.ts'

export const faultTable: Readonly<Record<string, FaultRow>> = {
  ...draftFaults,
  ...yamlFaults,
  ...openApiFaults,
  ...isoFaults,
  ...tableFaults,
}

/** A fault as a Problem that says itself what it means; `at` is the number of its place. */
export function faultProblem({ rule, params = {} }: Fault, at: number): Problem {
  const row = faultTable[rule]
  if (!row) throw new TypeError(`no fault ${rule} in the table`)
  const { severity } = row
  return { rule, at, params: { suggestion: '', ...params, message: row.message, severity } }
}

/** The sentence that proposes something else; an empty text for nothing to propose. */
export function suggestion(proposal: string | Text | undefined): Text {
  if (proposal === undefined) return { sv: '', en: '' }
  const { sv, en } = typeof proposal === 'string' ? { sv: proposal, en: proposal } : proposal
  return { sv: ` Menade du ”${sv}”?`, en: ` Did you mean “${en}”?` }
}
