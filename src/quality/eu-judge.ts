// Judges a graph as the published shapes of DCAT-AP 3.0.1 do, by our own table of what they ask for.
// What is a slip of the shapes, not of the data, is told apart: see `EuDefect`.
import { expandName } from '../dcat/index.ts'
import type { Vocabulary } from '../profile/index.ts'
import {
  BLANK,
  datatype,
  type Graph,
  hasTriple,
  ID,
  IRI,
  iriId,
  LITERAL,
  objects,
  subjects,
  text,
} from '../rdf/index.ts'
import { createListTest } from './eu-lists.ts'
import { type EuRow, euRows } from './eu-rows.ts'

/** The published files, each of which can be run by itself. */
export type EuPart = 'structure' | 'range' | 'recommended' | 'lists'

export type EuKind =
  /** A value is lacking. */
  | 'missing'
  | 'repeated'
  /** A text where an address or a resource is asked for. */
  | 'text'
  /** An address or a resource where a text is asked for. */
  | 'resource'
  /** Another datatype, or a value that is not of its datatype. */
  | 'datatype'
  /** The value is not typed as the class that is asked for. */
  | 'class'
  /** The value is of no list that is asked for. */
  | 'list'
  | 'deprecated'

/** Slips of the shapes; ours to explain, not to repeat. */
export type EuDefect =
  /** They say nothing of a date that is none. */
  | 'date-unchecked'
  /** They name old properties but forbid nothing. */
  | 'deprecated-unchecked'
  /** They warn of every status of the list that they also ask for. */
  | 'status-scheme'
  /** They fault every algorithm of SPDX. */
  | 'checksum-algorithm'
  /** They warn of every publisher but the bodies of the EU. */
  | 'publisher-body'
  /** They fault a value for being described elsewhere. */
  | 'described-elsewhere'
  /** They fault a subclass for not naming its superclass. */
  | 'superclass'
  /** They warn of a further value although one of the list is enough. */
  | 'all-values'
  /** They still allow one value where DCAT-AP 3.0.1 allows several. */
  | 'maximum-outdated'
  /** They want a geometry as text, while another set of shapes of the same version wants a resource. */
  | 'geometry-two-ways'

export interface EuProblem {
  readonly part: EuPart
  readonly severity: 'error' | 'warning'
  readonly kind: EuKind
  /** Prefixed name of the class whose rows speak. */
  readonly type: string
  /** Prefixed name of the property; `^` before it: the inverse direction. */
  readonly property: string
  /** Term id of the subject. */
  readonly focus: number
  /** Term id of the value at fault. */
  readonly value?: number
  readonly defect?: EuDefect
  /** True when the shapes ought to say so but do not; then the result is not among theirs. */
  readonly isSilent?: true
}

export interface EuOptions {
  readonly vocabularies: ReadonlyMap<string, Vocabulary>
  /** Default: all parts. */
  readonly parts?: readonly EuPart[]
}

const EU_NAMESPACES: Readonly<Record<string, string>> = {
  eli: 'http://data.europa.eu/eli/ontology#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  time: 'http://www.w3.org/2006/time#',
}

/** The IRI of a prefixed name, with the prefixes that only the shapes of the EU use. */
export function expandEuName(name: string): string {
  const [prefix, local] = name.split(':')
  return EU_NAMESPACES[prefix] ? EU_NAMESPACES[prefix] + local : expandName(name)
}

/** Every result that the shapes give, in the order of the table, and the silent ones that they ought to give. */
export function judgeAsEu(graph: Graph, options: EuOptions): readonly EuProblem[] {
  const { parts = ['structure', 'range', 'recommended', 'lists'] } = options
  const found: EuProblem[] = []
  const tests: Tests = { graph, isInList: createListTest(options.vocabularies), parts: new Set(parts), found }
  for (const [type, rows] of Object.entries(euRows)) {
    const focuses = subjects(graph, ID.type, iriId(graph, expandEuName(type)))
    if (focuses.length === 0) continue
    for (const [property, row] of Object.entries(rows)) judgeRow(tests, { type, property, row, focuses })
  }
  if (tests.parts.has('structure')) deprecatedProperties(tests)
  if (tests.parts.has('recommended')) emptyCatalogs(tests)
  return found
}

interface Tests {
  readonly graph: Graph
  readonly isInList: (list: string, iri: string) => boolean
  readonly parts: ReadonlySet<EuPart>
  readonly found: EuProblem[]
}

interface Asked {
  readonly type: string
  readonly property: string
  readonly row: EuRow
  readonly focuses: Uint32Array
}

