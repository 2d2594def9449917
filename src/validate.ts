// The main job, composed of the modules below it: read → parse → check → complete → apply the policy.
// What a command adds to this is printing and an exit code.
import { withoutOverlaps } from './check/index.ts'
import type { GrunddataError } from './errors.ts'
import type { CatalogCounts, Problem, Report, Text } from './finding.ts'
import { type Io, quietIo } from './io.ts'
import { byPlace, complete, countSeverities, judge, keepLines, observe, profileName } from './judge.ts'
import { type Baseline, type Policy, silencedLines } from './policy/index.ts'
import { countContents, detectProfile, loadProfile, type Profile } from './profile/index.ts'
import {
  type Document,
  decodeDocument,
  type Graph,
  lineText,
  type ParseOptions,
  parse,
  type SyntaxId,
} from './rdf/index.ts'
import type { Memory } from './recheck.ts'
import { type RawDocument, type ReadOptions, type ReadResult, read, readOrLeave } from './source/index.ts'
import type { Streamed, StreamOptions } from './stream.ts'

export { observe }

export interface ValidateOptions {
  /** `auto` (default), a name such as `dcat-ap-se@3.0.1`, the path of a SHACL file in Turtle, or a loaded profile. */
  readonly profile?: string | Profile
  /** Reads every source as this syntax instead of detecting it. */
  readonly syntax?: SyntaxId
  readonly policy?: Policy
  readonly baseline?: Baseline
  readonly read?: ReadOptions
  /** Read files in windows, with bounded memory: true for all, false for none; default: those above 100 MB. */
  readonly stream?: boolean
  /** What earlier runs found, by source: given again, only what an edit can change is checked again. */
  readonly memory?: Memory
  /** Told of a file that was to be read in windows and is read whole. */
  readonly onWhole?: (file: string, reason: Text) => void
  /** Who else may validate documents; what they find must be what these options give. */
  readonly elsewhere?: Elsewhere
  /** Sizes of windows, for tests. */
  readonly windows?: Pick<StreamOptions, 'partSize' | 'windowSize'>
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
  const reports: Promise<Report>[] = []
  const session = startSession(options)
  const io = options.io ?? quietIo()
  const isLeft = (bytes: number) => options.stream ?? bytes > LARGE
  let done = 0
  for await (const result of readOrLeave(refs, isLeft, options.read)) {
    const away = 'document' in result ? options.elsewhere?.(result.document) : undefined
    const report = away ? awayFrom(away, result as Readable) : here(result)
    reports.push(report)
    void report.then(
      () => io.progress({ job: 'validate', done: ++done }),
      () => {},
    )
    if (!away) await report
  }
  return { reports: await Promise.all(reports), lineOf: lineOf(session) }

  async function here(result: ReadResult | { readonly file: string }): Promise<Report> {
    if ('failure' in result) return failedReport(result.failure.name, result.failure.error, options)
    if ('file' in result) return validateFile(result.file, options, session)
    return validateRaw(result.document, options, session)
  }

  /** What another thread found; found here when that thread failed. */
  async function awayFrom(away: NonNullable<ReturnType<Elsewhere>>, result: Readable): Promise<Report> {
    const found = await away.catch(() => undefined)
    if (!found) return here(result)
    for (const [file, line, text] of found.lines) session.lines.set(`${file}\n${line}`, text)
    return found.report
  }
}

type Readable = Extract<ReadResult, { document: RawDocument }>

/** Validates a document somewhere else; undefined when nobody is free to. */
export type Elsewhere = (document: RawDocument) =>
  | Promise<{
      readonly report: Report
      readonly lines: readonly (readonly [file: string, line: number, text: string])[]
    }>
  | undefined

/** From so many bytes on a file is read in windows. */
const LARGE = 100_000_000

/** What the sources of one run share: profiles loaded once, and the lines that findings point at. */
interface Session {
  readonly lines: Map<string, string>
  readonly profiles: Map<string, Promise<Profile>>
}

