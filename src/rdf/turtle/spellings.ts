// A small memory of spellings already resolved: `dcterms:title` → term id, without making a string of it.
// It is direct-mapped and forgets: a miss only costs the work of resolving again.

export interface Spellings {
  readonly mask: number
  readonly start: Uint32Array
  /** 0 marks an empty slot. */
  readonly length: Uint32Array
  readonly value: Int32Array
  used: boolean
}

/** A memory sized for a text of so many bytes. */
export function createSpellings(textLength: number): Spellings {
  let size = 256
  while (size < 16384 && size * 64 < textLength) size *= 2
  return {
    mask: size - 1,
    start: new Uint32Array(size),
    length: new Uint32Array(size),
    value: new Int32Array(size),
    used: false,
  }
}

function slotOf(mask: number, hash: number): number {
  return (hash ^ (hash >>> 15)) & mask
}

/** What was remembered for the spelling bytes[start, end), or -1. */
export function recall(s: Spellings, bytes: Uint8Array, start: number, end: number, hash: number): number {
  const slot = slotOf(s.mask, hash)
  if (s.length[slot] !== end - start) return -1
  let a = s.start[slot]
  for (let i = start; i < end; i++) if (bytes[i] !== bytes[a++]) return -1
  return s.value[slot]
}

/** Remembers a spelling; `bytes` of {@link recall} must be the same text. */
export function remember(s: Spellings, start: number, end: number, hash: number, value: number): void {
  const slot = slotOf(s.mask, hash)
  s.start[slot] = start
  s.length[slot] = end - start
  s.value[slot] = value
  s.used = true
}

/** Forgets everything, because a prefix or the base changed. */
export function forget(s: Spellings): void {
  if (s.used) s.length.fill(0)
  s.used = false
}
