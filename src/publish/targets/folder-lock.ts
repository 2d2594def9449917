// One publication at a time into a folder, and the change of the old state for the new. The new state is made in a
// sibling that carries the number of this process, so that a run that was cut short is known for what it is.
import { lstat, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
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

/** Removes what a run that was cut short has left, and puts back a state that it had moved away. */
async function clearAway(parent: string, name: string): Promise<void> {
  const entries = await readdir(parent)
  for (const entry of entries) {
    const left = new RegExp(`^\\.${escaped(name)}\\.(new|old)-(\\d+)$`).exec(entry)
    if (!left) continue
    const [, kind, pid] = left
    if (isAlive(Number(pid))) throw busy(name)
    const isThere = await lstat(join(parent, name)).then(
      () => true,
      () => false,
    )
    if (kind === 'old' && !isThere) await rename(join(parent, entry), join(parent, name))
    else await rm(join(parent, entry), { recursive: true, force: true })
  }
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
