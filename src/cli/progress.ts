// The progress line on standard error: only on a terminal, only for a job of more than a second, gone when done.
import type { Progress } from '../io.ts'

export interface ProgressLine {
  readonly step: (progress: Progress) => void
  /** Removes the line. */
  readonly clear: () => void
}

const PATIENCE_MS = 1000
const REDRAW_MS = 100
const BAR = 24

/** A line that draws itself over and over; silent when `isTerminal` is false. */
export function createProgressLine(
  isTerminal: boolean,
  now: () => number = () => performance.now(),
): ProgressLine {
  const started = now()
  let drawn = Number.NEGATIVE_INFINITY
  return {
    step: (progress) => {
      const time = now()
      if (!isTerminal || time - started < PATIENCE_MS || time - drawn < REDRAW_MS) return
      drawn = time
      process.stderr.write(`\r\u001b[2K${progressText(progress)}`)
    },
    clear: () => {
      if (drawn > Number.NEGATIVE_INFINITY) process.stderr.write('\r\u001b[2K')
      drawn = Number.NEGATIVE_INFINITY
    },
  }
}

/** `validate ████████░░░░ 5/12`, or the count alone when the whole is unknown. */
export function progressText({ job, done, total }: Progress): string {
  if (total === undefined || total === 0) return `${job} ${done} …`
  const filled = Math.round((Math.min(done, total) / total) * BAR)
  return `${job} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total}`
}
