// Checking again after an edit: only the things that say something else than before, with their parts. What checks may
// look at decides whether that is enough (check/scopes.ts); where others look at what has changed, all is checked.
import {
  isTally,
  nameOf,
  overviewProperties,
  overviewReach,
  subjectOf,
  withoutOverlaps,
} from './check/index.ts'
import type { Finding, NotAssessed, Problem } from './finding.ts'
import type { Io } from './io.ts'
import { needsFocus, observe } from './judge.ts'
import { createCompleter, type Profile } from './profile/index.ts'
import {
  type Changes,
  carryLines,
  changesOf,
  commonEnds,
  type Graph,
  ID,
  IRI,
  iriId,
  LITERAL,
  type Moved,
  objects,
  onlyLedToOnce,
  position,
  rowsLeadingTo,
  sameStatements,
  text,
  windowOn,
} from './rdf/index.ts'

/** What is kept of a check to build the next one on. */
export interface Checked {
  readonly graph: Graph
  readonly profile: Profile
  /** What is seen across all things, and what is seen of each; terms are those of `graph`. */
  readonly whole: readonly Problem[]
  readonly each: readonly Problem[]
  readonly findings: ReadonlyMap<Problem, Finding>
  readonly notAssessed: readonly NotAssessed[]
  /** The day it was made on, which dates are compared with. */
  readonly day: string
}

/** What repeated runs remember: checks by source, and the profiles they were made with. */
export interface Memory {
  readonly checked: Map<string, Checked>
  readonly profiles: Map<string, Promise<Profile>>
}

/** A memory of nothing. */
export function createMemory(): Memory {
  return { checked: new Map(), profiles: new Map() }
}

/** Checks all of a graph, in a way that {@link checkAgain} can build on. */
export async function checkAll(graph: Graph, profile: Profile, file: string, io: Io): Promise<Checked> {
  const day = dayOf(io)
  if (needsFocus(profile)) {
    const { problems, notAssessed } = await observe(graph, profile, io)
    return completed({ graph, profile, whole: problems, each: [], notAssessed, day }, file)
  }
  const home = new Uint8Array(graph.dictionary.count).fill(1)
  const view = (part: 'whole' | 'each') => ({ view: { part, home, overview: graph } })
  const whole = await observe(graph, profile, io, view('whole'))
  const each = await observe(graph, profile, io, view('each'))
  const { notAssessed } = each
  return completed({ graph, profile, whole: whole.problems, each: each.problems, notAssessed, day }, file)
}

function dayOf(io: Io): string {
  return io.now().toISOString().slice(0, 10)
}

type Seen = Omit<Checked, 'findings'>

/** Adds the findings; `known` are those that need not be made again. */
function completed(seen: Seen, file: string, known: ReadonlyMap<Problem, Finding> = new Map()): Checked {
  const { graph, profile, whole, each } = seen
  const completeOne = createCompleter(graph, profile, file)
  const findings = new Map<Problem, Finding>()
  for (const problem of withoutOverlaps(graph, [...graph.problems, ...whole, ...each])) {
    const finding = known.get(problem) ?? completeOne(problem)
    if (finding) findings.set(problem, finding)
  }
  return { ...seen, findings }
}

const DCAT = 'http://www.w3.org/ns/dcat#'
/** What is counted as not assessed. */
const ON_NETWORK = ['accessURL', 'downloadURL', 'landingPage', 'endpointDescription'].map(
  (name) => DCAT + name,
)
/** From so many things to look at again on, looking at all is as quick. */
const MANY = 2000

/**
 * Checks a graph that was read from an edited version of the text: the findings are those of {@link checkAll}.
 * Undefined when the edit touches what other things are judged by: then all is to be checked.
 */
