// What a check is: a function from a graph to the problems it sees there.
import type { NotAssessed, Problem } from '../finding.ts'
import type { Io } from '../io.ts'
import type { Profile } from '../profile/index.ts'
import type { Graph } from '../rdf/index.ts'

export interface CheckContext {
  readonly profile: Profile
  readonly io: Io
  /** Tell that something could not be checked, and why. */
  readonly notAssessed: (entry: NotAssessed) => void
}

/** Observes problems; does not judge them. Never throws for bad content. */
export type Check = (graph: Graph, context: CheckContext) => readonly Problem[] | Promise<readonly Problem[]>
