// The difference of two catalogues in words, for the screen and for a page: properties by their names, old → new.
import { compactName, propertyLabel } from '../dcat/index.ts'
import type { Lang, Text } from '../finding.ts'
import type { DiffValue, EntityDiff, GraphDiff, PropertyDiff } from './diff.ts'
import type { DiffPaint } from './fix-diff.ts'

export interface DiffNames {
  readonly before: string
  readonly after: string
}

const words = {
  added: { sv: 'Tillkommer', en: 'Added' },
  removed: { sv: 'Försvinner', en: 'Removed' },
  changed: { sv: 'Ändras', en: 'Changed' },
  same: { sv: 'Katalogerna säger detsamma.', en: 'The catalogues say the same.' },
  property: { sv: 'Egenskap', en: 'Property' },
  before: { sv: 'Före', en: 'Before' },
  after: { sv: 'Efter', en: 'After' },
} as const satisfies Record<string, Text>

const upper = (text: string) => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)

/** `2 tillkommer, 1 försvinner, 3 ändras.` */
export function diffSummary({ added, removed, changed }: GraphDiff, lang: Lang): string {
  if (added + removed + changed === 0) return words.same[lang]
  return lang === 'sv'
    ? `${added} tillkommer, ${removed} försvinner, ${changed} ändras.`
    : `${added} added, ${removed} removed, ${changed} changed.`
}

/** The name of a property, by way of those that lead to it. */
export function pathName({ path, of }: PropertyDiff, lang: Lang): string {
  const names = path.map((iri, i) => {
    const label = propertyLabel(iri, i === path.length - 1 ? of : undefined)
    return label?.[lang] ?? compactName(iri)
  })
  const name = names.join(' › ')
  return /^\w+:/.test(name) ? name : upper(name)
}

/** A value as a person reads it. */
export function valueText({ text, lang, kind, datatype }: DiffValue): string {
  if (kind === 'iri') return `<${text}>`
  if (kind === 'node') return text
  const note = lang ?? (datatype === undefined ? undefined : compactName(datatype))
  return `"${text.replace(/\s+/g, ' ')}"${note === undefined ? '' : ` (${note})`}`
}

/** The difference as lines for a terminal. */
export function diffText(diff: GraphDiff, lang: Lang, paint: DiffPaint): string {
  const parts = diff.entities.map((entity) => entityText(entity, lang, paint))
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${diffSummary(diff, lang)}\n`
}

function entityText(entity: EntityDiff, lang: Lang, paint: DiffPaint): string {
  const { kind, iri, name, properties } = entity
  const colour = kind === 'added' ? paint.added : kind === 'removed' ? paint.removed : paint.title
  const called = name[lang].includes(iri) ? name[lang] : `${name[lang]} <${iri}>`
  const lines = [colour(`${words[kind][lang]}: ${called}`)]
  for (const property of properties) lines.push(...propertyLines(property, lang, paint))
  return `${lines.join('\n')}\n`
}

function propertyLines(property: PropertyDiff, lang: Lang, paint: DiffPaint): readonly string[] {
  const name = `  ${pathName(property, lang)}`
  return [
    `${name} ${paint.place(`(${property.path.map(compactName).join(' › ')})`)}`,
    ...property.removed.map((value) => paint.removed(`    − ${valueText(value)}`)),
    ...property.added.map((value) => paint.added(`    + ${valueText(value)}`)),
  ]
}

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ')

/** The difference as a page in Markdown. */
export function diffMarkdown(diff: GraphDiff, { before, after }: DiffNames, lang: Lang): string {
  const title = {
    sv: `Skillnad mellan ${before} och ${after}`,
    en: `Difference between ${before} and ${after}`,
  }
  const lines = [`# ${title[lang]}`, '', diffSummary(diff, lang), '']
  for (const { kind, name, iri, properties } of diff.entities) {
    lines.push(`## ${words[kind][lang]}: ${upper(name[lang])}`, '', `<${iri}>`, '')
    if (properties.length === 0) continue
    lines.push(`| ${words.property[lang]} | ${words.before[lang]} | ${words.after[lang]} |`, '|---|---|---|')
    for (const property of properties) {
      const column = (values: readonly DiffValue[]) =>
        values.map((each) => cell(valueText(each))).join('<br>')
      lines.push(
        `| ${cell(pathName(property, lang))} | ${column(property.removed)} | ${column(property.added)} |`,
      )
    }
    lines.push('')
  }
  return `${lines.join('\n').trimEnd()}\n`
}
