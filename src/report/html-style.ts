// The style sheet of the HTML report: light and dark, print, and the severity filter without script.

/** CSS without any external resource. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1b1d; --paper: #fff; --soft: #f3f4f6; --line: #c9ccd3;
  --error: #a4001d; --warning: #7a4d00; --info: #005a8c; --link: #0b4fa8; --good: #14612a; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --paper: #17181b; --soft: #24262b; --line: #4a4d55;
  --error: #ff9aa8; --warning: #f5c26b; --info: #86ccf7; --link: #9cc4ff; --good: #8fdca6; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1, h2, h3 { line-height: 1.2; } h1, h2, h3, h4, p, li { overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, input:focus-visible + label { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; background: var(--paper); padding: .5rem; }
.filter { position: absolute; opacity: 0; }
.filter + label { display: inline-block; margin: 0 .5rem .5rem 0; padding: .3rem .8rem; border: 2px solid var(--line); border-radius: 1rem; cursor: pointer; }
.filter:checked + label { border-color: currentColor; background: var(--soft); }
.filter:checked + label::before { content: "✓ "; }
.filter + label.error { color: var(--error); } .filter + label.warning { color: var(--warning); } .filter + label.info { color: var(--info); }
#show-error:not(:checked) ~ .reports tr.error, #show-warning:not(:checked) ~ .reports tr.warning,
#show-info:not(:checked) ~ .reports tr.info { display: none; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .5rem 0; } th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid var(--line); }
tr.error .severity { color: var(--error); } tr.warning .severity { color: var(--warning); } tr.info .severity { color: var(--info); }
.severity { font-weight: 700; white-space: nowrap; } .place { white-space: nowrap; font-variant-numeric: tabular-nums; }
td p { margin: 0 0 .25rem; overflow-wrap: anywhere; }
pre { margin: .25rem 0; padding: .4rem .6rem; background: var(--soft); overflow-x: auto; font: .875rem/1.5 ui-monospace, monospace; }
mark { background: none; color: inherit; border-bottom: 2px solid var(--error); } tr.warning mark { border-color: var(--warning); } tr.info mark { border-color: var(--info); }
.verdict.good { color: var(--good); } .verdict.bad { color: var(--error); } .verdict { font-weight: 700; }
.table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media print { .filter, .filter + label, .skip { display: none; } body { max-width: none; } .table { overflow: visible; } tr, li { break-inside: avoid; } }
`
