// `grunddata explain`: what a rule wants, why, and a wrong and a right example from its fixtures.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultTable } from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
import type { Lang } from '../finding.ts'
import { characteristics, principles } from '../framework/index.ts'
import {
  DEFAULT_PROFILE,
  loadProfile,
  type Profile,
  packageFolder,
  profileNames,
  type Rule,
} from '../profile/index.ts'
import { type Metric, metricHelp, metrics } from '../quality/index.ts'
import { type Paint, paint, profileTitle, severityWord, wrap } from '../report/index.ts'
import type { Call } from './call.ts'
import { badExcerpt, type Excerpt, goodExcerpt } from './excerpt.ts'

/** Prints the explanation; throws RULE_UNKNOWN with the nearest name. */
export async function run({ args: [name], values, terminal }: Call): Promise<number> {
  if (Object.hasOwn(faultTable, name)) {
    terminal.write(faultText(name, terminal.lang))
    return 0
  }
  const indicator = metrics.find(({ id }) => id === name)
  if (indicator) {
    terminal.write(indicatorText(indicator, terminal.lang, Math.min(terminal.width, 100)))
    return 0
  }
  const { rule, profile } = await findRule(
    name,
    values.isGiven('profile') ? values.one('profile') : undefined,
  )
  const width = Math.min(terminal.width, 100)
  terminal.write(explanation(rule, { profile, width, lang: terminal.lang, colors: paint(terminal.color) }))
  return 0
}

/** What `build` says about sources is in no profile. */
const faultWords = {
  sv: 'Sägs av grunddata build om det du har skrivit, innan det blir RDF.',
  en: 'Said by grunddata build about what you wrote, before it becomes RDF.',
} as const

function faultText(name: string, lang: Lang): string {
  const { severity, message } = faultTable[name]
  const sentence = message[lang].replace('{suggestion}', '').replace(/\{\w+\}/g, '…')
  return `${name} · ${severityWord(severity, lang)}\n\n  ${sentence}\n\n${faultWords[lang]}\n`
}

/** An indicator of `grunddata score`. */
function indicatorText({ id, label, points }: Metric, lang: Lang, width: number): string {
  const { text, rules } = metricHelp(id) ?? { text: label, rules: [] }
  const head = `${id} · ${label[lang]}, ${points} ${lang === 'sv' ? 'poäng' : 'points'}`
  const more = rules.map((rule) => `grunddata explain ${rule}`)
  const blocks = [
    head,
    wrap(text[lang], width - 2)
      .map((line) => `  ${line}`)
      .join('\n'),
    ...more,
  ]
  return `${blocks.join('\n\n')}\n`
}

