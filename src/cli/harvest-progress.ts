// What a harvest is doing: a line for each source under way on a terminal, or a line of JSON for each event.
import type { HarvestEvent } from '../harvest/index.ts'
import type { Call } from './call.ts'

interface HarvestProgress {
  readonly tell: (event: HarvestEvent) => void
  /** Removes the lines. */
  readonly clear: () => void
}

const REDRAW_MS = 100
const MOST_LINES = 8
const BAR = 20

const steps = {
  read: { sv: 'läser', en: 'reading' },
  check: { sv: 'granskar', en: 'checking' },
  compare: { sv: 'jämför', en: 'comparing' },
  write: { sv: 'skriver', en: 'writing' },
} as const
const order = Object.keys(steps)

interface Under {
  step: keyof typeof steps
  pages: number
  bytes: number
}

export function createHarvestProgress({ values, terminal }: Call): HarvestProgress {
  if (values.one('log') === 'json')
    return { tell: (event) => terminal.tell(`${jsonLine(event)}\n`), clear: () => {} }
  if (process.stderr.isTTY !== true) return { tell: () => {}, clear: () => {} }
  const under = new Map<string, Under>()
  let total = 0
  let done = 0
  let drawnLines = 0
  let drawnAt = 0
  const clear = () => {
    if (drawnLines > 0) terminal.tell(`\u001b[${drawnLines}A\u001b[J`)
    drawnLines = 0
  }
  const draw = () => {
    clear()
    drawnAt = Date.now()
    const names = [...under].slice(0, MOST_LINES)
    const width = Math.min(30, Math.max(8, ...names.map(([id]) => id.length)))
    const lines = [
      `${bar(done, total)} ${done}/${total}`,
      ...names.map(
        ([id, each]) =>
          `  ${id.slice(0, width).padEnd(width)} ${bar(order.indexOf(each.step) + 1, 5)} ${steps[each.step][terminal.lang]}${pagesText(each)}`,
      ),
    ].map((line) => line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)))
    terminal.tell(`${lines.join('\n')}\n`)
    drawnLines = lines.length
  }
  return {
    clear,
    tell: (event) => {
      if (event.kind === 'begin') total = event.sources.length
      else if (event.kind === 'start') under.set(event.source, { step: 'read', pages: 0, bytes: 0 })
      else if (event.kind === 'done') {
        under.delete(event.source)
        done++
      } else {
        const each = under.get(event.source)
        if (each && event.kind === 'step') each.step = event.step
        if (each && event.kind === 'page') {
          each.pages++
          each.bytes += event.bytes
        }
      }
      if (Date.now() - drawnAt >= REDRAW_MS) draw()
    },
  }
}

function bar(part: number, whole: number): string {
  const filled = whole === 0 ? 0 : Math.round((Math.min(part, whole) / whole) * BAR)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`
}

function pagesText({ pages, bytes }: Under): string {
  if (pages === 0) return ''
  const size = bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} kB`
  return pages === 1 ? ` ${size}` : ` ${pages} × ${size}`
}

/** An event for a log: of an outcome what matters to whoever watches. */
function jsonLine(event: HarvestEvent): string {
  const time = new Date().toISOString()
  if (event.kind !== 'done') return JSON.stringify({ time, ...event })
  const { state, run, counts, brake, notes } = event.outcome
  return JSON.stringify({
    time,
    kind: 'done',
    source: event.source,
    state,
    ...(run && { run: run.id }),
    counts,
    ...(run?.failure && { failure: run.failure }),
    ...(brake.length > 0 && { brake: brake.map(({ text }) => text) }),
    ...(notes.length > 0 && { notes }),
  })
}
