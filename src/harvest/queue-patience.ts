// Waiting: for a while, or for a store that has lost its connections or is being started again.
import { isGrunddataError } from '../errors.ts'

const FIRST_MS = 50
const LONGEST_MS = 5_000
const IN_ALL_MS = 60_000

/** Tries again, later and later, while the store cannot be reached; rejects with STORE_UNREACHABLE in the end. */
export async function patiently<T>(work: () => Promise<T>, inAllMs = IN_ALL_MS): Promise<T> {
  const end = Date.now() + inAllMs
  for (let wait = FIRST_MS; ; wait = Math.min(LONGEST_MS, 2 * wait))
    try {
      return await work()
    } catch (error) {
      if (!isGrunddataError(error) || error.code !== 'STORE_UNREACHABLE' || Date.now() > end) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
}

/** Waits, or less when the signal is given. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
