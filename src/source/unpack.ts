// A document that is a file packed with gzip, as its first bytes tell whatever the server says: unpacked within bounds.
import { Readable } from 'node:stream'
import { type BodyLimits, readBody } from './http/body.ts'
import { type Refusal, refusalOf } from './http/exchange.ts'
import type { RawDocument } from './types.ts'

/** True for the first bytes of gzip. Source: RFC 1952 §2.3.1. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

export type Unpacked =
  | { readonly document: RawDocument; readonly isUnpacked: boolean }
  | { readonly failure: Refusal }

/** The document itself when it is not packed. One layer is taken off: what is packed twice is no text afterwards either. */
export async function unpacked(document: RawDocument, limits: BodyLimits): Promise<Unpacked> {
  if (!isPacked(document.bytes)) return { document, isUnpacked: false }
  try {
    const unpack = (more: Partial<BodyLimits>) =>
      readBody(Readable.from([document.bytes]), 'gzip', { ...limits, ...more })
    // What says that it is too large is tried without being held in memory; it may be damaged instead, or lie.
    if (statedSize(document.bytes) > limits.maxBytes) await unpack({ isTrial: true })
    const bytes = await unpack({})
    // The type and the charset that were stated are those of the packed file.
    const { mediaType, charset: _, ...rest } = document
    const isTyped = mediaType !== undefined && !/gzip|octet-stream|compressed/.test(mediaType)
    return { document: { ...rest, bytes, ...(isTyped && { mediaType }) }, isUnpacked: true }
  } catch (error) {
    const { kind, text, hint } = refusalOf(error) ?? UNREADABLE
    if (kind !== 'truncated' && kind !== 'encoding')
      return { failure: { kind, text, ...(hint && { hint }), cause: error } }
    return { failure: { ...UNREADABLE, cause: error } }
  }
}

/** What a packed file says of its size unpacked, in its last bytes. Source: RFC 1952 §2.3.1, ISIZE. */
function statedSize(bytes: Uint8Array): number {
  return bytes.length < 18
    ? 0
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).readUInt32LE(bytes.length - 4)
}

const UNREADABLE: Refusal = {
  kind: 'content',
  text: {
    sv: 'Filen är packad men går inte att packa upp: den är trasig eller slutar mitt i.',
    en: 'The file is packed but cannot be unpacked: it is damaged or ends in the middle.',
  },
  hint: { sv: 'Packa filen på nytt hos källan.', en: 'Pack the file anew at the source.' },
}
