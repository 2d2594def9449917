// Results kept from run to run: one JSON object per line, appended as they come, so that a run can be taken up again.
// Hides that only places in the file are held in memory, not the results.
import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs'
import { GrunddataError } from '../errors.ts'
import type { LinkResult } from './types.ts'

export interface LinkCache {
  readonly get: (url: string) => LinkResult | undefined
  readonly put: (result: LinkResult) => void
  readonly close?: () => void
}

/** A cache in memory only. */
export function memoryCache(): LinkCache {
  const known = new Map<string, LinkResult>()
  return { get: (url) => known.get(url), put: (result) => void known.set(result.url, result) }
}

/** A cache that forgets at once: for those who ask about every address once. */
export const noCache: LinkCache = { get: () => undefined, put: () => {} }

interface Place {
  readonly at: number
  readonly length: number
  /** The next place whose address has the same hash. */
  readonly next: Place | undefined
}

const PIECE = 1 << 16

/**
 * A cache in a file; close it afterwards. Results older than `maxAgeMs` and temporary failures are forgotten; a line that
 * was cut off by a crash is skipped. Of one address the last line counts. Throws OUTPUT_FAILED when it cannot be opened.
 */
export function fileCache(
  file: string,
  { maxAgeMs, now }: { maxAgeMs: number; now: () => number },
): LinkCache {
  const places = new Map<number, Place>()
  const handle = opened(file)
  let end = 0
  const isGood = (result: LinkResult) =>
    result.outcome !== 'temporary' && now() - Date.parse(result.checkedAt) <= maxAgeMs
  const keep = (url: string, at: number, length: number) => {
    const hash = hashOf(url)
    places.set(hash, { at, length, next: places.get(hash) })
  }
  for (const { line, at, length } of linesOf(handle)) {
    const result = parsed(line)
    if (result) keep(result.url, at, length)
    end = at + length + 1
  }
  const lineAt = ({ at, length }: Place): LinkResult | undefined => {
    const bytes = Buffer.alloc(length)
    readSync(handle, bytes, 0, length, at)
    return parsed(bytes.toString('utf8'))
  }
  return {
    get(url) {
      for (let place = places.get(hashOf(url)); place; place = place.next) {
        const result = lineAt(place)
        if (result?.url === url) return isGood(result) ? result : undefined
      }
      return undefined
    },
    put(result) {
      const bytes = Buffer.from(`${JSON.stringify(result)}\n`, 'utf8')
      writeSync(handle, bytes, 0, bytes.length, end)
      keep(result.url, end, bytes.length - 1)
      end += bytes.length
    },
    close: () => closeSync(handle),
  }
}

function opened(file: string): number {
  try {
    return openSync(file, existsSync(file) ? 'r+' : 'w+')
  } catch (cause) {
    throw new GrunddataError(
      'OUTPUT_FAILED',
      {
        sv: `Filen ${file} för länkresultat gick inte att öppna.`,
        en: `The file ${file} for results of links could not be opened.`,
      },
      {
        hint: {
          sv: 'Kontrollera att mappen finns och att du får skriva där.',
          en: 'Check that the folder exists and that you may write there.',
        },
        cause,
      },
    )
  }
}

/** The lines of a file with where they are; one that a crash cut off is ended, so that the next begins a line of its own. */
function* linesOf(handle: number): Generator<{ line: string; at: number; length: number }> {
  const piece = Buffer.alloc(PIECE)
  let rest = Buffer.alloc(0)
  let at = 0
  for (let position = 0; ; ) {
    const count = readSync(handle, piece, 0, PIECE, position)
    if (count === 0) break
    position += count
    rest = Buffer.concat([rest, piece.subarray(0, count)])
    let from = 0
    for (let stop = rest.indexOf(10); stop >= 0; stop = rest.indexOf(10, from)) {
      yield { line: rest.toString('utf8', from, stop), at: at + from, length: stop - from }
      from = stop + 1
    }
    rest = rest.subarray(from)
    at += from
  }
  if (rest.length === 0) return
  writeSync(handle, '\n', at + rest.length)
  yield { line: rest.toString('utf8'), at, length: rest.length }
}

/** A 32-bit FNV-1a hash; addresses that share one are told apart by reading them. */
function hashOf(url: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < url.length; index++) hash = Math.imul(hash ^ url.charCodeAt(index), 0x01000193)
  return hash
}

function parsed(line: string): LinkResult | undefined {
  try {
    const value: unknown = JSON.parse(line)
    const isResult = typeof value === 'object' && value !== null && 'url' in value && 'checkedAt' in value
    return isResult ? (value as LinkResult) : undefined
  } catch {
    return undefined
  }
}
