// What `upgrade` says: what was done, what was not, and what a person has to decide, on standard error.
import type { Told, Upgraded } from '../author/index.ts'
import type { Lang, Text } from '../finding.ts'
import { wrap } from '../report/index.ts'
import { textWidth } from './fields.ts'
import type { Terminal } from './terminal.ts'

export interface UpgradeTold {
  readonly file: string
  readonly upgraded: Upgraded
  readonly isDry: boolean
  readonly euLines: readonly Text[]
}

export const upgradeWords = {
  noEu: {
    sv: 'Inget behövde skrivas i annan form.',
    en: 'Nothing had to be written in another form.',
  },
  anew: {
    sv: 'Filen skrevs om från början: kommentarer och ordning följer inte med.',
    en: 'The file was written anew: comments and order are not kept.',
  },
  eu: (name: string, count: number): Text => ({
    sv: `${name} skrivs i annan form (${count}).`,
    en: `${name} is written in another form (${count}).`,
  }),
  current: {
    sv: 'följer redan 3.0.1 så långt det går att avgöra.',
    en: 'follows 3.0.1 already, as far as can be told.',
  },
} as const

/** Tells what came of one file. */
export function tellUpgraded({ file, upgraded, isDry, euLines }: UpgradeTold, terminal: Terminal): void {
  const { lang, tell } = terminal
  const item = (sign: string, text: string) => {
    const [first, ...more] = text.split('\n').flatMap((line) => wrap(line.trim(), textWidth(terminal) - 4))
    tell(`  ${sign} ${[first, ...more.map((line) => `    ${line}`)].join('\n')}\n`)
  }
  const { done, proposed, left, isInPlace } = upgraded
  const head = done.length === 0 ? upgradeWords.current : count(done.length, isDry)
  tell(`${file}: ${head[lang]}\n`)
  for (const line of grouped(done, lang)) item('✓', line)
  for (const text of euLines) item('✓', text[lang])
  if (!isInPlace && euLines.length === 0) tell(`  ${upgradeWords.anew[lang]}\n`)
  if (left.length > 0) tell(`  ${notInPlace[lang]}\n`)
  for (const line of grouped(left, lang)) item('✗', line)
  if (proposed.length > 0) tell(`  ${decide[lang]}\n`)
  for (const line of grouped(proposed, lang)) item('?', line)
}

function count(number: number, isDry: boolean): Text {
  const sv = number === 1 ? 'ändring' : 'ändringar'
  const en = number === 1 ? 'change' : 'changes'
  return isDry
    ? { sv: `${number} ${sv} skulle göras.`, en: `${number} ${en} would be made.` }
    : { sv: `${number} ${sv} till 3.0.1.`, en: `${number} ${en} to 3.0.1.` }
}

const notInPlace: Text = {
  sv: 'Gick inte att göra på plats; använd --rewrite:',
  en: 'Could not be done in place; use --rewrite:',
}
const decide: Text = { sv: 'För dig att avgöra:', en: 'For you to decide:' }

/** One line for each kind of step, with the lines of the file it is about. */
function grouped(steps: readonly Told[], lang: Lang): readonly string[] {
  const groups = new Map<string, Told[]>()
  for (const step of steps) groups.set(step.text[lang], [...(groups.get(step.text[lang]) ?? []), step])
  return [...groups].map(([text, all]) => {
    const lines = [...new Set(all.map(({ line }) => line).filter((line) => line > 0))].sort((a, b) => a - b)
    const word = { sv: lines.length === 1 ? 'rad' : 'rader', en: lines.length === 1 ? 'line' : 'lines' }[lang]
    const shown = `${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ' …' : ''}`
    const proposals = [...new Set(all.flatMap(({ proposal }) => proposal ?? []))]
    const proposal = proposals.length === 1 ? `\n      ${proposals[0]}` : ''
    const times = all.length > 1 ? ` (${all.length})` : ''
    return `${text}${times}${lines.length > 0 ? ` [${word} ${shown}]` : ''}${proposal}`
  })
}
