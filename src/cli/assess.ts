// `grunddata assess`: national basic data against the principles of their framework.
import {
  type Assessment,
  type AssessOptions,
  assess,
  assessmentHtml,
  assessmentJson,
  assessmentText,
  assessmentToEarl,
} from '../assess/index.ts'
import { type ErrorCode, errorCodes } from '../errors.ts'
import { type Severity, severities } from '../finding.ts'
import { quietIo } from '../io.ts'
import { type SyntaxId, syntaxes } from '../rdf/index.ts'
import type { Call } from './call.ts'
import { findDomain } from './domains.ts'
import { deliver, paperOf, readModelSettings } from './model-settings.ts'
import { contextLoader } from './remote-context.ts'
import { readSettings } from './settings.ts'

/** Exit code 1 for a finding at or above --fail-on, 3 when a source could not be read. */
export async function run(call: Call): Promise<number> {
  const { args, values } = call
  const settings = await readSettings(call)
  const { namespace, subjectPrefix } = await readModelSettings(call)
  const syntax = values.one('syntax') as SyntaxId | undefined
  const domain = values.one('domain')
  const options: AssessOptions = {
    ...(values.has('all') && { all: true }),
    ...(domain !== undefined && { domain: findDomain(domain).id }),
    ...(syntax && { syntax }),
    ...(values.has('allowRemoteContext') && { loadContext: contextLoader() }),
    ...(settings.policy && { policy: settings.policy }),
    subjectPrefix,
    read: { stdin: process.stdin },
    io: { ...quietIo(), fetch: globalThis.fetch },
  }
  const assessment = await assess(args, options)
  await deliver(written(assessment, call), call, namespace)
  const wish = values.isGiven('failOn') ? values.one('failOn') : settings.policy?.failOn
  return exitCode(assessment, severities.find((severity) => severity === wish) ?? 'error')
}

function written(assessment: Assessment, call: Call): string {
  const { lang, width, color } = paperOf(call)
  const format = call.values.one('assessFormat')
  if (format === 'json') return assessmentJson(assessment)
  if (format === 'html') return assessmentHtml(assessment, lang)
  if (format === 'turtle' || format === 'jsonld')
    return [...syntaxes[format].write(assessmentToEarl(assessment))].join('')
  return assessmentText(assessment, { lang, width, color })
}

function exitCode({ failures, resources, others }: Assessment, limit: Severity): number {
  if (failures.length > 0)
    return Math.max(...failures.map(({ code }) => errorCodes[code as ErrorCode]?.exit ?? 3))
  const grave = severities.slice(0, severities.indexOf(limit) + 1)
  const findings = [
    ...others,
    ...resources.flatMap(({ items }) => items.flatMap(({ rules }) => rules.flatMap((rule) => rule.findings))),
  ]
  return findings.some(({ severity }) => grave.includes(severity)) ? 1 : 0
}
