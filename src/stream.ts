// Validation of a file too large to hold: read once to disk, then checked window by window, with the findings that
// checking it in memory gives. What cannot be checked so is left to the caller, with the reason.
import {
  isTally,
  lostRules,
  overviewProperties,
  overviewReach,
  subjectOf,
  withoutOverlaps,
} from './check/index.ts'
import type { CatalogCounts, Finding, NotAssessed, Problem, Text } from './finding.ts'
import type { Io } from './io.ts'
import { byPlace, complete, needsFocus, observe } from './judge.ts'
import { type Silenced, silencedLines } from './policy/index.ts'
import {
  chooseVersion,
  countContents,
  type Detection,
  gatherSigns,
  oldProperties,
  type Profile,
} from './profile/index.ts'
import {
  collectGarbage,
  createValueSet,
  type FileText,
  openFileText,
  openParts,
  type SyntaxId,
  sameTerm,
  scanParts,
  type ValueSet,
  type Window,
} from './rdf/index.ts'

export interface StreamOptions {
  readonly syntax?: SyntaxId
  /** The profile, when the text is not to decide. */
  readonly profile: (detected: () => Detection) => Promise<Profile>
  readonly io: Io
  /** Bytes read at a time, and statements in a window; smaller ones for tests. */
  readonly partSize?: number
  readonly windowSize?: number
}

/** What a validation in windows gives; the policy is still to be applied. */
export interface Streamed {
  readonly profile: Profile
  readonly detection: Detection | undefined
  readonly findings: readonly Finding[]
  readonly notAssessed: readonly NotAssessed[]
  readonly contents: CatalogCounts
  readonly silenced: Silenced
  readonly line: FileText['line']
}

/** Why a file cannot be checked in windows. */
export interface NotStreamed {
  readonly reason: Text
}

const PART = 1 << 23
const WINDOW = 80_000

const reasons = {
  syntax: {
    sv: 'JSON-LD och filer som inte är UTF-8 läses hela.',
    en: 'JSON-LD and files that are not UTF-8 are read whole.',
  },
  profile: {
    sv: 'Profilens regler ser längre än till det närmaste, så filen läses hel.',
    en: 'The rules of the profile look further than to what is near, so the file is read whole.',
  },
} as const

/** Validates a file in windows. Throws what node:fs throws when it cannot be read. */
export async function validateInWindows(
  name: string,
  options: StreamOptions,
): Promise<Streamed | NotStreamed> {
  const file = openFileText(name)
  try {
    const { syntax, partSize = PART } = options
    const source = openParts({ name, file }, { size: partSize, ...(syntax && { syntax }) })
    return source ? await validateParts(source, file, options) : { reason: reasons.syntax }
  } finally {
    // Lines of code frames are still asked for: the file is closed with the process or by the next one opened.
    if (open && open !== file) open.close()
    open = file
  }
}

let open: FileText | undefined

type Source = NonNullable<ReturnType<typeof openParts>>

async function validateParts(
  source: Source,
  file: FileText,
  options: StreamOptions,
): Promise<Streamed | NotStreamed> {
  const signs = gatherSigns()
  const silenced = new Map<number, ReadonlySet<string>>()
  const scanned = await scanParts(source, file, {
    ...overviewReach,
    notes: { properties: oldProperties, on: 'http://www.w3.org/ns/dcat#Dataset' },
    onPart: ({ graph, bytes, offset }) => {
      signs.add(graph)
      const own = silencedLines(bytes)
      const before = own.size === 0 ? 0 : file.locationAt(offset, offset, (_, at) => at).line - 1
      for (const [line, rules] of own) silenced.set(line + before, rules)
    },
  })
  try {
    let detection: Detection | undefined
    const profile = await options.profile(() => {
      detection = chooseVersion({
        isUsed: signs.has,
        hasPrefix: signs.has,
        onDataset: (iri) => scanned.notes[oldProperties.indexOf(iri)],
      })
      return detection
    })
    const plan = needsFocus(profile) ? undefined : overviewProperties(profile)
    if (!plan) return { reason: reasons.profile }
    const overview = scanned.overview(plan, options.windowSize ?? WINDOW)
    const checked = await checkWindows({
      overview,
      profile,
      io: options.io,
      problems: scanned.problems,
      name: file.file,
    })
    return { profile, detection, silenced, line: file.line, ...checked }
  } finally {
    scanned.close()
  }
}

interface Job {
  readonly overview: Window & { readonly windows: () => Iterable<Window>; readonly count: number }
  readonly profile: Profile
  readonly io: Io
  /** The reader's. */
  readonly problems: readonly Problem[]
  readonly name: string
}

/** A problem seen in the overview that is to be told where its subject is at home. */
interface Elsewhere {
  readonly problem: Problem
  isTold: boolean
}

