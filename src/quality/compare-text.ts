// The comparison of the judges for a terminal.
import type { Lang, Text } from '../finding.ts'
import type { Comparison, Difference, Judge, Tally } from './compare.ts'
import { number, ratingLabel } from './render.ts'
import { wrapped } from './wrap.ts'

export interface CompareRender {
  readonly lang: Lang
  readonly width?: number
  /** Whose view is shown; default: all. */
  readonly judges?: readonly Judge[]
  /** Differences told in full; default 20. */
  readonly most?: number
}

export const compareWords = {
  title: { sv: 'Så bedöms katalogen', en: 'How the catalogue is judged' },
  judge: { sv: 'Granskare', en: 'Judge' },
  errors: { sv: 'fel', en: 'errors' },
  warnings: { sv: 'varningar', en: 'warnings' },
  points: { sv: 'poäng av 405', en: 'points of 405' },
  se: { sv: 'Sverige: DCAT-AP-SE', en: 'Sweden: DCAT-AP-SE' },
  eu: { sv: 'data.europa.eu: MQA', en: 'data.europa.eu: MQA' },
  itb: { sv: 'EU: former för DCAT-AP 3.0.1', en: 'EU: shapes of DCAT-AP 3.0.1' },
  linksUntried: {
    sv: 'Poängen är utan länkprov: högst 80 poäng till kan komma av länkar som fungerar.',
    en: 'The points are without a test of links: at most 80 more come from links that work.',
  },
  metricDifferences: { sv: 'Poäng som skiljer', en: 'Points that differ' },
  differences: { sv: 'Skillnader', en: 'Differences' },
  none: {
    sv: 'Sverige och EU:s former säger samma sak om katalogen.',
    en: 'Sweden and the shapes of the EU say the same of the catalogue.',
  },
  accepts: { sv: 'inget att anmärka', en: 'nothing to remark' },
  slips: {
    sv: 'Fel i formerna, inte i katalogen (räknas inte ovan)',
    en: 'Faults of the shapes, not of the catalogue (not counted above)',
  },
  silent: { sv: 'borde sägas', en: 'ought to be said' },
  tables: {
    sv: 'Listornas koder är prövade mot våra egna kopior. Körs formerna utan EU:s tabeller kallas varje riktig kod fel.',
    en: 'The codes of lists are tested against our own copies. Run without the tables of the EU, the shapes call every right code wrong.',
  },
  why: { sv: 'Varför', en: 'Why' },
  what: { sv: 'Uppgift', en: 'Statement' },
} as const satisfies Record<string, Text>

/** Sentences that hold figures. */
export const compareSentences = {
  after: (tally: Tally, lang: Lang): string =>
    lang === 'sv'
      ? `Efter grunddata upgrade --to-eu: ${tally.errors} fel och ${tally.warnings} varningar enligt EU:s former.`
      : `After grunddata upgrade --to-eu: ${tally.errors} errors and ${tally.warnings} warnings by the shapes of the EU.`,
  nonConforming: ({ eu, datasets }: Comparison, lang: Lang): string =>
    lang === 'sv'
      ? `${eu.nonConforming} av ${datasets} datamängder följer inte DCAT-AP enligt formerna och mister 30 poäng hos data.europa.eu.`
      : `${eu.nonConforming} of ${datasets} datasets do not conform to DCAT-AP by the shapes and lose 30 points at data.europa.eu.`,
  agreements: (count: number, lang: Lang): string =>
    lang === 'sv'
      ? `Om ${count} uppgifter säger båda samma sak.`
      : `Of ${count} statements both say the same.`,
  highValue: ({ marked, unmarked }: Comparison['highValue'], lang: Lang): string =>
    lang === 'sv'
      ? `Formerna för värdefulla datamängder ser på alla datamängder: kör dem bara på de ${marked} som är märkta, annars faller de ${unmarked} andra.`
      : `The shapes for high-value datasets look at every dataset: run them only on the ${marked} that are marked, else the ${unmarked} others fail.`,
  more: (count: number, lang: Lang): string =>
    lang === 'sv'
      ? `och ${count} skillnader till (--format json)`
      : `and ${count} more differences (--format json)`,
} as const

const LABEL = 31

/** The comparison in words. */
export function compareText(comparison: Comparison, options: CompareRender): string {
  const { lang, width = 80, judges = ['se', 'eu', 'itb'], most = 20 } = options
  const w = (key: keyof typeof compareWords) => compareWords[key][lang]
  const lines = [`${w('title')}: ${comparison.source}`, '']
  lines.push(...judgeLines(comparison, judges, lang))
  const tell = (sentence: string) => lines.push('', ...wrapped(sentence, width, 0))
  if (judges.includes('se') || judges.includes('eu')) tell(w('linksUntried'))
  if (judges.includes('eu') && comparison.eu.nonConforming > 0)
    tell(compareSentences.nonConforming(comparison, lang))
  if (judges.includes('se') && judges.includes('eu')) lines.push(...metricLines(comparison, lang, width))
  if (judges.includes('itb')) {
    lines.push(...differenceLines(comparison, { lang, width, most }))
    if (comparison.itbAfter) tell(compareSentences.after(comparison.itbAfter, lang))
    lines.push(...slipLines(comparison, lang, width))
  }
  return `${lines.join('\n')}\n`
}

