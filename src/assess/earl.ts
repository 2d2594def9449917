// An assessment as linked data: an earl:Assertion per resource and rule, and per resource and principle the number of
// rules that passed, failed and were not assessed as dqv:QualityMeasurement. No statement sums them up.
// Sources: EARL 1.0 Schema (https://www.w3.org/TR/EARL10-Schema/), DQV (https://www.w3.org/TR/vocab-dqv/).
import type { Text } from '../finding.ts'
import { domains, type FrameworkItem } from '../framework/index.ts'
import {
  createGraphBuilder,
  type Graph,
  type GraphBuilder,
  ID,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
} from '../rdf/index.ts'
import { frameworkItems } from './matrix.ts'
import {
  type AssessedDomain,
  type AssessedResource,
  type Assessment,
  type Outcome,
  outcomes,
  type RuleOutcome,
} from './types.ts'

const EARL = 'http://www.w3.org/ns/earl#'
const DQV = 'http://www.w3.org/ns/dqv#'
const DCT = 'http://purl.org/dc/terms/'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const OWN = 'https://w3id.org/grunddata/'

const earlOutcome: Readonly<Record<Outcome, string>> = {
  passed: `${EARL}passed`,
  failed: `${EARL}failed`,
  'not-assessed': `${EARL}cantTell`,
}

/** Metrics by outcome: how many of the rules of a principle came out so. */
const metrics: Readonly<Record<Outcome, { readonly id: string; readonly label: Text }>> = {
  passed: { id: 'rules-passed', label: { sv: 'antal uppfyllda regler', en: 'number of rules met' } },
  failed: { id: 'rules-failed', label: { sv: 'antal regler som brister', en: 'number of rules lacking' } },
  'not-assessed': {
    id: 'rules-not-assessed',
    label: { sv: 'antal regler som inte kan bedömas', en: 'number of rules that cannot be assessed' },
  },
}

interface Writer {
  readonly builder: GraphBuilder
  readonly iri: (name: string) => number
  readonly words: (subject: number, property: string, text: Text) => void
}

/** EARL and DQV for every resource that has an address; nothing can point at the others. */
export function assessmentToEarl(assessment: Assessment): Graph {
  const builder = createGraphBuilder(assessment.resources.length * 600)
  for (const [prefix, namespace] of Object.entries({
    earl: EARL,
    dqv: DQV,
    dcterms: DCT,
    skos: SKOS,
    xsd: XSD,
  }))
    builder.prefixes.set(prefix, namespace)
  builder.prefixes
    .set('rule', `${OWN}rule/`)
    .set('principle', `${OWN}principle/`)
    .set('metric', `${OWN}metric/`)
  const iri = (name: string) => builder.iriText(name, 0)
  const words = (subject: number, property: string, text: Text) => {
    for (const tag of ['sv', 'en'] as const) {
      const language = internLang(builder.dictionary, tag)
      const term = internString(builder.dictionary, LITERAL, text[tag], ID.langString, language)
      builder.add(subject, iri(property), term, 0)
    }
  }
  const writer = { builder, iri, words }
  describeMetrics(writer)
  const told = new Set<string>()
  for (const resource of assessment.resources)
    if (resource.iri !== undefined) describe(resource, writer, told)
  for (const each of assessment.domains) describeDomain(each, writer)
  return builder.finish()
}

function describeMetrics({ builder, iri, words }: Writer): void {
  const tool = iri(`${OWN}tool`)
  builder.add(tool, ID.type, iri(`${EARL}Software`), 0)
  words(tool, `${DCT}title`, { sv: 'grunddata', en: 'grunddata' })
  for (const item of frameworkItems) {
    const dimension = iri(item.iri)
    builder.add(dimension, ID.type, iri(`${DQV}Dimension`), 0)
    words(dimension, `${SKOS}prefLabel`, item.label)
    for (const outcome of outcomes) {
      const metric = iri(metricIri(item, outcome))
      const { label } = metrics[outcome]
      builder.add(metric, ID.type, iri(`${DQV}Metric`), 0)
      builder.add(metric, iri(`${DQV}inDimension`), dimension, 0)
      builder.add(metric, iri(`${DQV}expectedDataType`), iri(`${XSD}integer`), 0)
      words(metric, `${SKOS}prefLabel`, {
        sv: `${item.notation} ${item.label.sv}: ${label.sv}`,
        en: `${item.notation} ${item.label.en}: ${label.en}`,
      })
    }
  }
}

