// What is put to the test, and what it leaves behind.
import type { Text } from '../finding.ts'

/** What a run left behind. */
export interface HarvestResult {
  /** Turtle. */
  readonly after: string
  readonly report: unknown
  readonly isFailed: boolean
  /** Codes of the events that were left out; undefined when the harvester does not tell. */
  readonly faults?: readonly string[]
  /** Why it failed. */
  readonly reason?: Text
}

/** A harvester with its memory of one case. */
export interface Harvester {
  /** Reads the feeds once. */
  readonly run: (feeds: readonly string[]) => Promise<HarvestResult>
  readonly close: () => Promise<void>
}
