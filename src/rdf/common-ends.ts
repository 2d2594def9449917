// What two texts, or two columns of numbers, have in common at their ends, compared natively by strides.

/** The bytes at the beginning and at the end that two texts have in common. */
export function commonEnds(a: Uint8Array, b: Uint8Array): { readonly head: number; readonly tail: number } {
  const least = Math.min(a.length, b.length)
  const head = run(least, (from, to) => Buffer.compare(a.subarray(from, to), b.subarray(from, to)) === 0)
  const tail = run(least - head, (from, to) => {
    const x = a.subarray(a.length - to, a.length - from)
    return Buffer.compare(x, b.subarray(b.length - to, b.length - from)) === 0
  })
  return { head, tail }
}

const STRIDE = 1 << 16

/** How far `isEqual` holds from 0 on, by strides and then by halving. */
function run(length: number, isEqual: (from: number, to: number) => boolean): number {
  let at = 0
  while (at < length && isEqual(at, Math.min(at + STRIDE, length))) at = Math.min(at + STRIDE, length)
  let step = Math.min(STRIDE, length - at)
  while (step > 0) {
    if (at + step <= length && isEqual(at, at + step)) at += step
    else step >>= 1
  }
  return at
}

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array

function bytesOf(column: Column): Buffer {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength)
}

/** How many numbers two columns of one kind have in common at their beginning. */
export function commonHead(a: Column, b: Column): number {
  return Math.floor(commonEnds(bytesOf(a), bytesOf(b)).head / a.BYTES_PER_ELEMENT)
}

/** And at their end, of two columns of one length. */
export function commonTail(a: Column, b: Column): number {
  const [x, y] = [bytesOf(a), bytesOf(b)]
  if (x.equals(y)) return a.length
  return Math.floor(commonEnds(x, y).tail / a.BYTES_PER_ELEMENT)
}
