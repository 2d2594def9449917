// Workbooks and CSV files: the template, filled in and built; findings that name the cell; bad files of every kind.
import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../src/author/csv-input.ts'
import { buildGraph, columnsOf, csvTemplate, sheetKinds, xlsxTemplate } from '../src/author/index.ts'
import { cellName, readWorkbook } from '../src/author/xlsx-input.ts'
import { DEFAULT_PROFILE, loadProfile } from '../src/profile/index.ts'
import { ID, iriId, subjects } from '../src/rdf/index.ts'
import { reporters } from '../src/report/index.ts'
import { validateGraph } from '../src/validate.ts'

const encoder = new TextEncoder()
const example = { name: 'inventering.xlsx', bytes: readFileSync('examples/inventering.xlsx') }

async function built(documents: readonly { name: string; bytes: Uint8Array }[]) {
  const profile = await loadProfile(DEFAULT_PROFILE)
  const { graph } = await buildGraph(documents, { profile })
  const validated = await validateGraph({ graph, name: documents[0].name }, { profile })
  return { graph, validated, findings: validated.reports[0].findings }
}

/** A workbook with one sheet. */
async function workbook(name: string, rows: (string | number | Date | null)[][], more: object = {}) {
  return { name: 'bok.xlsx', bytes: await writeXlsx({ sheets: [{ name, rows, ...more }] }) }
}

describe('the example', () => {
  it('has 40 datasets and builds without errors or warnings', async () => {
    const { graph, findings } = await built([example])
    const count = (type: string) =>
      subjects(graph, ID.type, iriId(graph, `http://www.w3.org/ns/dcat#${type}`)).length
    expect([count('Catalog'), count('Dataset'), count('Distribution')]).toEqual([1, 40, 40])
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('one broken cell gives one finding that names the cell', async () => {
    const { read } = await import('hucre')
    const { sheets } = await read(example.bytes)
    const sheet = sheets.find(({ name }) => name === 'Datamängder')!
    const column = sheet.rows[0].indexOf('Uppdateringsfrekvens')
    sheet.rows[13][column] = 'lite då och då'
    const bytes = await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) })
    const { validated, findings } = await built([{ name: 'inventering.xlsx', bytes }])
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule, location }) => `${rule} ${location.sheet} ${location.cell}`)).toEqual([
      `build-unknown-code Datamängder ${cellName(13, column)}`,
    ])
    const text = reporters.text(validated.reports, { lang: 'sv' })
    expect(text).toContain('inventering.xlsx, blad Datamängder')
    expect(text).toContain(`cell ${cellName(13, column)}`)
  })
})

describe('the template', () => {
  it.each(['sv', 'en'] as const)('has a sheet per class, headers with notes and lists (%s)', async (lang) => {
    const profile = await loadProfile(DEFAULT_PROFILE)
    const { read } = await import('hucre')
    const { sheets } = await read(await xlsxTemplate({ lang, profile }))
    const names = sheets.map(({ name }) => name)
    for (const { label } of sheetKinds) expect(names).toContain(label[lang])
    const datasets = sheets.find(({ name }) => name === (lang === 'sv' ? 'Datamängder' : 'Datasets'))!
    expect(datasets.rows[0]).toEqual(columnsOf('Dataset').map(({ label }) => label[lang]))
    expect(datasets.dataValidations?.length).toBeGreaterThan(5)
    const lists = sheets[sheets.length - 1]
    expect(lists.rows.flat()).toContain(lang === 'sv' ? 'kvartalsvis' : 'quarterly')
    // Empty, it says nothing and is no fault.
    const draft = await readWorkbook({ name: 'mall.xlsx', bytes: await xlsxTemplate({ lang, profile }) })
    expect([draft.entities, draft.faults]).toEqual([[], []])
  })

  it('every header of either language means its column', () => {
    for (const { class: name } of sheetKinds) {
      const columns = columnsOf(name)
      for (const lang of ['sv', 'en'] as const) {
        const labels = columns.map(({ label }) => label[lang])
        expect(new Set(labels).size, `${name} ${lang}`).toBe(labels.length)
      }
      expect(csvTemplate(sheetKinds.find((kind) => kind.class === name)!, 'sv').split(';')).toHaveLength(
        columns.length,
      )
    }
  })
})