export async function checkAgain(
  before: Checked,
  graph: Graph,
  file: string,
  io: Io,
): Promise<Checked | undefined> {
  const { profile, graph: old } = before
  const plan = needsFocus(profile) ? undefined : overviewProperties(profile)
  const day = dayOf(io)
  const isPlain = old.problems.length + graph.problems.length === 0 && !io.tryLink && day === before.day
  if (!plan || !isPlain || !old.source || !graph.source || [...before.whole, ...before.each].some(isOfAll))
    return undefined
  const shift = shiftOf(old, graph)
  const changes = changesOf(old, graph, shift)
  const home = changes && !changes.isGone ? affected(graph, changes.changed) : undefined
  if (!changes || !home) return undefined
  const { terms } = changes
  const faces = new Set([...plan.properties, ...plan.valuesOf, ...ON_NETWORK])
  const isFace = remember((term) => faces.has(text(graph, term)))
  const isName = remember((term) => plan.names.has(text(graph, term)))
  // A thing without a name is called by what leads to it.
  const isCall = (term: number, kind: number) => kind !== LITERAL || isName(term)
  let isRenamed = false
  for (const term of home) {
    if (isSeenWhole(graph, term)) return undefined
    const isNew = terms.was(term) < 0
    if (isNew && graph.dictionary.kind[term] === IRI) return undefined
    if (!isNew && !sameStatements(old, graph, { term, terms }, isFace)) return undefined
    isRenamed ||= isNew || !sameStatements(old, graph, { term, terms }, isCall)
  }
  const own = await observeAround(graph, home, { profile, io, overview: old })
  const kept = own && keep(before, { terms, home, shift })
  if (!own || !kept) return undefined
  if (isRenamed && [...kept.whole, ...kept.each].some(namesOneOf(old, [...home].map(terms.was))))
    return undefined
  const seen = {
    graph,
    profile,
    whole: kept.whole,
    each: [...kept.each, ...own],
    notAssessed: before.notAssessed,
    day,
  }
  // Findings about other things may call this one by its name; what was seen of them does not hang on it.
  return completed(seen, file, isRenamed ? new Map() : kept.findings)
}

/** Problems that hang on all of a text, wherever it is edited. */
function isOfAll(problem: Problem): boolean {
  return isTally(problem) || problem.focus === undefined || problem.rule.startsWith('language-tag')
}

/** Whether a problem says a name that one of the things has. */
function namesOneOf(graph: Graph, things: readonly number[]): (problem: Problem) => boolean {
  const names = new Set(things.filter((term) => term >= 0).map((term) => nameOf(graph, term).sv))
  return ({ params = {} }) =>
    Object.values(params).some((param) => typeof param === 'object' && names.has(param.sv))
}

interface Around {
  readonly profile: Profile
  readonly io: Io
  readonly overview: Graph
}

/** What is seen of things of a graph, looking no further than needed; undefined when it hangs on more. */
async function observeAround(
  graph: Graph,
  home: ReadonlySet<number>,
  around: Around,
): Promise<Problem[] | undefined> {
  const { profile, io, overview } = around
  const window = windowOn(graph, home)
  const view = { part: 'each', home: window.home, overview } as const
  const { problems } = await observe(window.graph, profile, io, { view, notAssessed: () => {} })
  const own: Problem[] = []
  for (const problem of problems) {
    if (isOfAll(problem)) return undefined
    if (window.home[subjectOf(problem)] === 0) continue
    const moved = inTerms(problem, (term) => window.terms[term] ?? -1)
    if (!moved) return undefined
    own.push(moved)
  }
  return own
}

/** A problem in other ids; undefined when one of its terms has none. */
function inTerms(problem: Problem, idOf: (term: number) => number): Problem | undefined {
  const focus = problem.focus === undefined ? undefined : idOf(problem.focus)
  const value = problem.value === undefined ? undefined : idOf(problem.value)
  if (focus === -1 || value === -1) return undefined
  return { ...problem, ...(focus !== undefined && { focus }), ...(value !== undefined && { value }) }
}

function remember(test: (term: number) => boolean): (term: number) => boolean {
  const known = new Map<number, boolean>()
  return (term) => {
    let is = known.get(term)
    if (is === undefined) known.set(term, (is = test(term)))
    return is
  }
}

