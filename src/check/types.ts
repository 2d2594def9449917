// What a check is: a function from a graph to the problems it sees there.
import type { NotAssessed, Problem } from '../finding.ts'
import type { Io } from '../io.ts'
import type { Profile } from '../profile/index.ts'
import type { Graph } from '../rdf/index.ts'

/** A part of a graph that is checked by itself. */
export interface View {
  /**
   * `each`: what is seen looking at one thing and what is near it, for the things at home here.
   * `whole`: what is seen only across all things.
   */
  readonly part: 'each' | 'whole'
  /** Per term 1 when it is at home here, 2 when nothing is said about it, else 0. */
  readonly home: Uint8Array
  /** What all parts have in common: what {@link reach} names of the whole graph. */
  readonly overview: Graph
}

export interface CheckContext {
  readonly profile: Profile
  readonly io: Io
  /** Tell that something could not be checked, and why. */
  /** `values` are the terms counted. */
  readonly notAssessed: (entry: NotAssessed, values?: ReadonlySet<number>) => void
  /** Absent for a whole graph; a graph that is part of a larger one says which part. */
  readonly view?: View
}

/** Observes problems; does not judge them. Never throws for bad content. */
export type Check = (graph: Graph, context: CheckContext) => readonly Problem[] | Promise<readonly Problem[]>
