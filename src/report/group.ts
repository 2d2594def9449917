// Root causes: equal findings (rule, property, pattern of the value) collapse to one entry with a count.
import type { CatalogCounts, Finding, Report, Severity } from '../finding.ts'
import { inFileOrder } from './arrange.ts'

/** Findings that one correction of a mapping would probably remove together. */
export interface FindingGroup {
  readonly rule: string
  readonly severity: Severity
  /** IRI of the property. */
  readonly path?: string
  /** What the values have in common; see {@link valuePattern}. */
  readonly pattern?: string
  readonly count: number
  /** How many different subjects are concerned. */
  readonly subjects: number
  /** How many things of the subjects' kind the source holds, and which kind, when known. */
  readonly of?: {
    readonly kind: 'dataset' | 'distribution' | 'service' | 'series' | 'catalog' | 'agent'
    readonly total: number
  }
  /** The first three, in file order. */
  readonly examples: readonly Finding[]
}

const EXAMPLES = 3

const kinds: Readonly<Record<string, [NonNullable<FindingGroup['of']>['kind'], keyof CatalogCounts]>> = {
  Dataset: ['dataset', 'datasets'],
  Distribution: ['distribution', 'distributions'],
  DataService: ['service', 'services'],
  DatasetSeries: ['series', 'series'],
  Catalog: ['catalog', 'catalogs'],
  Agent: ['agent', 'agents'],
}

/** The groups of a report: errors first, then the largest; equal ones in file order. */
export function groupFindings(report: Report): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of inFileOrder(report.findings)) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.path?.iri, patternOf(finding)])
    const members = groups.get(key)
    if (members) members.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
    .map((members) => toGroup(members, report.contents))
    .sort((a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count)
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

function patternOf(finding: Finding): string | undefined {
  return finding.value === undefined ? undefined : valuePattern(finding.value)
}

function toGroup(members: readonly Finding[], contents: CatalogCounts): FindingGroup {
  const [first] = members
  const pattern = patternOf(first)
  const of = kindOf(members, contents)
  return {
    rule: first.rule,
    severity: first.severity,
    ...(first.path && { path: first.path.iri }),
    ...(pattern !== undefined && { pattern }),
    count: members.length,
    subjects: new Set(members.map(subjectKey)).size,
    ...(of && { of }),
    examples: members.slice(0, EXAMPLES),
  }
}

/** A subject without an IRI is told apart by its place. */
function subjectKey(finding: Finding): string {
  const { file, line, column } = finding.location
  return finding.focus.iri ?? `${finding.focus.label.en} ${file}:${line}:${column}`
}

function kindOf(members: readonly Finding[], contents: CatalogCounts): FindingGroup['of'] {
  const type = members[0].focus.type
  if (type === undefined || members.some((finding) => finding.focus.type !== type)) return undefined
  const kind = kinds[type.replace(/^.*[#/:]/, '')]
  if (!kind || contents[kind[1]] === 0) return undefined
  return { kind: kind[0], total: contents[kind[1]] }
}

/**
 * What values that stem from one mapping have in common: digits become `#`, the part of an IRI that counts or
 * names a single thing becomes `*`, and longer free text becomes `…`.
 */
export function valuePattern(value: string): string {
  const iri = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)([^?#]*)/i.exec(value)
  if (iri) return iri[1] + iri[2].replace(/[^/]*\d[^/]*/g, '*').replace(/[^/]*$/, lastSegment)
  if (/^(mailto|tel|urn):/i.test(value)) return `${value.slice(0, value.indexOf(':'))}:*`
  if (value.length > 40 || value.split(/\s+/).length > 4) return '…'
  return value.replace(/\d/g, '#')
}

/** Code-list values are short words and stay; names of single things are long or contain signs. */
function lastSegment(segment: string): string {
  return segment.length > 30 ? '*' : segment
}
