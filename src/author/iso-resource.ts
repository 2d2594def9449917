// A metadata record as a dataset or a data service, by the mapping of the national metadata profile for geodata
// (NMDP 4.0) in DCAT-AP-SE, docs/geodata.
import { classKeys, slug } from '../dcat/index.ts'
import type { Profile } from '../profile/index.ts'
import { findCode, listsOf } from './codes.ts'
import type { DraftEntity, DraftValue, Fault } from './draft.ts'
import { distributionsOf } from './iso-access.ts'
import { extentValues } from './iso-extent.ts'
import { partyValues } from './iso-party.ts'
import { rightsOf } from './iso-rights.ts'
import { endpoints, served, serviceFormat } from './iso-service.ts'
import { subjectValues } from './iso-subject.ts'
import {
  anchorOf,
  codeIn,
  codeOf,
  type IsoLanguages,
  iriValue,
  languagesOf,
  plainText,
  textsOf,
  textValues,
  writtenValue,
} from './iso-text.ts'
import { frequencies, statuses } from './iso-words.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/'
const STATUS = 'http://publications.europa.eu/resource/authority/distribution-status/'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export interface RecordReading {
  readonly vocabularies: Profile['vocabularies']
  readonly faults: Fault[]
}

/** The resource that a record describes; undefined when it describes none. */
export function resourceOf(record: XmlNode, reading: RecordReading): DraftEntity | undefined {
  const identification = first(record, 'identificationInfo/*')
  if (!identification) {
    reading.faults.push({ rule: 'build-iso-empty', place: record.at })
    return undefined
  }
  const languages = languagesOf(record)
  const job = { record, identification, languages, reading, id: idOf(record, identification) }
  return identification.name === 'SV_ServiceIdentification' ? serviceOf(job) : datasetOf(job)
}

interface Job {
  readonly record: XmlNode
  readonly identification: XmlNode
  readonly languages: IsoLanguages
  readonly reading: RecordReading
  readonly id: string | undefined
}

/** The id that the address is made of: the record's, which outlives titles and places. */
function idOf(record: XmlNode, identification: XmlNode): string | undefined {
  const stated =
    plainText(first(record, 'fileIdentifier', 'metadataIdentifier/MD_Identifier/code')) ??
    plainText(first(identification, 'citation/CI_Citation/identifier/*/code'))
  if (stated === undefined) return undefined
  return /^[\w.-]+$/.test(stated) ? stated : slug(stated) || undefined
}

function datasetOf(job: Job): DraftEntity {
  const { record, identification, languages, reading, id } = job
  const rights = rightsOf(identification, reading.vocabularies)
  const onDistributions = [...rights.license, ...statusOf(identification), ...rights.legislation]
  const distributions = distributionsOf(record, id, { languages, vocabularies: reading.vocabularies })
  return {
    class: 'Dataset',
    ...(id !== undefined && { id }),
    place: record.at,
    values: [
      ...described(job),
      ...identifiers(job),
      ...datesOf(identification),
      ...partyValues(identification, 'Dataset', { languages, faults: reading.faults }),
      ...withLegislation(subjectValues(identification, languages), rights.legislation),
      ...extentValues(identification, reading.faults),
      ...rights.accessRights,
      ...frequencyOf(identification),
      ...resolutionOf(identification),
      ...languagesOfData(job),
      ...provenanceOf(job),
      ...standards(record),
      ...distributions.map(
        (entity): DraftValue => ({
          property: 'distribution',
          content: { kind: 'entity', entity: { ...entity, values: [...entity.values, ...onDistributions] } },
          place: entity.place,
        }),
      ),
    ],
  }
}

function serviceOf(job: Job): DraftEntity {
  const { record, identification, languages, reading, id } = job
  const rights = rightsOf(identification, reading.vocabularies)
  const subjects = withLegislation(subjectValues(identification, languages), rights.legislation)
  return {
    class: 'DataService',
    ...(id !== undefined && { id }),
    place: record.at,
    values: [
      ...described(job),
      ...partyValues(identification, 'DataService', { languages, faults: reading.faults }),
      ...subjects,
      ...rights.accessRights,
      ...rights.license,
      ...standards(record),
      ...endpoints(record, identification),
      ...serviceFormat(record),
      ...served(identification),
    ],
  }
}

function described({ identification, languages }: Job): readonly DraftValue[] {
  return [
    ...textValues('title', textsOf(first(identification, 'citation/CI_Citation/title'), languages)),
    ...textValues('description', textsOf(first(identification, 'abstract'), languages)),
  ]
}

