// The body of an answer, decompressed, within limits on bytes and on how far it may swell.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { refusal } from './exchange.ts'

export interface BodyLimits {
  /** Largest body in bytes, after decompression. */
  readonly maxBytes: number
  /** Largest ratio of decompressed to received bytes; looked at from {@link RATIO_FROM} bytes on. */
  readonly maxRatio: number
  /** Stop reading when there are so many; what is there is the answer. */
  readonly firstBytes?: number
  /** Only try whether it keeps within the limits: nothing is held in memory, and the body comes out empty. */
  readonly isTrial?: boolean
}

const RATIO_FROM = 1_000_000

/** Breaks a pipeline off when enough has been read. */
const ENOUGH = new Error('enough')

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Reads a body to its end. Throws a refusal: too-large, bomb, encoding, truncated. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  encoding: string,
  { maxBytes, maxRatio, firstBytes = Number.POSITIVE_INFINITY, isTrial = false }: BodyLimits,
): Promise<Uint8Array> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (codings.length > 2 || codings.some((name) => !decoders[name])) throw unknownEncoding(encoding)
  let received = 0
  let size = 0
  const chunks: Uint8Array[] = []
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const chunk of body) {
      received += chunk.byteLength
      yield chunk
    }
  }
  // A pipeline that is broken off reports the breaking off, not why: the reason is kept beside it.
  let reason: Error | undefined
  const keep = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.byteLength
      if (size > maxBytes) reason = tooLarge(maxBytes)
      else if (size > RATIO_FROM && size > received * maxRatio) reason = bomb(maxRatio)
      if (reason) throw reason
      if (!isTrial) chunks.push(chunk)
      if (size >= firstBytes) throw (reason = ENOUGH)
    }
  }
  try {
    if (codings.length === 0) await keep(counted())
    else
      await pipeline([
        Readable.from(counted()),
        ...codings.reverse().map((name) => decoders[name]()),
        keep as unknown as NodeJS.WritableStream,
      ])
  } catch (error) {
    if (reason !== ENOUGH) throw reason ?? decodingFault(error)
  }
  return Buffer.concat(chunks, isTrial ? 0 : size).subarray(0, firstBytes)
}

function decodingFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return refusal({
      kind: 'truncated',
      text: { sv: 'Svaret tar slut mitt i.', en: 'The answer ends in the middle.' },
      cause: error,
    })
  return /^Z_|ERROR_FORMAT|BROTLI|PADDING/.test(code) ? badEncoding(error) : error
}

function badEncoding(error: unknown): unknown {
  return refusal({
    kind: 'encoding',
    text: {
      sv: 'Svaret säger sig vara komprimerat men går inte att packa upp.',
      en: 'The answer claims to be compressed but cannot be unpacked.',
    },
    hint: {
      sv: 'Rätta Content-Encoding på servern.',
      en: 'Correct Content-Encoding on the server.',
    },
    cause: error,
  })
}

function unknownEncoding(encoding: string) {
  return refusal({
    kind: 'encoding',
    text: {
      sv: `Svaret är komprimerat som ”${encoding}”, som inte kan läsas.`,
      en: `The answer is compressed as “${encoding}”, which cannot be read.`,
    },
    hint: { sv: 'Använd gzip eller br på servern.', en: 'Use gzip or br on the server.' },
  })
}

/** Refusal of a body that is larger than allowed. */
export function tooLarge(maxBytes: number): Error {
  return refusal({
    kind: 'too-large',
    text: { sv: `Svaret är större än ${maxBytes} byte.`, en: `The answer is larger than ${maxBytes} bytes.` },
    hint: { sv: 'Höj gränsen med --max-bytes.', en: 'Raise the limit with --max-bytes.' },
  })
}

function bomb(maxRatio: number) {
  return refusal({
    kind: 'bomb',
    text: {
      sv: `Svaret växer mer än ${maxRatio} gånger när det packas upp.`,
      en: `The answer swells more than ${maxRatio} times when it is unpacked.`,
    },
    hint: {
      sv: 'Det ser ut som en zip-bomb: fråga den som driver servern.',
      en: 'It looks like a decompression bomb: ask whoever runs the server.',
    },
  })
}
