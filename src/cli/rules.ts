// `grunddata rules`: the rules of a profile as a table, as JSON or as a Markdown document.
import type { Lang, Severity, Text } from '../finding.ts'
import { characteristics, principles } from '../framework/index.ts'
import { DEFAULT_PROFILE, loadProfile, type Profile, type Rule } from '../profile/index.ts'
import { counted, paint, profileTitle, severityWord, visible, wrap } from '../report/index.ts'
import type { Call } from './call.ts'
import { readable } from './explain.ts'
import { writeWhole } from './outputs.ts'
import type { Terminal } from './terminal.ts'

/** Prints the list. */
export async function run({ values, terminal }: Call): Promise<number> {
  const wish = values.one('profile')
  const profile = await loadProfile(wish === undefined || wish === 'auto' ? DEFAULT_PROFILE : wish)
  const file = values.one('file')
  const terms = file === undefined ? terminal : { ...terminal, color: false, width: 80 }
  const list = lists[values.one('listFormat') as keyof typeof lists](profile, sorted(profile), terms)
  if (file === undefined) terminal.write(list)
  else await writeWhole(file, list)
  return 0
}

type List = (profile: Profile, rules: readonly Rule[], terminal: Terminal) => string

const lists = { text, json, markdown } as const satisfies Record<string, List>

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** By class, then severity, then name. */
function sorted(profile: Profile): readonly Rule[] {
  const key = (rule: Rule) => `${classOf(rule)} ${weight[rule.severity]} ${rule.id}`
  return [...profile.rules.values()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

function classOf(rule: Rule): string {
  return rule.targetClass?.replace(/^.*[#/]/, '') ?? ''
}

function heading(profile: Profile, rules: readonly Rule[], lang: Lang): string {
  const title = profileTitle(`${profile.id}@${profile.version}`)
  const count = (['error', 'warning', 'info'] as const).map((severity) =>
    counted(severity, rules.filter((rule) => rule.severity === severity).length, lang),
  )
  const words = lang === 'sv' ? `${rules.length} regler` : `${rules.length} rules`
  return `${title} · ${words} (${count.join(', ')})`
}

function text(profile: Profile, rules: readonly Rule[], { lang, color, width }: Terminal): string {
  const colors = paint(color)
  const rows = rules.map((rule) => {
    const word = severityWord(rule.severity, lang).padEnd(7)
    const message = wrap(visible(readable(rule.message[lang])), Math.min(width, 100) - 11).map(
      (row) => `           ${row}`,
    )
    return `  ${colors.severity[rule.severity](word)}  ${rule.id}\n${colors.quiet(message.join('\n'))}`
  })
  return `${colors.title(heading(profile, rules, lang))}\n\n${rows.join('\n')}\n`
}

function json(profile: Profile, rules: readonly Rule[]): string {
  const value = { version: '1.0', profile: `${profile.id}@${profile.version}`, title: profile.title, rules }
  return `${JSON.stringify(value, null, 2)}\n`
}

function markdown(profile: Profile, rules: readonly Rule[], { lang }: Terminal): string {
  const columns =
    lang === 'sv' ? ['Regel', 'Allvarlighetsgrad', 'Vad', 'Varför'] : ['Rule', 'Severity', 'What', 'Why']
  const classes = [...new Set(rules.map(classOf))]
  const tables = classes.map((name) => {
    const rows = rules
      .filter((rule) => classOf(rule) === name)
      .map((rule) =>
        row([
          link(rule),
          severityWord(rule.severity, lang),
          cell(rule.message[lang]),
          cell(rule.description[lang]),
        ]),
      )
    const title = name || (lang === 'sv' ? 'Övrigt' : 'Other')
    return [`## ${title}`, '', row(columns), row(columns.map(() => '---')), ...rows].join('\n')
  })
  return `${[`# ${heading(profile, rules, lang)}`, ...checksOf(rules, lang), ...tables].join('\n\n')}\n`
}

const evidenceWords = {
  direct: { sv: 'direkt', en: 'direct' },
  proxy: { sv: 'indikation', en: 'indication' },
  computed: { sv: 'beräknad', en: 'computed' },
} as const satisfies Record<NonNullable<Rule['evidence']>, Text>

/** The proposed checks of the framework, each with its rules: what is decided, by what evidence, and what never is. */
function checksOf(rules: readonly Rule[], lang: Lang): readonly string[] {
  const byCheck = new Map<string, Rule[]>()
  for (const rule of rules)
    if (rule.frameworkCheck)
      byCheck.set(rule.frameworkCheck, [...(byCheck.get(rule.frameworkCheck) ?? []), rule])
  if (byCheck.size === 0) return []
  const sv = lang === 'sv'
  const never = sv ? 'bedöms aldrig' : 'never assessed'
  const rows = [...byCheck]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap(([check, own]) =>
      own.map((rule) => {
        const item = [...principles, ...characteristics].find(({ iri }) => iri === rule.derivesFrom)
        return row([
          check,
          cell(rule.name?.[lang] ?? ''),
          item ? `${item.notation} ${cell(item.label[lang])}` : '',
          `\`${rule.id}\``,
          severityWord(rule.severity, lang),
          rule.evidence ? evidenceWords[rule.evidence][lang] : '',
          rule.targetClass === undefined ? `${never}: ${cell(rule.notAssessed?.[lang] ?? '')}` : '',
        ])
      }),
    )
  const columns = sv
    ? ['Kontroll', 'Vad som är rätt', 'Utgår från', 'Regel', 'Allvarlighetsgrad', 'Belägg', 'Anmärkning']
    : ['Check', 'What is right', 'Derives from', 'Rule', 'Severity', 'Evidence', 'Note']
  const title = sv
    ? `## Ramverkets kontroller: ${byCheck.size}`
    : `## The checks of the framework: ${byCheck.size}`
  return [[title, '', row(columns), row(columns.map(() => '---')), ...rows].join('\n')]
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function link(rule: Rule): string {
  return rule.seeAlso ? `[\`${rule.id}\`](<${rule.seeAlso}>)` : `\`${rule.id}\``
}

function cell(words: string): string {
  return readable(words)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
}
