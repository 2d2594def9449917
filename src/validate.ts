// The main job, composed of the modules below it: read → parse → check → complete → apply the policy.
// What a command adds to this is printing and an exit code.
import { checks, withoutOverlaps } from './check/index.ts'
import type { GrunddataError } from './errors.ts'
import type { CatalogCounts, Finding, NotAssessed, Problem, Report, Severity } from './finding.ts'
import { FOCUS, focusOn } from './framework/index.ts'
import { type Io, quietIo } from './io.ts'
import {
  applyPolicy,
  type Baseline,
  emptyPolicy,
  expiredWaivers,
  newFindings,
  type Policy,
  silencedLines,
} from './policy/index.ts'
import { countContents, createCompleter, detectProfile, loadProfile, type Profile } from './profile/index.ts'
import {
  type Document,
  decodeDocument,
  type Graph,
  lineText,
  type ParseOptions,
  parse,
  type SyntaxId,
} from './rdf/index.ts'
import { type RawDocument, type ReadOptions, read } from './source/index.ts'

export interface ValidateOptions {
  /** `auto` (default), a name such as `dcat-ap-se@3.0.1`, the path of a SHACL file in Turtle, or a loaded profile. */
  readonly profile?: string | Profile
  /** Reads every source as this syntax instead of detecting it. */
  readonly syntax?: SyntaxId
  readonly policy?: Policy
  readonly baseline?: Baseline
  readonly read?: ReadOptions
  /** Gives a JSON-LD context that is not bundled; default: remote contexts are refused. */
  readonly loadContext?: ParseOptions['loadContext']
  readonly io?: Io
}

export interface Validated {
  /** One per source, in the order read. */
  readonly reports: readonly Report[]
  /** The text of a line that a finding points at (and its neighbours), for code frames. */
  readonly lineOf: (file: string, line: number) => string | undefined
}

/** Validates files, folders, globs, URLs and `-`. A source that cannot be read gives a report with `failure`. */
export async function validate(refs: readonly string[], options: ValidateOptions = {}): Promise<Validated> {
  const reports: Report[] = []
  const session = startSession()
  const io = options.io ?? quietIo()
  for await (const result of read(refs, options.read)) {
    if ('failure' in result) reports.push(failedReport(result.failure.name, result.failure.error, options))
    else reports.push(await validateRaw(result.document, options, session))
    io.progress({ job: 'validate', done: reports.length })
  }
  return { reports, lineOf: lineOf(session) }
}

/** What the sources of one run share: profiles loaded once, and the lines that findings point at. */
interface Session {
  readonly lines: Map<string, string>
  readonly profiles: Map<string, Promise<Profile>>
}

function startSession(): Session {
  return { lines: new Map(), profiles: new Map() }
}

function lineOf({ lines }: Session): Validated['lineOf'] {
  return (file, line) => lines.get(`${file}\n${line}`)
}

/** Validates one document that is already in memory. */
export async function validateDocument(
  document: RawDocument,
  options: ValidateOptions = {},
): Promise<Validated> {
  const session = startSession()
  const report = await validateRaw(document, options, session)
  return { reports: [report], lineOf: lineOf(session) }
}

export interface MadeGraph {
  /** Made of other sources than one RDF text; its places lead into them, its problems are what is wrong with them. */
  readonly graph: Graph
  /** What the sources are called together. */
  readonly name: string
  /** The text of a line of a source, for code frames. */
  readonly lineOf?: Validated['lineOf']
}

/** Validates a graph that is already in memory. A value that its maker has told of is not told of again. */
export async function validateGraph(made: MadeGraph, options: ValidateOptions = {}): Promise<Validated> {
  const started = performance.now()
  const { graph, name } = made
  const detected = wantedProfile(options) === 'auto' ? detectProfile(graph) : undefined
  const profile = await chooseProfile(detected?.profile, options, startSession())
  // Of sources that nothing could be made of, only that is worth telling.
  const isUnread = graph.quads.count === 0 && graph.problems.length > 0
  const { problems, notAssessed } = isUnread
    ? { problems: [], notAssessed: [] }
    : await observe(graph, profile, options.io ?? quietIo())
  const told = new Set(graph.problems.map(statementOf))
  const fresh = problems.filter((problem) => problem.path === undefined || !told.has(statementOf(problem)))
  const all = withoutOverlaps(graph, [...graph.problems, ...fresh])
  const document = { name, bytes: new Uint8Array() }
  const judged = judge(complete(all, graph, profile, name), { document, options, profile })
  const counts = countSeverities(judged.findings)
  const report: Report = {
    source: name,
    profile: profileName(profile),
    conforms: counts.error === 0,
    counts,
    findings: judged.findings,
    notAssessed,
    contents: countContents(graph),
    suppressed: judged.suppressed,
    elapsedMs: performance.now() - started,
  }
  return { reports: [report], lineOf: made.lineOf ?? (() => undefined) }
}

function statementOf({ focus, path }: Problem): string {
  return `${focus} ${path}`
}

async function validateRaw(raw: RawDocument, options: ValidateOptions, session: Session): Promise<Report> {
  const started = performance.now()
  const decoded = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
  const document: Document = { ...raw, bytes: decoded.bytes }
  const graph = await parse(document, parseOptions(document, options))
  const detected = wantedProfile(options) === 'auto' ? detectProfile(graph) : undefined
  const profile = await chooseProfile(detected?.profile, options, session)
  const { problems, notAssessed } = await observe(graph, profile, options.io ?? quietIo())
  const all = withoutOverlaps(graph, [...decoded.problems, ...graph.problems, ...problems])
  const findings = complete(all, graph, profile, raw.name)
  const judged = judge(findings, { document, options, profile })
  keepLines(judged.findings, graph, session.lines)
  const counts = countSeverities(judged.findings)
  return {
    source: raw.name,
    profile: profileName(profile),
    ...(detected && profile.version !== NEWEST ? { profileReason: detected.reason } : {}),
    conforms: counts.error === 0,
    counts,
    findings: judged.findings,
    notAssessed,
    contents: countContents(graph),
    suppressed: judged.suppressed,
    elapsedMs: performance.now() - started,
  }
}

