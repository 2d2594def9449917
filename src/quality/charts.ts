// Charts as inline SVG: how the datasets fall on the ratings, and how the score has moved.
import type { Lang } from '../finding.ts'
import { empty, type Html, html } from '../html.ts'
import { MAX_POINTS, type RatingId, ratings } from './metrics.ts'
import { ratingLabel } from './render.ts'

const WIDTH = 640

/** One bar in four parts: how many datasets have each rating. */
export function ratingsChart(counts: ReadonlyMap<RatingId, number>, lang: Lang): Html {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return empty
  const parts = ratings.map(({ id }) => ({ id, count: counts.get(id) ?? 0 }))
  const said = parts.map(({ id, count }) => `${ratingLabel(id, lang)}: ${count}`).join(', ')
  let x = 0
  const bars = parts.map(({ id, count }) => {
    const width = (count / total) * WIDTH
    const bar = html`<rect class="${id}" x="${round(x)}" y="0" width="${round(width)}" height="24"/>`
    x += width
    return bar
  })
  const legend = parts.map(
    ({ id, count }) =>
      html`<li><svg class="key" viewBox="0 0 1 1" aria-hidden="true"><rect class="${id}" width="1" height="1"/></svg> ${ratingLabel(id, lang)}: ${count}</li>`,
  )
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} 24" role="img" aria-label="${said}">${bars}</svg>
<ul class="legend">${legend}</ul>
`
}

/** A score at a time. */
export interface HistoryPoint {
  /** ISO 8601. */
  readonly at: string
  readonly points: number
}

/** A line over time, from 0 to the maximum; nothing for fewer than two points. */
export function historyChart(history: readonly HistoryPoint[], lang: Lang): Html {
  if (history.length < 2) return empty
  const times = history.map(({ at }) => Date.parse(at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const [left, top, height] = [40, 10, 140]
  const xOf = (time: number) => left + ((time - first) / Math.max(1, last - first)) * (WIDTH - left - 10)
  const yOf = (points: number) => top + height - (points / MAX_POINTS) * height
  const line = history
    .map(({ points }, index) => `${round(xOf(times[index]))},${round(yOf(points))}`)
    .join(' ')
  const said = history.map(({ at, points }) => `${at.slice(0, 10)}: ${Math.round(points)}`).join(', ')
  const marks = [0, 121, 221, 351, MAX_POINTS].map(
    (points) =>
      html`<line class="axis" x1="${left}" x2="${WIDTH - 10}" y1="${round(yOf(points))}" y2="${round(yOf(points))}"/><text x="${left - 6}" y="${round(yOf(points) + 4)}" text-anchor="end">${points}</text>`,
  )
  const dots = history.map(
    ({ points }, index) =>
      html`<circle class="full" cx="${round(xOf(times[index]))}" cy="${round(yOf(points))}" r="3"/>`,
  )
  const label = lang === 'sv' ? 'Poäng över tid' : 'Points over time'
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${top + height + 24}" role="img" aria-label="${label}: ${said}">${marks}<polyline class="line" points="${line}"/>${dots}<text x="${left}" y="${top + height + 18}">${history[0].at.slice(0, 10)}</text><text x="${WIDTH - 10}" y="${top + height + 18}" text-anchor="end">${history[history.length - 1].at.slice(0, 10)}</text></svg>
`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
