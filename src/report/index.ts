// Reports to texts: every output format of the validator, by name.
import { csv } from './csv.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { htmlPage } from './html.ts'
import { json, jsonl } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { shacl } from './shacl.ts'
import { shaclJsonld } from './shacl-jsonld.ts'
import { summary } from './summary.ts'
import { text } from './text.ts'
import type { Reporter } from './types.ts'

/** The reporters by the name of their format. */
export const reporters = {
  text,
  summary,
  json,
  jsonl,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
  html: htmlPage,
  csv,
  shacl,
  'shacl-jsonld': shaclJsonld,
} as const satisfies Record<string, Reporter>

export type Format = keyof typeof reporters

export { empty, type Html, html, link } from '../html.ts'
export { inFileOrder } from './arrange.ts'
export { displayWidth, visible, wrap } from './columns.ts'
export type { FindingGroup } from './group.ts'
export { groupFindings } from './group.ts'
export { style as reportStyle } from './html-style.ts'
export { contractVersion } from './json.ts'
export type { Paint } from './paint.ts'
export { paint } from './paint.ts'
export type { Reporter, ReportOptions, RuleText } from './types.ts'
export { contentsLine, counted, number, profileTitle, seconds, severityWord } from './words.ts'
