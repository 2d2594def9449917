// `grunddata links`: tries the addresses of catalogues and tells which lead nowhere, or elsewhere than promised.
// Results pass through: of those that are as promised only their number is kept.
import { addressesInTurn, checkLinks, judge, linksTo } from '../links/index.ts'
import { nameOf } from '../quality/index.ts'
import type { Call } from './call.ts'
import { readGraphs } from './graphs.ts'
import { openLinkTrier } from './link-trier.ts'
import { createLinkSummary, type LinkRow, linkCsvRow, linkRecord } from './links-text.ts'
import { writeWhole } from './outputs.ts'
import { createProgressLine } from './progress.ts'

/** Exit code 1 when a link is broken. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const format = values.one('linkFormat') ?? 'text'
  const summary = createLinkSummary({ lang: terminal.lang, width: terminal.width })
  const pieces = piecesOf(rowsOf(call, summary.count), format, call, summary)
  const file = values.one('file')
  if (file !== undefined) await writeWhole(file, pieces)
  else for await (const piece of pieces) terminal.write(piece)
  return summary.hasBroken() ? 1 : 0
}

/** A row per link, as its address is tried. */
async function* rowsOf(
  call: Call,
  count: (outcome: LinkRow['result']['outcome']) => void,
): AsyncGenerator<LinkRow> {
  const trier = await openLinkTrier(call.values, { isOnce: true })
  const line = createProgressLine({
    isTerminal: process.stderr.isTTY === true,
    now: () => performance.now(),
    draw: (text) => void process.stderr.write(text),
  })
  try {
    for await (const { name, graph } of readGraphs(call)) {
      let total = 0
      for (const _ of addressesInTurn(graph)) total++
      const options = { ...trier.options, total, progress: line.step }
      for await (const result of checkLinks(addressesInTurn(graph), options)) {
        count(result.outcome)
        for (const link of linksTo(graph, result.url))
          yield {
            source: name,
            link,
            label: nameOf(graph, link.subject).label,
            result,
            remarks: judge(link, result, Date.now()),
          }
      }
    }
  } finally {
    line.clear()
    await trier.close()
  }
}

async function* piecesOf(
  rows: AsyncIterable<LinkRow>,
  format: string,
  { terminal: { lang } }: Call,
  summary: ReturnType<typeof createLinkSummary>,
): AsyncGenerator<string> {
  if (format === 'csv') yield linkCsvRow(undefined, lang)
  let isFirst = true
  for await (const row of rows) {
    if (format === 'text') summary.add(row)
    else if (format === 'csv') yield linkCsvRow(row, lang)
    else {
      yield `${isFirst ? '[\n' : ',\n'}${JSON.stringify(linkRecord(row, lang))}`
      isFirst = false
    }
  }
  if (format === 'json') yield isFirst ? '[]\n' : '\n]\n'
  if (format === 'text') yield summary.text()
}
