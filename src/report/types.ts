// What a reporter is: a pure function from reports to a text.
import type { Lang, Report, Text } from '../finding.ts'

/** What a format may say about a rule beside its findings. A Rule of a profile is one. */
export interface RuleText {
  readonly message: Text
  readonly description: Text
  readonly seeAlso?: string
}

export interface ReportOptions {
  readonly lang: Lang
  /** Use ANSI colour; default false. */
  readonly color?: boolean
  /** Columns of the terminal; default 80. */
  readonly width?: number
  /** Collapse equal findings to one entry with a count. */
  readonly group?: boolean
  /** Show only so many findings of each report; the rest is counted. */
  readonly maxFindings?: number
  /** The text of a line (from 1) of a file that was read, for code frames. */
  readonly lineOf?: (file: string, line: number) => string | undefined
  /** What is known of a rule, for formats that describe rules (SARIF). */
  readonly ruleOf?: (rule: string) => RuleText | undefined
  /** Name of the version of this program, for formats that state their tool. */
  readonly toolVersion?: string
}

export type Reporter = (reports: readonly Report[], options: ReportOptions) => string
