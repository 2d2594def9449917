// The right to work on a source: taken, renewed while the work lasts, given back; taken over from a process that is gone.
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Store } from '../store/index.ts'

/** How long a right lasts without being renewed. */
const CLAIM_MS = 30_000

/** A name for this process among all that share the store. */
export function ownerName(): string {
  return `${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`
}

/** Works with the right to something; undefined when somebody else has it. */
export async function claimed<T>(
  store: Store,
  what: string,
  { owner, work }: { readonly owner: string; readonly work: () => Promise<T> },
): Promise<T | undefined> {
  const now = () => new Date().toISOString()
  const claim = () => store.claim(what, { owner, now: now(), ttlMs: CLAIM_MS })
  if (!(await claim())) {
    const holder = await store.holder(what, now())
    if (holder === undefined || !isGone(holder)) return undefined
    await store.release(what, holder)
    if (!(await claim())) return undefined
  }
  const beat = setInterval(() => void claim().catch(() => {}), CLAIM_MS / 4)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await store.release(what, owner).catch(() => {})
  }
}

/** True for a process of this machine that does not run any more: it was killed before it could give anything back. */
function isGone(owner: string): boolean {
  const [host, pid] = owner.split(' ')
  if (host !== hostname() || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
