// Bytes in whatever encoding to UTF-8 bytes, with a word about what was odd.
import { isUtf8 } from 'node:buffer'
import type { Problem } from '../finding.ts'

export interface Decoded {
  /** UTF-8 without a byte order mark. */
  readonly bytes: Uint8Array
  /** `document-encoding` {encoding}, `document-bom`, `document-mojibake`; offsets are into `bytes`. */
  readonly problems: readonly Problem[]
}

/**
 * Decodes a document by its byte order mark, else its XML declaration, else the charset the server stated, else as
 * UTF-8 when it is that, else as windows-1252. Never throws. Bytes that are UTF-8 already are not copied.
 */
export function decodeDocument(bytes: Uint8Array, options: { readonly charset?: string } = {}): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return finish(fromUtf8(bytes.subarray(3)), [{ rule: 'document-bom', at: 0 }])
  const wide = wideEncoding(bytes)
  if (wide) return reencode(bytes, wide)
  const stated = xmlEncoding(bytes) ?? options.charset
  const encoding = stated === undefined ? undefined : encodingOf(stated)
  if (isUtf8(bytes)) {
    // A text that is valid UTF-8 with more than ASCII in it is UTF-8, whatever anybody states.
    const isStatedOtherwise = encoding?.startsWith('utf-16') || encoding?.startsWith('iso-2022')
    return isStatedOtherwise ? reencode(bytes, encoding!) : finish(bytes, [])
  }
  const isUsable = encoding !== undefined && encoding !== 'utf-8'
  return isBinary(bytes) ? { bytes, problems: [] } : reencode(bytes, isUsable ? encoding : 'windows-1252')
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] !== 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be'
  return undefined
}

/** Zero bytes in something that is no UTF-16: no text at all, so decoding it would only hide that. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).includes(0)
}

function xmlEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1]
}

/** The encoding that a label stands for, or undefined for an unknown one. */
function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function fromUtf8(bytes: Uint8Array): Uint8Array {
  return isUtf8(bytes) ? bytes : Buffer.from(new TextDecoder('windows-1252').decode(bytes), 'utf8')
}

function reencode(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return finish(Buffer.from(text, 'utf8'), [
    {
      rule: 'document-encoding',
      at: 0,
      params: { encoding: encoding.toUpperCase().replace('WINDOWS', 'windows') },
    },
  ])
}

/** `Ã¥ Ã¤ Ã¶ Ã… Ã„ Ã– Ã©` in UTF-8: what å, ä, ö, Å, Ä, Ö and é become when they are encoded twice. */
const TWICE = ['Ã¥', 'Ã¤', 'Ã¶', 'Ã…', 'Ã„', 'Ã–', 'Ã©'].map((text) => Buffer.from(text, 'utf8'))

function finish(bytes: Uint8Array, problems: readonly Problem[]): Decoded {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const places = TWICE.map((garbled) => text.indexOf(garbled)).filter((at) => at >= 0)
  if (places.length === 0) return { bytes, problems }
  return { bytes, problems: [...problems, { rule: 'document-mojibake', at: Math.min(...places) }] }
}
