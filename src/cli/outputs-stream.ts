// Results too large for memory: a file beside its place that is renamed when whole, or standard output at its own pace.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GrunddataError } from '../errors.ts'
import type { Terminal } from './terminal.ts'

/** Throws OUTPUT_FAILED when the file cannot be written. */
export async function writeStream(
  file: string | undefined,
  pieces: AsyncIterable<string>,
  { write }: Pick<Terminal, 'write'>,
): Promise<void> {
  if (file === undefined) {
    for await (const piece of pieces) {
      write(piece)
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
    }
    return
  }
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  try {
    await pipeline(Readable.from(pieces), createWriteStream(temporary))
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {})
    throw new GrunddataError(
      'OUTPUT_FAILED',
      { sv: `Filen ${file} gick inte att skriva.`, en: `The file ${file} could not be written.` },
      { cause },
    )
  }
}
