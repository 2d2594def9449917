// What the reports of a harvest are made of.
import type { Lang } from '../../finding.ts'
import type { SourceOutcome } from '../types.ts'

export interface HarvestReport {
  readonly started: Date
  readonly finished: Date
  readonly isPlan: boolean
  /** In the order of the sources. */
  readonly outcomes: readonly SourceOutcome[]
}

export interface HarvestReportOptions {
  readonly lang: Lang
  readonly color?: boolean
  readonly width?: number
  /** Shows every change, not the first few of each source. */
  readonly isWhole?: boolean
}

export type HarvestReporter = (report: HarvestReport, options: HarvestReportOptions) => string
