// Where results go: formats paired with files, and files that are written whole or not at all.
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { GrunddataError } from '../errors.ts'
import type { Format } from '../report/index.ts'
import type { Values } from './values.ts'

/** One result to write; without a file it goes to standard output. */
export interface Output {
  readonly format: Format
  readonly file?: string
}

const byExtension: Readonly<Record<string, Format>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.md': 'markdown',
  '.csv': 'csv',
  '.ttl': 'shacl',
  '.txt': 'text',
}

/** Pairs --format with --output in order; a file alone tells its format by its extension. Throws USAGE. */
export function planOutputs(values: Values): readonly Output[] {
  const files = [...values.list('output')]
  if (!values.isGiven('format') && files.length > 0)
    return files.map((file) => ({
      format: byExtension[/\.[a-z]+$/i.exec(file)?.[0].toLowerCase() ?? ''] ?? 'text',
      file,
    }))
  const outputs = values.list('format').map((item): Output => {
    const [name, ...rest] = item.split('=')
    const file = rest.length > 0 ? rest.join('=') : files.shift()
    return { format: name as Format, ...(file && file !== '-' && { file }) }
  })
  if (files.length > 0)
    throw new GrunddataError('USAGE', {
      sv: `--output ${files[0]} har inget format: ange ett --format för varje fil.`,
      en: `--output ${files[0]} has no format: give one --format for each file.`,
    })
  if (outputs.filter((output) => !output.file).length > 1)
    throw new GrunddataError(
      'USAGE',
      {
        sv: 'Bara ett format kan skrivas på skärmen.',
        en: 'Only one format can be written on the screen.',
      },
      {
        hint: {
          sv: 'Till exempel: --format text,html=rapport.html',
          en: 'For example: --format text,html=report.html',
        },
      },
    )
  return outputs
}

/** Writes a file beside its place and renames it, so that nobody reads half a file. Throws OUTPUT_FAILED. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array | Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  try {
    await writeFile(temporary, content, 'utf8')
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {})
    throw new GrunddataError(
      'OUTPUT_FAILED',
      { sv: `Filen ${file} gick inte att skriva.`, en: `The file ${file} could not be written.` },
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
