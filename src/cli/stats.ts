// --stats: what the sources hold, and what the run cost.
import type { Lang, Report } from '../finding.ts'
import { counted, seconds } from '../report/index.ts'

const rows = [
  ['triples', 'triple'],
  ['catalogs', 'catalog'],
  ['datasets', 'dataset'],
  ['series', 'series'],
  ['distributions', 'distribution'],
  ['services', 'service'],
  ['agents', 'agent'],
] as const

/** Totals over all sources, time since the process began, and the most memory it held. */
export function statsText(reports: readonly Report[], lang: Lang): string {
  const sums = rows.map(([key, noun]) =>
    counted(
      noun,
      reports.reduce((sum, report) => sum + report.contents[key], 0),
      lang,
    ),
  )
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  const words = lang === 'sv' ? { time: 'tid', memory: 'minne' } : { time: 'time', memory: 'memory' }
  return [...sums, `${words.time} ${seconds(performance.now(), lang)}`, `${words.memory} ${memory} MB`]
    .map((line) => `  ${line}\n`)
    .join('')
}
