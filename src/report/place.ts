// Places as people and machines read them: lines of a text, cells of a workbook, files as URIs.
import type { Lang, Location } from '../finding.ts'

/** A file as a URI reference: URLs as they are, absolute paths as file:, relative ones percent-encoded; `-` is stdin. */
export function fileUri(file: string): string {
  if (file === '-') return 'stdin'
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return file
  const encoded = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}

const cellWords = { sv: { sheet: 'blad', cell: 'cell' }, en: { sheet: 'sheet', cell: 'cell' } } as const

/** `31:5`, or `cell D14` in a workbook. */
export function placeInFile({ line, column, cell }: Location, lang: Lang): string {
  return cell === undefined ? `${line}:${column}` : `${cellWords[lang].cell} ${cell}`
}

/** The file, and the sheet of a workbook: `datamangder.xlsx, blad Dataset`. */
export function fileText({ file, sheet }: Location, lang: Lang): string {
  return sheet === undefined ? file : `${file}, ${cellWords[lang].sheet} ${sheet}`
}

/** The whole place: `katalog.yaml:31:5`, `datamangder.xlsx, blad Dataset, cell D14`. */
export function placeText(location: Location, lang: Lang): string {
  const separator = location.cell === undefined ? ':' : ', '
  return fileText(location, lang) + separator + placeInFile(location, lang)
}
