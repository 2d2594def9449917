// `grunddata sources list`: the sources in the order that they are read, and what is wrong with the list.
import type { Lang } from '../finding.ts'
import { displayWidth, paint } from '../report/index.ts'
import { nextRun, type Source, type SourceList } from '../source/index.ts'
import type { Call } from './call.ts'
import { chosen, findingLines, readSourcesFile } from './sources-file.ts'

/** Exit code 1 when the list has errors. */
export async function listSources(call: Call): Promise<number> {
  const list = await readSourcesFile(call)
  const sources = [...chosen(list, call.args)].sort((a, b) => b.priority - a.priority)
  const { terminal, values } = call
  if (values.one('sourcesFormat') === 'json')
    terminal.write(`${JSON.stringify({ ...list, sources }, null, 2)}\n`)
  else terminal.write(`${(await listLines(list, sources, call)).join('\n')}\n`)
  return list.findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

async function listLines(
  list: SourceList,
  sources: readonly Source[],
  call: Call,
): Promise<readonly string[]> {
  const { lang, color } = call.terminal
  const colours = paint(color)
  const rows = await Promise.all(sources.map((source) => cells(source, lang)))
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => displayWidth(row[column]))))
  const lines = rows.flatMap((row, i) => {
    const first = row
      .slice(0, 3)
      .map((cell, column) => cell + ' '.repeat(widths[column] - displayWidth(cell)))
    const line = first.join('  ').trimEnd()
    return [sources[i].isEnabled ? line : colours.quiet(line), colours.quiet(`  ${sources[i].url}`)]
  })
  const findings = findingLines(list.findings, call)
  const total =
    lang === 'sv'
      ? `${sources.length} ${sources.length === 1 ? 'källa' : 'källor'} i ${list.file}`
      : `${sources.length} ${sources.length === 1 ? 'source' : 'sources'} in ${list.file}`
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...findings,
    ...(findings.length > 0 ? [''] : []),
    total,
  ]
}

async function cells(source: Source, lang: Lang): Promise<readonly [string, string, string]> {
  return [source.id, source.reader, await whenText(source, lang)]
}

async function whenText(source: Source, lang: Lang): Promise<string> {
  if (!source.isEnabled) return lang === 'sv' ? 'avstängd' : 'switched off'
  const next = await nextRun(source, new Date())
  if (!next) return lang === 'sv' ? 'när den efterfrågas' : 'when asked for'
  const text = new Intl.DateTimeFormat(lang === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: source.timeZone,
  }).format(next)
  return lang === 'sv' ? `nästa ${text}` : `next ${text}`
}
