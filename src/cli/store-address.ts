// How the commands that take sources tell a store from a catalogue.
import { closeSync, openSync, readSync } from 'node:fs'

/** True for `sqlite:<file>`, `postgres://…`, and a file that is a SQLite database, whatever it is called. */
export function isStoreAddress(ref: string): boolean {
  return /^(?:sqlite:|postgres(?:ql)?:\/\/)/.test(ref) || isDatabase(ref)
}

/** What every SQLite database begins with (https://www.sqlite.org/fileformat.html §1.3). */
const MAGIC = 'SQLite format 3\0'

function isDatabase(path: string): boolean {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const start = Buffer.alloc(MAGIC.length)
    readSync(file, start, 0, start.length, 0)
    return start.toString('latin1') === MAGIC
  } catch {
    return false
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
