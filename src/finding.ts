// The shared words: what a check observes (Problem) and what a person reads (Finding, Report).
// All of it is readonly plain data that survives JSON and a worker thread.

/** error breaks a "must", warning a recommendation, info is advice. */
export type Severity = 'error' | 'warning' | 'info'

export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** A text in both languages of the project. */
export interface Text {
  readonly sv: string
  readonly en: string
}

export type Lang = keyof Text

/**
 * A place in a source. Lines and columns count from 1; a column counts UTF-16 code units; the end is exclusive.
 * In a workbook `sheet` and `cell` (such as `D14`) name the place; line and column are then those of the cell.
 */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly sheet?: string
  readonly cell?: string
}

/** What a check saw, before severity and words. Term ids are those of the graph that was checked. */
export interface Problem {
  /** Rule id: the local name of a shape or of a rule in rules.ttl. */
  readonly rule: string
  /** Term id of the subject the finding is about. */
  readonly focus?: number
  /** IRI of the property, when the problem is about one (`^` before it means the inverse direction). */
  readonly path?: string
  /** Term id of the value at fault. */
  readonly value?: number
  /** Values for the placeholders of the rule's message, beside {focus}, {path} and {value}. */
  readonly params?: Readonly<Record<string, string | number | Text>>
  /** Byte offset into the source where the problem is, when the focus, path and value do not lead there. */
  readonly at?: number
  /** Byte offset where the problem ends (exclusive); only together with `at`. */
  readonly end?: number
}

/** A correction. `safe` may be applied unseen; `suggested` is a guess for a person to judge. */
export interface Fix {
  readonly kind: 'safe' | 'suggested'
  readonly description: Text
  /** The RDF term to write in place of the value, in N-Triples syntax; absent means remove the statement. */
  readonly replacement?: string
  /** Further terms to state beside the replacement, in N-Triples syntax, when one value becomes several. */
  readonly also?: readonly string[]
  /** IRI of the property to write in place of the statement's own. */
  readonly replacePath?: string
}

/** A problem made readable: severity, words, name of the subject, place in the file. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: Text
  readonly focus: { readonly iri?: string; readonly type?: string; readonly label: Text }
  readonly path?: { readonly iri: string; readonly label: Text }
  readonly value?: string
  readonly location: Location
  readonly hint?: Text
  readonly fix?: Fix
  readonly seeAlso?: string
}

/** A check that could not be carried out: the third outcome beside passed and failed. */
export interface NotAssessed {
  readonly rule: string
  readonly reason: Text
  /** How many values or subjects were left unchecked. */
  readonly count: number
}

/** How much of each kind a source holds. */
export interface CatalogCounts {
  readonly triples: number
  readonly catalogs: number
  readonly datasets: number
  readonly series: number
  readonly distributions: number
  readonly services: number
  readonly agents: number
}

/** The outcome for one source. `conforms` means no finding of severity error. */
export interface Report {
  readonly source: string
  /** Profile id and version, e.g. `dcat-ap-se@3.0.1`. */
  readonly profile: string
  /** Why this profile was chosen, when it was not asked for and is not the newest. */
  readonly profileReason?: Text
  readonly conforms: boolean
  readonly counts: Readonly<Record<Severity, number>>
  readonly findings: readonly Finding[]
  readonly notAssessed: readonly NotAssessed[]
  readonly contents: CatalogCounts
  /** Findings left out by the policy, silencing comments or a baseline. */
  readonly suppressed?: { readonly ignored: number; readonly waived: number; readonly baseline: number }
  /** Set when the source could not be read or checked; then there are no findings and it does not conform. */
  readonly failure?: { readonly code: string; readonly message: Text; readonly hint?: Text }
  /** Milliseconds spent; left out of machine output so that it stays the same between runs. */
  readonly elapsedMs?: number
}