function judgeLines({ se, eu, itb }: Comparison, judges: readonly Judge[], lang: Lang): string[] {
  const w = (key: keyof typeof compareWords) => compareWords[key][lang]
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(LABEL)}${cells[0].padStart(7)}${cells[1].padStart(11)}  ${cells[2]}`.trimEnd()
  const points = ({ points: own, percentage, rating }: Comparison['eu']) =>
    `${number(own, lang)} (${number(percentage, lang)} %), ${ratingLabel(rating, lang)}`
  const rows: Readonly<Record<Judge, string>> = {
    se: row(w('se'), [String(se.errors), String(se.warnings), points({ ...se, nonConforming: 0 })]),
    eu: row(w('eu'), ['–', '–', points(eu)]),
    itb: row(w('itb'), [String(itb.errors), String(itb.warnings), '–']),
  }
  return [row(w('judge'), [w('errors'), w('warnings'), w('points')]), ...judges.map((each) => rows[each])]
}

function metricLines({ metrics }: Comparison, lang: Lang, width: number): string[] {
  if (metrics.length === 0) return []
  const value = (points: number | null) => (points === null ? '–' : number(points, lang)).padStart(6)
  return [
    '',
    `${compareWords.metricDifferences[lang].padEnd(LABEL)}${'se'.padStart(6)}${'eu'.padStart(6)}`,
    ...metrics.flatMap(({ label, se, eu, max, why }) => [
      `${`  ${label[lang]}`.padEnd(LABEL)}${value(se)}${value(eu)}   / ${max}`,
      ...wrapped(why[lang], width, 4),
    ]),
  ]
}

interface Shown {
  readonly lang: Lang
  readonly width: number
  readonly most: number
}

function differenceLines({ differences, agreements }: Comparison, { lang, width, most }: Shown): string[] {
  if (differences.length === 0) return ['', ...wrapped(compareWords.none[lang], width, 0)]
  const lines = ['', compareWords.differences[lang]]
  for (const [index, each] of differences.slice(0, most).entries())
    lines.push(...differenceEntry(each, index + 1, { lang, width, most }))
  if (differences.length > most) lines.push(`  ${compareSentences.more(differences.length - most, lang)}`)
  if (agreements > 0) lines.push('', compareSentences.agreements(agreements, lang))
  return lines
}

function differenceEntry(difference: Difference, index: number, { lang, width }: Shown): string[] {
  const { label, se, itb, why, remedy } = difference
  const rules = se.rules.length > 0 ? ` (${se.rules.join(', ')})` : ''
  return [
    ...wrapped(`${String(index).padStart(2)}. ${label[lang]}`, width, 1, 5),
    ...wrapped(`se: ${said(se, lang)}${rules} · itb: ${said(itb, lang)}`, width, 5),
    ...wrapped(why[lang], width, 5),
    ...(remedy ? wrapped(`→ ${remedy[lang]}`, width, 5, 7) : []),
  ]
}

/** “7 fel”, “2 varningar”, “inget att anmärka”. */
export function said({ errors, warnings }: Tally, lang: Lang): string {
  const count = (number: number, one: Text, many: Text) =>
    number === 0 ? [] : [`${number} ${(number === 1 ? one : many)[lang]}`]
  const parts = [
    ...count(errors, { sv: 'fel', en: 'error' }, { sv: 'fel', en: 'errors' }),
    ...count(warnings, { sv: 'varning', en: 'warning' }, { sv: 'varningar', en: 'warnings' }),
  ]
  return parts.join(', ') || compareWords.accepts[lang]
}

function slipLines({ slips, highValue, itb }: Comparison, lang: Lang, width: number): string[] {
  const isMixed = highValue.marked > 0 && highValue.unmarked > 0
  const lines = ['', ...wrapped(compareWords.slips[lang], width, 0)]
  const total = said(itb.slips, lang)
  if (slips.length > 0) lines.push(`  ${total}:`)
  for (const { count, severity, isSilent, what } of slips) {
    const counts = isSilent
      ? `${count} × ${compareWords.silent[lang]}`
      : said(severity === 'error' ? { errors: count, warnings: 0 } : { errors: 0, warnings: count }, lang)
    lines.push(...wrapped(`– ${counts}. ${what[lang]}`, width, 4, 6))
  }
  lines.push(...wrapped(`– ${compareWords.tables[lang]}`, width, 4, 6))
  if (isMixed) lines.push(...wrapped(`– ${compareSentences.highValue(highValue, lang)}`, width, 4, 6))
  return lines
}
