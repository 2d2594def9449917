// The workbook that stewards fill in: a sheet per class, notes on the headers, lists to choose from, all generated
// from the property table and the code lists.
import { kindsOf } from '../dcat/index.ts'
import type { Lang } from '../finding.ts'
import type { Profile } from '../profile/index.ts'
import { type Column, columnsOf } from './table-columns.ts'
import { listsSheet, type SheetKind, settingsSheet, sheetKinds } from './table-sheets.ts'

export interface TemplateOptions {
  readonly lang: Lang
  readonly profile: Profile
  /** What made addresses begin with, filled in on the sheet of settings. */
  readonly base?: string
}

type Hucre = typeof import('hucre')
type WriteSheet = Parameters<Hucre['writeXlsx']>[0]['sheets'][number]
type Cells = NonNullable<WriteSheet['cells']>

/** Rows that can be filled in with lists to choose from. */
const LAST_ROW = 2000

/** The workbook as bytes of an .xlsx file. `rows` are filled in by sheet, as texts in the order of the columns. */
export async function xlsxTemplate(
  options: TemplateOptions,
  rows: Readonly<Record<string, readonly (readonly string[])[]>> = {},
): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre')
  const lists = collectLists(options)
  const sheets = sheetKinds.map((kind) => sheetOf(kind, options, { lists, rows: rows[kind.class] ?? [] }))
  return writeXlsx({ sheets: [settingsOf(options), ...sheets, listsOf(lists, options.lang)], activeSheet: 1 })
}

/** The header of one class as a CSV file with a byte order mark, for programs that guess the encoding. */
export function csvTemplate({ class: name }: SheetKind, lang: Lang): string {
  const cells = columnsOf(name).map(({ label }) =>
    /[";\n]/.test(label[lang]) ? `"${label[lang].replaceAll('"', '""')}"` : label[lang],
  )
  return `\ufeff${cells.join(';')}\r\n`
}

interface ListColumn {
  readonly title: string
  readonly values: readonly string[]
}

type Lists = ReadonlyMap<string, ListColumn>

/** Every code list a column asks for, by its name. */
function collectLists({ lang, profile }: TemplateOptions): Lists {
  const lists = new Map<string, ListColumn>()
  for (const { class: name } of sheetKinds)
    for (const { key } of columnsOf(name))
      for (const list of key?.rows.flatMap((row) => row.list ?? []) ?? []) {
        const vocabulary = [...profile.vocabularies.values()].find((each) => each.name === list)
        if (!vocabulary || lists.has(list) || vocabulary.deprecated) continue
        const values = [...vocabulary.concepts.values()].map(({ label }) => label[lang])
        lists.set(list, {
          title: vocabulary.title[lang],
          values: [...new Set(values)].sort((a, b) => a.localeCompare(b, lang)),
        })
      }
  return lists
}

function listsOf(lists: Lists, lang: Lang): WriteSheet {
  const columns = [...lists.values()]
  const longest = Math.max(0, ...columns.map(({ values }) => values.length))
  const rows = Array.from({ length: longest }, (_, index) =>
    columns.map(({ values }) => values[index] ?? null),
  )
  return {
    name: listsSheet[lang],
    rows: [columns.map(({ title }) => title), ...rows],
    freezePane: { rows: 1 },
  }
}

function settingsOf({ lang, base }: TemplateOptions): WriteSheet {
  const sv = lang === 'sv'
  return {
    name: settingsSheet[lang],
    columns: [{ width: 14 }, { width: 36 }, { width: 80 }],
    rows: [
      [
        'base',
        base ?? '',
        sv
          ? 'Fyll i: det som alla adresser ska börja med, på er egen domän, till exempel https://data.exempelkommun.se/. Ändra det inte sedan.'
          : 'Fill in: what all addresses are to begin with, on your own domain, such as https://data.example.se/. Do not change it later.',
      ],
      [
        'language',
        'sv',
        sv ? 'Språk för texter i kolumner utan språk.' : 'Language of texts in columns without one.',
      ],
    ],
  }
}

interface SheetParts {
  readonly lists: Lists
  readonly rows: readonly (readonly string[])[]
}

function sheetOf(kind: SheetKind, { lang }: TemplateOptions, { lists, rows }: SheetParts): WriteSheet {
  const columns = columnsOf(kind.class)
  const cells: Cells = new Map()
  columns.forEach((column, index) => {
    cells.set(`0,${index}`, {
      value: headerOf(column, lang),
      style: { font: { bold: true }, ...(isMandatory(column) && { fill: mandatoryFill }) },
      comment: { author: 'grunddata', text: noteOf(column, lang) },
    })
  })
  return {
    name: kind.label[lang],
    columns: columns.map((column) => ({
      width: Math.max(14, Math.min(40, headerOf(column, lang).length + 2)),
    })),
    rows: [columns.map((column) => headerOf(column, lang)), ...rows.map((row) => [...row])],
    cells,
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, index) => validationOf(column, { index, lang, lists, kind })),
  }
}