function judgeRow(tests: Tests, { type, property, row, focuses }: Asked): void {
  const { graph, parts, found } = tests
  const isInverse = property.startsWith('^')
  const id = iriId(graph, expandEuName(isInverse ? property.slice(1) : property))
  const classId = row.class === undefined ? -1 : iriId(graph, expandEuName(row.class))
  for (const focus of focuses) {
    const values = isInverse ? subjects(graph, id, focus) : objects(graph, focus, id)
    const tell = (part: EuPart, kind: EuKind, more: Partial<EuProblem> = {}) =>
      void found.push({ part, kind, severity: 'error', type, property, focus, ...more })
    if (parts.has('structure')) structure(graph, { row, values, tell: withSlips(tell, type, property) })
    if (parts.has('recommended') && row.isWanted && values.length === 0)
      tell('recommended', 'missing', { severity: 'warning' })
    for (const part of ['structure', 'range'] as const)
      if (parts.has(part) && row.class !== undefined && (part === 'range' || row.isClassStructural))
        for (const value of values)
          range(graph, { row, value, classId, tell: (...what) => tell(part, ...what) })
    if (parts.has('lists') && row.list !== undefined) lists(tests, { row, values, property, tell })
  }
}

type Tell = (part: EuPart, kind: EuKind, more?: Partial<EuProblem>) => void
type TellKind = (kind: EuKind, more?: Partial<EuProblem>) => void

/** Class and property whose maximum DCAT-AP 3.0.1 has lifted; the shapes have not. */
const lifted: ReadonlySet<string> = new Set([
  'dcat:Catalog dcterms:rights',
  'dcat:Distribution dcterms:rights',
  'dcat:Dataset dcat:spatialResolutionInMeters',
])

function withSlips(tell: Tell, type: string, property: string): Tell {
  return (part, kind, more) => {
    const slip =
      kind === 'repeated' && lifted.has(`${type} ${property}`)
        ? ('maximum-outdated' as const)
        : kind === 'resource' && property === 'locn:geometry'
          ? ('geometry-two-ways' as const)
          : undefined
    tell(part, kind, { ...more, ...(slip && { defect: slip }) })
  }
}

function structure(
  graph: Graph,
  { row, values, tell }: { readonly row: EuRow; readonly values: Uint32Array; readonly tell: Tell },
): void {
  const severity = row.isAdvice ? 'warning' : 'error'
  if (row.min !== undefined && values.length < row.min) tell('structure', 'missing', { severity })
  if (row.max !== undefined && values.length > row.max) tell('structure', 'repeated')
  for (const value of values) {
    const kind = graph.dictionary.kind[value]
    if (row.is === 'literal' && kind !== LITERAL) tell('structure', 'resource', { value })
    if (row.is === 'resource' && kind === LITERAL) tell('structure', 'text', { value })
    if (row.is === 'iri' && kind !== IRI) tell('structure', kind === LITERAL ? 'text' : 'resource', { value })
    if (row.datatype !== undefined && !isOf(graph, value, [expandName(row.datatype)]))
      tell('structure', 'datatype', { value })
    if (row.date !== undefined && !isOf(graph, value, DATES))
      tell('structure', 'datatype', {
        value,
        ...(row.date === 'unchecked' && { defect: 'date-unchecked' as const, isSilent: true as const }),
      })
  }
}

const XSD = 'http://www.w3.org/2001/XMLSchema#'
const DATES = ['date', 'dateTime', 'gYear', 'gYearMonth'].map((name) => XSD + name)
const ZONE = '(?:Z|[+-]\\d\\d:\\d\\d)?'

/** Written forms, as far as the shapes need them. */
const forms: Readonly<Record<string, RegExp>> = {
  [`${XSD}date`]: new RegExp(`^-?\\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])${ZONE}$`),
  [`${XSD}dateTime`]: new RegExp(
    `^-?\\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?${ZONE}$`,
  ),
  [`${XSD}gYear`]: new RegExp(`^-?\\d{4,}${ZONE}$`),
  [`${XSD}gYearMonth`]: new RegExp(`^-?\\d{4,}-(?:0[1-9]|1[0-2])${ZONE}$`),
  [`${XSD}decimal`]: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  [`${XSD}duration`]:
    /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  [`${XSD}hexBinary`]: /^(?:[\da-f]{2})*$/i,
  [`${XSD}nonNegativeInteger`]: /^\+?\d+$|^-0+$/,
}

