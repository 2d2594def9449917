// Workbooks as a kind of source: a sheet per class, a row per thing, findings that point at cells.
// Hides the spreadsheet library, and how a workbook can be locked, broken or made to swell.
import type { Location } from '../finding.ts'
import type { Document } from '../rdf/index.ts'
import type { Draft, DraftEntity, Fault } from './draft.ts'
import { suggestion } from './faults.ts'
import type { Input } from './inputs.ts'
import { nearestWord } from './nearest-word.ts'
import { foldHeader } from './table-columns.ts'
import { readTable } from './table-read.ts'
import { classOfSheet, isHelpSheet, settingsSheet, sheetKinds, sheetNames } from './table-sheets.ts'
import { unpackedSize } from './zip-size.ts'

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
/** What a workbook with a password, or one of the time before .xlsx, begins with. */
const isOle = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf

export const xlsxInput: Input = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'ods'],
  detect: ({ name, bytes }) =>
    /\.(xlsx|xlsm|ods)$/i.test(name) || ((isZip(bytes) || isOle(bytes)) && !/\.zip$/i.test(name)),
  read: readWorkbook,
}

/** Unpacked bytes, in millions, that a workbook may have. */
const MAX_MB = 200
const MAX_ROWS = 100_000

type Hucre = typeof import('hucre')
type Sheet = Awaited<ReturnType<Hucre['read']>>['sheets'][number]

/** Reads a workbook. What is wrong is in `faults`; it never rejects for bad content. */
export async function readWorkbook({ name, bytes }: Document): Promise<Draft> {
  const place: Location = { file: name, line: 1, column: 1 }
  const failed = (rule: string, params = {}): Draft => ({ entities: [], faults: [{ rule, place, params }] })
  if (unpackedSize(bytes) > MAX_MB * 1_000_000) return failed('build-workbook-too-large', { limit: MAX_MB })
  const { read, EncryptedFileError } = await import('hucre')
  try {
    const { sheets } = await read(bytes, { maxRows: MAX_ROWS })
    return draftOf(sheets, name)
  } catch (error) {
    return failed(error instanceof EncryptedFileError ? 'build-workbook-locked' : 'build-workbook-corrupt')
  }
}

function draftOf(sheets: readonly Sheet[], file: string): Draft {
  const faults: Fault[] = []
  const entities: DraftEntity[] = []
  const settings = new Map<string, string>()
  for (const sheet of sheets) {
    const kind = classOfSheet(sheet.name)
    const place = placeIn(file, sheet.name)
    if (kind) {
      tellMerges(sheet, place, faults)
      const rows = sheet.rows.map((row, r) => row.map((_, c) => cellText(sheet, r, c, { place, faults })))
      entities.push(...readTable({ class: kind, rows, placeOf: place }, faults))
    } else if (isSettings(sheet.name))
      for (const [key, value] of sheet.rows)
        settings.set(foldHeader(String(key ?? '')), String(value ?? '').trim())
    else if (
      !isHelpSheet(sheet.name) &&
      sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== ''))
    )
      faults.push({
        rule: 'build-unknown-sheet',
        place: place(0, 0),
        params: { sheet: sheet.name, known, suggestion: suggestion(nearestWord(sheet.name, sheetNames)) },
      })
  }
  const base = settings.get('base')
  const language = settings.get('language') ?? settings.get('språk')
  return { entities, faults, ...(base && { base }), ...(language && { language }) }
}

/** What sheets are called. */
const known = {
  sv: sheetKinds.map(({ label }) => label.sv).join(', '),
  en: sheetKinds.map(({ label }) => label.en).join(', '),
}

function isSettings(name: string): boolean {
  return [settingsSheet.sv, settingsSheet.en].some((each) => foldHeader(each) === foldHeader(name))
}

type PlaceOf = (row: number, column: number) => Location

function placeIn(file: string, sheet: string): PlaceOf {
  return (row, column) => ({ file, sheet, cell: cellName(row, column), line: row + 1, column: column + 1 })
}

/** `D14` for row 13 and column 3. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return `${letters}${row + 1}`
}

function tellMerges({ merges = [] }: Sheet, place: PlaceOf, faults: Fault[]): void {
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const range = `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`
    faults.push({ rule: 'build-cell-merged', place: place(startRow, startCol), params: { range } })
  }
}

/** What a cell says; a formula says its saved result. */
function cellText(
  sheet: Sheet,
  row: number,
  column: number,
  { place, faults }: { place: PlaceOf; faults: Fault[] },
): string {
  const value = sheet.rows[row][column]
  const cell = sheet.cells?.get(`${row},${column}`)
  if (cell?.formula !== undefined && (value === null || value === undefined || value === '')) {
    faults.push({ rule: 'build-cell-formula', place: place(row, column) })
    return ''
  }
  if (typeof value === 'string' && /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(value)) {
    faults.push({ rule: 'build-cell-error', place: place(row, column), params: { value } })
    return ''
  }
  if (value instanceof Date) return dateText(value)
  return value === null || value === undefined ? '' : String(value)
}

/** A day, or a day and a time when the cell has one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace(/\.000Z$/, '')
}