describe('reading', () => {
  const faultsOf = async (document: { name: string; bytes: Uint8Array }) =>
    (await readWorkbook(document)).faults.map(({ rule, place }) => `${rule} ${place.cell ?? ''}`.trim())

  it('takes columns in any order, of either language, and rows with gaps', async () => {
    const book = await workbook('Datasets', [
      [null, null, null],
      ['Title (English)', 'id', 'Titel (svenska)'],
      ['Air', 'luft', 'Luft'],
      [null, null, null],
      ['Water', 'vatten', null],
    ])
    const { entities, faults } = await readWorkbook(book)
    expect(faults).toEqual([])
    expect(entities.map(({ id, values }) => [id, values.length])).toEqual([
      ['luft', 2],
      ['vatten', 1],
    ])
    expect(entities[1].place).toMatchObject({ sheet: 'Datasets', cell: 'A5' })
  })

  it('reads days as days, numbers as numbers and several values in a cell', async () => {
    const book = await workbook('Datamängder', [
      ['Id', 'Utgivningsdatum', 'Nyckelord (svenska)'],
      ['a', new Date(Date.UTC(2026, 1, 3)), 'luft; vatten\nmark'],
    ])
    const [{ values }] = (await readWorkbook(book)).entities
    expect(values.map(({ content }) => content.kind === 'written' && content.text)).toEqual([
      '2026-02-03',
      'luft',
      'vatten',
      'mark',
    ])
  })

  it.each<[string, () => Promise<{ name: string; bytes: Uint8Array }>, readonly string[]]>([
    [
      'an unknown column',
      () =>
        workbook('Datamängder', [
          ['Id', 'Titell (svenska)'],
          ['a', 'x'],
        ]),
      ['build-unknown-column B1'],
    ],
    [
      'a column twice',
      () =>
        workbook('Datamängder', [
          ['Id', 'id'],
          ['a', 'b'],
        ]),
      ['build-column-twice B1'],
    ],
    ['an unknown sheet', () => workbook('Datamängderr', [['Id'], ['a']]), ['build-unknown-sheet A1']],
    [
      'merged cells',
      () =>
        workbook('Datamängder', [['Id'], ['a'], ['b']], {
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
        }),
      ['build-cell-merged A2'],
    ],
    [
      'a formula that went wrong',
      () =>
        workbook('Datamängder', [
          ['Id', 'Titel (svenska)'],
          ['a', '#REF!'],
        ]),
      ['build-cell-error B2'],
    ],
    [
      'a formula without a result',
      () =>
        workbook(
          'Datamängder',
          [
            ['Id', 'Titel (svenska)'],
            ['a', null],
          ],
          { cells: new Map([['1,1', { formula: 'A2&"x"' }]]) },
        ),
      ['build-cell-formula B2'],
    ],
    [
      'a file that is no workbook',
      async () => ({ name: 'bok.xlsx', bytes: encoder.encode('PK\u0003\u0004 nonsense') }),
      ['build-workbook-corrupt'],
    ],
    [
      'an empty file',
      async () => ({ name: 'bok.xlsx', bytes: new Uint8Array() }),
      ['build-workbook-corrupt'],
    ],
    [
      'a file that was cut off',
      async () => ({ name: 'bok.xlsx', bytes: example.bytes.subarray(0, 9_000) }),
      ['build-workbook-corrupt'],
    ],
  ])('%s', async (_, make, expected) => expect(await faultsOf(await make())).toEqual(expected))

  it('a workbook with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Datamängder', rows: [['Id']] }],
      encryption: { password: 'hemligt', spinCount: 1000 },
    })
    expect(await faultsOf({ name: 'bok.xlsx', bytes })).toEqual(['build-workbook-locked'])
  })

  it('a workbook that says it swells beyond measure is not unpacked', async () => {
    const bytes = Uint8Array.from(example.bytes)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 210_000_000, true)
    expect(await faultsOf({ name: 'bok.xlsx', bytes })).toEqual(['build-workbook-too-large'])
  })

  it('a formula says its saved result', async () => {
    const book = await workbook(
      'Datamängder',
      [
        ['Id', 'Titel (svenska)'],
        ['a', null],
      ],
      {
        cells: new Map([['1,1', { formula: '"Lu"&"ft"', formulaResult: 'Luft' }]]),
      },
    )
    const draft = await readWorkbook(book)
    expect(draft.faults).toEqual([])
    expect(draft.entities[0].values.map(({ content }) => content.kind === 'written' && content.text)).toEqual(
      ['Luft'],
    )
  })
})

describe('CSV', () => {
  it('is named after what it lists; separators, quotes and byte order marks do not matter', async () => {
    const text =
      '\ufeffId;Titel (svenska);Beskrivning (svenska)\r\nluft;Luft;"Två\nrader; och ett semikolon"\r\nvatten;Vatten;x\r\n'
    const { entities, faults } = await readCsv({ name: 'mapp/Datamängder.csv', bytes: encoder.encode(text) })
    expect(faults).toEqual([])
    expect(entities.map(({ id }) => id)).toEqual(['luft', 'vatten'])
    expect(entities[1].place).toMatchObject({ file: 'mapp/Datamängder.csv', line: 4 })
    const commas = await readCsv({
      name: 'publishers.csv',
      bytes: encoder.encode('id,Name\na,Exempelkommun\n'),
    })
    expect(commas.entities).toHaveLength(1)
  })

  it('of another name says how to name it', async () => {
    const { faults } = await readCsv({ name: 'export-3.csv', bytes: encoder.encode('a;b\n1;2\n') })
    expect(faults.map(({ rule }) => rule)).toEqual(['build-unknown-table'])
  })
})
