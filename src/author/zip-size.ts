// How large a zip archive becomes, by its own table of contents, before anything of it is unpacked.

const END = 0x06054b50
const ENTRY = 0x02014b50

/** Bytes of all entries unpacked, as the archive states them; 0 for what is no archive. */
export function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== END) end--
  if (end < 0 || view.getUint32(end, true) !== END) return 0
  let at = view.getUint32(end + 16, true)
  let sum = 0
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    sum += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return sum
}
