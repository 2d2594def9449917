// Edits of a text as byte spans: applying them, and taking something away so that no rubbish stays behind.

/** Replace the bytes [start, end) by a text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The bytes with the edits made. Edits may touch but not overlap; insertions at one place keep their order. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const pieces: Uint8Array[] = []
  let from = 0
  for (const edit of inOrder(edits)) {
    pieces.push(bytes.subarray(from, edit.start), Buffer.from(edit.text, 'utf8'))
    from = edit.end
  }
  pieces.push(bytes.subarray(from))
  return Buffer.concat(pieces)
}

/** By place; what is put in at a place comes before what is replaced there. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** True when two of the edits want the same bytes. */
export function overlap(edits: readonly Edit[]): boolean {
  let end = 0
  for (const edit of inOrder(edits)) {
    if (edit.start < end) return true
    end = Math.max(end, edit.end)
  }
  return false
}

const isBlank = (byte: number | undefined) => byte === 32 || byte === 9
const isLineEnd = (byte: number | undefined) => byte === undefined || byte === 10 || byte === 13

/** Takes [start, end) away, with the line when nothing else stands on it, else with the blanks that are left over. */
export function removal(bytes: Uint8Array, start: number, end: number): Edit {
  let left = start
  while (left > 0 && isBlank(bytes[left - 1])) left--
  let right = end
  while (right < bytes.length && isBlank(bytes[right])) right++
  const startsLine = left === 0 || bytes[left - 1] === 10
  if (isLineEnd(bytes[right])) {
    if (!startsLine) return { start: left, end, text: '' }
    const next = right < bytes.length ? bytes.indexOf(10, right) : -1
    return { start: left, end: next < 0 ? right : next + 1, text: '' }
  }
  if (startsLine) return { start, end: right, text: '' }
  return { start, end: left < start ? right : end, text: '' }
}

/** The white space that the line of an offset begins with. */
export function indentAt(bytes: Uint8Array, offset: number): string {
  const line = bytes.lastIndexOf(10, offset - 1) + 1
  let end = line
  while (end < offset && isBlank(bytes[end])) end++
  return decodeSpan(bytes, line, end)
}

/** The line break that the text uses. */
export function lineBreakOf(bytes: Uint8Array): string {
  const first = bytes.indexOf(10)
  return first > 0 && bytes[first - 1] === 13 ? '\r\n' : '\n'
}

/** The text of a span. */
export function decodeSpan(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8')
}
