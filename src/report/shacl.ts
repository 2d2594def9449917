// A W3C SHACL validation report in Turtle, for RDF tools. Written from findings alone; no graph is needed.
import type { Finding, Report, Severity } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import type { Reporter, ReportOptions } from './types.ts'

const severities: Readonly<Record<Severity, string>> = {
  error: 'sh:Violation',
  warning: 'sh:Warning',
  info: 'sh:Info',
}

const PREFIXES = `@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix grunddata: <https://w3id.org/grunddata/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rule: <https://w3id.org/grunddata/rule/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
`

/** One sh:ValidationReport per source. As in SHACL §3.6.1 `sh:conforms` is true only without any result. */
export const shacl: Reporter = (reports, options) =>
  [PREFIXES, ...reports.map((report) => validationReport(report, options))].join('\n')

function validationReport(report: Report, options: ReportOptions): string {
  const results = report.failure ? [] : shownFindings(report, options).findings.map(result)
  const lines = [
    '[] a sh:ValidationReport ;',
    `  dcterms:source ${literal(report.source)} ;`,
    `  dcterms:conformsTo ${literal(report.profile)} ;`,
    `  grunddata:conforms ${report.conforms} ;`,
    ...results.map((text) => `  sh:result ${text} ;`),
    `  sh:conforms ${report.conforms && report.findings.length === 0} .`,
  ]
  return `${lines.join('\n')}\n`
}

function result(finding: Finding): string {
  const { focus, path, value, location, rule } = finding
  const rows = [
    'a sh:ValidationResult',
    `sh:sourceShape ${local(rule)}`,
    'sh:sourceConstraintComponent grunddata:RuleConstraintComponent',
    `sh:resultSeverity ${severities[finding.severity]}`,
    `sh:focusNode ${focus.iri === undefined ? `[ rdfs:label ${texts(focus.label)} ]` : iri(focus.iri)}`,
    ...(path ? [`sh:resultPath ${pathTerm(path.iri)}`] : []),
    ...(value === undefined ? [] : [`sh:value ${term(value)}`]),
    `sh:resultMessage ${texts(finding.message)}`,
    `grunddata:file ${literal(location.file)}`,
    `grunddata:line ${location.line}`,
    `grunddata:column ${location.column}`,
  ]
  return `[\n${rows.map((row) => `    ${row} ;`).join('\n')}\n  ]`
}

/** A rule id as a prefixed name when Turtle allows it, else as an IRI. */
function local(rule: string): string {
  return /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(rule)
    ? `rule:${rule}`
    : iri(`https://w3id.org/grunddata/rule/${rule}`)
}

function pathTerm(path: string): string {
  return path.startsWith('^') ? `[ sh:inversePath ${iri(path.slice(1))} ]` : iri(path)
}

function texts(text: { readonly sv: string; readonly en: string }): string {
  return `${literal(text.sv)}@sv , ${literal(text.en)}@en`
}

/** A finding's value is a text; one that looks like an absolute IRI is written as one. */
function term(value: string): string {
  return /^([a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|urn:)[^\s<>"{}|\\^`]+$/i.test(value)
    ? iri(value)
    : literal(value)
}

/** Characters that IRIREF forbids are percent-encoded, so that the report always parses. */
function iri(value: string): string {
  return `<${value.replace(/[\u0000-\u0020<>"{}|\\^`]/g, percent)}>`
}

function percent(c: string): string {
  return `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function literal(value: string): string {
  const escaped = value
    .replace(/[\\"\n\r\t]/g, (c) => escapes[c])
    .replace(
      /[\u0000-\u001f\u007f]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
  return `"${escaped}"`
}
