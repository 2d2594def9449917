// A W3C SHACL validation report in JSON-LD: the same statements as the Turtle of shacl.ts, for programs that speak JSON.
import type { Finding, Report, Severity, Text } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import type { Reporter, ReportOptions } from './types.ts'

const severities: Readonly<Record<Severity, string>> = {
  error: 'sh:Violation',
  warning: 'sh:Warning',
  info: 'sh:Info',
}

const context = {
  dcterms: 'http://purl.org/dc/terms/',
  grunddata: 'https://w3id.org/grunddata/ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  rule: 'https://w3id.org/grunddata/rule/',
  sh: 'http://www.w3.org/ns/shacl#',
}

/** One sh:ValidationReport per source, in one @graph. */
export const shaclJsonld: Reporter = (reports, options) => {
  const graph = reports.map((report) => validationReport(report, options))
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`
}

function validationReport(report: Report, options: ReportOptions): object {
  const results = report.failure ? [] : shownFindings(report, options).findings.map(result)
  return {
    '@type': 'sh:ValidationReport',
    'dcterms:source': report.source,
    'dcterms:conformsTo': report.profile,
    'grunddata:conforms': report.conforms,
    'sh:result': results,
    'sh:conforms': report.conforms && report.findings.length === 0,
  }
}

function result({ focus, path, value, location, rule, severity, message }: Finding): object {
  return {
    '@type': 'sh:ValidationResult',
    'sh:sourceShape': { '@id': `${context.rule}${iri(rule)}` },
    'sh:sourceConstraintComponent': { '@id': 'grunddata:RuleConstraintComponent' },
    'sh:resultSeverity': { '@id': severities[severity] },
    'sh:focusNode':
      focus.iri === undefined ? { 'rdfs:label': texts(focus.label) } : { '@id': iri(focus.iri) },
    ...(path ? { 'sh:resultPath': pathOf(path.iri) } : {}),
    ...(value === undefined ? {} : { 'sh:value': termOf(value) }),
    'sh:resultMessage': texts(message),
    'grunddata:file': location.file,
    'grunddata:line': location.line,
    'grunddata:column': location.column,
  }
}

function pathOf(path: string): object {
  return path.startsWith('^') ? { 'sh:inversePath': { '@id': iri(path.slice(1)) } } : { '@id': iri(path) }
}

/** A finding's value is a text; one that looks like an absolute IRI is written as one. */
function termOf(value: string): object | string {
  return /^([a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|urn:)[^\s<>"{}|\\^`]+$/i.test(value)
    ? { '@id': value }
    : value
}

function texts(text: Text): readonly object[] {
  return (['sv', 'en'] as const).map((lang) => ({ '@value': text[lang], '@language': lang }))
}

function iri(value: string): string {
  return value.replace(/[\u0000-\u0020<>"{}|\\^`]/g, (c) => percent(c))
}

function percent(c: string): string {
  return `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
