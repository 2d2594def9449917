// Facts as labelled lines for a terminal: a label to the left, wrapped values to the right.
import { displayWidth, paint, visible, wrap } from '../report/index.ts'
import type { Terminal } from './terminal.ts'

/** One label with one or more values, each on lines of its own. */
export type Field = readonly [label: string, values: readonly string[]]

/** Most columns that text for people takes, however wide the terminal is. */
export function textWidth({ width }: Pick<Terminal, 'width'>): number {
  return Math.min(width, 100)
}

/** The fields that have values, their labels in one column. */
export function fieldLines(fields: readonly Field[], terminal: Terminal): string {
  const colors = paint(terminal.color)
  const shown = fields.filter(([, values]) => values.length > 0)
  const column = Math.max(...shown.map(([label]) => displayWidth(label))) + 2
  const room = textWidth(terminal) - column - 2
  const lines = shown.flatMap(([label, values]) =>
    values
      .flatMap((value) => wrapped(value, room))
      .map((line, at) => {
        const left = at === 0 ? label : ''
        return `  ${colors.quiet(left)}${' '.repeat(column - displayWidth(left))}${line}`
      }),
  )
  return `${lines.join('\n')}\n`
}

/** A value on several lines, those after the first indented. */
function wrapped(value: string, room: number): readonly string[] {
  if (displayWidth(value) <= room) return [visible(value)]
  return wrap(visible(value), room - 2).map((line, at) => (at === 0 ? line : `  ${line}`))
}

/** A paragraph indented by two columns. */
export function paragraph(text: string, terminal: Terminal): string {
  return wrap(visible(text), textWidth(terminal) - 2)
    .map((line) => `  ${line}\n`)
    .join('')
}

/** How the columns of a table are filled: names to the left, figures to the right. */
export type Alignment = 'left' | 'right'

/**
 * Rows in columns as wide as their widest cell, two spaces between, a text for each; the first row is the heading.
 * Where the terminal is too narrow, the last column is wrapped when it is to the left, else the first.
 */
export function tableLines(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  terminal: Pick<Terminal, 'color' | 'width'>,
): readonly string[] {
  const widths = alignments.map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))))
  const wide = alignments.length === 3 && alignments[2] === 'left' ? 2 : 0
  const others = widths.reduce((sum, width, at) => (at === wide ? sum : sum + width + 2), 0)
  widths[wide] = Math.max(20, Math.min(widths[wide], textWidth(terminal) - others - 2))
  const indent = wide === 0 ? '  ' : ' '.repeat(others + 2)
  const [head, ...rest] = rows.map((row) => {
    const [first, ...more] = wrapped(row[wide], widths[wide])
    const cells = row.map((content, at) => {
      const cell = at === wide ? first : content
      const space = ' '.repeat(Math.max(0, widths[at] - displayWidth(cell)))
      return alignments[at] === 'right' ? space + cell : cell + space
    })
    const below = more.map((line) => `${indent}${line}\n`).join('')
    return `  ${cells.join('  ').trimEnd()}\n${below}`
  })
  return [`${paint(terminal.color).quiet(head.trimEnd())}\n`, ...rest]
}
