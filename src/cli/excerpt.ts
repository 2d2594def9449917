// Excerpts of fixtures: the lines around what a rule is about, without the expectation comments of the tests.

export interface ExcerptLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  readonly isMarked: boolean
}

export interface Excerpt {
  readonly lines: readonly ExcerptLine[]
}

/** Lines shown before and after a marked one. */
const CONTEXT = 3
const MARK = /\s*#!\s*(.*)$/

/** The part of a bad example where the rule is expected to point. */
export function badExcerpt(text: string, rule: string): Excerpt {
  const lines = split(text)
  const marked = indexes(
    lines,
    (line) =>
      MARK.exec(line)?.[1]
        .split(/[\s;]+/)
        .includes(rule) ?? false,
  )
  return around(lines, marked)
}

/** The part of a good example that differs from the bad one, or its beginning after the prefixes. */
export function goodExcerpt(text: string, bad: string): Excerpt {
  const badLines = new Set(split(bad).map((line) => bare(line).trim()))
  const lines = split(text)
  return around(
    lines,
    indexes(lines, (line) => line.trim() !== '' && !line.startsWith('#') && !badLines.has(bare(line).trim())),
  )
}

function split(text: string): readonly string[] {
  return text.replace(/\s+$/, '').split(/\r?\n/)
}

function bare(line: string): string {
  return line.replace(MARK, '').trimEnd()
}

function indexes(lines: readonly string[], isWanted: (line: string) => boolean): readonly number[] {
  const found = lines.flatMap((line, index) => (isWanted(line) ? [index] : []))
  if (found.length > 0) return found
  return [lines.findIndex((line) => line.trim() !== '' && !/^\s*(@?prefix|@?base|#)/i.test(line))]
}

function around(lines: readonly string[], marked: readonly number[]): Excerpt {
  const shown = lines.flatMap((line, index) =>
    marked.some((mark) => Math.abs(mark - index) <= CONTEXT) && !/^\s*@?(prefix|base)\b/i.test(line)
      ? [{ number: index + 1, text: bare(line), isMarked: marked.includes(index) }]
      : [],
  )
  const from = shown.findIndex(({ text }) => text !== '')
  const to = shown.findLastIndex(({ text }) => text !== '')
  return { lines: shown.slice(Math.max(from, 0), to + 1) }
}
