// Results of several sources where each is a document of its own: joined on the screen or in a file, or a file each.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { GrunddataError } from '../errors.ts'
import type { Call } from './call.ts'
import { writeWhole } from './outputs.ts'

export interface Piece {
  /** Name of the source. */
  readonly name: string
  readonly text: string
}

const endings: Readonly<Record<string, string>> = {
  html: 'html',
  badge: 'svg',
  markdown: 'md',
  csv: 'csv',
  turtle: 'ttl',
  jsonld: 'jsonld',
  json: 'json',
  text: 'txt',
}

/** Formats of which two in a row are no document. */
const singular = new Set(['html', 'badge', 'jsonld'])

/**
 * Writes to standard output or to --output; when that is a folder (or ends with a slash), each piece to a file of its
 * own there. Throws USAGE for several pages that would have to share a file, and OUTPUT_FAILED.
 */
export async function writePieces(
  pieces: readonly Piece[],
  format: string,
  { values, terminal }: Call,
): Promise<void> {
  const file = values.one('file')
  if (file !== undefined && isFolder(file)) {
    mkdirSync(file, { recursive: true })
    const used = new Set<string>()
    for (const { name, text } of pieces)
      await writeWhole(join(file, fileName(name, endings[format] ?? 'txt', used)), text)
    return
  }
  if (pieces.length > 1 && singular.has(format)) throw folderWanted
  const texts = pieces.map(({ text }) => text)
  const content = format === 'json' ? `[\n${texts.join(',\n')}\n]\n` : texts.join('\n')
  if (file === undefined) terminal.write(content)
  else await writeWhole(file, content)
}

const folderWanted = new GrunddataError('USAGE', {
  sv: 'Flera källor ger flera sidor: ange en mapp med --output, till exempel --output rapporter/.',
  en: 'Several sources give several pages: name a folder with --output, for example --output reports/.',
})

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory())
}

/** The source's own name without its ending; numbered when another has it already. */
function fileName(name: string, ending: string, used: Set<string>): string {
  const bare = basename(name.replace(/[?#].*$/, '').replace(/[/\\]+$/, '')).replace(/\.\w+$/, '')
  const safe = bare.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'katalog'
  let wanted = `${safe}.${ending}`
  for (let number = 2; used.has(wanted); number++) wanted = `${safe}-${number}.${ending}`
  used.add(wanted)
  return wanted
}
