// What a publisher is written: Markdown ready to send, only when there is something to tell.
import type { Lang } from '../../finding.ts'
import type { SourceOutcome } from '../types.ts'
import { kindText, thingText } from './thing.ts'
import { countsText, faultWords, isNews, stateWords } from './words.ts'

export interface Mail {
  readonly source: string
  readonly subject: string
  readonly markdown: string
}

const MOST_CHANGES = 40
const MOST_RULES = 10

/** The letter about a source; undefined when nothing has happened that its owner should know. */
export function harvestMail(outcome: SourceOutcome, lang: Lang): Mail | undefined {
  if (!isNews(outcome)) return undefined
  const { source, state, counts, run, brake, notes, changes } = outcome
  const name = source.title ?? source.id
  const what = state === 'held' || state === 'failed' ? stateWords[state][lang] : countsText(counts, lang)
  const lines: string[] = [`# ${escaped(name)}: ${what}`, '', `<${source.url}>`, '']
  if (run?.failure) {
    const { message, hint, fault } = run.failure
    lines.push(
      `**${escaped(message[lang])}**`,
      '',
      ...(hint ? [escaped(hint[lang]), ''] : []),
      faultWords[fault][lang],
      '',
    )
  }
  if (brake.length > 0)
    lines.push(words.held[lang], '', ...brake.map(({ text }) => `- ${escaped(text[lang])}`), '')
  for (const note of notes) lines.push(escaped(note[lang]), '')
  if (changes.length > 0) {
    lines.push(`## ${words.changes[lang]}`, '')
    for (const change of changes.slice(0, MOST_CHANGES)) {
      const reason = change.reason ? ` – ${escaped(change.reason[lang])}` : ''
      lines.push(`- ${kindText(change.kind, lang)}: ${escaped(thingText(change, lang))}${reason}`)
    }
    if (changes.length > MOST_CHANGES) lines.push(`- … ${words.more(changes.length - MOST_CHANGES)[lang]}`)
    lines.push('')
  }
  lines.push(...findingLines(outcome, lang))
  return { source: source.id, subject: `${name}: ${what}`, markdown: `${lines.join('\n').trimEnd()}\n` }
}

/** The commonest errors, each with how often and an example. */
function findingLines({ findings }: SourceOutcome, lang: Lang): readonly string[] {
  const groups = new Map<string, { n: number; text: string; example: string }>()
  for (const { rule, severity, message, focus } of findings) {
    if (severity !== 'error') continue
    const known = groups.get(rule)
    if (known) known.n++
    else groups.set(rule, { n: 1, text: message[lang], example: focus.iri ?? focus.label[lang] })
  }
  if (groups.size === 0) return []
  const sorted = [...groups].sort(([, a], [, b]) => b.n - a.n).slice(0, MOST_RULES)
  const lines = sorted.map(
    ([rule, { n, text, example }]) => `- ${n} × ${escaped(text)} (${rule}; ${escaped(example)})`,
  )
  return [`## ${words.errors[lang]}`, '', ...lines, '', words.explain[lang], '']
}

function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&')
}

const words = {
  held: {
    sv: 'Mycket skulle försvinna, så inget har ändrats. Svara om det är meningen:',
    en: 'Much would disappear, so nothing was changed. Answer whether it is meant to:',
  },
  changes: { sv: 'Ändringar', en: 'Changes' },
  errors: { sv: 'Fel att rätta', en: 'Errors to correct' },
  explain: {
    sv: 'Mer om en regel: `grunddata explain <regel>`.',
    en: 'More about a rule: `grunddata explain <rule>`.',
  },
  more: (n: number) => ({ sv: `och ${n} till`, en: `and ${n} more` }),
} as const
