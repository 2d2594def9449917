// The file that tokens are kept in.

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { GrunddataError } from '../../errors.ts'
import type { TokenRecord } from './tokens.ts'

/** The records of a file; none when there is no file. Throws CONFIG_INVALID for one that cannot be understood. */
export async function readTokens(file: string): Promise<readonly TokenRecord[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return []
  }
  try {
    const { tokens } = JSON.parse(text) as { tokens?: unknown }
    if (Array.isArray(tokens)) return tokens.filter(isRecord)
  } catch {
    // Told below.
  }
  throw new GrunddataError('CONFIG_INVALID', {
    sv: `${file} är ingen fil med nycklar.`,
    en: `${file} is no file with tokens.`,
  })
}

function isRecord(value: unknown): value is TokenRecord {
  const record = value as Partial<TokenRecord> | null
  return (
    typeof record?.id === 'string' &&
    typeof record.hash === 'string' &&
    /^[0-9a-f]{64}$/.test(record.hash) &&
    typeof record.expires === 'string' &&
    Array.isArray(record.scopes)
  )
}

/** Writes the records where only the owner may read them, by way of another file. */
export async function writeTokens(file: string, tokens: readonly TokenRecord[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.part`
  await writeFile(draft, `${JSON.stringify({ version: '1.0', tokens }, undefined, 2)}\n`, { mode: 0o600 })
  await rename(draft, file)
}
