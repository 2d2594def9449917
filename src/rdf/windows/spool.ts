// The file on disk that statements wait in: appended to, read at any place, gone when it is closed.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Spool {
  readonly append: (bytes: Uint8Array) => number
  readonly read: (at: number, length: number) => Uint8Array
  readonly close: () => void
}

/** Where something was put. */
export interface Stored {
  readonly at: number
  readonly length: number
}

/** A new spool in the folder for temporary files. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'grunddata-'))
  const fd = openSync(join(folder, 'spool'), 'w+')
  // Unlinked at once: nothing stays behind, however the program ends.
  rmSync(folder, { recursive: true })
  let end = 0
  return {
    append: (bytes) => {
      const at = end
      for (let done = 0; done < bytes.length; )
        done += writeSync(fd, bytes, done, bytes.length - done, at + done)
      end += bytes.length
      return at
    },
    read: (at, length) => {
      const bytes = new Uint8Array(length)
      for (let done = 0; done < length; ) {
        const got = readSync(fd, bytes, done, length - done, at + done)
        if (got === 0) break
        done += got
      }
      return bytes
    },
    close: () => closeSync(fd),
  }
}

/** Puts bytes behind the others. */
export function store(spool: Spool, bytes: Uint8Array): Stored {
  return { at: spool.append(bytes), length: bytes.length }
}
