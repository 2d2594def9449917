// The only door to the world: network, clock, log, progress, cancelling. Tests pass their own.

/** A step of a longer job, for a progress bar. `total` is unknown for streams. */
export interface Progress {
  readonly job: string
  readonly done: number
  readonly total?: number
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** What an address answered when it was tried. */
export interface LinkAnswer {
  /** False when it is broken; undefined when it could not be tried, or failed in a way that may pass. */
  readonly works: boolean | undefined
  /** HTTP status, or 0 without an answer. */
  readonly status: number
  readonly mediaType?: string
  /** Whether pages of other sites may read it (Access-Control-Allow-Origin). */
  readonly allowsOrigin?: boolean
}

/** Effects handed to everything that needs them. */
export interface Io {
  /** Fetch as in WHATWG; the guarded client of src/source builds upon it. */
  readonly fetch: typeof globalThis.fetch
  readonly now: () => Date
  readonly log: (level: LogLevel, message: string) => void
  readonly progress: (step: Progress) => void
  readonly signal?: AbortSignal
  /** Tries an address; absent: links are not tried. */
  readonly tryLink?: (url: string) => Promise<LinkAnswer>
}

/** An Io that is silent and offline: the default of the library. */
export function quietIo(): Io {
  return {
    fetch: () => Promise.reject(new TypeError('offline: no fetch was given')),
    now: () => new Date(),
    log: () => {},
    progress: () => {},
  }
}
