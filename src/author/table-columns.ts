// The columns of a table of a class, generated from the property table: what they are called in Swedish and English,
// and which value they hold. Texts have a column per language; a thing in place has a column for each of its parts.
import { type ClassName, classKeys, namedClasses, type PropertyKey } from '../dcat/index.ts'
import type { Lang, Text } from '../finding.ts'

/** What a column holds. */
export interface Column {
  /** Stable name, also understood as a header: `title@sv`, `temporal.startDate`, `id`. */
  readonly name: string
  readonly label: Text
  readonly role: 'id' | 'iri' | 'kind' | 'whole' | 'property'
  /** Set for a property. */
  readonly key?: PropertyKey
  /** Language of a text. */
  readonly lang?: Lang
  /** The property the thing in place belongs to, when this is a part of one. */
  readonly within?: PropertyKey
}

const languages: Readonly<Record<Lang, Text>> = {
  sv: { sv: 'svenska', en: 'Swedish' },
  en: { sv: 'engelska', en: 'English' },
}

const own = {
  id: { sv: 'Id', en: 'Id' },
  iri: { sv: 'Adress (IRI)', en: 'Address (IRI)' },
  kind: { sv: 'Slag', en: 'Kind' },
  whole: { sv: 'Datamängd', en: 'Dataset' },
} as const

/** The columns of a class in the order they are written: id first, then by obligation as the specification has them. */
export function columnsOf(name: ClassName): readonly Column[] {
  const { keys, facts } = classKeys[name]
  const first: Column[] = [{ name: 'id', label: own.id, role: 'id' }]
  if (name === 'Distribution') first.push({ name: 'dataset', label: own.whole, role: 'whole' })
  if (facts.types.length > 1) first.push({ name: 'kind', label: own.kind, role: 'kind' })
  const properties = [...keys.values()].filter(({ key }) => key !== 'kind' && !isFilledElsewhere(name, key))
  const sorted = properties
    .map((key, index) => ({ key, index, rank: rankOf(key) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
  return [
    ...first,
    ...sorted.flatMap(({ key }) => propertyColumns(key)),
    { name: 'iri', label: own.iri, role: 'iri' },
  ]
}

/** Lists that other sheets fill by naming the whole. */
function isFilledElsewhere(name: ClassName, key: string): boolean {
  if (name === 'Dataset') return key === 'distribution'
  return name === 'Catalog' && ['dataset', 'service', 'catalog', 'hasPart'].includes(key)
}

const ranks = { mandatory: 0, conditional: 1, recommended: 1, optional: 2 } as const

function rankOf({ rows }: PropertyKey): number {
  return Math.min(...rows.map(({ obligation }) => ranks[obligation]))
}

function propertyColumns(key: PropertyKey): readonly Column[] {
  const parts = partsOf(key)
  if (parts.length === 0) return valueColumns(key)
  const label = labelOf(key)
  const inside = parts.flatMap((part) =>
    valueColumns(part).map((column) => ({
      ...column,
      name: `${key.key}.${column.name}`,
      label: { sv: `${label.sv}: ${lower(column.label.sv)}`, en: `${label.en}: ${lower(column.label.en)}` },
      within: key,
    })),
  )
  // Where an address is enough, what stands there may be described elsewhere, or in the columns after it.
  return key.rows.some(({ value }) => value === 'iri') ? [...valueColumns(key), ...inside] : inside
}

/** The properties of a thing that is described in place: supporting classes, one step deep. */
function partsOf({ range }: PropertyKey): readonly PropertyKey[] {
  const inner = range.find((name) => !namedClasses.includes(name))
  if (inner === undefined || range.some((name) => namedClasses.includes(name))) return []
  return [...classKeys[inner].keys.values()].filter(
    ({ range: deeper, key }) => deeper.length === 0 && key !== 'kind',
  )
}

function valueColumns(key: PropertyKey): readonly Column[] {
  const label = labelOf(key)
  if (!takesLanguages(key)) return [{ name: key.key, label, role: 'property', key }]
  return (['sv', 'en'] as const).map((lang) => ({
    name: `${key.key}@${lang}`,
    label: { sv: `${label.sv} (${languages[lang].sv})`, en: `${label.en} (${languages[lang].en})` },
    role: 'property' as const,
    key,
    lang,
  }))
}

function labelOf({ rows }: PropertyKey): Text {
  return rows[0].label
}

function takesLanguages({ rows }: PropertyKey): boolean {
  return rows.some(({ value }) => value === 'text')
}

function lower(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** The words of a header for comparing: case and blanks do not count. */
export function foldHeader(header: string): string {
  return header
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\s*\*$/, '')
    .toLowerCase()
}

/** The columns of a class by every header that means them, folded. */
export function columnsByHeader(name: ClassName): ReadonlyMap<string, Column> {
  const byHeader = new Map<string, Column>()
  for (const column of columnsOf(name))
    for (const header of [column.name, column.label.sv, column.label.en])
      if (!byHeader.has(foldHeader(header))) byHeader.set(foldHeader(header), column)
  return byHeader
}
