// `grunddata diff`: what differs between two catalogues, by what they say.
import { GrunddataError } from '../errors.ts'
import type { Call } from './call.ts'
import { type NamedGraph, readGraphs } from './graphs.ts'
import { writeWhole } from './outputs.ts'

/** Exit code 0 when they say the same, 1 when they differ. */
export async function run(call: Call): Promise<number> {
  const { values } = call
  const [before, after] = await readBoth(call)
  const { diffGraphs } = await import('../author/index.ts')
  const diff = await diffGraphs(before.graph, after.graph)
  const text = await written(call, { before, after, diff })
  const file = values.one('file')
  if (file === undefined) call.terminal.write(text)
  else await writeWhole(file, text)
  return diff.entities.length > 0 ? 1 : 0
}

async function readBoth(call: Call): Promise<readonly [NamedGraph, NamedGraph]> {
  const found: NamedGraph[] = []
  if (call.args.length === 2) for await (const graph of readGraphs(call)) found.push(graph)
  if (found.length === 2) return [found[0], found[1]]
  throw new GrunddataError(
    'USAGE',
    { sv: 'Ange två kataloger att jämföra.', en: 'Give two catalogues to compare.' },
    {
      hint: {
        sv: 'Till exempel: grunddata diff gammal.ttl ny.ttl',
        en: 'For example: grunddata diff old.ttl new.ttl',
      },
    },
  )
}

interface Compared {
  readonly before: NamedGraph
  readonly after: NamedGraph
  readonly diff: Awaited<ReturnType<typeof import('../author/index.ts')['diffGraphs']>>
}

async function written({ values, terminal }: Call, { before, after, diff }: Compared): Promise<string> {
  const { diffMarkdown, diffPatch, diffText } = await import('../author/index.ts')
  const { default: pc } = await import('picocolors')
  const names = { before: before.name, after: after.name }
  const c = pc.createColors(terminal.color && !values.has('file'))
  switch (values.one('diffFormat')) {
    case 'json':
      return `${JSON.stringify({ ...names, ...diff }, undefined, 2)}\n`
    case 'markdown':
      return diffMarkdown(diff, names, terminal.lang)
    case 'patch':
      return diffPatch(diff, before.graph, after.graph)
    default:
      return diffText(diff, terminal.lang, { title: c.bold, place: c.dim, removed: c.red, added: c.green })
  }
}
