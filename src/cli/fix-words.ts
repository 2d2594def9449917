// What `fix` says: what was corrected, what could not be, and what is left, on standard error.
import type { Fixed } from '../author/index.ts'
import type { Finding, Lang, Text } from '../finding.ts'
import type { Terminal } from './terminal.ts'

export interface Told {
  readonly file: string
  readonly fixed: Fixed
  /** Nothing is written. */
  readonly isDry: boolean
  readonly isUnsafe: boolean
}

const MAX_LINES = 20

export const fixWords = {
  total: (count: number, files: number, isDry: boolean): Text => ({
    sv: `Totalt ${count} ${count === 1 ? 'rättelse' : 'rättelser'} i ${files} filer${isDry ? '; inget har skrivits' : ''}.`,
    en: `${count} ${count === 1 ? 'correction' : 'corrections'} in ${files} files${isDry ? '; nothing was written' : ''}.`,
  }),
}

/** Tells what came of one file. */
export function tellFixed(told: Told, { lang, tell }: Terminal): void {
  const { file, fixed } = told
  const lines = fixed.made.slice(0, MAX_LINES).map((finding) => `  ${line(finding, lang)}\n`)
  const more = fixed.made.length - lines.length
  if (more > 0) lines.push(`  … ${{ sv: `och ${more} till`, en: `and ${more} more` }[lang]}\n`)
  const left = fixed.left.map(({ finding, reason }) => `  ${line(finding, lang, notMade(reason))}\n`)
  tell(
    `${headline(told)[lang]}\n${lines.join('')}${left.join('')}${rest(fixed, told)[lang]}`.replace(
      /^/,
      `${file}: `,
    ),
  )
}

function headline({ fixed: { made }, isDry }: Told): Text {
  const count = made.length
  if (count === 0) return { sv: 'inget att rätta.', en: 'nothing to correct.' }
  const swedish = count === 1 ? 'anmärkning' : 'anmärkningar'
  const english = count === 1 ? 'finding' : 'findings'
  return isDry
    ? { sv: `${count} ${swedish} kan rättas.`, en: `${count} ${english} can be corrected.` }
    : {
        sv: `${count} ${swedish} rättade.`.replace('1 anmärkning rättade', '1 anmärkning rättad'),
        en: `${count} ${english} corrected.`,
      }
}

function notMade(reason: Text): Text {
  return { sv: `rättades inte: ${reason.sv}`, en: `not corrected: ${reason.en}` }
}

function line({ location, rule, fix }: Finding, lang: Lang, instead?: Text): string {
  const place = { sv: `rad ${location.line}`, en: `line ${location.line}` }[lang]
  return `${place.padEnd(9)} ${instead ? instead[lang] : fix?.description[lang]}  ${rule}`
}

function rest({ findings }: Fixed, { isUnsafe }: Told): Text {
  const guesses = findings.filter(({ fix }) => fix?.kind === 'suggested').length
  if (findings.length === 0) return { sv: '', en: '' }
  const left = {
    sv: `  Kvar: ${findings.length} ${findings.length === 1 ? 'anmärkning' : 'anmärkningar'}`,
    en: `  Left: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
  }
  if (guesses === 0 || isUnsafe) return { sv: `${left.sv}.\n`, en: `${left.en}.\n` }
  return {
    sv: `${left.sv}, varav ${guesses} med förslag som --unsafe använder.\n`,
    en: `${left.en}, ${guesses} of them with a suggestion that --unsafe applies.\n`,
  }
}
