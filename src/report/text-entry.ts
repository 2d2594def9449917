// One finding in the text format: place, severity, message, code frame, correction, hint, rule.
import type { Finding, Lang } from '../finding.ts'
import { codeFrame } from './code-frame.ts'
import { displayWidth, padded, visible, wrap } from './columns.ts'
import { fixText } from './fix-text.ts'
import type { Paint } from './paint.ts'
import { placeInFile } from './place.ts'
import type { ReportOptions } from './types.ts'
import { severityWord } from './words.ts'

/** What every piece of the text layout needs to know. */
export interface Layout {
  readonly lang: Lang
  readonly width: number
  readonly paint: Paint
  /** Columns of the widest `line:column`. */
  readonly placeWidth: number
  readonly options: ReportOptions
}

const SEVERITY_WIDTH = 7

/** `14:1`, or `cell D14`. */
export function place({ location }: Finding, lang: Lang): string {
  return placeInFile(location, lang)
}

/** Columns before the message. */
export function messageIndent(layout: Layout): number {
  return 2 + layout.placeWidth + 2 + SEVERITY_WIDTH + 2
}

/** One finding: place, severity, message, frame, correction, hint, rule. */
export function findingEntry(finding: Finding, layout: Layout, withFrame = true): string {
  return [
    ...headRows(finding, layout, place(finding, layout.lang)),
    ...(withFrame ? frameRows(finding, layout) : []),
    ...adviceRows(finding, layout),
    ' '.repeat(messageIndent(layout)) + layout.paint.quiet(finding.rule),
  ].join('\n')
}

/** Place, severity and the message, wrapped under itself. */
export function headRows(finding: Finding, layout: Layout, where: string): readonly string[] {
  const indent = messageIndent(layout)
  const word = severityWord(finding.severity, layout.lang)
  const [first, ...rest] = wrap(visible(finding.message[layout.lang]), layout.width - indent)
  const severity = layout.paint.severity[finding.severity](word) + ' '.repeat(SEVERITY_WIDTH - word.length)
  const head = `  ${layout.paint.quiet(padded(where, layout.placeWidth))}  ${severity}  ${first}`
  return [head, ...rest.map((row) => ' '.repeat(indent) + row)]
}

/** The source line with marks, when the line is known. */
export function frameRows(finding: Finding, layout: Layout): readonly string[] {
  const line = layout.options.lineOf?.(finding.location.file, finding.location.line)
  const indent = 2 + layout.placeWidth + 2
  const frame = line === undefined ? undefined : codeFrame(line, finding.location, layout.width - indent - 2)
  if (!frame) return []
  const gutter = ' '.repeat(indent) + layout.paint.quiet('│')
  const marks = '^'.repeat(Math.max(1, displayWidth(frame.marked)))
  return [
    `${gutter} ${frame.before}${frame.marked}${frame.after}`,
    `${gutter} ${' '.repeat(displayWidth(frame.before))}${layout.paint.severity[finding.severity](marks)}`,
  ]
}

/** How to correct it: the fix and the hint. */
export function adviceRows(finding: Finding, layout: Layout): readonly string[] {
  const rows: string[] = []
  if (finding.fix) rows.push(...indented(fixText(finding, layout.lang), layout))
  if (finding.hint) rows.push(...indented(finding.hint[layout.lang], layout))
  return rows
}

/** Rows under the message. */
export function indented(words: string, layout: Layout): readonly string[] {
  const indent = messageIndent(layout)
  return wrap(visible(words), layout.width - indent).map((row) => {
    const room = layout.width - displayWidth(row)
    return ' '.repeat(room >= indent ? indent : Math.max(2, Math.min(indent, room))) + row
  })
}
