// Completion: properties of the class at hand, unused ones first; values of code lists by Swedish or English label.
import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver-types'
import { classes, classNameOf, compactName, keyOfProperty, type PropertyRow } from '../dcat/index.ts'
import type { Lang } from '../finding.ts'
import { type Profile, termOfConcept } from '../profile/index.ts'
import {
  conceptsOf,
  type ListedConcept,
  obligationText,
  propertiesOf,
  propertyText,
  sortKey,
} from './knowledge.ts'
import type { Place } from './place.ts'

export interface CompleteContext {
  readonly profile: Profile
  readonly lang: Lang
  /** What the typed text is replaced in. */
  readonly range: Range
}

/** What fits at a place. The editor filters by what has been typed. */
export function completionsAt(place: Place, context: CompleteContext): readonly CompletionItem[] {
  if (place.wants === 'property')
    return propertiesOf(place.types).map((row) => propertyItem(row, place, context))
  if (place.wants === 'class') return classItems(place, context)
  if (place.wants !== 'value' || place.property === undefined) return []
  return conceptsOf(context.profile, place.property, place.types).map((listed) =>
    conceptItem(listed, place, context),
  )
}

function propertyItem(
  row: PropertyRow,
  place: Place,
  { lang, range, profile }: CompleteContext,
): CompletionItem {
  const written = propertyName(row, place)
  const text = propertyText(profile, row.property, place.types, lang)
  return {
    label: written,
    labelDetails: { description: row.label[lang] },
    kind: CompletionItemKind.Property,
    detail: `${row.label[lang]}: ${obligationText(row, lang)}`,
    sortText: sortKey(row, place.used.has(row.property)),
    filterText: `${written} ${row.label.sv} ${row.label.en}`,
    textEdit: { range, newText: written },
    ...(text !== undefined && { documentation: { kind: 'markdown' as const, value: text } }),
  }
}

/** As the form writes it: prefixed in Turtle and JSON-LD, the key in YAML. */
function propertyName({ property, name }: PropertyRow, { form, types, prefixes }: Place): string {
  if (form === 'yaml') {
    const className = types.map(classNameOf).find((found) => found !== undefined)
    return (className && keyOfProperty(className, property)?.key) ?? name
  }
  return form === 'turtle' ? compacted(property, prefixes) : name
}

function classItems(place: Place, { lang, range }: CompleteContext): readonly CompletionItem[] {
  return classes.map(({ types, label }) => {
    const [type] = types
    const written = place.form === 'turtle' ? compacted(type, place.prefixes) : compactName(type)
    return {
      label: written,
      labelDetails: { description: label[lang] },
      kind: CompletionItemKind.Class,
      filterText: `${written} ${label.sv} ${label.en}`,
      textEdit: { range, newText: written },
    }
  })
}

function conceptItem(
  { concept, vocabulary }: ListedConcept,
  place: Place,
  { lang, range }: CompleteContext,
): CompletionItem {
  const written = conceptText({ concept, vocabulary }, place, lang)
  return {
    label: concept.label[lang],
    kind: CompletionItemKind.EnumMember,
    detail: concept.iri,
    filterText: [place.typed, concept.label.sv, concept.label.en, concept.notation ?? '', written].join(' '),
    sortText: concept.label[lang],
    textEdit: { range, newText: written },
  }
}

function conceptText({ concept, vocabulary }: ListedConcept, { form, prefixes }: Place, lang: Lang): string {
  const term = termOfConcept(concept, vocabulary)
  if (form === 'turtle') return term.startsWith('<') ? compacted(concept.iri, prefixes) : term
  if (form === 'json') return term.startsWith('<') ? concept.iri : JSON.parse(term)
  const label = concept.label[lang]
  return /^[\p{L}\d][\p{L}\d ().,/+-]*$/u.test(label) &&
    !/^(true|false|null|yes|no|on|off|[\d.+-]+)$/i.test(label)
    ? label
    : JSON.stringify(label)
}

/** The shortest way to write an IRI in Turtle with these prefixes. */
function compacted(iri: string, prefixes: ReadonlyMap<string, string> = new Map()): string {
  for (const [prefix, namespace] of prefixes) {
    if (namespace === '' || !iri.startsWith(namespace)) continue
    const local = iri.slice(namespace.length)
    if (/^[A-Za-z_][\w-]*$/.test(local)) return `${prefix}:${local}`
  }
  return `<${iri}>`
}