const mandatoryFill = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FFF2CC' } }

function headerOf(column: Column, lang: Lang): string {
  return column.label[lang]
}

function isMandatory({ key, within, lang }: Column): boolean {
  return key?.isMandatory === true && !within && lang !== 'en'
}

function noteOf(column: Column, lang: Lang): string {
  const sv = lang === 'sv'
  if (column.role === 'id')
    return sv
      ? 'Kort namn utan mellanslag, till exempel luftkvalitet. Adressen görs av det; ändra det inte sedan.'
      : 'A short name without blanks, for example air-quality. The address is made from it; do not change it later.'
  if (column.role === 'iri')
    return sv ? 'Bara om den redan har en adress.' : 'Only if it already has an address.'
  if (column.role === 'whole')
    return sv ? 'Id för datamängden som detta hör till.' : 'Id of the dataset that this belongs to.'
  if (column.role === 'kind') return sv ? 'Välj ur listan.' : 'Choose from the list.'
  const { rows, isMany } = column.key!
  const strength = column.key!.isMandatory
    ? sv
      ? 'Obligatorisk.'
      : 'Mandatory.'
    : rows.some(({ obligation }) => obligation === 'recommended')
      ? sv
        ? 'Rekommenderad.'
        : 'Recommended.'
      : sv
        ? 'Valfri.'
        : 'Optional.'
  const many = isMany
    ? sv
      ? ' Flera värden skiljs åt med semikolon.'
      : ' Several values are separated by semicolons.'
    : ''
  const how = rows.some(({ list }) => list)
    ? sv
      ? ' Välj ur listan eller skriv en adress.'
      : ' Choose from the list or write an address.'
    : ''
  return `${strength}${many}${how} (${rows[0].name})`
}

interface ValidationContext {
  readonly index: number
  readonly lang: Lang
  readonly lists: Lists
  readonly kind: SheetKind
}

/** A list to choose from; what is not in it may still be written. */
function validationOf(
  column: Column,
  { index, lang, lists, kind }: ValidationContext,
): NonNullable<WriteSheet['dataValidations']> {
  const letter = columnLetter(index)
  const formula = listFormula(column, { lang, lists, kind })
  if (formula === undefined) return []
  return [
    {
      type: 'list',
      ...(typeof formula === 'string' ? { formula1: formula } : { values: [...formula] }),
      range: `${letter}2:${letter}${LAST_ROW}`,
      allowBlank: true,
      showErrorMessage: false,
    },
  ]
}

function listFormula(
  { role, key, within }: Column,
  { lang, lists, kind }: Omit<ValidationContext, 'index'>,
): string | readonly string[] | undefined {
  if (role === 'kind') return [...kindsOf(kind.class).keys()]
  const idsOf = (name: string) => {
    const sheet = sheetKinds.find(({ class: each }) => each === name)
    return sheet && `'${sheet.label[lang]}'!$A$2:$A$${LAST_ROW}`
  }
  if (role === 'whole') return idsOf('Dataset')
  const list = key?.rows.map((row) => row.list).find((name) => name !== undefined && lists.has(name))
  if (list !== undefined) {
    const at = [...lists.keys()].indexOf(list)
    return `'${listsSheet[lang]}'!$${columnLetter(at)}$2:$${columnLetter(at)}$${1 + lists.get(list)!.values.length}`
  }
  const target = within ? undefined : key?.range.map(idsOf).find((formula) => formula !== undefined)
  return target
}

function columnLetter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)
}
