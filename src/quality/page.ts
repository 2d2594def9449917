// The frame of a self-contained page: no script, nothing from elsewhere, light and dark, print. Bars are inline SVG.
import type { Lang } from '../finding.ts'
import { type Html, html } from '../html.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const style = `
:root { color-scheme: light dark; --ink: #1b1b1d; --paper: #fff; --line: #c9ccd3; --link: #0b4fa8; --bar: #2f6fb2; --rest: #dfe3ea;
  --excellent: #14612a; --good: #2f6f1f; --sufficient: #7a4d00; --bad: #a4001d; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17181b; --line: #4a4d55; --link: #9cc4ff; --bar: #6aa6e8; --rest: #33363d;
  --excellent: #8fdca6; --good: #a9dc8f; --sufficient: #f5c26b; --bad: #ff9aa8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1, h2 { line-height: 1.2; overflow-wrap: anywhere; }
a { color: var(--link); } a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .5rem 0; } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.total { font-size: 1.5rem; font-weight: 700; }
.excellent { color: var(--excellent); } .good { color: var(--good); } .sufficient { color: var(--sufficient); } .bad { color: var(--bad); }
svg.bar { display: block; width: 12rem; height: .9rem; } svg .full { fill: var(--bar); } svg .rest { fill: var(--rest); }
tr.dimension th, tr.dimension td { font-weight: 700; border-top: 2px solid var(--line); }
`

/** A whole page. */
export function page(lang: Lang, title: string, body: Html): string {
  const whole = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="grunddata">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`
  return `<!doctype html>\n${whole.html}`
}

/** A bar of 0–1; decorative, since the figure stands beside it. */
export function bar(share: number): Html {
  const width = Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="8"/><rect class="full" width="${width}" height="8"/></svg>`
}
