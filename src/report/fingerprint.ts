// Names for findings that stay the same between runs, also when lines move: what a CI system tells old from new by.
import { createHash } from 'node:crypto'
import type { Finding } from '../finding.ts'

/** A function that gives each finding, in order, a fingerprint (32 hex digits) unique within one output. */
export function fingerprinter(): (finding: Finding) => string {
  const seen = new Map<string, number>()
  return (finding) => {
    const { rule, focus, path, value, location } = finding
    const key = JSON.stringify([location.file, rule, focus.iri ?? focus.label.en, path?.iri, value])
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return createHash('sha256').update(`${key}#${nth}`).digest('hex').slice(0, 32)
  }
}
