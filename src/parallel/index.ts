// Many documents on several processors: threads take some of them while the main thread goes on with the others.
// They are started when a run has lasted so long that starting them pays; a thread that fails gives its documents back.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RawDocument } from '../source/index.ts'
import type { Elsewhere } from '../validate.ts'
import type { Done, ThreadOptions } from './worker.ts'

/** So long a run goes on alone, in milliseconds: a thread that is new takes most of that to be as quick. */
const ALONE_MS = 1000
/** Documents that wait for a thread, so that it has work while the main thread is busy. */
const WAITING = 2

export type { ThreadOptions } from './worker.ts'

export interface Helpers {
  readonly elsewhere: Elsewhere
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (done: Done) => void
  readonly reject: (reason: unknown) => void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Waiting[]
}

/**
 * Threads for one run. Options are the run's own, so that the threads find what it would.
 * Modules that are not compiled (tests of the sources) have no threads.
 */
export function createHelpers(
  options: ThreadOptions,
  { alone = ALONE_MS, count = availableParallelism() - 1 } = {},
): Helpers {
  const started = performance.now()
  const file = import.meta.url.endsWith('.cjs') ? './validate-worker.cjs' : './worker.js'
  const threads: Thread[] = []
  let isBroken = import.meta.url.endsWith('.ts')
  const start = (): Thread => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: options })
    const thread: Thread = { worker, waiting: [] }
    worker.on('message', (done: Done) => thread.waiting.shift()?.resolve(done))
    const giveBack = (reason: unknown) => {
      isBroken = true
      for (const { reject } of thread.waiting.splice(0)) reject(reason)
    }
    worker.on('error', giveBack)
    worker.on('messageerror', giveBack)
    worker.on('exit', giveBack)
    return thread
  }
  return {
    elsewhere: (document: RawDocument) => {
      if (isBroken || performance.now() - started < alone) return undefined
      while (threads.length < count) threads.push(start())
      const thread = threads.reduce<Thread | undefined>(
        (least, each) => (each.waiting.length < (least?.waiting.length ?? WAITING) ? each : least),
        undefined,
      )
      if (!thread) return undefined
      return new Promise<Done>((resolve, reject) => {
        // Who cannot be sent does not wait: the answer would be that of the next.
        thread.worker.postMessage(document)
        thread.waiting.push({ resolve, reject })
      })
    },
    close: async () => {
      // Nobody waits any more, so what a thread leaves undone is not to be done by another.
      for (const { waiting } of threads) waiting.length = 0
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}
