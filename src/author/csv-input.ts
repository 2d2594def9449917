// CSV files as a kind of source: one file per class, named after it (datamangder.csv, utgivare.csv).
import type { Document } from '../rdf/index.ts'
import type { Draft, Fault } from './draft.ts'
import type { Input } from './inputs.ts'
import { readTable } from './table-read.ts'
import { classOfSheet } from './table-sheets.ts'

export const csvInput: Input = {
  id: 'csv',
  extensions: ['csv', 'tsv'],
  detect: ({ name, mediaType }) => /\.(csv|tsv)$/i.test(name) || mediaType === 'text/csv',
  read: readCsv,
}

const MAX_ROWS = 100_000

/** Reads a CSV file in UTF-8, whatever its separator. What is wrong is in `faults`. */
export async function readCsv({ name, bytes }: Document): Promise<Draft> {
  const faults: Fault[] = []
  const kind = classOfSheet(name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, ''))
  if (!kind)
    return {
      entities: [],
      faults: [{ rule: 'build-unknown-table', place: { file: name, line: 1, column: 1 } }],
    }
  const { parseCsv, detectDelimiter } = await import('hucre')
  const text = new TextDecoder().decode(bytes)
  const options = { delimiter: detectDelimiter(text), maxRows: MAX_ROWS, skipEmptyRows: false }
  const rows = parseCsv(text, options).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  const lines = linesOf(rows)
  const placeOf = (row: number, column: number) => ({ file: name, line: lines[row] ?? 1, column: column + 1 })
  return { entities: readTable({ class: kind, rows, placeOf }, faults), faults }
}

/** The line each row begins on: a cell may hold line breaks. */
function linesOf(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1
  return rows.map((row) => {
    const begins = line
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
    return begins
  })
}
