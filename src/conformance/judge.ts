// Compares what a harvester left behind with what a case expects: the graph, the ASK, the report, the questions.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Text } from '../finding.ts'
import { ask, compareGraphs } from './compare-graphs.ts'
import type { CaseRun, ConformanceCase } from './manifest.ts'
import type { HarvestResult } from './types.ts'

/** What is wrong with the last run of a case; nothing when it is as it should be. */
export async function judge(
  test: ConformanceCase,
  { result, report }: { result: HarvestResult; report?: unknown },
): Promise<readonly Text[]> {
  const wrong = [
    ...(await compareGraphs(test.folder, result.after)),
    ...(await ask(test.folder, result.after)),
  ]
  const wanted = report ?? (await readJson(join(test.folder, 'report.json')))
  if (wanted !== undefined) wrong.push(...compareReports(wanted, result.report))
  if (test.faults && result.faults && !isSame([...test.faults].sort(), [...result.faults].sort()))
    wrong.push(differs('faults', test.faults, result.faults))
  return wrong
}

/** What is wrong with one run, whatever it left behind. */
export function judgeRun(
  run: CaseRun,
  { result, asked }: { result: HarvestResult; asked: Readonly<Record<string, number>> },
): readonly Text[] {
  const wrong: Text[] = []
  if (run.fails && !result.isFailed)
    wrong.push({ sv: 'Körningen skulle ha misslyckats.', en: 'The run should have failed.' })
  if (!run.fails && result.isFailed)
    wrong.push({
      sv: `Körningen misslyckades: ${result.reason?.sv ?? 'kommandot gav en felkod.'}`,
      en: `The run failed: ${result.reason?.en ?? 'the command gave an error code.'}`,
    })
  for (const [path, count] of Object.entries(run.requests ?? {}))
    if ((asked[path] ?? 0) !== count)
      wrong.push({
        sv: `${path} efterfrågades ${asked[path] ?? 0} gånger, inte ${count}.`,
        en: `${path} was asked for ${asked[path] ?? 0} times, not ${count}.`,
      })
  return wrong
}

const counters = ['added', 'removed', 'updated', 'unchanged'] as const
const lists = ['addedURIs', 'removedURIs', 'updatedURIs'] as const

/** Compares what the expected report states; lists as sets. */
function compareReports(wanted: unknown, found: unknown): readonly Text[] {
  const [left, right] = [recordOf(wanted), recordOf(found)]
  const wrong: Text[] = []
  for (const name of counters)
    if (left[name] !== undefined && left[name] !== right[name])
      wrong.push(differs(name, left[name], right[name]))
  for (const name of lists)
    if (left[name] !== undefined && !isSame(sorted(left[name]), sorted(right[name])))
      wrong.push(differs(name, left[name], right[name]))
  return wrong
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function sorted(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.map(String))].sort() : []
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}

function differs(name: string, wanted: unknown, found: unknown): Text {
  const [left, right] = [JSON.stringify(wanted), JSON.stringify(found) ?? '–']
  return { sv: `${name} är ${right}, inte ${left}.`, en: `${name} is ${right}, not ${left}.` }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}
