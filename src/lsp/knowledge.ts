// What the profile knows that an editor shows: the properties of a class, the values of a property, and words for both.
import {
  type ClassFacts,
  classes,
  classOfType,
  expandName,
  namespaces,
  type PropertyRow,
} from '../dcat/index.ts'
import type { Lang } from '../finding.ts'
import type { Concept, Profile, Rule, Vocabulary } from '../profile/index.ts'

/** Properties of any of the classes (IRIs); of all classes when none is known. Deprecated ones are left out. */
export function propertiesOf(types: readonly string[]): readonly PropertyRow[] {
  const facts = types.map(classOfType).filter((found): found is ClassFacts => found !== undefined)
  const rows = (facts.length > 0 ? facts : classes).flatMap(({ properties }) => properties)
  const distinct = new Map<string, PropertyRow>()
  for (const row of rows) if (!row.deprecated && !distinct.has(row.property)) distinct.set(row.property, row)
  return [...distinct.values()]
}

/** Rows of a property, those of the classes first. */
export function rowsOf(property: string, types: readonly string[]): readonly PropertyRow[] {
  const own = types
    .flatMap((type) => classOfType(type)?.properties ?? [])
    .filter((row) => row.property === property)
  if (own.length > 0) return own
  return classes.flatMap(({ properties }) => properties).filter((row) => row.property === property)
}

/** Classes that values of a property may have. */
export function rangeOf(property: string): readonly string[] {
  return [...new Set(rowsOf(property, []).flatMap(({ range }) => range))]
}

export interface ListedConcept {
  readonly concept: Concept
  readonly vocabulary: Vocabulary
}

/** The concepts of the code lists of a property. */
export function conceptsOf(
  profile: Profile,
  property: string,
  types: readonly string[],
): readonly ListedConcept[] {
  const lists = new Set(rowsOf(property, types).flatMap(({ list }) => (list ? [list] : [])))
  const found: ListedConcept[] = []
  for (const vocabulary of profile.vocabularies.values())
    if (lists.has(vocabulary.name) && !vocabulary.deprecated)
      for (const concept of vocabulary.concepts.values()) found.push({ concept, vocabulary })
  return found
}

/** The rule that says most about a property: that it is missing, or else the first about it. */
export function ruleOf(profile: Profile, property: string, types: readonly string[]): Rule | undefined {
  const about = [...profile.rules.values()].filter(({ path }) => path === property)
  const own = about.filter(({ targetClass }) => targetClass !== undefined && types.includes(targetClass))
  const among = own.length > 0 ? own : about
  return among.find(({ id }) => id.endsWith('-missing')) ?? among[0]
}

const obligations = {
  mandatory: { sv: 'obligatorisk', en: 'mandatory' },
  conditional: { sv: 'ibland obligatorisk', en: 'sometimes mandatory' },
  recommended: { sv: 'rekommenderad', en: 'recommended' },
  optional: { sv: 'valfri', en: 'optional' },
} as const

/** “obligatorisk, en” – how strongly it is asked for, and how many. */
export function obligationText({ obligation, max }: PropertyRow, lang: Lang): string {
  const many = max === 1 ? { sv: 'högst en', en: 'at most one' } : { sv: 'en eller flera', en: 'one or more' }
  return `${obligations[obligation][lang]}, ${many[lang]}`
}

/** What is said about a property, as Markdown. */
export function propertyText(
  profile: Profile,
  property: string,
  types: readonly string[],
  lang: Lang,
): string | undefined {
  const row = rowsOf(property, types)[0]
  if (!row) return undefined
  const rule = ruleOf(profile, property, types)
  const parts = [`**${row.label[lang]}** \`${row.name}\` (${obligationText(row, lang)})`]
  if (rule) parts.push(rule.description[lang])
  const link = rule?.seeAlso ?? profile.seeAlso
  parts.push(lang === 'sv' ? `[Specifikationen](${link})` : `[Specification](${link})`)
  return parts.join('\n\n')
}

/** The concept with an IRI, in any list. */
export function conceptAt(profile: Profile, iri: string): ListedConcept | undefined {
  for (const vocabulary of profile.vocabularies.values()) {
    const concept = vocabulary.concepts.get(iri)
    if (concept) return { concept, vocabulary }
  }
  return undefined
}

const orders = { mandatory: 0, conditional: 1, recommended: 2, optional: 3 } as const

/** Sorts unused properties first, then by how strongly they are asked for. */
export function sortKey({ obligation, name }: PropertyRow, isUsed: boolean): string {
  return `${isUsed ? 1 : 0}${orders[obligation]}${name}`
}

/** The IRI of a name as JSON-LD writes it: prefixed, whole, or a bare local name; undefined when nothing is called so. */
export function propertyNamed(word: string): string | undefined {
  if (/^https?:/.test(word)) return word
  if (word.includes(':')) return word.slice(0, word.indexOf(':')) in namespaces ? expandName(word) : undefined
  const row = classes.flatMap(({ properties }) => properties).find(({ name }) => name.endsWith(`:${word}`))
  return row?.property
}

/** The class IRI of a name as JSON-LD writes it. */
export function classNamed(word: string): string | undefined {
  if (/^https?:/.test(word)) return word
  if (word.includes(':')) return word.slice(0, word.indexOf(':')) in namespaces ? expandName(word) : undefined
  return classes.flatMap(({ types }) => types).find((type) => type.replace(/^.*[#/]/, '') === word)
}
