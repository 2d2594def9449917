// The members that were handed out, small enough to be kept for ever.
import { createHash } from 'node:crypto'

/** The members that were handed out. */
export interface Seen {
  /** Notes a member; false when it was noted before. */
  readonly add: (member: string) => boolean
  readonly remove: (member: string) => void
  readonly write: () => string
}

const BYTES = 8

export function createSeen(kept = ''): Seen {
  const bytes = Buffer.from(kept, 'base64')
  const keys = new Set<bigint>()
  for (let at = 0; at + BYTES <= bytes.length; at += BYTES) keys.add(bytes.readBigUInt64BE(at))
  const keyOf = (member: string) => createHash('sha256').update(member).digest().readBigUInt64BE(0)
  return {
    add: (member) => {
      const key = keyOf(member)
      if (keys.has(key)) return false
      keys.add(key)
      return true
    },
    remove: (member) => void keys.delete(keyOf(member)),
    write: () => {
      const all = Buffer.alloc(keys.size * BYTES)
      let at = 0
      for (const key of BigUint64Array.from(keys).sort()) at = all.writeBigUInt64BE(key, at)
      return all.toString('base64')
    },
  }
}