async function findRule(name: string, wish: string | undefined): Promise<{ rule: Rule; profile: Profile }> {
  const names = wish === undefined || wish === 'auto' ? [DEFAULT_PROFILE, ...profileNames()] : [wish]
  const known = new Set<string>()
  for (const each of new Set(names)) {
    const profile = await loadProfile(each)
    const rule = profile.rules.get(name.replace(/^.*[/#:]/, ''))
    if (rule) return { rule, profile }
    for (const id of profile.rules.keys()) known.add(id)
  }
  throw await unknownRule(name, [...known])
}

async function unknownRule(name: string, known: readonly string[]): Promise<GrunddataError> {
  const { closest, distance } = await import('fastest-levenshtein')
  const guess = known.length > 0 ? closest(name, known) : ''
  const isNear = guess !== '' && distance(name, guess) <= Math.max(3, guess.length / 3)
  const hint = isNear
    ? { sv: `Menade du ${guess}?`, en: `Did you mean ${guess}?` }
    : { sv: 'Se alla regler med grunddata rules.', en: 'See all rules with grunddata rules.' }
  return new GrunddataError(
    'RULE_UNKNOWN',
    { sv: `Det finns ingen regel som heter ${name}.`, en: `There is no rule called ${name}.` },
    { hint },
  )
}

interface Style {
  readonly profile: Profile
  readonly width: number
  readonly lang: Lang
  readonly colors: Paint
}

const words = {
  sv: {
    why: 'Varför',
    hint: 'Tips',
    from: 'Utgår från',
    evidence: 'Belägg',
    check: 'Kontroll',
    more: 'Läs mer',
    bad: 'Så här blir det fel',
    good: 'Så här blir det rätt',
    inProfile: 'Profil',
  },
  en: {
    why: 'Why',
    hint: 'Hint',
    from: 'Derives from',
    evidence: 'Evidence',
    check: 'Check',
    more: 'Read more',
    bad: 'This is wrong',
    good: 'This is right',
    inProfile: 'Profile',
  },
} as const

function explanation(rule: Rule, style: Style): string {
  const { lang, colors, profile } = style
  const w = words[lang]
  const { bad, good } = examples(rule)
  const blocks = [
    `${colors.title(rule.id)} · ${colors.severity[rule.severity](severityWord(rule.severity, lang))}`,
    paragraph(readable(rule.message[lang]), style),
    `${colors.title(w.why)}\n${paragraph(rule.description[lang], style)}`,
    ...frameworkRows(rule, style),
    ...(rule.hint ? [`${colors.title(w.hint)}\n${paragraph(readable(rule.hint[lang]), style)}`] : []),
    ...(bad ? [`${colors.title(w.bad)}\n${excerptText(bad, style)}`] : []),
    ...(good ? [`${colors.title(w.good)}\n${excerptText(good, style)}`] : []),
    ...(rule.seeAlso ? [`${w.more}: ${rule.seeAlso}`] : []),
    colors.quiet(`${w.inProfile}: ${profileTitle(`${profile.id}@${profile.version}`)}`),
  ]
  return `${blocks.join('\n\n')}\n`
}

const evidenceWords = {
  direct: {
    sv: 'direkt: uppgiften svarar mot ordalydelsen',
    en: 'direct: the statement answers the wording',
  },
  proxy: { sv: 'indikation: tyder på något, men är inget belägg', en: 'indication: a sign, but no evidence' },
  computed: {
    sv: 'beräknat: räknas fram ur flera uppgifter',
    en: 'computed: worked out from several statements',
  },
} as const

/** For a rule of the national framework: its principle, in the wording of 2.0, and what kind of evidence it is. */
function frameworkRows(rule: Rule, { lang, colors, width }: Style): readonly string[] {
  const item = [...principles, ...characteristics].find(({ iri }) => iri === rule.derivesFrom)
  if (!item) return []
  const w = words[lang]
  const rows = [
    `${w.from}: ${item.notation} ${item.label[lang]}`,
    ...(rule.evidence ? [`${w.evidence}: ${evidenceWords[rule.evidence][lang]}`] : []),
    ...(rule.frameworkCheck ? [`${w.check}: ${rule.frameworkCheck}`] : []),
  ]
  return [colors.quiet(rows.flatMap((row) => wrap(row, width)).join('\n'))]
}

/** A template without a subject: `{focus}` becomes `…`. */
export function readable(template: string): string {
  return template.replace(/\{\w+\}/g, '…')
}

function paragraph(text: string, { width }: Style): string {
  return wrap(text.replace(/\s+/g, ' ').trim(), width - 2)
    .map((row) => `  ${row}`)
    .join('\n')
}

function examples(rule: Rule): { readonly bad?: Excerpt; readonly good?: Excerpt } {
  const folder = join(packageFolder(), 'fixtures', 'rules', rule.id)
  const [bad, good] = ['bad.ttl', 'good.ttl'].map((name) => join(folder, name))
  if (!existsSync(bad) || !existsSync(good)) return {}
  const texts = { bad: readFileSync(bad, 'utf8'), good: readFileSync(good, 'utf8') }
  return { bad: badExcerpt(texts.bad, rule.id), good: goodExcerpt(texts.good, texts.bad) }
}

function excerptText(excerpt: Excerpt, { colors }: Style): string {
  const size = String(excerpt.lines.at(-1)?.number ?? 0).length
  return excerpt.lines
    .map(({ number, text, isMarked }, i) => {
      const gap = i > 0 && number !== excerpt.lines[i - 1].number + 1 ? `${' '.repeat(size + 4)} ⋮\n` : ''
      const row = `${isMarked ? '▸' : ' '} ${String(number).padStart(size)} │ ${text}`
      return `${gap}  ${isMarked ? row : colors.quiet(row)}`
    })
    .join('\n')
}
