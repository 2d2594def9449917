// What a feed throws away, in the older words (a policy's class) and the newer ones (a policy's properties), and
// whether a reader that was away may have missed something.
import { type Graph, ID, iriId, objects, text } from '../../rdf/index.ts'
import { readInstant } from './instant.ts'
import { LDES, TREE } from './vocabulary.ts'

/** One policy, with durations and instants as written. */
export interface Retention {
  /** Versions of each object that are kept. */
  readonly amount?: number
  /** Everything younger is kept. */
  readonly fullLog?: string
  /** How long versions are kept, and deletions. */
  readonly versions?: string
  readonly deletions?: string
  /** Nothing before it is kept. */
  readonly from?: string
  /** A policy of which nothing is said keeps nothing. */
  readonly isEmpty?: true
}

/** The policies of some subjects, said of them directly or by their `tree:viewDescription`. */
export function readRetention(graph: Graph, subjects: readonly string[]): readonly Retention[] {
  const id = (iri: string) => iriId(graph, iri)
  const found = new Set<number>()
  for (const subject of subjects)
    for (const place of [id(subject), ...objects(graph, id(subject), id(`${TREE}viewDescription`))])
      for (const policy of objects(graph, place, id(`${LDES}retentionPolicy`))) found.add(policy)
  return [...found]
    .map((policy) => readPolicy(graph, policy))
    .filter((policy) => Object.keys(policy).length > 0)
}

function readPolicy(graph: Graph, policy: number): Retention {
  if (graph.out.offset[policy] === graph.out.offset[policy + 1]) return { isEmpty: true }
  const value = (iri: string): string | undefined => {
    const [term] = objects(graph, policy, iriId(graph, iri))
    return term === undefined ? undefined : text(graph, term)
  }
  const is = (name: string) => objects(graph, policy, ID.type).includes(iriId(graph, `${LDES}${name}`))
  const said =
    value(`${LDES}versionAmount`) ?? value(`${LDES}amount`) ?? (is('LatestVersionSubset') ? '1' : undefined)
  const amount = Number(said)
  const fullLog =
    value(`${LDES}fullLogDuration`) ?? (is('DurationAgoPolicy') ? value(`${TREE}value`) : undefined)
  const versions = value(`${LDES}versionDuration`)
  const deletions = value(`${LDES}versionDeleteDuration`)
  const from =
    value(`${LDES}startingFrom`) ?? (is('PointInTimePolicy') ? value(`${LDES}pointInTime`) : undefined)
  return {
    ...(said !== undefined && amount >= 1 && { amount }),
    ...(fullLog !== undefined && { fullLog }),
    ...(versions !== undefined && { versions }),
    ...(deletions !== undefined && { deletions }),
    ...(from !== undefined && { from }),
  }
}

/**
 * Whether events after `lastReadMs` may be gone from the feed by `nowMs`: updates of which no version is left, or
 * deletions that are no longer told. Keeping the latest version of each object for ever loses nothing. Clocks may
 * differ by some minutes.
 */
export function mayHaveMissed(
  retention: readonly Retention[],
  { lastReadMs, nowMs }: { lastReadMs: number; nowMs: number },
): boolean {
  return retention.some((policy) => {
    const isGone = (duration: string | undefined) => {
      const ms = duration === undefined ? undefined : durationMs(duration)
      return ms !== undefined && lastReadMs < nowMs - ms + CLOCKS_MS
    }
    const from = policy.from === undefined ? undefined : readInstant(policy.from)
    if (policy.isEmpty || (from && lastReadMs < from.ms)) return true
    if (policy.amount !== undefined)
      return (
        (isGone(policy.versions) || isGone(policy.deletions)) &&
        (policy.fullLog === undefined || isGone(policy.fullLog))
      )
    return isGone(policy.fullLog ?? policy.deletions)
  })
}

/** How far two clocks may be apart. */
const CLOCKS_MS = 300_000

const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const DAY_MS = 86_400_000

/** Milliseconds of an xsd:duration, a month being 28 days and a year 365, so that a window is never taken for longer. */
function durationMs(duration: string): number | undefined {
  const found = DURATION.exec(duration.trim())
  if (!found || duration.length < 3) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  return (
    (years * 365 + months * 28 + weeks * 7 + days) * DAY_MS +
    hours * 3_600_000 +
    minutes * 60_000 +
    seconds * 1000
  )
}
