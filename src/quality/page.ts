// The frame of a self-contained page: nothing from elsewhere, light and dark, print. Charts are inline SVG; the one script
// there may be makes tables sortable, and the policy of the page lets no other run.
import { createHash } from 'node:crypto'
import type { Lang } from '../finding.ts'
import { empty, type Html, html } from '../html.ts'

/** Tables of the class `sortable` get buttons in their heads; a cell may give its value for sorting as data-value. */
const sorting = `for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0]
  const language = document.documentElement.lang
  table.querySelectorAll('thead th').forEach((head, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => {
      const isUp = head.getAttribute('aria-sort') !== 'ascending'
      for (const other of table.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending')
      const valueOf = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent
      const compare = (a, b) => {
        const difference = valueOf(a) - valueOf(b)
        return Number.isNaN(difference) ? valueOf(a).localeCompare(valueOf(b), language) : difference
      }
      body.append(...[...body.rows].sort((a, b) => (isUp ? compare(a, b) : compare(b, a))))
    })
  })
}`

const sortingHash = createHash('sha256').update(sorting).digest('base64')

function policy(isSortable: boolean): string {
  const scripts = isSortable ? ` script-src 'sha256-${sortingHash}';` : ''
  return `default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'`
}

const style = `
:root { color-scheme: light dark; --ink: #1b1b1d; --paper: #fff; --line: #c9ccd3; --link: #0b4fa8; --bar: #2f6fb2; --rest: #dfe3ea; --muted: #5c606a;
  --excellent: #14612a; --good: #2f6f1f; --sufficient: #7a4d00; --bad: #a4001d; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17181b; --line: #4a4d55; --link: #9cc4ff; --bar: #6aa6e8; --rest: #33363d; --muted: #a3a8b3;
  --excellent: #8fdca6; --good: #a9dc8f; --sufficient: #f5c26b; --bad: #ff9aa8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1, h2 { line-height: 1.2; } h1, h2, p, li, dt, dd { overflow-wrap: anywhere; }
a { color: var(--link); } a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .5rem 0; } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.total { font-size: 1.5rem; font-weight: 700; }
.excellent { color: var(--excellent); } .good { color: var(--good); } .sufficient { color: var(--sufficient); } .bad { color: var(--bad); }
svg.bar { display: block; width: 12rem; height: .9rem; } svg .full { fill: var(--bar); } svg .rest { fill: var(--rest); }
th button { all: unset; cursor: pointer; font: inherit; font-weight: 700; } th button::after { content: " \\2195"; color: var(--muted); }
th[aria-sort=ascending] button::after { content: " \\2191"; } th[aria-sort=descending] button::after { content: " \\2193"; }
th button:focus-visible, .table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
svg.chart { display: block; width: 100%; max-width: 40rem; height: auto; } svg.chart text { fill: var(--ink); font: 12px system-ui, sans-serif; }
svg.chart .line { fill: none; stroke: var(--bar); stroke-width: 2; } svg.chart .axis { stroke: var(--line); }
svg .excellent { fill: var(--excellent); } svg .good { fill: var(--good); } svg .sufficient { fill: var(--sufficient); } svg .bad { fill: var(--bad); }
ul.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; } svg.key { width: .8rem; height: .8rem; }
dt { font-weight: 700; margin-top: .75rem; } dd { margin: 0 0 0 1rem; } :target { background: var(--rest); }
@media print { body { max-width: none; } a { color: inherit; } th button::after { content: none !important; } .table { overflow: visible; } tr, dt, dd { break-inside: avoid; } }
tr.dimension th, tr.dimension td { font-weight: 700; border-top: 2px solid var(--line); }
`

/** A whole page; `isSortable` when it has tables of the class `sortable`. */
export function page(lang: Lang, title: string, body: Html, isSortable = false): string {
  // A plain string: a tag that holds the end of a script would need help from the bundler.
  const script = isSortable ? { html: `<script>${sorting}</script>\n` } : empty
  const whole = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(isSortable)}">
<meta name="generator" content="grunddata">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
${script}</body>
</html>
`
  return `<!doctype html>\n${whole.html}`
}

/** A bar of 0–1; decorative, since the figure stands beside it. */
export function bar(share: number): Html {
  const width = Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="8"/><rect class="full" width="${width}" height="8"/></svg>`
}

/** A table that scrolls by itself on a small screen, also by the keyboard. */
export function scrolled(label: string, table: Html): Html {
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0">${table}</div>
`
}
