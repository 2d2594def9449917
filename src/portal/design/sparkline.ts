// A row of figures over time as a small line.
import { type Html, html } from '../../html.ts'
import type { Visit } from '../visit.ts'

const WIDTH = 160
const HEIGHT = 32

/** The first and last figures are told in words. */
export function sparkline(values: readonly number[], most: number, { say }: Pick<Visit, 'say'>): Html {
  const x = (i: number) => (values.length === 1 ? WIDTH / 2 : (i / (values.length - 1)) * (WIDTH - 8) + 4)
  const y = (value: number) => HEIGHT - 4 - (value / most) * (HEIGHT - 8)
  const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const last = values.length - 1
  const words = say(
    `Från ${Math.round(values[0])} till ${Math.round(values[last])} av ${most}, ${values.length} mätningar`,
    `From ${Math.round(values[0])} to ${Math.round(values[last])} of ${most}, ${values.length} measurements`,
  )
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words}"><polyline points="${points}"/><circle cx="${x(last).toFixed(1)}" cy="${y(values[last]).toFixed(1)}" r="3"/></svg>`
}
