// One group of findings in the text format: the first of them, how many there are, and examples.
import type { Finding } from '../finding.ts'
import { displayWidth, padded, takeStart, visible } from './columns.ts'
import type { FindingGroup } from './group.ts'
import { reachOf } from './reach.ts'
import {
  adviceRows,
  findingEntry,
  frameRows,
  headRows,
  indented,
  type Layout,
  messageIndent,
  place,
} from './text-entry.ts'
import { number, phrases } from './words.ts'

/** A group of one looks like a finding; a larger one has its count where a finding has its place. */
export function groupEntry(group: FindingGroup, layout: Layout): string {
  const [first, ...others] = group.examples
  if (group.count === 1) return findingEntry(first, layout)
  const indent = ' '.repeat(messageIndent(layout))
  return [
    ...headRows(first, layout, `${number(group.count, layout.lang)} ×`),
    ...frameRows(first, layout),
    ...adviceRows(first, layout),
    ...indented(reachOf(group, layout.lang), layout),
    `${indent}${phrases[layout.lang].example}:`,
    ...[first, ...others].map((finding) => indent + exampleRow(finding, layout)),
    indent + layout.paint.quiet(group.rule),
  ].join('\n')
}

function exampleRow(finding: Finding, layout: Layout): string {
  const where = padded(place(finding, layout.lang), layout.placeWidth)
  const label = visible(finding.focus.label[layout.lang])
  const room = layout.width - messageIndent(layout) - where.length - 4
  const cut = displayWidth(label) <= room ? label : `${takeStart(label, room - 1)}…`
  return `  ${layout.paint.quiet(where)}  ${cut}`
}
