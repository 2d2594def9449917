// The infrastructure as tables: phases, funding, use, and where the source disagrees with itself.
import type { Lang, Text } from '../finding.ts'
import {
  categories,
  components,
  domains,
  funding,
  fundingTotals,
  inconsistencies,
  type Measure,
  measures,
  type Progress,
  phases,
  progress,
  type UsageFigure,
  type UsageTable,
  usage,
} from '../framework/index.ts'
import { number, paint } from '../report/index.ts'
import { fieldLines, paragraph, tableLines } from './fields.ts'
import type { Terminal } from './terminal.ts'

const YEARS = ['2021', '2022', '2023'] as const
const NONE = '–'

const words = {
  state: { sv: 'Komponenter och faser, läget 2023-12-31', en: 'Components and phases, state at 2023-12-31' },
  component: { sv: 'Komponent', en: 'Component' },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  phase: { sv: 'Fas', en: 'Phase' },
  now: { sv: 'Läge', en: 'State' },
  unstated: {
    sv: '? Det är inte känt om komponenten har nått fasen.',
    en: '? It is not known whether the component has reached the phase.',
  },
  implied: {
    sv: '* Källan anger inte fasen: den följer av att komponenten är i drift.',
    en: '* The source does not state the phase: it follows from the component being in operation.',
  },
  funding: { sv: 'Medel, tusen kronor', en: 'Funding, thousand SEK' },
  total: { sv: 'Summa', en: 'Total' },
  all: { sv: 'Hela infrastrukturen', en: 'The whole infrastructure' },
  use: { sv: 'Användning', en: 'Use' },
  measure: { sv: 'Mått', en: 'Measure' },
  empty: {
    sv: `${NONE} betyder att källan inte har någon uppgift; det är inte noll.`,
    en: `${NONE} means that the source has no figure; it is not zero.`,
  },
  inconsistencies: { sv: 'Där källan motsäger sig själv', en: 'Where the source disagrees with itself' },
  stated: { sv: 'Texten', en: 'The text' },
  found: { sv: 'Uppgifterna', en: 'The facts' },
} as const satisfies Record<string, Text>

const tableTitles: Readonly<Record<UsageTable, Text>> = {
  'usage-infrastructure': { sv: 'Infrastrukturen', en: 'The infrastructure' },
  'usage-mina-ombud': { sv: 'Mina ombud', en: 'Mina ombud' },
  'usage-indicator-7': { sv: 'Indikator 7', en: 'Indicator 7' },
}

/** Every component with its phase. */
export function componentsText(terminal: Terminal): string {
  const { lang } = terminal
  const groups = progress(lang)
  const head = [words.component[lang], words.responsible[lang], words.phase[lang], words.now[lang]]
  const rows = groups.flatMap(({ rows: each }) => each.map((row) => progressCells(row, lang)))
  const lines = tableLines([head, ...rows], ['left', 'left', 'left', 'left'], terminal)
  const { title, quiet } = paint(terminal.color)
  let at = 1
  const tables = groups.map(({ category, rows: each }) => {
    const own = lines.slice(at, (at += each.length))
    return `${title(category.label[lang])}\n${own.join('')}`
  })
  const steps = phases.map(({ label, order }) => `${order} ${label[lang]}`).join(', ')
  return `${title(words.state[lang])}\n\n${lines[0]}\n${tables.join('\n')}\n${quiet(
    [`${words.phase[lang]}: ${steps}.`, words.unstated[lang], words.implied[lang]]
      .map((note) => paragraph(note, terminal))
      .join(''),
  )}`
}

function progressCells(row: Progress, lang: Lang): readonly string[] {
  const rest = phases.length - row.steps
  const dots =
    row.isOffPath && row.steps === 0 ? NONE : '●'.repeat(row.steps) + (row.isExact ? '○' : '?').repeat(rest)
  return [row.component.label[lang], row.responsible, dots, row.state + (row.isImplied ? ' *' : '')]
}

