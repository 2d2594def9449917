// Facts, lists, tables and bars: what is shown in rows.
import { empty, type Html, html } from '../../html.ts'

/** Terms and what is said of them; those without anything are left out. */
export function facts(rows: readonly (readonly [label: string, value: Html | undefined])[]): Html {
  const shown = rows.filter(
    (row): row is readonly [string, Html] => row[1] !== undefined && row[1].html !== '',
  )
  if (shown.length === 0) return empty
  return html`<dl class="facts">${shown.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** Several values, one below the other. */
export function listed(values: readonly Html[]): Html | undefined {
  if (values.length === 0) return undefined
  if (values.length === 1) return values[0]
  return html`<ul class="plain">${values.map((value) => html`<li>${value}</li>`)}</ul>`
}

export interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Html[])[]
  /** Columns (from 0) that hold numbers. */
  readonly numeric?: readonly number[]
  readonly isCaptionHidden?: boolean
  /** Columns of equal width: a long table then does not move while it is read in. */
  readonly isFixed?: boolean
}

/** A table that can be scrolled by keyboard where it is wider than the screen. */
export function table({
  caption,
  head,
  rows,
  numeric = [],
  isCaptionHidden = false,
  isFixed = false,
}: Table): Html {
  const kind = (i: number) => (numeric.includes(i) ? html` class="number"` : empty)
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table${isFixed ? html` class="fixed"` : empty}>
<caption${isCaptionHidden ? html` class="unseen"` : empty}>${caption}</caption>
<thead><tr>${head.map((words, i) => html`<th scope="col"${kind(i)}>${words}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...others]) =>
    html`<tr><th scope="row">${first}</th>${others.map((cell, i) => html`<td${kind(i + 1)}>${cell}</td>`)}</tr>
`,
)}</tbody></table></div>`
}

/** A bar with its share in words, for those who do not see it. */
export function bar(share: number, words: string): Html {
  const width = Math.max(0, Math.min(100, share * 100)).toFixed(1)
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${words}"><rect class="track" width="100" height="8"/><rect class="fill" width="${width}" height="8"/></svg>`
}
