// An assessment as text for a terminal of 80 columns: a matrix, then what to do, what cannot be told, what is met.
import type { Finding, Lang } from '../finding.ts'
import { authorityOf, domains } from '../framework/index.ts'
import { type Paint, paint, severityWord, visible, wrap } from '../report/index.ts'
import {
  type AssessedDomain,
  type AssessedResource,
  type Assessment,
  type ItemOutcome,
  type Outcome,
  outcomes,
} from './types.ts'
import { countKinds, outcomeWords, unmarkedText, words } from './words.ts'

export interface TextOptions {
  readonly lang: Lang
  /** Columns of the terminal. */
  readonly width: number
  readonly color?: boolean
}

interface Style {
  readonly lang: Lang
  readonly width: number
  readonly colors: Paint
  /** There is one source: a line number is enough to find a place. */
  readonly isSingle: boolean
}

/** The whole assessment. */
export function assessmentText(assessment: Assessment, options: TextOptions): string {
  const style = {
    lang: options.lang,
    width: Math.min(options.width, 100),
    colors: paint(options.color === true),
    isSingle: assessment.sources.length === 1,
  }
  const { lang, colors } = style
  const blocks = [
    `${colors.title(words.title[lang])}\n${colors.quiet(assessment.sources.map(visible).join('\n'))}`,
    paragraph(words.lead[lang], style),
    paragraph(words.guidelines[lang], style),
    ...assessment.failures.map(({ source, message }) =>
      paragraph(`${words.notRead[lang]}: ${visible(source)}. ${visible(message[lang])}`, style),
    ),
    ...(assessment.resources.length === 0 ? [paragraph(words.none[lang], style)] : []),
    ...assessment.domains.map((domain) => domainText(domain, style)),
    ...(assessment.others.length > 0 ? [othersText(assessment.others, style)] : []),
    ...(assessment.resources.length > 0 ? [colors.quiet(words.footIndication[lang])] : []),
    ...(assessment.unmarked > 0 ? [paragraph(unmarkedText(assessment.unmarked)[lang], style)] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function paragraph(text: string, { width }: Style, indent = ''): string {
  return wrap(text, width - indent.length)
    .map((row) => indent + row)
    .join('\n')
}

function domainText(each: AssessedDomain, style: Style): string {
  const { lang, colors, width } = style
  const domain = domains.find(({ id }) => id === each.domain)
  const authority = domain && authorityOf(domain)?.label[lang]
  const title = domain ? `${words.domain[lang]} ${each.label[lang]}` : each.label[lang]
  const facts = [
    countKinds(each.resources)[lang],
    ...(authority ? [`${words.responsible[lang]} ${authority}`] : []),
  ]
  const head = [
    colors.title('═'.repeat(width)),
    colors.title(title),
    paragraph(facts.join(' · '), style),
  ].join('\n')
  const summary =
    each.resources.length > 1 ? [paragraph(words.together[lang], style), matrix(each.items, style)] : []
  return [head, ...summary, ...each.resources.map((resource) => resourceText(resource, style))].join('\n\n')
}

function resourceText(resource: AssessedResource, style: Style): string {
  const { lang, colors, width } = style
  const name = visible(resource.label[lang])
  const head = [
    colors.quiet('─'.repeat(width)),
    colors.title(name.charAt(0).toUpperCase() + name.slice(1)),
    ...(resource.iri === undefined ? [] : [colors.quiet(`<${visible(resource.iri)}>`)]),
  ].join('\n')
  const failed = sections(resource, 'failed', style)
  return [
    head,
    matrix(resource.items, style),
    failed.length > 0 ? `${colors.title(words.toDo[lang])}\n${failed.join('\n')}` : words.nothingToDo[lang],
    ...listed(words.unknown[lang], sections(resource, 'not-assessed', style), style),
    ...listed(words.fine[lang], sections(resource, 'passed', style), style),
  ].join('\n\n')
}

function listed(title: string, rows: readonly string[], { colors }: Style): readonly string[] {
  return rows.length === 0 ? [] : [`${colors.title(title)}\n${rows.join('\n')}`]
}

/** The table principle × outcome; a zero is a dot, so that what is there stands out. */
function matrix(items: readonly Pick<ItemOutcome, 'item' | 'counts'>[], style: Style): string {
  const { lang, colors } = style
  const heads = outcomes.map((outcome) => outcomeWords[outcome][lang])
  const label = (text: string) => text.padEnd(38)
  const rows = items.map(({ item, counts }) => {
    const cells = outcomes.map((outcome, i) => {
      const cell = (counts[outcome] === 0 ? '·' : String(counts[outcome])).padStart(heads[i].length)
      return outcome === 'failed' && counts.failed > 0 ? colors.severity.error(cell) : cell
    })
    return { item, row: `  ${label(`${item.order} ${item.label[lang]}`)}  ${cells.join('  ')}` }
  })
  const header = (text: string) => colors.quiet(`  ${label(text)}  ${heads.join('  ')}`)
  const isPrinciple = ({ item }: (typeof rows)[number]) => item.notation.startsWith('P')
  return [
    header(words.principle[lang]),
    ...rows.filter(isPrinciple).map(({ row }) => row),
    header(words.characteristic[lang]),
    ...rows.filter((each) => !isPrinciple(each)).map(({ row }) => row),
  ].join('\n')
}

/** The rules of one outcome, under the principle that each derives from. */
function sections(resource: AssessedResource, outcome: Outcome, style: Style): readonly string[] {
  return resource.items.flatMap(({ item, rules }) => {
    const own = rules.filter((each) => each.outcome === outcome)
    if (own.length === 0) return []
    const title = `  ${item.notation.startsWith('C') ? item.notation : item.order} ${item.label[style.lang]}`
    if (outcome === 'passed') return [passedRow(title, own, style)]
    const rows = own.flatMap(({ rule, findings, reason }) =>
      reason
        ? [bullet(`${rule.name?.[style.lang] ?? rule.id}: ${reason[style.lang]}`, style)]
        : findings.map((each) => failedRow(each, rule.evidence === 'proxy', style)),
    )
    return [style.colors.quiet(title), ...rows]
  })
}

function passedRow(title: string, own: ItemOutcome['rules'], style: Style): string {
  const names = own.map(({ rule }) => rule.name?.[style.lang] ?? rule.id)
  return `${style.colors.quiet(title)}\n${paragraph(`${names.join(', ')}.`, style, '    ')}`
}

function bullet(text: string, style: Style): string {
  const rows = wrap(text, style.width - 6)
  return rows.map((row, i) => (i === 0 ? `    – ${row}` : `      ${row}`)).join('\n')
}

const signs = { error: '✗', warning: '!', info: 'i' } as const

function failedRow(finding: Finding, isProxy: boolean, style: Style): string {
  const { lang, colors, width, isSingle } = style
  const rows = wrap(visible(finding.message[lang]), width - 6)
  const sign = colors.severity[finding.severity](signs[finding.severity])
  const { file, line } = finding.location
  const place = isSingle ? `${words.line[lang]} ${line}` : `${file}:${line}`
  const facts = [
    severityWord(finding.severity, lang),
    ...(isProxy ? [words.indication[lang]] : []),
    place,
    finding.rule,
  ].join(' · ')
  return [
    ...rows.map((row, i) => (i === 0 ? `    ${sign} ${row}` : `      ${row}`)),
    colors.quiet(paragraph(facts, { ...style, width: Math.max(width, 40) }, '      ')),
  ].join('\n')
}

function othersText(findings: readonly Finding[], style: Style): string {
  const rows = findings.map((finding) => failedRow(finding, false, style))
  return `${style.colors.title(words.others[style.lang])}\n${rows.join('\n')}`
}
