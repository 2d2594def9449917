// Expectations written in fixtures: `#! error rule-id; warning other-rule` at the end of the line a finding points at,
// or, for syntaxes without such comments, lines `line severity rule` in expect.txt beside the file.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Expectation {
  readonly line: number
  readonly severity: string
  readonly rule: string
}

export function expectationsOf(file: string): readonly Expectation[] {
  const sidecar = join(dirname(file), 'expect.txt')
  if (existsSync(sidecar)) {
    return readFileSync(sidecar, 'utf8')
      .split('\n')
      .map((line) => line.replace(/#.*$/, '').trim())
      .filter(Boolean)
      .map((line) => {
        const [number, severity, rule] = line.split(/\s+/)
        return { line: Number(number), severity, rule }
      })
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const mark = text.indexOf('#!')
      if (mark < 0) return []
      return text
        .slice(mark + 2)
        .split(';')
        .map((part) => {
          const [severity, rule] = part.trim().split(/\s+/)
          return { line: index + 1, severity, rule }
        })
    })
}

export function show(list: readonly Expectation[]): readonly string[] {
  return list.map(({ line, severity, rule }) => `${line} ${severity} ${rule}`).sort()
}
