// The report as linked data: each run a prov:Activity with the counters that Sveriges dataportal's own harvest reports
// have (pipeline results of EntryStore), and an earl:Assertion on whether the source was read and is without errors.
import { fromQuads, type Graph, literal, namedNode, quad, writeTurtle } from '../../rdf/index.ts'
import { sourceGraph } from '../../store/index.ts'
import type { SourceOutcome } from '../types.ts'
import type { HarvestReport, HarvestReporter } from './types.ts'
import { countsText, stateWords } from './words.ts'

const PROV = 'http://www.w3.org/ns/prov#'
const EARL = 'http://www.w3.org/ns/earl#'
const DCT = 'http://purl.org/dc/terms/'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const STORE = 'http://entrystore.org/terms/'
const RESULT = 'http://entrystore.org/terms/pipelineresult#'
const OWN = 'https://w3id.org/grunddata/'

const prefixes = new Map([
  ['prov', PROV],
  ['earl', EARL],
  ['dcterms', DCT],
  ['xsd', XSD],
  ['store', STORE],
  ['storepr', RESULT],
])

export function harvestGraph(report: HarvestReport): Graph {
  const quads = [...report.outcomes].flatMap((outcome) =>
    outcome.run ? [...statements(outcome, outcome.run)] : [],
  )
  return fromQuads(quads)
}

export const harvestTurtle: HarvestReporter = (report) =>
  [...writeTurtle(harvestGraph(report), { prefixes })].join('')

const typed = (value: string | number | boolean, type: string) =>
  literal(String(value), namedNode(XSD + type))

function* statements(outcome: SourceOutcome, run: NonNullable<SourceOutcome['run']>) {
  const activity = namedNode(`${OWN}run/${encodeURIComponent(run.id)}`)
  const source = namedNode(outcome.source.url)
  const graph = namedNode(sourceGraph(outcome.source.id))
  const { counts, findings } = outcome
  const isRead = run.failure === undefined
  const say = (property: string, object: Parameters<typeof quad>[2]) =>
    quad(activity, namedNode(property), object)
  const type = `http://www.w3.org/1999/02/22-rdf-syntax-ns#type`
  yield say(type, namedNode(`${PROV}Activity`))
  yield say(type, namedNode(`${STORE}PipelineResult`))
  yield say(`${DCT}title`, literal(outcome.source.title ?? outcome.source.id, 'sv'))
  yield say(`${DCT}source`, source)
  yield say(`${PROV}used`, source)
  yield say(`${PROV}startedAtTime`, typed(run.started, 'dateTime'))
  if (run.finished) yield say(`${PROV}endedAtTime`, typed(run.finished, 'dateTime'))
  if (outcome.state === 'applied') yield say(`${PROV}generated`, graph)
  yield say(
    `${STORE}status`,
    namedNode(`${STORE}${isRead ? (outcome.state === 'held' ? 'Pending' : 'Success') : 'Failed'}`),
  )
  const isMerged = outcome.state === 'applied' || outcome.state === 'unchanged'
  const flags = {
    fetchSource: isRead,
    fetchRDF: isRead,
    merge: isMerged,
    oneSucceeded: isRead,
    allSucceeded: isMerged,
  }
  for (const [name, value] of Object.entries(flags)) yield say(RESULT + name, typed(value, 'boolean'))
  const missing = findings.filter(
    ({ rule, severity }) => severity === 'error' && rule.endsWith('-missing'),
  ).length
  const figures = {
    successCount: [isRead, isRead, isMerged].filter(Boolean).length,
    validateErrors: counts.errors,
    validateMandatoryMissing: missing,
    mergeResourceCount: counts.added + counts.updated + counts.unchanged,
    mergeAdded: isMerged ? counts.added : 0,
    mergeUpdated: isMerged ? counts.updated : 0,
    mergeRemoved: isMerged ? counts.removed : 0,
    mergeUnchanged: counts.unchanged,
  }
  for (const [name, value] of Object.entries(figures)) yield say(RESULT + name, typed(value, 'integer'))
  yield* assertion(outcome, run)
}

function* assertion(outcome: SourceOutcome, run: NonNullable<SourceOutcome['run']>) {
  const { failure } = run
  const base = `${OWN}run/${encodeURIComponent(run.id)}`
  const subject = namedNode(`${base}#assertion`)
  const result = namedNode(`${base}#result`)
  const say = (node: ReturnType<typeof namedNode>, property: string, object: Parameters<typeof quad>[2]) =>
    quad(node, namedNode(property), object)
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
  const verdict = failure
    ? failure.fault === 'theirs'
      ? 'failed'
      : 'cantTell'
    : outcome.counts.errors > 0
      ? 'failed'
      : 'passed'
  yield say(subject, type, namedNode(`${EARL}Assertion`))
  yield say(subject, `${EARL}subject`, namedNode(outcome.source.url))
  yield say(subject, `${EARL}test`, namedNode(`${OWN}test/source-conforms`))
  yield say(subject, `${EARL}mode`, namedNode(`${EARL}automatic`))
  yield say(subject, `${PROV}wasGeneratedBy`, namedNode(base))
  yield say(subject, `${EARL}result`, result)
  yield say(result, type, namedNode(`${EARL}TestResult`))
  yield say(result, `${EARL}outcome`, namedNode(EARL + verdict))
  for (const lang of ['sv', 'en'] as const) {
    const text =
      failure?.message[lang] ?? (countsText(outcome.counts, lang) || stateWords[outcome.state][lang])
    yield say(result, `${DCT}description`, literal(text, lang))
  }
}
