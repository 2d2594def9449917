// Who works on the jobs: here, in this process, some at a time. Workers on several machines come behind the same face.

/** Runs every job once. A job that throws ends the whole; what a source does is never thrown. */
export interface Runner {
  readonly run: (jobs: readonly string[], handle: (job: string) => Promise<void>) => Promise<void>
}

/** In this process, in order, `atOnce` at a time. No new job begins once the signal is given. */
export function inProcess(atOnce: number, signal?: AbortSignal): Runner {
  return {
    run: async (jobs, handle) => {
      const left = [...jobs]
      const worker = async () => {
        for (let job = left.shift(); job !== undefined && !signal?.aborted; job = left.shift())
          await handle(job)
      }
      await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, left.length)) }, worker))
    },
  }
}
