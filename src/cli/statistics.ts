// `grunddata stats`: what catalogues are made of, and what they most often lack.
import { statsOf, statsPage, statsText } from '../quality/index.ts'
import type { Call } from './call.ts'
import { readGraphs } from './graphs.ts'
import { writeWhole } from './outputs.ts'

export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const format = values.one('statsFormat') ?? 'text'
  const pieces: string[] = []
  for await (const { name, graph } of readGraphs(call)) {
    const stats = statsOf(graph)
    if (format === 'json') pieces.push(JSON.stringify({ source: name, ...stats }, null, 2))
    else if (format === 'html') pieces.push(statsPage(name, stats, terminal.lang))
    else pieces.push(statsText(name, stats, terminal.lang))
  }
  const content = format === 'json' ? `[\n${pieces.join(',\n')}\n]\n` : pieces.join('\n')
  const file = values.one('file')
  if (file === undefined) terminal.write(content)
  else await writeWhole(file, content)
  return 0
}