async function checkWindows({ overview, profile, io, problems, name }: Job) {
  const { graph } = overview
  const unsure = createTally()
  const whole = (
    await observe(graph, profile, io, { view: { part: 'whole', home: overview.home, overview: graph } })
  ).problems
  const each = await seeEach(overview)
  const elsewhere: Elsewhere[] = []
  const here: Problem[] = []
  const sums = new Map<string, Problem>()
  for (const problem of [...whole, ...each]) {
    if (isTally(problem)) addTally(sums, problem)
    else if (isAway(overview, problem)) elsewhere.push({ problem, isTold: false })
    else here.push(problem)
  }
  const isSure = (problem: Problem) => problem.rule.startsWith('iri-')
  const ofIris = problems.filter(isSure)
  const ofValues = whole.filter(({ rule, value }) => rule.startsWith('language-') && value !== undefined)
  const findings: Finding[] = []
  let triples = countHome(overview)
  let done = 0
  for (const window of overview.windows()) {
    const seen = await seeEach(window)
    for (const problem of seen) if (isTally(problem)) addTally(sums, problem)
    const routed = elsewhere.flatMap((each) => {
      const moved = each.isTold ? undefined : move(each.problem, overview, window)
      if (!moved || !isHome(window, moved)) return []
      each.isTold = true
      return [moved]
    })
    const context = [...ofIris, ...ofValues.flatMap((problem) => move(problem, overview, window) ?? [])]
    const own = [...routed, ...seen.filter((problem) => !isTally(problem))]
    const kept = withoutOverlaps(window.graph, [...context, ...own]).filter(
      (problem) => !context.includes(problem),
    )
    findings.push(...complete(kept, window.graph, profile, name))
    triples += countHome(window)
    io.progress({ job: 'validate', done: ++done })
  }
  const left = elsewhere.filter(({ isTold }) => !isTold).map(({ problem }) => problem)
  const tallies = [...sums.values()]
  const last = withoutOverlaps(graph, [...problems, ...here, ...left, ...tallies])
  findings.push(...complete(last, graph, profile, name))
  const isLost = lostRules(tallies)
  return {
    findings: distinct(findings.filter(({ rule }) => !isLost(rule))).sort(byPlace),
    notAssessed: unsure.entries(),
    contents: { ...countContents(graph), triples },
  }

  /** What is seen of the things at home in a window, and what is about things at home elsewhere but seen here only. */
  async function seeEach(window: Window): Promise<readonly Problem[]> {
    const view = { part: 'each', home: window.home, overview: graph } as const
    const notAssessed = (entry: NotAssessed, values: ReadonlySet<number> = new Set()) =>
      unsure.add(entry, values, window)
    // What checks leave behind of the overview is as large as the overview.
    const between = window === overview ? collectGarbage : () => {}
    const { problems: seen } = await observe(window.graph, profile, io, { view, notAssessed, between })
    return seen.filter((problem) => isTally(problem) || isHome(window, problem))
  }
}

/** Whether a problem is about something at home in the window. */
function isHome({ home }: Window, problem: Problem): boolean {
  const subject = subjectOf(problem)
  return subject < 0 || subject >= home.length || home[subject] !== 0
}

function isAway({ home }: Window, { focus }: Problem): boolean {
  return focus !== undefined && home[focus] !== 1
}

/** A problem in the terms of another graph; undefined when that does not hold its subject. */
function move(problem: Problem, from: Window, to: Window): Problem | undefined {
  const term = (id: number | undefined) => (id === undefined ? undefined : sameTerm(from.graph, id, to.graph))
  const focus = term(problem.focus)
  const value = term(problem.value)
  if (focus === -1 || value === -1) return undefined
  return { ...problem, ...(focus !== undefined && { focus }), ...(value !== undefined && { value }) }
}

function addTally(sums: Map<string, Problem>, problem: Problem): void {
  const key = `${problem.rule} ${problem.path}`
  const known = sums.get(key)
  if (!known) sums.set(key, problem)
  else
    sums.set(key, {
      ...known,
      at: Math.min(known.at!, problem.at!),
      params: { ...known.params, count: Number(known.params!.count) + Number(problem.params!.count) },
    })
}

/** Counts values that could not be looked at, each once however many windows it is in. */
function createTally() {
  const rows = new Map<string, { readonly entry: NotAssessed; readonly values: ValueSet }>()
  return {
    add: (entry: NotAssessed, values: ReadonlySet<number>, { graph }: Window): void => {
      const key = `${entry.rule} ${entry.reason.en}`
      let row = rows.get(key)
      if (!row) rows.set(key, (row = { entry, values: createValueSet() }))
      for (const value of values) row.values.add(graph, value)
    },
    entries: (): NotAssessed[] =>
      [...rows.values()].map(({ entry, values }) => ({ ...entry, count: values.size() })),
  }
}

/** The statements of a window whose subject is at home there. */
function countHome({ graph: { out }, home }: Window): number {
  let count = 0
  for (let term = 0; term < home.length; term++)
    if (home[term] === 1) count += out.offset[term + 1] - out.offset[term]
  return count
}

/** What two windows tell of the same thing, which nothing is said about, is told once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = JSON.stringify([
      finding.rule,
      finding.location,
      finding.value,
      finding.path?.iri,
      finding.message.en,
    ])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
