// `grunddata merge`: several catalogues made into one, with an account of every decision.
import type { Merged } from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
import { type SyntaxId, syntaxes } from '../rdf/index.ts'
import type { Call } from './call.ts'
import { type NamedGraph, readGraphs } from './graphs.ts'
import { writeWhole } from './outputs.ts'

/** Exit code 0; 3 when a source could not be read. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const sources: NamedGraph[] = []
  for await (const source of readGraphs(call)) sources.push(source)
  if (sources.length === 0)
    throw new GrunddataError('USAGE', { sv: 'Ange kataloger att slå ihop.', en: 'Give catalogues to merge.' })
  const preferred = new Set(values.list('prefer'))
  const unknown = [...preferred].find((name) => !sources.some((source) => source.name === name))
  if (unknown !== undefined)
    throw new GrunddataError('USAGE', {
      sv: `--prefer ${unknown} är ingen av källorna.`,
      en: `--prefer ${unknown} is none of the sources.`,
    })
  const { mergeGraphs } = await import('../author/index.ts')
  const merged = await mergeGraphs(
    sources.map((source) => ({ ...source, isPreferred: preferred.has(source.name) })),
  )
  await writeGraph(merged, call)
  const report = values.one('report')
  if (report !== undefined) await writeWhole(report, reportJson(merged))
  terminal.tell(summary(merged, call))
  return 0
}

async function writeGraph({ graph }: Merged, { values, terminal }: Call): Promise<void> {
  const file = values.one('file')
  const extension = /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1].toLowerCase() ?? ''
  const byName = (Object.keys(syntaxes) as SyntaxId[]).find((id) =>
    syntaxes[id].extensions.includes(extension),
  )
  const syntax = syntaxes[(values.one('to') as SyntaxId | undefined) ?? byName ?? 'turtle']
  const pieces = syntax.write(graph, { prefixes: graph.prefixes })
  if (file !== undefined) await writeWhole(file, pieces)
  else for (const piece of pieces) terminal.write(piece)
}

function reportJson({ ranks, decisions }: Merged): string {
  return `${JSON.stringify({ sources: ranks, decisions }, undefined, 2)}\n`
}

const MAX_LINES = 40

function summary({ decisions, ranks }: Merged, { terminal: { lang } }: Call): string {
  const order = ranks.map(({ source, reason }, i) => `  ${i + 1}. ${source}: ${reason[lang]}\n`)
  const lines = decisions.slice(0, MAX_LINES).map(({ name, kept, droppedFrom, reason, kind }) => {
    const from = droppedFrom.length > 0 ? ` (${phrases.from[lang]} ${droppedFrom.join(', ')})` : ''
    const shown = kind === 'duplicate' || kind === 'equal' ? `${phrases.kept[lang]} ${kept}; ` : ''
    return `  ${name[lang]}: ${shown}${reason[lang]}${from}\n`
  })
  const more = decisions.length - lines.length
  const rest =
    more > 0 ? `  … ${{ sv: `och ${more} beslut till`, en: `and ${more} more decisions` }[lang]}\n` : ''
  return `${phrases.order[lang]}\n${order.join('')}${phrases.decisions[lang]}\n${lines.join('')}${rest}`
}

const phrases = {
  order: { sv: 'Företräde:', en: 'Priority:' },
  decisions: { sv: 'Beslut:', en: 'Decisions:' },
  kept: { sv: 'från', en: 'from' },
  from: { sv: 'inte från', en: 'not from' },
} as const
