// Edits a text so that certain statements change and no others: plans, applies, reads the result again, and keeps
// only what turned out as wished. A change that spoils something is left out, and the others are made.
import type { Text } from '../finding.ts'
import type { Graph } from '../rdf/index.ts'
import type { Change } from './edit-change.ts'
import { isSameSum, sumAfter } from './edit-check.ts'
import type { Plan, PlannedEdit, Planner } from './edit-plan.ts'
import { refusals } from './edit-plan.ts'
import { applyEdits, type Edit, overlap } from './edit-text.ts'

/** A text to edit. */
export interface Editing {
  /** Read from the text; its source holds the bytes. */
  readonly graph: Graph
  readonly changes: readonly Change[]
  /** Reads an edited text in the same way as the graph was read. */
  readonly reread: (bytes: Uint8Array) => Promise<Graph>
  /** Undefined when the edited text is welcome, else one sentence on why it is not. */
  readonly judge?: (bytes: Uint8Array, changes: readonly Change[]) => Promise<Text | undefined>
}

export interface Refused {
  readonly change: Change
  readonly reason: Text
}

export interface Edited {
  readonly bytes: Uint8Array
  readonly done: readonly Change[]
  readonly refused: readonly Refused[]
  /** Changes that must wait, because they touch the same place as one that was made. */
  readonly deferred: readonly Change[]
}

interface Job extends Editing {
  readonly planner: Planner
  readonly refused: Refused[]
  readonly deferred: Change[]
}

const notAsWished: Text = {
  sv: 'resultatet sade något annat än det som skulle ändras',
  en: 'the result said something other than what was to change',
}

/** Makes the changes in the text of a graph. */
export async function edit(editing: Editing): Promise<Edited> {
  const { graph, changes } = editing
  const { bytes, syntax } = graph.source!
  const planner = await plannerOf(syntax)
  if (!planner) {
    const refused = changes.map((change) => ({ change, reason: refusals.syntax }))
    return { bytes, done: [], refused, deferred: [] }
  }
  const job: Job = { ...editing, planner, refused: [], deferred: [] }
  const able = withoutConflicts(job, changes)
  const { done, result } = await solve(job, able)
  return { bytes: result ?? bytes, done, refused: job.refused, deferred: job.deferred }
}

async function plannerOf(syntax: string): Promise<Planner | undefined> {
  switch (syntax) {
    case 'turtle':
    case 'trig':
    case 'ntriples':
    case 'nquads':
      return (await import('./edit-turtle.ts')).planTurtle
    case 'rdfxml':
      return (await import('./edit-xml.ts')).planXml
    case 'jsonld':
      return (await import('./edit-json.ts')).planJson
    default:
      return undefined
  }
}

/** The changes that can be made together; the others are noted as refused or deferred. */
function withoutConflicts({ planner, graph, refused, deferred }: Job, changes: readonly Change[]): Change[] {
  const plans = planner(graph, changes)
  const able: Change[] = []
  const taken: PlannedEdit[] = []
  changes.forEach((change, i) => {
    const plan = plans[i]
    if ('refused' in plan) refused.push({ change, reason: plan.refused })
    else if (overlap(merged([...taken, ...plan.edits]))) deferred.push(change)
    else {
      able.push(change)
      taken.push(...plan.edits)
    }
  })
  return able
}

/** Shared edits once each. */
function merged(edits: readonly PlannedEdit[]): readonly Edit[] {
  const seen = new Set<string>()
  return edits.filter(({ start, end, text, isShared }) => {
    if (!isShared) return true
    const key = `${start} ${end} ${text}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

interface Solved {
  readonly done: readonly Change[]
  readonly result: Uint8Array | undefined
}

const NOTHING: Solved = { done: [], result: undefined }

/** All of the changes when they go well together, else the halves that do. */
async function solve(job: Job, changes: readonly Change[]): Promise<Solved> {
  if (changes.length === 0) return NOTHING
  const attempt = await attemptAll(job, changes)
  if ('result' in attempt) return { done: changes, result: attempt.result }
  if (changes.length === 1) {
    job.refused.push({ change: changes[0], reason: attempt.reason })
    return NOTHING
  }
  const middle = changes.length >> 1
  const first = await solve(job, changes.slice(0, middle))
  const second = await solve(job, changes.slice(middle))
  if (!first.result) return second
  if (!second.result) return first
  const both = [...first.done, ...second.done]
  const together = await attemptAll(job, both)
  if ('result' in together) return { done: both, result: together.result }
  job.deferred.push(...second.done)
  return first
}

type Attempt = { readonly result: Uint8Array } | { readonly reason: Text }

async function attemptAll(job: Job, changes: readonly Change[]): Promise<Attempt> {
  const { graph, planner, reread, judge } = job
  const plans = planner(graph, changes)
  const edits = merged(plans.flatMap(editsOf))
  if (overlap(edits)) return { reason: notAsWished }
  const result = applyEdits(graph.source!.bytes, edits)
  const after = await reread(result)
  if (after.problems.length > graph.problems.length) return { reason: notAsWished }
  if (!isSameSum(sumAfter(after), sumAfter(graph, changes))) return { reason: notAsWished }
  const objection = await judge?.(result, changes)
  return objection ? { reason: objection } : { result }
}

function editsOf(plan: Plan): readonly PlannedEdit[] {
  return 'edits' in plan ? plan.edits : []
}
