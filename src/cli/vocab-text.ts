// Code lists as text: which there are, the values of one, and what a search has found.
import { classes, compactName } from '../dcat/index.ts'
import type { Lang, Text } from '../finding.ts'
import type { Concept, Vocabulary } from '../profile/index.ts'
import { number, paint, visible, wrap } from '../report/index.ts'
import { paragraph, tableLines, textWidth } from './fields.ts'
import type { Terminal } from './terminal.ts'
import { type Found, writtenValue } from './vocab-found.ts'

const words = {
  title: { sv: 'Listor med värden', en: 'Lists of values' },
  head: { sv: ['Lista', 'Värden', 'Innehåll'], en: ['List', 'Values', 'Content'] },
  model: { sv: 'Listor över nationella grunddata', en: 'Lists of national basic data' },
  more: {
    sv: 'Visa en lista: grunddata vocab frequency. Sök i alla: grunddata vocab --search kvartalsvis.',
    en: 'Show a list: grunddata vocab frequency. Search all: grunddata vocab --search quarterly.',
  },
  used: { sv: 'Används i', en: 'Used in' },
  partial: {
    sv: 'Listan är inte fullständig: andra värden kan vara rätt.',
    en: 'The list is not complete: other values may be right.',
  },
  list: { sv: 'lista', en: 'list' },
  old: { sv: 'Gamla värden: använd dem inte.', en: 'Old values: do not use them.' },
  replaced: { sv: 'ersätts av', en: 'replaced by' },
  also: { sv: 'även', en: 'also' },
  none: { sv: 'Inget värde liknar', en: 'No value is like' },
  noneHint: {
    sv: 'Pröva ett kortare eller annat ord, på svenska eller engelska.',
    en: 'Try a shorter or another word, in Swedish or English.',
  },
} as const

/** Which lists there are. */
export function listsText(lists: readonly Vocabulary[], terminal: Terminal): string {
  const { lang } = terminal
  const isModel = ({ iri }: Vocabulary) => /^https:\/\/w3id\.org\/grunddata\/(?!vocab\/)/.test(iri)
  const table = (some: readonly Vocabulary[]) => {
    const rows = some.map(({ name, title, concepts }) => [name, number(concepts.size, lang), title[lang]])
    return tableLines([words.head[lang], ...rows], ['left', 'right', 'left'], terminal).join('')
  }
  const { title } = paint(terminal.color)
  const codes = `${title(words.title[lang])}\n\n${table(lists.filter((list) => !isModel(list)))}`
  const model = `${title(words.model[lang])}\n\n${table(lists.filter(isModel))}`
  return `${codes}\n${model}\n${paragraph(words.more[lang], terminal)}`
}

/** The values of one list. */
export function conceptsText(found: readonly Found[], list: Vocabulary, terminal: Terminal): string {
  const { lang } = terminal
  const { title } = paint(terminal.color)
  const remarks = [
    ...usesOf(list, lang).map((use) => `${words.used[lang]} ${use}.`),
    ...(list.deprecated ? [words.old[lang]] : []),
    ...(list.complete ? [] : [words.partial[lang]]),
  ]
  const head = `${title(`${list.title[lang]} (${list.name})`)}\n${remarks.map((each) => paragraph(each, terminal)).join('')}`
  return `${head}\n${found.map((each) => entry(each, terminal)).join('')}`
}

/** What a search has found, with the list of each. */
export function hitsText(found: readonly Found[], typed: string, terminal: Terminal): string {
  const { lang } = terminal
  const quoted = lang === 'sv' ? `”${typed}”` : `“${typed}”`
  if (found.length === 0) return `${words.none[lang]} ${visible(quoted)}.\n${words.noneHint[lang]}\n`
  return found
    .map((each) => {
      const { name, title } = each.vocabulary
      const [where = title[lang]] = usesOf(each.vocabulary, lang)
      return entry(each, terminal, `${words.list[lang]} ${name}: ${where}`)
    })
    .join('\n')
}

function entry({ concept, vocabulary }: Found, terminal: Terminal, place?: string): string {
  const { lang } = terminal
  const { quiet } = paint(terminal.color)
  const other = lang === 'sv' ? 'en' : 'sv'
  const { label, definition, replacedBy } = concept
  const second = label[other] === label[lang] ? '' : ` (${label[other]})`
  const [name, ...rest] = wrap(visible(label[lang] + second), textWidth(terminal) - 4)
  const remarks = [
    ...(definition ? [definition[lang]] : []),
    ...(replacedBy ? [`${words.replaced[lang]} ${replacedBy}`] : []),
    ...(place ? [...alsoKnown(concept, lang), place] : []),
  ]
  const lines = remarks.flatMap((remark) => wrap(visible(remark), textWidth(terminal) - 4))
  const below = lines.map((line) => `    ${quiet(line)}\n`).join('')
  const heading = [name, ...rest.map((line) => `  ${line}`)].map((line) => `  ${line}\n`).join('')
  return `${heading}    ${visible(writtenValue(concept, vocabulary))}\n${below}`
}

/** Other words for it, which tell why it was found. */
function alsoKnown({ aliases, codes = [], label, notation }: Concept, lang: Lang): readonly string[] {
  const known = new Set([...codes, notation, label.sv, label.en])
  const others = aliases.filter((alias) => !known.has(alias) && !/^https?:/.test(alias))
  return others.length > 0 ? [`${words.also[lang]}: ${others.slice(0, 6).join(', ')}`] : []
}

/** Where DCAT-AP-SE uses a list: `Uppdateringsfrekvens för datamängden (dcterms:accrualPeriodicity)`. */
function usesOf({ name }: Vocabulary, lang: Lang): readonly string[] {
  const uses = new Map<string, { readonly label: Text; readonly of: Text[] }>()
  for (const { definite, properties } of classes)
    for (const { list, name: property, label } of properties) {
      if (list !== name) continue
      const use = uses.get(property) ?? { label, of: [] }
      use.of.push(definite)
      uses.set(property, use)
    }
  return [...uses].map(([property, { label, of }]) => {
    const owners = [...new Set(of.map((each) => each[lang]))]
    const join = lang === 'sv' ? ' och ' : ' and '
    const last = owners.slice(-2).join(join)
    const all = [...owners.slice(0, -2), last].join(', ')
    return lang === 'sv'
      ? `${label.sv} för ${all} (${compactName(property)})`
      : `${label.en} of ${all} (${compactName(property)})`
  })
}
