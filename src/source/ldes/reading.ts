// What a reading of a feed is given, and what it hands out.
import type { GrunddataError } from '../../errors.ts'
import type { FetchFailure } from '../http/index.ts'
import type { Journal } from '../journal.ts'
import type { FeedEvent } from './event.ts'
import type { FeedFault, FeedNote } from './faults.ts'
import type { PageSource } from './fetch-page.ts'
import type { FeedMemory } from './memory.ts'

export interface FeedOptions extends PageSource {
  /** Address of the stream or of a view. */
  readonly address: string
  /** What the last reading handed out; absent: everything is new. */
  readonly memory?: FeedMemory
  /**
   * `ascending` (default) hands events out by time; `none` as pages come. Those of a transaction come together, at the
   * end of the reading that saw it finished.
   */
  readonly order?: 'ascending' | 'none'
  /** Asks also before the polling interval and the pages' freshness have passed. */
  readonly isForced?: boolean
  /** Pages asked for at a time (4); the client's manners towards a host come before it. */
  readonly concurrency?: number
  /**
   * Keeps pages as they come, and gives those of a reading that broke off. Clear it together with keeping what this
   * one hands out at its end.
   */
  readonly journal?: Journal
  /** Most pages of one reading, kept ones too (100 000). */
  readonly maxPages?: number
  readonly now?: () => number
}

export interface FeedStatistics {
  readonly requests: number
  readonly pages: number
  /** Of the pages: those that a reading that broke off had fetched. */
  readonly kept: number
  readonly unchanged: number
  readonly gone: number
  readonly bytes: number
  readonly events: number
  readonly faults: number
}

export type FeedItem =
  | { readonly kind: 'event'; readonly event: FeedEvent }
  /** A member that cannot be understood; it is not handed out again. */
  | { readonly kind: 'fault'; readonly fault: FeedFault }
  | { readonly kind: 'note'; readonly note: FeedNote }
  /**
   * Nothing more comes. In ascending order the events so far are all there are up to some time: whoever applies them
   * may go on from `memory`. Without order only a finished reading may be applied.
   */
  | {
      readonly kind: 'failure'
      readonly error: GrunddataError
      readonly failure?: FetchFailure
      readonly memory?: FeedMemory
    }
  /** Everything was seen: the last item of a reading that succeeded. */
  | {
      readonly kind: 'end'
      readonly memory: FeedMemory
      readonly statistics: FeedStatistics
      /** False when the feed was not asked, since it did not want to be yet. */
      readonly isRead: boolean
      /** True when events since the last reading may be gone from the feed: then its state is to be read anew. */
      readonly mayHaveMissed: boolean
    }