/** Table 1: amounts by component and year, with the totals that are printed. */
export function fundingText(terminal: Terminal): string {
  const { lang } = terminal
  const all = [...components, ...domains]
  const amountOf = (id: string) => (year: string) =>
    funding.find(({ component, year: of }) => component === id && of === year)?.amount
  const totalOf = (id: string) => (period: string) =>
    fundingTotals.find((total) => total.of === id && total.period === period)?.amount
  const rows = categories.flatMap(({ id, label }) => [
    ...all
      .filter(({ category }) => category === id)
      .map((part) => [
        part.label[lang],
        ...cells(amountOf(part.id), lang),
        cell(totalOf(part.id)('2021-2023'), lang),
      ]),
    [label[lang].toUpperCase(), ...cells(totalOf(id), lang), cell(totalOf(id)('2021-2023'), lang)],
  ])
  const whole = [
    words.all[lang].toUpperCase(),
    ...cells(totalOf('all'), lang),
    cell(totalOf('all')('2021-2023'), lang),
  ]
  const head = [words.component[lang], ...YEARS, words.total[lang]]
  const table = tableLines(
    [head, ...rows, whole],
    ['left', 'right', 'right', 'right', 'right'],
    terminal,
  ).join('')
  return `${paint(terminal.color).title(words.funding[lang])}\n\n${table}\n${paragraph(words.empty[lang], terminal)}`
}

function cells(of: (year: string) => number | undefined, lang: Lang): readonly string[] {
  return YEARS.map((year) => cell(of(year), lang))
}

function cell(value: number | undefined, lang: Lang, hasDecimals = false): string {
  if (value === undefined) return NONE
  return hasDecimals ? value.toFixed(1).replace('.', lang === 'sv' ? ',' : '.') : number(value, lang)
}

/** Tables 2–4: figures by measure and period. */
export function usageText(terminal: Terminal): string {
  const { lang } = terminal
  const { title } = paint(terminal.color)
  const notes = [...new Set(usage.flatMap(({ note }) => (note ? [note[lang]] : [])))]
  const tables = (Object.keys(tableTitles) as UsageTable[]).map(
    (table) => `${title(tableTitles[table][lang])}\n${usageTable(table, notes, terminal)}`,
  )
  const footnotes = notes.map((note, at) => paragraph(`${'*'.repeat(at + 1)} ${note}`, terminal)).join('')
  return `${title(words.use[lang])}\n\n${tables.join('\n')}\n${footnotes}${paragraph(words.empty[lang], terminal)}`
}

function usageTable(table: UsageTable, notes: readonly string[], terminal: Terminal): string {
  const { lang } = terminal
  const own = usage.filter((figure) => figure.table === table)
  const columns = periodsOf(own)
  const hasHalves = columns.some(isHalf)
  const names = columns.map((id) => (hasHalves && !isHalf(id) ? words.total[lang] : id.replace('-', ' ')))
  const rows = measures
    .filter((measure) => measure.table === table)
    .map((measure) => {
      const figures = own.filter((each) => each.measure === measure.id)
      const hasDecimals = figures.some(({ value }) => !Number.isInteger(value))
      const shown = columns.map((id) => {
        const figure = figures.find(({ period }) => period === id)
        const mark = figure?.note ? '*'.repeat(notes.indexOf(figure.note[lang]) + 1) : ''
        return cell(figure?.value, lang, hasDecimals) + mark
      })
      return [measureName(measure, lang), ...shown]
    })
  const alignments = [...columns.map(() => 'right' as const)]
  return tableLines([[words.measure[lang], ...names], ...rows], ['left', ...alignments], terminal).join('')
}

const isHalf = (period: string) => /-H[12]$/.test(period)

/** Half-years first, then what they add up to. */
function periodsOf(figures: readonly UsageFigure[]): readonly string[] {
  const used = [...new Set(figures.map(({ period }) => period))].sort()
  return [...used.filter(isHalf), ...used.filter((period) => !isHalf(period))]
}

function measureName({ label, unit, group, table }: Measure, lang: Lang): string {
  const isMillions = unit.en === 'million'
  const name = isMillions ? `${label[lang]}, ${unit[lang]}` : label[lang]
  const isGiven = table !== 'usage-infrastructure' || name.includes(group[lang])
  return isGiven
    ? name
    : `${group[lang]}: ${/^[A-ZÅÄÖ][a-zåäö]/.test(name) ? name[0].toLowerCase() : name[0]}${name.slice(1)}`
}

/** What the text of the source says, beside what its figures give. */
export function inconsistenciesText(terminal: Terminal): string {
  const { lang } = terminal
  const { title } = paint(terminal.color)
  const entries = inconsistencies.map(({ label, stated, found }) => {
    const fields = [
      [words.stated[lang], [stated[lang]]],
      [words.found[lang], [found[lang]]],
    ] as const
    return `${label[lang]}\n${fieldLines(fields, terminal)}`
  })
  return `${title(words.inconsistencies[lang])}\n\n${entries.join('\n')}`
}