function parseOptions(document: Document, options: ValidateOptions): ParseOptions & { syntax?: SyntaxId } {
  return {
    ...(options.syntax ? { syntax: options.syntax } : {}),
    ...(options.loadContext ? { loadContext: options.loadContext } : {}),
    ...(document.url ? { base: document.url } : {}),
  }
}

/** The version whose choice needs no explaining. */
const NEWEST = '3.0.1'

function wantedProfile(options: ValidateOptions): string | Profile {
  return options.profile ?? options.policy?.profile ?? 'auto'
}

function chooseProfile(
  detected: string | undefined,
  options: ValidateOptions,
  { profiles }: Session,
): Promise<Profile> {
  const wanted = detected ?? wantedProfile(options)
  if (typeof wanted !== 'string') return Promise.resolve(wanted)
  const known = profiles.get(wanted)
  if (known) return known
  const loading = loadProfile(wanted)
  profiles.set(wanted, loading)
  return loading
}

/** Runs every check of the profile on a graph. */
export async function observe(
  graph: Graph,
  profile: Profile,
  io: Io = quietIo(),
): Promise<{ readonly problems: readonly Problem[]; readonly notAssessed: readonly NotAssessed[] }> {
  const notAssessed: NotAssessed[] = []
  const problems: Problem[] = []
  const focused = needsFocus(profile) ? focusOn(graph).graph : graph
  const context = { profile, io, notAssessed: (entry: NotAssessed) => void notAssessed.push(entry) }
  for (const check of Object.values(checks)) {
    for (const problem of await check(focused, context)) {
      if (profile.rules.has(problem.rule) || problem.params?.message) problems.push(problem)
    }
  }
  return { problems, notAssessed }
}

/** Rules on national basic data are about focus sets, which must be stated before anything runs. */
function needsFocus({ rules }: Profile): boolean {
  for (const { targetClass } of rules.values()) if (targetClass?.startsWith(FOCUS)) return true
  return false
}

function complete(
  problems: readonly Problem[],
  graph: Graph,
  profile: Profile,
  file: string,
): readonly Finding[] {
  const completeOne = createCompleter(graph, profile, file)
  const findings: Finding[] = []
  for (const problem of problems) {
    const finding = completeOne(problem)
    if (finding) findings.push(finding)
  }
  return findings.sort(byPlace)
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.location.file, b.location.file) ||
    compareText(a.location.sheet ?? '', b.location.sheet ?? '') ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    compareText(a.value ?? '', b.value ?? '')
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface Judging {
  readonly document: Document
  readonly options: ValidateOptions
  readonly profile: Profile
}

function judge(findings: readonly Finding[], { document, options, profile }: Judging) {
  const policy = options.policy ?? emptyPolicy
  const today = (options.io ?? quietIo()).now().toISOString().slice(0, 10)
  const silenced = silencedLines(document.bytes)
  const judged = applyPolicy([...findings, ...waiverFindings(policy, today, profile)], policy, {
    silenced,
    today,
  })
  if (!options.baseline) return judged
  const fresh = newFindings(document.name, judged.findings, options.baseline)
  return {
    findings: fresh,
    suppressed: { ...judged.suppressed, baseline: judged.findings.length - fresh.length },
  }
}

function waiverFindings(policy: Policy, today: string, profile: Profile): readonly Finding[] {
  const rule = profile.rules.get('waiver-expired')
  if (!rule) return []
  return expiredWaivers(policy, today).map((waiver) => {
    const fill = (template: string) =>
      template
        .replace('{waived}', waiver.rule)
        .replace('{expires}', waiver.expires)
        .replace('{owner}', waiver.owner)
    return {
      rule: rule.id,
      severity: rule.severity,
      message: { sv: fill(rule.message.sv), en: fill(rule.message.en) },
      focus: { label: { sv: waiver.rule, en: waiver.rule } },
      location: { file: policy.file, line: waiver.line, column: 1 },
    }
  })
}

/** Code frames show the line itself and the one before and after it. */
function keepLines(findings: readonly Finding[], graph: Graph, lines: Map<string, string>): void {
  const { source } = graph
  if (!source) return
  for (const { location } of findings) {
    for (let line = location.line - 1; line <= location.line + 1; line++) {
      const key = `${location.file}\n${line}`
      if (lines.has(key) || location.file !== source.file) continue
      const found = lineText(source, line)
      if (found !== undefined) lines.set(key, found)
    }
  }
}

function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}

function profileName(profile: Profile): string {
  return profile.version ? `${profile.id}@${profile.version}` : profile.id
}

const nothing: CatalogCounts = {
  triples: 0,
  catalogs: 0,
  datasets: 0,
  series: 0,
  distributions: 0,
  services: 0,
  agents: 0,
}

function failedReport(source: string, error: GrunddataError, options: ValidateOptions): Report {
  return {
    source,
    profile: typeof options.profile === 'object' ? profileName(options.profile) : (options.profile ?? 'auto'),
    conforms: false,
    counts: { error: 0, warning: 0, info: 0 },
    findings: [],
    notAssessed: [],
    contents: nothing,
    failure: { code: error.code, message: error.text, ...(error.hint ? { hint: error.hint } : {}) },
  }
}
