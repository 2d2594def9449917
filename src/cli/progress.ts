// The progress line on standard error: only on a terminal, only for a job of more than a second, gone when done.
import type { Progress } from '../io.ts'

export interface ProgressLine {
  readonly step: (progress: Progress) => void
  /** Removes the line. */
  readonly clear: () => void
}

/** Where and when the line is drawn. */
export interface Drawing {
  readonly isTerminal: boolean
  /** Milliseconds. */
  readonly now: () => number
  readonly draw: (text: string) => void
}

const PATIENCE_MS = 1000
const REDRAW_MS = 100
const BAR = 24
const CLEAR = '\r\u001b[2K'

/** A line that draws itself over and over; silent when nobody watches. */
export function createProgressLine({ isTerminal, now, draw }: Drawing): ProgressLine {
  const started = now()
  let drawn: number | undefined
  return {
    step: (progress) => {
      const time = now()
      if (!isTerminal || time - started < PATIENCE_MS) return
      if (drawn !== undefined && time - drawn < REDRAW_MS) return
      drawn = time
      draw(CLEAR + progressText(progress))
    },
    clear: () => {
      if (drawn !== undefined) draw(CLEAR)
      drawn = undefined
    },
  }
}

/** `validate ████████░░░░ 5/12`, or the count alone when the whole is unknown. */
export function progressText({ job, done, total }: Progress): string {
  if (total === undefined || total === 0) return `${job} ${done} …`
  const filled = Math.round((Math.min(done, total) / total) * BAR)
  return `${job} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total}`
}
