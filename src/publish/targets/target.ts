// What every target is: it tells what it would do, and does it when asked.
import type { Text } from '../../finding.ts'
import type { Graph } from '../../rdf/index.ts'
import type { Site } from '../artifact.ts'
import { entitiesOf } from '../entities.ts'

/** What is to be published. */
export interface Publication {
  /** From {@link prepareGraph}: all sources together. */
  readonly graph: Graph
  readonly site: Site
  /** The sources by the IRI of the graph that each is published as. One for a single catalogue. */
  readonly sources: readonly NamedSource[]
}

export interface NamedSource {
  readonly iri: string
  readonly graph: Graph
}

/** One thing that a delivery makes, changes or takes away. */
export interface Step {
  readonly kind: 'create' | 'update' | 'remove'
  readonly iri: string
  readonly title: string
}

/** How far a delivery has come. */
export type OnStep = (done: number, total: number) => void

export interface Plan {
  /** What is there now, when it can be read back whole. */
  readonly before: Graph | undefined
  /** What is to be there, with values in the form that the target gives them back. */
  readonly after: Graph
  /** What would be done, when the target is told thing by thing. */
  readonly steps: readonly Step[] | undefined
  /** For the brake: how many things are there, and how many would go. Undefined when that cannot be known. */
  readonly shrinkage: Shrinkage | undefined
  /** What the reader should know. */
  readonly notes: readonly Text[]
  /** Does it; gives what was done in one sentence. */
  readonly apply: (onStep?: OnStep) => Promise<Text>
}

export interface Shrinkage {
  readonly before: number
  readonly removed: number
}

/** Works out what publishing would do; changes nothing. Rejects with TARGET_FAILED or SOURCE_REFUSED. */
export type Target = (publication: Publication) => Promise<Plan>

/** How much smaller a catalogue gets, counted in entities. */
export function shrinkageOf(before: Graph, after: Graph, base: string): Shrinkage {
  const kept = new Set(entitiesOf(after, base).map(({ iri }) => iri))
  const old = entitiesOf(before, base)
  return { before: old.length, removed: old.filter(({ iri }) => !kept.has(iri)).length }
}

/** The most that one publication may take away: ten things, or 15 % of what is there. */
export function mayShrink({ before, removed }: Shrinkage): boolean {
  return removed <= Math.max(10, before * 0.15)
}