function startSession({ memory }: ValidateOptions = {}): Session {
  return { lines: new Map(), profiles: memory?.profiles ?? new Map() }
}

function lineOf({ lines }: Session): Validated['lineOf'] {
  return (file, line) => lines.get(`${file}\n${line}`)
}

/** Validates one document that is already in memory. */
export async function validateDocument(
  document: RawDocument,
  options: ValidateOptions = {},
): Promise<Validated> {
  const session = startSession(options)
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
  const judged = judge(complete(all, graph, profile, name), {
    name,
    silenced: silencedLines(new Uint8Array()),
    options,
    profile,
  })
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

/** Validates a file in windows; whole, with a word about the reason, when it cannot be read so. */
async function validateFile(name: string, options: ValidateOptions, session: Session): Promise<Report> {
  const started = performance.now()
  const { validateInWindows } = await import('./stream.ts')
  const streamed = await validateInWindows(name, {
    ...(options.syntax && { syntax: options.syntax }),
    ...options.windows,
    io: options.io ?? quietIo(),
    profile: (detect) =>
      chooseProfile(wantedProfile(options) === 'auto' ? detect().profile : undefined, options, session),
  })
  if ('reason' in streamed) {
    options.onWhole?.(name, streamed.reason)
    for await (const result of read([name], options.read))
      return 'failure' in result
        ? failedReport(name, result.failure.error, options)
        : validateRaw(result.document, options, session)
  }
  const { profile, detection, silenced, findings, line, notAssessed, contents } = streamed as Streamed
  const judged = judge(findings, { name, silenced, options, profile })
  keepLines(judged.findings, { file: name, line }, session.lines)
  const counts = countSeverities(judged.findings)
  return {
    source: name,
    profile: profileName(profile),
    ...(detection && profile.version !== NEWEST ? { profileReason: detection.reason } : {}),
    conforms: counts.error === 0,
    counts,
    findings: judged.findings,
    notAssessed,
    contents,
    suppressed: judged.suppressed,
    elapsedMs: performance.now() - started,
  }
}

async function validateRaw(raw: RawDocument, options: ValidateOptions, session: Session): Promise<Report> {
  const started = performance.now()
  const decoded = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
  const document: Document = { ...raw, bytes: decoded.bytes }
  const graph = await parse(document, parseOptions(document, options))
  const detected = wantedProfile(options) === 'auto' ? detectProfile(graph) : undefined
  const profile = await chooseProfile(detected?.profile, options, session)
  const { findings, notAssessed } =
    options.memory && decoded.problems.length === 0
      ? await remembered(graph, profile, { name: raw.name, options, memory: options.memory })
      : await fromScratch()
  const silenced = silencedLines(document.bytes)
  const judged = judge(findings, { name: raw.name, silenced, options, profile })
  const { source } = graph
  if (source)
    keepLines(judged.findings, { file: source.file, line: (n) => lineText(source, n) }, session.lines)
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

  async function fromScratch() {
    const { problems, notAssessed } = await observe(graph, profile, options.io ?? quietIo())
    const all = withoutOverlaps(graph, [...decoded.problems, ...graph.problems, ...problems])
    return { findings: complete(all, graph, profile, raw.name), notAssessed }
  }
}

interface Remembering {
  readonly name: string
  readonly options: ValidateOptions
  readonly memory: Memory
}

/** Checks a graph with what is remembered of its source, and remembers it. */
async function remembered(graph: Graph, profile: Profile, { name, options, memory }: Remembering) {
  const { checkAgain, checkAll } = await import('./recheck.ts')
  const io = options.io ?? quietIo()
  const known = memory.checked.get(name)
  const again = known?.profile === profile ? await checkAgain(known, graph, name, io) : undefined
  const checked = again ?? (await checkAll(graph, profile, name, io))
  memory.checked.set(name, checked)
  return { findings: [...checked.findings.values()].sort(byPlace), notAssessed: checked.notAssessed }
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