function isOf(graph: Graph, value: number, types: readonly string[]): boolean {
  const type = datatype(graph, value)
  return type !== undefined && types.includes(type) && (forms[type]?.test(text(graph, value)) ?? true)
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const resourceClasses = ['Catalog', 'Dataset', 'DataService', 'DatasetSeries'].map((name) => DCAT + name)

/** Classes whose instances are also of the class that the shapes ask for. */
const subclasses: Readonly<Record<string, readonly string[]>> = {
  'vcard:Kind': ['Individual', 'Organization', 'Group', 'Location'].map(
    (name) => `http://www.w3.org/2006/vcard/ns#${name}`,
  ),
  'foaf:Agent': ['Organization', 'Person', 'Group'].map((name) => `http://xmlns.com/foaf/0.1/${name}`),
}

function range(
  graph: Graph,
  { row, value, classId, tell }: { row: EuRow; value: number; classId: number; tell: TellKind },
): void {
  const name = row.class ?? ''
  const isAsked =
    name === 'dcat:Resource'
      ? resourceClasses.some((iri) => isA(graph, value, iri))
      : classId >= 0 && hasTriple(graph, value, ID.type, classId)
  if (isAsked) return
  const severity = row.isAdvice ? 'warning' : 'error'
  const isSubclass = subclasses[name]?.some((iri) => isA(graph, value, iri))
  const isElsewhere = graph.dictionary.kind[value] === IRI && isUndescribed(graph, value)
  const defect = isSubclass ? 'superclass' : isElsewhere ? 'described-elsewhere' : undefined
  tell('class', { value, severity, ...(defect && { defect }) })
}

function isA(graph: Graph, term: number, iri: string): boolean {
  const id = iriId(graph, iri)
  return id >= 0 && hasTriple(graph, term, ID.type, id)
}

function isUndescribed(graph: Graph, term: number): boolean {
  return graph.out.offset[term] === graph.out.offset[term + 1]
}

interface Listed {
  readonly row: EuRow
  readonly values: Uint32Array
  readonly property: string
  readonly tell: Tell
}

function lists({ graph, isInList }: Tests, { row, values, property, tell }: Listed): void {
  const list = row.list ?? ''
  const severity = row.isListAdvice ? 'warning' : 'error'
  const isIn = (value: number) => graph.dictionary.kind[value] === IRI && isInList(list, text(graph, value))
  if (list === 'theme-taxonomy') {
    if (!values.some(isIn)) tell('lists', 'list', { severity })
    return
  }
  const isAnyIn = values.some(isIn)
  for (const value of values) {
    if (isIn(value)) {
      if (list === 'checksum-algorithm') tell('lists', 'list', { value, defect: 'checksum-algorithm' })
      if (property === 'adms:status')
        tell('lists', 'list', { value, severity: 'warning', defect: 'status-scheme' })
      continue
    }
    const defect =
      list === 'corporate-body' && graph.dictionary.kind[value] !== BLANK
        ? ('publisher-body' as const)
        : isAnyIn && (list === 'data-theme' || list === 'dataset-type')
          ? ('all-values' as const)
          : undefined
    tell('lists', 'list', { value, severity, ...(defect && { defect }) })
  }
}

/** Class, old property: the shapes name them in a file of their own, with a message and no constraint. */
const deprecated: readonly (readonly [string, string])[] = [
  ['dcterms:PeriodOfTime', 'schema:startDate'],
  ['dcterms:PeriodOfTime', 'schema:endDate'],
  ['dcat:Dataset', 'dcterms:hasVersion'],
  ['dcat:Dataset', 'dcterms:isVersionOf'],
  ['dcat:Dataset', 'owl:versionInfo'],
]

function deprecatedProperties({ graph, found }: Tests): void {
  for (const [type, property] of deprecated) {
    const id = iriId(graph, expandName(property))
    if (id < 0) continue
    for (const focus of subjects(graph, ID.type, iriId(graph, expandName(type))))
      if (objects(graph, focus, id).length > 0)
        found.push({
          part: 'structure',
          kind: 'deprecated',
          severity: 'warning',
          type,
          property,
          focus,
          defect: 'deprecated-unchecked',
          isSilent: true,
        })
  }
}

/** A catalogue ought to list datasets or services. */
function emptyCatalogs({ graph, found }: Tests): void {
  const [dataset, service] = ['dataset', 'service'].map((name) => iriId(graph, DCAT + name))
  for (const focus of subjects(graph, ID.type, iriId(graph, `${DCAT}Catalog`)))
    if (objects(graph, focus, dataset).length + objects(graph, focus, service).length === 0)
      found.push({
        part: 'recommended',
        kind: 'missing',
        severity: 'warning',
        type: 'dcat:Catalog',
        property: 'dcat:dataset',
        focus,
      })
}