function metricIri({ id }: FrameworkItem, outcome: Outcome): string {
  return `${OWN}metric/${id}-${metrics[outcome].id}`
}

function describe(resource: AssessedResource, writer: Writer, told: Set<string>): void {
  const subject = writer.iri(resource.iri ?? '')
  writer.builder.add(subject, ID.type, writer.iri(`${EARL}TestSubject`), 0)
  measure(subject, resource.items, writer)
  for (const { rules } of resource.items) for (const rule of rules) assertion(subject, rule, writer, told)
}

/** A domain has measurements of its resources together, and no assertions of its own. */
function describeDomain({ domain, resources, items }: AssessedDomain, writer: Writer): void {
  const known = domains.find(({ id }) => id === domain)
  if (!known) return
  const { builder, iri, words } = writer
  const subject = iri(known.iri)
  builder.add(subject, ID.type, iri(`${EARL}TestSubject`), 0)
  words(subject, `${SKOS}prefLabel`, known.label)
  for (const { iri: part } of resources)
    if (part !== undefined) builder.add(subject, iri(`${DCT}hasPart`), iri(part), 0)
  measure(subject, items, writer)
}

function measure(subject: number, items: AssessedDomain['items'], { builder, iri }: Writer): void {
  for (const { item, counts } of items)
    for (const outcome of outcomes) {
      const node = internAnonymous(builder.dictionary)
      const count = internString(builder.dictionary, LITERAL, String(counts[outcome]), iri(`${XSD}integer`))
      builder.add(subject, iri(`${DQV}hasQualityMeasurement`), node, 0)
      builder.add(node, ID.type, iri(`${DQV}QualityMeasurement`), 0)
      builder.add(node, iri(`${DQV}computedOn`), subject, 0)
      builder.add(node, iri(`${DQV}isMeasurementOf`), iri(metricIri(item, outcome)), 0)
      builder.add(node, iri(`${DQV}value`), count, 0)
    }
}

function assertion(subject: number, each: RuleOutcome, writer: Writer, told: Set<string>): void {
  const { builder, iri, words } = writer
  const { rule, outcome, findings, reason } = each
  const test = iri(`${OWN}rule/${rule.id}`)
  if (!told.has(rule.id)) {
    told.add(rule.id)
    builder.add(test, ID.type, iri(`${EARL}TestCase`), 0)
    words(test, `${DCT}title`, rule.name ?? rule.message)
    if (rule.derivesFrom) builder.add(test, iri(`${OWN}ns#derivesFrom`), iri(rule.derivesFrom), 0)
    const evidence = internString(builder.dictionary, LITERAL, rule.evidence ?? '', iri(`${XSD}string`))
    builder.add(test, iri(`${OWN}ns#evidence`), evidence, 0)
  }
  const node = internAnonymous(builder.dictionary)
  const result = internAnonymous(builder.dictionary)
  builder.add(node, ID.type, iri(`${EARL}Assertion`), 0)
  builder.add(node, iri(`${EARL}assertedBy`), iri(`${OWN}tool`), 0)
  builder.add(node, iri(`${EARL}subject`), subject, 0)
  builder.add(node, iri(`${EARL}test`), test, 0)
  builder.add(node, iri(`${EARL}mode`), iri(`${EARL}automatic`), 0)
  builder.add(node, iri(`${EARL}result`), result, 0)
  builder.add(result, ID.type, iri(`${EARL}TestResult`), 0)
  builder.add(result, iri(`${EARL}outcome`), iri(earlOutcome[outcome]), 0)
  if (reason) words(result, `${DCT}description`, reason)
  for (const { message } of findings) words(result, `${DCT}description`, message)
}
