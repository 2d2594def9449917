// `grunddata validate`: reads settings, runs the library's validate, prints, and chooses the exit code.
import { type ErrorCode, errorCodes } from '../errors.ts'
import { type Report, type Severity, severities } from '../finding.ts'
import { type Io, quietIo } from '../io.ts'
import type { ThreadOptions } from '../parallel/index.ts'
import type { SyntaxId } from '../rdf/index.ts'
import type { Memory } from '../recheck.ts'
import { type Validated, validate } from '../validate.ts'
import { renewBaseline } from './baseline.ts'
import type { Call } from './call.ts'
import { assertRdf } from './not-rdf.ts'
import { planOutputs } from './outputs.ts'
import { printReports } from './print.ts'
import { createProgressLine } from './progress.ts'
import { contextLoader } from './remote-context.ts'
import { readSettings, type Settings } from './settings.ts'
import { statsText } from './stats.ts'

/** Runs the command once, or over and over with --watch. */
export async function run(call: Call): Promise<number> {
  const outputs = planOutputs(call.values)
  if (!call.values.has('syntax')) assertRdf(call.args)
  const memory = call.values.has('watch') ? (await import('../recheck.ts')).createMemory() : undefined
  const once = async () => {
    const settings = await readSettings(call)
    const validated = await validateWith(call, settings, memory)
    const { reports, lineOf } = settings.baselineToWrite
      ? {
          ...validated,
          reports: await renewBaseline(validated.reports, settings.baselineToWrite, { call, settings }),
        }
      : validated
    await printReports({ reports, lineOf }, outputs, call)
    if (call.values.has('stats')) call.terminal.tell(statsText(reports, call.terminal.lang))
    return exitCode(reports, failOn(call, settings))
  }
  if (!call.values.has('watch')) return once()
  const { watchSources } = await import('./watch.ts')
  return watchSources({ refs: call.args, once, terminal: call.terminal })
}

async function validateWith(
  { args, values, terminal }: Call,
  settings: Settings,
  memory: Memory | undefined,
): Promise<Validated> {
  const line = createProgressLine({
    isTerminal: process.stderr.isTTY === true && !values.has('quiet'),
    now: () => performance.now(),
    draw: (text) => void process.stderr.write(text),
  })
  const trier = values.has('tryLinks')
    ? await (await import('./link-trier.ts')).openLinkTrier(values)
    : undefined
  const io: Io = {
    ...quietIo(),
    fetch: globalThis.fetch,
    progress: line.step,
    ...(trier && { tryLink: trier.tryLink }),
  }
  const syntax = values.one('syntax') as SyntaxId | undefined
  const data = {
    ...(values.isGiven('profile') && { profile: values.one('profile') ?? 'auto' }),
    ...(syntax && { syntax }),
    ...(settings.policy && { policy: settings.policy }),
    ...(settings.baseline && !settings.baselineToWrite && { baseline: settings.baseline }),
  }
  // Threads can be told data only, and have no memory of earlier runs.
  const isPlain = !trier && !memory && !values.has('allowRemoteContext')
  const helpers = isPlain ? await helpersOf(data, values.count('threads') ?? 1) : undefined
  try {
    return await validate(args, {
      ...data,
      ...(memory && { memory }),
      ...(helpers && { elsewhere: helpers.elsewhere }),
      ...(values.has('stream') && { stream: true }),
      onWhole: (file, reason) => {
        if (!values.has('quiet')) terminal.tell(`${file}: ${reason[terminal.lang]}\n`)
      },
      ...(values.has('allowRemoteContext') && { loadContext: contextLoader() }),
      read: { stdin: process.stdin, allowPrivate: values.list('allowPrivate') },
      io,
    })
  } finally {
    line.clear()
    await Promise.all([trier?.close(), helpers?.close()])
  }
}

async function helpersOf(options: ThreadOptions, threads: number) {
  if (threads <= 1) return undefined
  return (await import('../parallel/index.ts')).createHelpers(options, { count: threads - 1 })
}

function failOn({ values }: Call, settings: Settings): Severity {
  const wish = values.isGiven('failOn') ? values.one('failOn') : settings.policy?.failOn
  return severities.find((severity) => severity === wish) ?? 'error'
}

/** 3 (or the failure's own code) when a source could not be read, 1 for findings at or above `limit`, else 0. */
export function exitCode(reports: readonly Report[], limit: Severity): number {
  const failures = reports.flatMap((report) => (report.failure ? [report.failure.code as ErrorCode] : []))
  if (failures.length > 0) return Math.max(...failures.map((code) => errorCodes[code]?.exit ?? 3))
  const grave = severities.slice(0, severities.indexOf(limit) + 1)
  return reports.some((report) => grave.some((severity) => report.counts[severity] > 0)) ? 1 : 0
}
