// SARIF 2.1.0 (OASIS): for code scanning services and editors. Rules are described in both languages.
import type { Finding, Lang, Report, Severity } from '../finding.ts'
import { compareText, shownFindings } from './arrange.ts'
import { fingerprinter } from './fingerprint.ts'
import { fixText } from './fix-text.ts'
import { fileUri, placeText } from './place.ts'
import type { Reporter, ReportOptions } from './types.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
const taxonomy = 'https://w3id.org/grunddata/rule/'

/** One run with all sources; fixes are given as suggestions where the place of the value is exact. */
export const sarif: Reporter = (reports, options) => {
  const rules = rulesOf(reports)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(rules, options) },
        translations: [translation(rules, options)],
        language: options.lang,
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: reports.every((report) => !report.failure),
            toolExecutionNotifications: [...failures(reports, options), ...notes(reports, options)],
          },
        ],
        results: results(reports, [...rules.keys()], options),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function rulesOf(reports: readonly Report[]): ReadonlyMap<string, Finding> {
  const firsts = new Map<string, Finding>()
  for (const { findings } of reports)
    for (const finding of findings) if (!firsts.has(finding.rule)) firsts.set(finding.rule, finding)
  return new Map([...firsts].sort(([a], [b]) => compareText(a, b)))
}

function driver(rules: ReadonlyMap<string, Finding>, options: ReportOptions): object {
  return {
    name: 'grunddata',
    ...(options.toolVersion !== undefined && { semanticVersion: options.toolVersion }),
    informationUri: 'https://www.npmjs.com/package/grunddata',
    language: options.lang,
    rules: [...rules.values()].map((first) => ({
      ...descriptor(first, options, options.lang),
      ...(first.seeAlso !== undefined && { helpUri: first.seeAlso }),
      defaultConfiguration: { level: levels[first.severity] },
    })),
  }
}

/** The same rules in the other language (SARIF §3.19.4). */
function translation(rules: ReadonlyMap<string, Finding>, options: ReportOptions): object {
  const lang: Lang = options.lang === 'sv' ? 'en' : 'sv'
  return {
    name: 'grunddata',
    language: lang,
    contents: ['localizedData'],
    rules: [...rules.values()].map((first) => descriptor(first, options, lang)),
  }
}

function descriptor({ rule, hint }: Finding, { ruleOf }: ReportOptions, lang: Lang): object {
  const known = ruleOf?.(rule)
  const why = known?.description[lang] ?? hint?.[lang]
  return {
    id: rule,
    ...(known && { shortDescription: { text: withoutSlots(known.message[lang]) } }),
    ...(why !== undefined && { fullDescription: { text: why }, help: { text: why } }),
  }
}

/** A message template read without a finding: `{focus}` becomes `…`. */
function withoutSlots(template: string): string {
  return template.replace(/\{\w+\}/g, '…')
}

function results(
  reports: readonly Report[],
  ids: readonly string[],
  options: ReportOptions,
): readonly object[] {
  const fingerprint = fingerprinter()
  const index = new Map(ids.map((id, position) => [id, position]))
  return reports.flatMap((report) =>
    (report.failure ? [] : shownFindings(report, options).findings).map((finding) => ({
      ruleId: finding.rule,
      ruleIndex: index.get(finding.rule),
      level: levels[finding.severity],
      message: { text: finding.message[options.lang] },
      locations: [location(finding, options.lang)],
      partialFingerprints: { 'grunddata/v1': fingerprint(finding) },
      ...fixes(finding, options.lang),
      properties: {
        profile: report.profile,
        rule: taxonomy + finding.rule,
        ...(finding.path && { path: finding.path.iri }),
        ...(finding.value !== undefined && { value: finding.value }),
      },
    })),
  )
}

function location({ location: at, focus }: Finding, lang: Lang): object {
  return {
    physicalLocation: { artifactLocation: { uri: fileUri(at.file) }, region: region(at) },
    logicalLocations: [
      { name: focus.label[lang], ...(focus.iri !== undefined && { fullyQualifiedName: focus.iri }) },
      ...(at.cell === undefined ? [] : [{ name: placeText(at, lang), kind: 'cell' }]),
    ],
  }
}

function region(at: Finding['location']): object {
  return {
    startLine: at.line,
    startColumn: at.column,
    ...(at.endLine !== undefined && { endLine: at.endLine }),
    ...(at.endColumn !== undefined && { endColumn: at.endColumn }),
  }
}

/** A replacement is an N-Triples term, so it can be put into the text of the Turtle family only. */
function fixes(finding: Finding, lang: Lang): object {
  const { fix, value, location: at } = finding
  if (fix?.replacement === undefined || value === undefined || at.endColumn === undefined) return {}
  if (!/\.(ttl|trig|nt|nq)$/i.test(at.file)) return {}
  const replacements = [{ deletedRegion: region(at), insertedContent: { text: fix.replacement } }]
  const artifactChanges = [{ artifactLocation: { uri: fileUri(at.file) }, replacements }]
  return { fixes: [{ description: { text: fixText(finding, lang) }, artifactChanges }] }
}

function failures(reports: readonly Report[], { lang }: ReportOptions): readonly object[] {
  return reports.flatMap(({ source, failure }) =>
    failure
      ? [
          {
            level: 'error',
            message: { text: failure.message[lang] },
            locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(source) } } }],
          },
        ]
      : [],
  )
}

function notes(reports: readonly Report[], { lang }: ReportOptions): readonly object[] {
  return reports.flatMap((report) =>
    report.notAssessed.map((entry) => ({
      level: 'note',
      message: { text: `${entry.rule}: ${entry.reason[lang]} (${entry.count})` },
      locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(report.source) } } }],
    })),
  )
}
