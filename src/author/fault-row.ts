// One row of the tables of faults: how grave it is and what it says.
import type { Severity, Text } from '../finding.ts'

export interface FaultRow {
  readonly severity: Severity
  /** Template with the placeholders of the fault's params; `{suggestion}` becomes a sentence of its own or nothing. */
  readonly message: Text
}
