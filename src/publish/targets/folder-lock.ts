// One publication at a time into a folder, and the change of the old state for the new. The new state is made in a
// sibling that carries the number of this process, so that a run that was cut short is known for what it is.
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { GrunddataError } from '../../errors.ts'

export interface Lock {
  /** Where the new state is to be made. */
  readonly fresh: string
  /** Puts the new state in place of the old. A symbolic link is pointed anew in one step; a folder takes two. */
  readonly swap: () => Promise<void>
  readonly release: () => Promise<void>
}

/** Begins. Rejects with OUTPUT_FAILED when another process is publishing there. */
export async function takeLock(place: string): Promise<Lock> {
  const parent = dirname(place)
  const name = basename(place)
  const fresh = join(parent, `.${name}.new-${process.pid}`)
  const old = join(parent, `.${name}.old-${process.pid}`)
  await mkdir(parent, { recursive: true })
  await clearAway(parent, name)
  await mkdir(fresh)
  return {
    fresh,
    swap: async () => {
      const kind = await lstat(place).catch(() => undefined)
      if (kind?.isSymbolicLink()) await point(place, fresh)
      else {
        if (kind) await rename(place, old)
        try {
          await rename(fresh, place)
        } catch (error) {
          if (kind) await rename(old, place)
          throw error
        }
        await rm(old, { recursive: true, force: true })
      }
    },
    release: () => rm(fresh, { recursive: true, force: true }),
  }
}

/** Points a symbolic link to the new state, under a name of its own beside the state it had. */
async function point(place: string, fresh: string): Promise<void> {
  const before = await readlink(place)
  const parent = dirname(place)
  const state = join(parent, `${basename(place)}-${Date.now().toString(36)}-${process.pid}`)
  await rename(fresh, state)
  const next = `${fresh}.link`
  await symlink(basename(state), next)
  await rename(next, place)
  const old = join(parent, before)
  // Only a state that we have made ourselves is ours to remove.
  if (
    new RegExp(`^${escaped(basename(place))}-[0-9a-z]+-\\d+$`).test(basename(before)) &&
    dirname(old) === parent
  )
    await rm(old, { recursive: true, force: true })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Where the present state is: at its place, or beside it when a run was cut short just before it put the new there. */
export async function standsAt(place: string): Promise<string> {
  if (await isThere(place)) return place
  const parent = dirname(place)
  const entries = await readdir(parent).catch(() => [])
  const moved = entries.find((entry) => leftBehind(basename(place), entry)?.kind === 'old')
  return moved === undefined ? place : join(parent, moved)
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** What a run has named so: its new state, or the old one that it moved away. */
function leftBehind(
  name: string,
  entry: string,
): { readonly kind: string; readonly pid: number } | undefined {
  const left = new RegExp(`^\\.${escaped(name)}\\.(new|old)-(\\d+)$`).exec(entry)
  return left ? { kind: left[1], pid: Number(left[2]) } : undefined
}

/** Removes what a run that was cut short has left, and puts back a state that it had moved away. */
async function clearAway(parent: string, name: string): Promise<void> {
  const entries = await readdir(parent)
  for (const entry of entries) {
    const left = leftBehind(name, entry)
    if (!left) continue
    if (await isMaker(left.pid, join(parent, entry))) throw busy(name)
    if (left.kind === 'old' && !(await isThere(join(parent, name))))
      await rename(join(parent, entry), join(parent, name))
    else await rm(join(parent, entry), { recursive: true, force: true })
  }
}

/**
 * Whether the process with a number is the one that made a folder, and still runs. Numbers come again, in a container
 * nearly always: this process has made nothing yet, and one that began later has not made it either.
 */
async function isMaker(pid: number, folder: string): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false
  const [began, made] = await Promise.all([beganAt(pid), lstat(folder)])
  return began === undefined || began <= made.ctimeMs + SLACK_MS
}

const SLACK_MS = 1_000
const TICKS_A_SECOND = 100

/** When a process began, in milliseconds since 1970; undefined where the system does not tell. */
async function beganAt(pid: number): Promise<number | undefined> {
  const read = (file: string) => readFile(file, 'utf8').catch(() => '')
  const [stat, uptime] = await Promise.all([read(`/proc/${pid}/stat`), read('/proc/uptime')])
  // After the name, which is between parentheses and may hold anything, the start is the twentieth field.
  const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
  const up = Number.parseFloat(uptime)
  if (!Number.isFinite(ticks) || !Number.isFinite(up)) return undefined
  return Date.now() - (up - ticks / TICKS_A_SECOND) * 1_000
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function busy(name: string): GrunddataError {
  return new GrunddataError(
    'OUTPUT_FAILED',
    {
      sv: `En annan körning publicerar just nu i ${name}.`,
      en: `Another run is publishing into ${name} right now.`,
    },
    { hint: { sv: 'Vänta tills den är klar.', en: 'Wait until it is done.' } },
  )
}
