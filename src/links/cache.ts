// Results kept from run to run: one JSON object per line, appended as they come, so that a run can be taken up again.
import { appendFileSync, createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { LinkResult } from './types.ts'

export interface LinkCache {
  readonly get: (url: string) => LinkResult | undefined
  readonly put: (result: LinkResult) => void
}

/** A cache in memory only. */
export function memoryCache(): LinkCache {
  const known = new Map<string, LinkResult>()
  return { get: (url) => known.get(url), put: (result) => void known.set(result.url, result) }
}

/**
 * A cache in a file. Results older than `maxAgeMs` and temporary failures are forgotten; a line that was cut off
 * by a crash is skipped. Of one address the last line counts.
 */
export async function fileCache(
  file: string,
  { maxAgeMs, now }: { maxAgeMs: number; now: () => number },
): Promise<LinkCache> {
  const known = memoryCache()
  if (existsSync(file))
    for await (const line of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const result = parsed(line)
      if (result && result.outcome !== 'temporary' && now() - Date.parse(result.checkedAt) <= maxAgeMs)
        known.put(result)
    }
  return {
    get: known.get,
    put(result) {
      known.put(result)
      appendFileSync(file, `${JSON.stringify(result)}\n`)
    },
  }
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
