// The right to work on a source: taken, renewed while the work lasts, given back; taken over from a process that is gone.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Store } from '../store/index.ts'
import { patiently } from './queue-patience.ts'

/** How long a right lasts without being renewed. */
const CLAIM_MS = 30_000
/** How long giving one back is tried, when the connection was cut just then. */
const RELEASE_MS = 1_000

/** A name for this process among all that share the store. */
export function ownerName(): string {
  return `${place()} ${process.pid} ${nonce()}`
}

function nonce(): string {
  return randomBytes(4).toString('hex')
}

let known: string | undefined

/**
 * Where the number of a process means the same process: this machine since it was started, and of its containers this
 * one. Containers may share the name of their machine, and machines may share a name.
 */
function place(): string {
  known ??= `${hostname()}/${createHash('sha256').update(`${bootOf()} ${spaceOf()}`).digest('hex').slice(0, 12)}`
  return known
}

function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
  } catch {
    return ''
  }
}

function spaceOf(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/**
 * Works with the right to something; undefined when somebody else has it, be it the same owner: nobody has a right
 * twice.
 */
export async function claimed<T>(
  store: Store,
  what: string,
  { owner: name, work }: { readonly owner: string; readonly work: () => Promise<T> },
): Promise<T | undefined> {
  const owner = `${name} ${nonce()}`
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
    await patiently(() => store.release(what, owner), RELEASE_MS).catch(() => {})
  }
}

/** Whether somebody works with the right: `gone` when it is the right of a process that ended without giving it back. */
export async function holding(store: Store, what: string): Promise<'held' | 'gone' | 'free'> {
  const holder = await store.holder(what, new Date().toISOString())
  if (holder === undefined) return 'free'
  return isGone(holder) ? 'gone' : 'held'
}

/** True for a process of this machine that does not run any more: it was killed before it could give anything back. */
function isGone(owner: string): boolean {
  const [where, pid] = owner.split(' ')
  if (where !== place() || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
