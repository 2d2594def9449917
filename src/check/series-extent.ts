// What a series says of its dates, time and place against what its members say (rules 66–68).
import type { Problem } from '../finding.ts'
import { type Graph, IRI, text } from '../rdf/index.ts'
import { DCAT, DCT, LOCN } from './namespaces.ts'
import { compareDates, isDate } from './time.ts'
import { values } from './walk.ts'
import { type Box, boxOf, union } from './wkt.ts'

const START = `${DCAT}startDate`
const END = `${DCAT}endDate`
/** Degrees that a box of the whole may differ from the boxes of its parts: rounding. */
const TOLERANCE = 0.01

/** Adds problems series-issued-differs, series-modified-differs, series-temporal-union and series-spatial-union. */
export function seriesExtent(
  graph: Graph,
  focus: number,
  members: readonly number[],
  problems: Problem[],
): void {
  dateOf(graph, focus, members, 'issued', problems)
  dateOf(graph, focus, members, 'modified', problems)
  temporalUnion(graph, focus, members, problems)
  spatialUnion(graph, focus, members, problems)
}

const SIGN = { issued: 1, modified: -1 } as const

/** The earliest (sign 1) or latest (sign -1) of some dates; undefined when there is none. */
function extreme(dates: readonly string[], sign: number): string | undefined {
  let best: string | undefined
  for (const date of dates)
    if (isDate(date) && (best === undefined || compareDates(date, best) * sign < 0)) best = date
  return best
}

const textsOf = (graph: Graph, subject: number, path: string) =>
  [...values(graph, subject, path)].map((value) => text(graph, value))

function dateOf(
  graph: Graph,
  focus: number,
  members: readonly number[],
  name: 'issued' | 'modified',
  problems: Problem[],
): void {
  const path = DCT + name
  const [value] = values(graph, focus, path)
  if (value === undefined) return
  const expected = extreme(
    members.flatMap((member) => textsOf(graph, member, path)),
    SIGN[name],
  )
  if (expected === undefined || compareDates(text(graph, value), expected) === 0) return
  problems.push({ rule: `series-${name}-differs`, focus, path, value, params: { expected } })
}

/** Start and end of what a dataset covers; an end of undefined means: still going on. */
function periodOf(graph: Graph, subject: number): { start?: string; end?: string } | undefined {
  const nodes = [...values(graph, subject, `${DCT}temporal`)]
  const starts = nodes.flatMap((node) => textsOf(graph, node, START))
  const ends = nodes.flatMap((node) => textsOf(graph, node, END))
  if (starts.length === 0 && ends.length === 0) return undefined
  const start = extreme(starts, 1)
  const end = ends.length < nodes.length ? undefined : extreme(ends, -1)
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) }
}

function temporalUnion(graph: Graph, focus: number, members: readonly number[], problems: Problem[]): void {
  const whole = periodOf(graph, focus)
  const parts = members.map((member) => periodOf(graph, member))
  if (!whole || parts.length === 0) return
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return
  const start = extreme(
    known.flatMap((part) => part.start ?? []),
    1,
  )
  const isOpen = known.some((part) => part.end === undefined)
  const end = isOpen
    ? undefined
    : extreme(
        known.flatMap((part) => part.end ?? []),
        -1,
      )
  const differs = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && compareDates(a, b) !== 0
  const endDiffers = differs(whole.end, end) || (isOpen && whole.end !== undefined)
  if (!differs(whole.start, start) && !endDiffers) return
  const words = { start: start ?? '…', end: end ?? '…' }
  problems.push({ rule: 'series-temporal-union', focus, path: `${DCT}temporal`, params: words })
}

function placesOf(graph: Graph, subjects: readonly number[]): { named: Set<number>; box: Box | undefined } {
  const named = new Set<number>()
  let box: Box | undefined
  for (const subject of subjects)
    for (const place of values(graph, subject, `${DCT}spatial`)) {
      if (graph.dictionary.kind[place] === IRI) named.add(place)
      for (const path of [`${DCAT}bbox`, `${LOCN}geometry`])
        for (const shape of textsOf(graph, place, path)) box = union(box, boxOf(shape))
    }
  return { named, box }
}

function spatialUnion(graph: Graph, focus: number, members: readonly number[], problems: Problem[]): void {
  const whole = placesOf(graph, [focus])
  const parts = placesOf(graph, members)
  const missing = [...parts.named].filter((place) => !whole.named.has(place))
  const boxDiffers =
    whole.box !== undefined &&
    parts.box !== undefined &&
    whole.box.some((edge, i) => Math.abs(edge - (parts.box as Box)[i]) > TOLERANCE)
  if ((whole.named.size === 0 || missing.length === 0) && !boxDiffers) return
  problems.push({ rule: 'series-spatial-union', focus, path: `${DCT}spatial` })
}
