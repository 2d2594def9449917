// A policy: what an organisation has decided about findings. It changes how grave they are, never what was seen.
import type { Severity } from '../finding.ts'

/** A finding that is known and accepted until a date. */
export interface Waiver {
  readonly rule: string
  /** IRI of the subject, or a prefix ending in `*`; absent means every subject. */
  readonly iri?: string
  readonly reason: string
  readonly owner: string
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly expires: string
  /** Line in the configuration file, from 1. */
  readonly line: number
}

export interface Policy {
  /** Name of the file the policy was read from, for findings about the policy itself. */
  readonly file: string
  readonly profile?: string
  readonly failOn?: Severity
  /** Where resources that we name ourselves are written instead of our own namespace; ends in `/` or `#`. */
  readonly namespace?: string
  /** Which form of address marks national basic data when it is written. */
  readonly subjectForm?: 'concepts' | 'terminology'
  readonly severities: Readonly<Record<string, Severity | 'off'>>
  /** IRIs, or prefixes ending in `*`, about which nothing is said. */
  readonly ignore: readonly string[]
  readonly waivers: readonly Waiver[]
}

export const emptyPolicy: Policy = { file: '', severities: {}, ignore: [], waivers: [] }

/** True when an IRI is one of the patterns, or begins with one that ends in `*`. */
export function matchesIri(iri: string, pattern: string): boolean {
  return pattern.endsWith('*') ? iri.startsWith(pattern.slice(0, -1)) : iri === pattern
}
