// How people write classes and properties of the table: `Dataset`, `title`, instead of prefixed names.
// Hides that one property may stand in several rows, and that two properties may share a local name.
import { expandName } from './namespaces.ts'
import { type ClassFacts, classes, type PropertyRow } from './properties.ts'

/** Classes as authors name them, with their id in the property table. */
const classIds = {
  Catalog: 'dcat:Catalog',
  Dataset: 'dcat:Dataset',
  DatasetSeries: 'dcat:DatasetSeries',
  Distribution: 'dcat:Distribution',
  DataService: 'dcat:DataService',
  Agent: 'dcat:foaf:Agent',
  ContactPoint: 'dcat:contactPoint',
  RightsStatement: 'dcat:odrs:RSSA',
  Attribution: 'dcat:prov:qualifiedAttribution',
  Location: 'dcat:dcterms:spatial_bb_da',
  PeriodOfTime: 'dcat:dcterms:temporal_da',
  Offer: 'schema:Offer',
  Relationship: 'dcat:qualifiedRelation',
  ProvenanceStatement: 'dcat:dcterms:provenance_da',
  Checksum: 'dcat:spdx:checksum_di',
  Telephone: 'vc:hasTelephone',
  Address: 'vc:hasAddress',
  Document: 'foaf:Document',
  LicenseDocument: 'dcterms:LicenseDocument',
  Standard: 'dcterms:Standard',
} as const

export type ClassName = keyof typeof classIds

/** All class names, primary classes first. */
export const classNames = Object.keys(classIds) as readonly ClassName[]

/** Classes whose instances have an IRI of their own: the portal keeps them apart by it (harvesting.md, rule 11). */
export const namedClasses: readonly ClassName[] = classNames.slice(0, 7)

/** One property of a class as authors write it. */
export interface PropertyKey {
  /** Local name in camel case: `title`, `accrualPeriodicity`; `kind` stands for rdf:type. */
  readonly key: string
  readonly property: string
  /** The rows of the table that are not deprecated: alternatives for its value. */
  readonly rows: readonly PropertyRow[]
  /** True when a subject may have several values. */
  readonly isMany: boolean
  readonly isMandatory: boolean
  /** Classes a value may describe. */
  readonly range: readonly ClassName[]
}

export interface ClassKeys {
  readonly name: ClassName
  readonly facts: ClassFacts
  readonly keys: ReadonlyMap<string, PropertyKey>
}

/** Where the local name is taken, or says nothing. */
const ownKeys: Readonly<Record<string, string>> = { 'adms:identifier': 'otherIdentifier', 'rdf:type': 'kind' }

function keyOfRow({ name }: PropertyRow): string {
  const local = name.slice(name.indexOf(':') + 1)
  return ownKeys[name] ?? local.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function factsOf(name: ClassName): ClassFacts {
  const facts = classes.find(({ id }) => id === classIds[name])
  if (!facts) throw new TypeError(`no class ${name} in the property table`)
  return facts
}

function keysOf(facts: ClassFacts): ReadonlyMap<string, PropertyKey> {
  const byKey = new Map<string, PropertyRow[]>()
  for (const row of facts.properties) {
    if (row.deprecated) continue
    const key = keyOfRow(row)
    const rows = byKey.get(key)
    if (rows) rows.push(row)
    else byKey.set(key, [row])
  }
  return new Map([...byKey].map(([key, rows]) => [key, propertyKey(key, rows)]))
}

function propertyKey(key: string, rows: readonly PropertyRow[]): PropertyKey {
  const range = [...new Set(rows.flatMap((row) => row.range.map(classNameOf)))]
  return {
    key,
    property: rows[0].property,
    rows,
    isMany: rows.some(({ max }) => max === undefined),
    isMandatory: rows.some(({ obligation }) => obligation === 'mandatory'),
    range: range.filter((name) => name !== undefined),
  }
}

const nameByType = new Map<string, ClassName>()
for (const name of classNames)
  for (const type of factsOf(name).types) if (!nameByType.has(type)) nameByType.set(type, name)

/** The name of the class that an rdf:type IRI marks; undefined for types outside the profile. */
export function classNameOf(type: string): ClassName | undefined {
  return nameByType.get(type)
}

/** The classes by name, with their properties by key in the order of the specification. */
export const classKeys = Object.fromEntries(
  classNames.map((name) => {
    const facts = factsOf(name)
    return [name, { name, facts, keys: keysOf(facts) }]
  }),
) as Readonly<Record<ClassName, ClassKeys>>

const byProperty = new Map<string, PropertyKey>()
for (const { name, keys } of Object.values(classKeys))
  for (const key of keys.values()) byProperty.set(`${name} ${key.property}`, key)

/** The property of a class by its IRI. */
export function keyOfProperty(name: ClassName, property: string): PropertyKey | undefined {
  return byProperty.get(`${name} ${property}`)
}

/**
 * The property of a class by what somebody wrote: the key, a prefixed name, an IRI, or the label in Swedish or
 * English, whatever the case. Undefined when nothing fits.
 */
export function findKey(name: ClassName, written: string): PropertyKey | undefined {
  const { keys } = classKeys[name]
  const wanted = written.trim()
  const plain = wanted.toLowerCase()
  return (
    keys.get(wanted) ??
    keyOfProperty(name, wanted) ??
    [...keys.values()].find(({ key }) => key.toLowerCase() === plain) ??
    [...keys.values()].find(({ rows }) =>
      rows.some((row) => [row.name, row.label.sv, row.label.en].some((each) => each.toLowerCase() === plain)),
    )
  )
}

/** The kinds an Agent or a ContactPoint may be (`Organization`), by local name of their class IRI. */
export function kindsOf(name: ClassName): ReadonlyMap<string, string> {
  const { types } = classKeys[name].facts
  return new Map(types.map((type) => [type.replace(/^.*[#/]/, ''), type]))
}

/** rdf:type as an IRI. */
export const RDF_TYPE = expandName('rdf:type')
