// The only door to the world: network, clock, log, progress, cancelling. Tests pass their own.

/** A step of a longer job, for a progress bar. `total` is unknown for streams. */
export interface Progress {
  readonly job: string
  readonly done: number
  readonly total?: number
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Effects handed to everything that needs them. */
export interface Io {
  /** Fetch as in WHATWG; the guarded client of src/source builds upon it. */
  readonly fetch: typeof globalThis.fetch
  readonly now: () => Date
  readonly log: (level: LogLevel, message: string) => void
  readonly progress: (step: Progress) => void
  readonly signal?: AbortSignal
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
