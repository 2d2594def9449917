// `grunddata stats`: what catalogues are made of, and what they most often lack.
import { statsOf, statsPage, statsText } from '../quality/index.ts'
import type { Call } from './call.ts'
import { readGraphs } from './graphs.ts'
import { type Piece, writePieces } from './pieces.ts'

export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const format = values.one('statsFormat') ?? 'text'
  const pieces: Piece[] = []
  for await (const { name, graph } of readGraphs(call)) {
    const stats = statsOf(graph)
    if (format === 'json') pieces.push({ name, text: JSON.stringify({ source: name, ...stats }, null, 2) })
    else if (format === 'html') pieces.push({ name, text: statsPage(name, stats, terminal.lang) })
    else pieces.push({ name, text: statsText(name, stats, terminal.lang) })
  }
  await writePieces(pieces, format, call)
  return 0
}