/** The record's UUID takes part in finding duplicates; what the owner calls the resource is its other identifier. */
function identifiers({ record, identification }: Job): readonly DraftValue[] {
  const own = first(record, 'fileIdentifier', 'metadataIdentifier/MD_Identifier/code')
  const uuid = plainText(own)
  const others = all(identification, 'citation/CI_Citation/identifier/*/code')
  return [
    ...(own && uuid !== undefined && UUID.test(uuid) ? [writtenValue('identifier', uuid, own.at)] : []),
    ...others.flatMap((node) => {
      const text = anchorOf(node) ?? plainText(node)
      return text === undefined || text === uuid ? [] : [writtenValue('otherIdentifier', text, node.at)]
    }),
  ]
}

/** Issued is the date of publication, else of creation, else of revision; modified is the last revision. */
function datesOf(identification: XmlNode): readonly DraftValue[] {
  const dates = all(identification, 'citation/CI_Citation/date/CI_Date').flatMap((node) => {
    const moment = first(node, 'date/Date', 'date/DateTime')
    const role = codeIn(node, 'dateType/CI_DateTypeCode')
    return moment?.text ? [{ role, moment }] : []
  })
  const issued = ['publication', 'creation', 'revision']
    .map((role) => dates.find((date) => date.role === role))
    .find((date) => date !== undefined)
  const [modified] = dates
    .filter((date) => date.role === 'revision' && date !== issued)
    .sort((a, b) => (a.moment.text < b.moment.text ? 1 : -1))
  return [
    ...(issued ? [writtenValue('issued', issued.moment.text, issued.moment.at)] : []),
    ...(modified ? [writtenValue('modified', modified.moment.text, modified.moment.at)] : []),
  ]
}

function withLegislation(
  subjects: readonly DraftValue[],
  legislation: readonly DraftValue[],
): readonly DraftValue[] {
  const isThere = subjects.some(({ property }) => property === 'applicableLegislation')
  return isThere ? subjects : [...subjects, ...legislation]
}

function frequencyOf(identification: XmlNode): readonly DraftValue[] {
  const path = 'resourceMaintenance/MD_MaintenanceInformation/maintenanceAndUpdateFrequency'
  const node = first(identification, `${path}/MD_MaintenanceFrequencyCode`)
  const code = node && frequencies[codeOf(node)]
  return node && code ? [iriValue('accrualPeriodicity', FREQUENCY + code, node.at)] : []
}

function statusOf(identification: XmlNode): readonly DraftValue[] {
  const node = first(identification, 'status/MD_ProgressCode')
  const code = node && statuses[codeOf(node)]
  return node && code ? [iriValue('status', STATUS + code, node.at)] : []
}

function resolutionOf(identification: XmlNode): readonly DraftValue[] {
  const node = first(identification, 'spatialResolution/MD_Resolution/distance/Distance')
  const isMetres = /^m$|#m$|meter|metre/i.test(node?.attributes.uom ?? '')
  return node && isMetres && node.text ? [writtenValue('spatialResolutionInMeters', node.text, node.at)] : []
}

function languagesOfData({ identification, reading }: Job): readonly DraftValue[] {
  const lists = listsOf(classKeys.Dataset.keys.get('language')?.rows ?? [], reading.vocabularies)
  const nodes = [
    ...all(identification, 'language/LanguageCode'),
    ...all(identification, 'language/CharacterString'),
    ...all(identification, 'defaultLocale/PT_Locale/language/LanguageCode'),
    ...all(identification, 'otherLocale/PT_Locale/language/LanguageCode'),
  ]
  return nodes.flatMap((node) => {
    const term = findCode(codeOf(node).replace(/^.*[/#]/, ''), lists)
    return term ? [{ property: 'language', content: { kind: 'exact', term }, place: node.at } as const] : []
  })
}

function provenanceOf({ record, languages }: Job): readonly DraftValue[] {
  const lineages = [
    ...all(record, 'dataQualityInfo/DQ_DataQuality/lineage/LI_Lineage/statement'),
    ...all(record, 'resourceLineage/LI_Lineage/statement'),
  ]
  return lineages.flatMap((node) => {
    const values = textValues('description', textsOf(node, languages))
    if (values.length === 0) return []
    const entity: DraftEntity = { class: 'ProvenanceStatement', place: node.at, values }
    return [{ property: 'provenance', content: { kind: 'entity', entity }, place: node.at } as const]
  })
}

/** Specifications that the resource is said to meet, and reference systems, where they have an address. */
function standards(record: XmlNode): readonly DraftValue[] {
  const results = all(record, 'dataQualityInfo/DQ_DataQuality/report/*/result/DQ_ConformanceResult')
  const met = results
    .filter((result) => first(result, 'pass/Boolean')?.text === 'true')
    .flatMap((result) => all(result, 'specification/CI_Citation/title'))
  const systems = all(record, 'referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/*/code')
  const seen = new Set<string>()
  return [...met, ...systems].flatMap((node) => {
    const iri = anchorOf(node)
    if (iri === undefined || seen.has(iri)) return []
    seen.add(iri)
    return [iriValue('conformsTo', iri, node.at)]
  })
}
