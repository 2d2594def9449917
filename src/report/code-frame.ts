// A code frame: the source line of a finding and marks under the part at fault, cut to the width at hand.
import type { Location } from '../finding.ts'
import { displayWidth, takeEnd, takeStart, visible } from './columns.ts'

/** A line as shown, in three parts: the marked one is at fault. */
export interface CodeFrame {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** More of a line than any terminal shows; keeps a one-line catalogue of megabytes cheap. */
const REACH = 600

/** The frame of a location, or undefined when its line is blank. `width` is the columns at hand. */
export function codeFrame(line: string, location: Location, width: number): CodeFrame | undefined {
  const parts = split(line, location)
  if (`${parts.before}${parts.marked}${parts.after}`.trim() === '') return undefined
  return cutToFit(parts, Math.max(width, 20))
}

function split(line: string, location: Location): CodeFrame {
  const start = Math.min(location.column - 1, line.length)
  const sameLine = location.endLine === undefined || location.endLine === location.line
  const end = sameLine ? Math.max(start, (location.endColumn ?? location.column + 1) - 1) : line.length
  const stop = start + line.slice(start, end).trimEnd().length
  return {
    before: visible(line.slice(Math.max(0, start - REACH), start)),
    marked: visible(line.slice(start, Math.min(stop, start + REACH))),
    after: visible(line.slice(stop, stop + REACH)).trimEnd(),
  }
}

function cutToFit({ before, marked, after }: CodeFrame, width: number): CodeFrame {
  const widths = { before: displayWidth(before), marked: displayWidth(marked), after: displayWidth(after) }
  if (widths.before + widths.marked + widths.after <= width) return { before, marked, after }
  const lead = before.trimStart()
  if (lead !== before && displayWidth(lead) + widths.marked + widths.after <= width)
    return { before: takeEnd(before, width - widths.marked - widths.after), marked, after }
  if (widths.marked > width - 8) {
    const head = lead === '' ? '' : `…${takeEnd(lead, 3)}`
    return { before: head, marked: `${takeStart(marked, width - displayWidth(head) - 1)}…`, after: '' }
  }
  const room = width - widths.marked
  const leadWidth = displayWidth(lead)
  const forLead = Math.max(Math.floor(room / 2), room - widths.after)
  const head = leadWidth <= forLead ? lead : `…${takeEnd(lead, forLead - 1)}`
  const forTail = room - displayWidth(head)
  const tail = widths.after <= forTail ? after : `${takeStart(after, forTail - 1)}…`
  return { before: head, marked, after: tail }
}