/** The changed subjects, the things they are part of, and all parts of these; undefined when there are many. */
function affected(graph: Graph, changed: readonly number[]): Set<number> | undefined {
  const main = new Set(overviewReach.main.map((iri) => iriId(graph, iri)))
  const isMain = remember((term) => objects(graph, term, ID.type).some((type) => main.has(type)))
  const home = new Set(changed)
  let rising = changed.filter((term) => !isMain(term))
  while (rising.length > 0 && home.size <= MANY) {
    const { subject, predicate } = graph.quads
    const above = rowsLeadingTo(graph, rising).filter((row) => predicate[row] !== ID.type)
    rising = []
    for (const row of above) {
      if (home.has(subject[row])) continue
      home.add(subject[row])
      if (!isMain(subject[row])) rising.push(subject[row])
    }
  }
  // What may be a part, however far below, and of that what nothing else leads to: the statements are run through once.
  const below = new Set<number>()
  let edge: readonly number[] = [...home]
  while (edge.length > 0 && below.size <= MANY) {
    edge = partsOf(graph, edge).filter((part) => !home.has(part) && !below.has(part) && !isMain(part))
    for (const part of edge) below.add(part)
  }
  if (below.size > MANY) return undefined
  const own = new Set(onlyLedToOnce(graph, [...below]))
  for (const term of home) for (const part of partsOf(graph, [term])) if (own.has(part)) home.add(part)
  return home.size > MANY ? undefined : home
}

/** What things lead to that something is said about. */
function partsOf(graph: Graph, terms: readonly number[]): number[] {
  const { offset, predicate, value } = graph.out
  const parts = new Set<number>()
  for (const term of terms)
    for (let row = offset[term]; row < offset[term + 1]; row++)
      if (offset[value[row]] < offset[value[row] + 1] && predicate[row] !== ID.type) parts.add(value[row])
  return [...parts]
}

/** Whether the checks across things look at all of it: catalogues, services, series and their members. */
function isSeenWhole(graph: Graph, term: number): boolean {
  const { whole, wholeSubjects, wholeObjects } = overviewReach
  const types = whole.map((iri) => iriId(graph, iri))
  if (objects(graph, term, ID.type).some((type) => types.includes(type))) return true
  if (wholeObjects.some((iri) => iriId(graph, iri) >= 0)) return true
  return wholeSubjects.some((iri) => objects(graph, term, iriId(graph, iri)).length > 0)
}

interface Edit {
  readonly terms: Changes['terms']
  readonly home: ReadonlySet<number>
  readonly shift: Shift
}

/** What was found before and holds still, in the terms and places of the new graph; undefined when that cannot be told. */
function keep(before: Checked, { terms: { now }, home, shift }: Edit) {
  const findings = new Map<Problem, Finding>()
  const whole: Problem[] = []
  const each: Problem[] = []
  const move = (problem: Problem, into: Problem[], isKept: boolean): boolean => {
    const moved = inTerms(problem, now)
    const at = problem.at === undefined ? undefined : shift.to(problem.at)
    if (!moved || at === -1 || problem.end !== undefined) return false
    const fresh = at === undefined ? moved : { ...moved, at }
    into.push(fresh)
    const finding = isKept ? before.findings.get(problem) : undefined
    const placed = finding && shift.finding(finding)
    if (placed) findings.set(fresh, placed)
    return true
  }
  const isHome = (term: number) => now(term) < 0 || home.has(now(term))
  for (const problem of before.whole) if (!move(problem, whole, !isHome(problem.focus!))) return undefined
  for (const problem of before.each)
    if (!isHome(subjectOf(problem)) && !move(problem, each, !isHome(problem.focus!))) return undefined
  return { whole, each, findings }
}

interface Shift extends Moved {
  /** A finding in its new place; undefined for one that touches the lines of the edit. */
  readonly finding: (finding: Finding) => Finding | undefined
}

function shiftOf(old: Graph, graph: Graph): Shift {
  const [a, b] = [old.source!, graph.source!]
  const { head, tail } = commonEnds(a.bytes, b.bytes)
  carryLines(a.bytes, b.bytes, { head, tail })
  const first = position(a, head).line
  const last = position(a, a.bytes.length - tail).line
  const lines = position(b, b.bytes.length - tail).line - last
  return {
    to: (at) => {
      if (at < head) return at
      return at >= a.bytes.length - tail ? at + b.bytes.length - a.bytes.length : -1
    },
    isEdited: (at) => at >= head && at < b.bytes.length - tail,
    finding: (finding) => {
      const { line, endLine = line } = finding.location
      if (endLine < first) return finding
      if (line <= last) return undefined
      const location = { ...finding.location, line: line + lines, endLine: endLine + lines }
      return { ...finding, location }
    },
  }
}
