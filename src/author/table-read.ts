// Rows of cells, wherever they come from, read as the entities of a class.
import { type ClassName, kindsOf } from '../dcat/index.ts'
import type { Location } from '../finding.ts'
import type { DraftEntity, DraftValue, Fault } from './draft.ts'
import { suggestion } from './faults.ts'
import { nearestWord } from './nearest-word.ts'
import { type Column, columnsByHeader, columnsOf, foldHeader } from './table-columns.ts'

/** A table: the first row with content holds the headers. Cells are texts; empty ones are empty texts. */
export interface Table {
  readonly class: ClassName
  readonly rows: readonly (readonly string[])[]
  /** The place of a cell, by row and column from 0. */
  readonly placeOf: (row: number, column: number) => Location
}

/** The entities of a table, one per row that is not empty. */
export function readTable(table: Table, faults: Fault[]): readonly DraftEntity[] {
  const head = table.rows.findIndex((row) => !isEmpty(row))
  if (head < 0) return []
  const columns = readHeaders(table, head, faults)
  const entities: DraftEntity[] = []
  for (let row = head + 1; row < table.rows.length; row++)
    if (!isEmpty(table.rows[row])) entities.push(readRow(table, row, columns))
  return entities
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '')
}

function readHeaders(table: Table, head: number, faults: Fault[]): readonly (Column | undefined)[] {
  const known = columnsByHeader(table.class)
  const seen = new Set<Column>()
  return table.rows[head].map((header, index) => {
    if (header.trim() === '') return undefined
    const column = known.get(foldHeader(header))
    const place = table.placeOf(head, index)
    if (!column) {
      const words = columnsOf(table.class).flatMap(({ label, name }) => [label.sv, label.en, name])
      faults.push({
        rule: 'build-unknown-column',
        place,
        params: { column: header.trim(), suggestion: suggestion(nearestWord(header.trim(), words)) },
      })
    } else if (seen.has(column))
      faults.push({ rule: 'build-column-twice', place, params: { column: header.trim() } })
    else {
      seen.add(column)
      return column
    }
    return undefined
  })
}

/** Values of one cell: several are written one below the other or with semicolons. */
function valuesIn(cell: string, { key }: Column): readonly string[] {
  const text = cell.trim()
  if (text === '') return []
  if (!key?.isMany) return [text]
  const isText = key.rows.some(({ value }) => value === 'text')
  // Sentences have semicolons; keywords and codes do not.
  const isSentence = isText && key.key !== 'keyword'
  return text.split(isSentence ? /\r?\n\s*\r?\n/ : /\s*(?:;|\r?\n)\s*/).filter((part) => part !== '')
}

function readRow(table: Table, row: number, columns: readonly (Column | undefined)[]): DraftEntity {
  const cells = table.rows[row]
  const first = cells.findIndex((cell) => cell.trim() !== '')
  const values: DraftValue[] = []
  const inside = new Map<string, DraftValue[]>()
  const plain: { [role: string]: { text: string; place: Location } } = {}
  columns.forEach((column, index) => {
    const cell = cells[index] ?? ''
    if (!column || cell.trim() === '') return
    const place = table.placeOf(row, index)
    if (column.role !== 'property') {
      plain[column.role] = { text: cell.trim(), place }
      return
    }
    const made = valuesIn(cell, column).map((text): DraftValue => {
      const lang = column.lang === undefined ? {} : { lang: column.lang }
      return { property: column.key!.key, content: { kind: 'written', text, ...lang }, place }
    })
    if (!column.within) values.push(...made)
    else inside.set(column.within.key, [...(inside.get(column.within.key) ?? []), ...made])
  })
  for (const [property, parts] of inside) {
    const at = values.findIndex((value) => value.property === property)
    const named = at < 0 ? undefined : values.splice(at, 1)[0]
    values.push(describedIn(table.class, { property, parts, named }))
  }
  const { id, iri, kind, whole } = plain
  return {
    class: table.class,
    place: table.placeOf(row, first),
    values,
    ...(id && { id: id.text }),
    ...(iri && { iri: iri.text }),
    ...(kind && { kind: kindNamed(table.class, kind.text) }),
    ...(whole && { partOf: { class: 'Dataset' as const, ref: whole.text, place: whole.place } }),
  }
}

interface InPlace {
  readonly property: string
  readonly parts: readonly DraftValue[]
  /** The address written in the property's own column: it is this that is described. */
  readonly named: DraftValue | undefined
}

function describedIn(name: ClassName, { property, parts, named }: InPlace): DraftValue {
  const key = columnsOf(name).find(({ within }) => within?.key === property)!.within!
  const { place } = named ?? parts[0]
  const iri = named?.content.kind === 'written' ? { iri: named.content.text } : {}
  return {
    property,
    content: { kind: 'entity', entity: { class: key.range[0], place, values: parts, ...iri } },
    place,
  }
}

/** `Organisation` is `Organization`; unknown words stay and are told of later. */
function kindNamed(name: ClassName, written: string): string {
  const kinds = [...kindsOf(name).keys()]
  const wanted = written.toLowerCase().replace('organisation', 'organization')
  return kinds.find((kind) => kind.toLowerCase() === wanted) ?? written
}
