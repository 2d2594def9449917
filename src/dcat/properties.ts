// The facts of DCAT-AP-SE 3.0.1: 23 classes and their 176 property rows, as one table.
// Hides how the rows are written down (properties-*.ts) behind plain objects.
//
// The last column of a row: kind of value, then in any order datatypes or range classes, `list=` code list,
// `scheme=` concept scheme, `prefix=` fixed beginning, `pattern=` for what follows the beginning, `group=` rows of
// which a subject uses at most one, `fixed=` the only value, `when=` property,value the obligation depends on, `deprecated`.
import type { Text } from '../finding.ts'
import { expandName } from './namespaces.ts'
import { checksum, dataService, distribution } from './properties-access.ts'
import { catalog, rightsStatement } from './properties-catalog.ts'
import { dataset } from './properties-dataset.ts'
import {
  attribution,
  location,
  offer,
  periodOfTime,
  provenance,
  relationship,
} from './properties-dataset-parts.ts'
import { document, licenseDocument, standard } from './properties-document.ts'
import { address, agent, contactPoint, telephone } from './properties-party.ts'
import { datasetSeries, seriesLocation, seriesPeriodOfTime, seriesRelationship } from './properties-series.ts'

/** text: with a language; plain: without; literal: any; typed: one of the datatypes; resource: IRI or blank node. */
export type ValueKind = 'text' | 'plain' | 'literal' | 'typed' | 'iri' | 'resource'

/** conditional: mandatory for a subject that has the value `when` names. */
export type Obligation = 'mandatory' | 'conditional' | 'recommended' | 'optional'

/** A class as written down. */
export interface ClassTable {
  readonly id: string
  readonly section: 'primary' | 'supportive' | 'nested'
  readonly types: readonly string[]
  readonly label: Text
  readonly definite: Text
  readonly rows: string
}

/** One property of one class. */
export interface PropertyRow {
  /** IRI of the property. */
  readonly property: string
  /** Its prefixed name, e.g. `dcterms:title`. */
  readonly name: string
  readonly label: Text
  readonly obligation: Obligation
  readonly min: number
  /** Absent: unbounded. */
  readonly max?: number
  readonly value: ValueKind
  /** Datatype IRIs of a typed value; one of them. */
  readonly datatypes: readonly string[]
  /** Class IRIs of an entity; one of them. */
  readonly range: readonly string[]
  /** Name of the code list, e.g. `frequency`. */
  readonly list?: string
  /** Concept scheme the value belongs to, where the profile names a scheme without listing it. */
  readonly scheme?: string
  /** What the value begins with: `mailto:` or `tel:`. */
  readonly prefix?: string
  /** Regular expression for the whole value after `prefix`. */
  readonly pattern?: string
  /** Rows with the same group are alternatives; a subject uses at most one of them. */
  readonly group?: string
  /** The only value allowed. */
  readonly fixed?: string
  readonly when?: { readonly property: string; readonly value: string }
  readonly deprecated: boolean
}

/** One class and its rows, in the order of the specification. */
export interface ClassFacts {
  /** Id in the published specification, e.g. `dcat:dcterms:temporal_da`. */
  readonly id: string
  readonly section: ClassTable['section']
  /** Class IRIs that mark an instance; the first is preferred. */
  readonly types: readonly string[]
  readonly label: Text
  /** For running text: datamängden, the dataset. */
  readonly definite: Text
  /** Place in {@link classes}; a subject with several types is named by the lowest. */
  readonly rank: number
  readonly properties: readonly PropertyRow[]
}

const kinds: readonly string[] = [
  'text',
  'plain',
  'literal',
  'typed',
  'iri',
  'resource',
] satisfies ValueKind[]

function rowOf(line: string, where: string): PropertyRow {
  const [name, sv, en, cardinality, value] = line.split(' | ').map((cell) => cell.trim())
  const [obligation, range] = cardinality.split(' ')
  const [min, max] = range.split('..')
  const [kind, ...marks] = value.split(' ')
  if (!kinds.includes(kind)) throw new TypeError(`unknown kind of value in ${where} ${name}`)
  const named = marks.filter((mark) => !mark.includes('=') && mark !== 'deprecated').map(expandName)
  const mark = (key: string) => marks.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1)
  const optional = Object.fromEntries(
    ['list', 'scheme', 'prefix', 'pattern', 'group', 'fixed']
      .map((key) => [key, mark(key)] as const)
      .filter(([, text]) => text !== undefined),
  )
  const when = mark('when')?.split(',')
  return {
    property: expandName(name),
    name,
    label: { sv, en },
    obligation: obligation as Obligation,
    min: Number(min),
    ...(max === 'n' ? {} : { max: Number(max) }),
    value: kind as ValueKind,
    datatypes: kind === 'typed' ? named : [],
    range: kind === 'typed' ? [] : named,
    ...optional,
    ...(when ? { when: { property: expandName(when[0]), value: when[1] } } : {}),
    deprecated: marks.includes('deprecated'),
  }
}

function factsOf(table: ClassTable, rank: number): ClassFacts {
  const { rows, types, ...rest } = table
  const lines = rows.split('\n').filter((line) => line.trim() !== '')
  return {
    ...rest,
    types: types.map(expandName),
    rank,
    properties: lines.map((line) => rowOf(line, table.id)),
  }
}

/** All classes of DCAT-AP-SE 3.0.1, primary ones with their parts after them. */
export const classes: readonly ClassFacts[] = [
  catalog,
  rightsStatement,
  dataset,
  attribution,
  location,
  periodOfTime,
  offer,
  relationship,
  provenance,
  datasetSeries,
  seriesLocation,
  seriesPeriodOfTime,
  seriesRelationship,
  distribution,
  checksum,
  dataService,
  agent,
  contactPoint,
  telephone,
  address,
  document,
  licenseDocument,
  standard,
].map(factsOf)

const byType = new Map<string, ClassFacts>()
for (const facts of classes) for (const type of facts.types) if (!byType.has(type)) byType.set(type, facts)

/** The class an rdf:type IRI marks, or undefined for types outside the profile. */
export function classOfType(type: string): ClassFacts | undefined {
  return byType.get(type)
}

const labels = new Map<string, Text>()
for (const facts of classes) {
  for (const row of facts.properties) {
    if (!labels.has(row.property)) labels.set(row.property, row.label)
    for (const type of facts.types) {
      const key = `${type} ${row.property}`
      if (!labels.has(key)) labels.set(key, row.label)
    }
  }
}

/** What a property is called in the specification, in the words of a class (its IRI) when that class has it. */
export function propertyLabel(property: string, type?: string): Text | undefined {
  return (type === undefined ? undefined : labels.get(`${type} ${property}`)) ?? labels.get(property)
}
