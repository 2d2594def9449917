// What a reporter is: a pure function from reports to a text.
import type { Lang, Report } from '../finding.ts'

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
  /** Name of the version of this program, for formats that state their tool. */
  readonly toolVersion?: string
}

export type Reporter = (reports: readonly Report[], options: ReportOptions) => string
