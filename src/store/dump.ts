// What is current as canonical N-Quads: the same for the same contents, whatever the order of the work that led there.
import { sourceGraph } from './dump-graph.ts'
import type { Engine } from './engine.ts'
import { readEntities } from './read.ts'

/** Lines of N-Quads, one named graph per source; the united view is in the default graph, each statement once. */
export async function* dump(
  engine: Engine,
  { isUnited = false, at }: { readonly isUnited?: boolean; readonly at?: string } = {},
): AsyncIterable<string> {
  const when = at === undefined ? {} : { at }
  if (isUnited) {
    const lines = new Set<string>()
    for await (const { nquads } of readEntities(engine, { ...when, isUnited }))
      for (const line of nquads.split('\n')) if (line !== '') lines.add(line)
    for (const line of [...lines].sort()) yield `${line}\n`
    return
  }
  let lines: string[] = []
  let source: string | undefined
  for await (const entity of readEntities(engine, when)) {
    if (entity.source !== source) {
      yield* sortedOnce(lines)
      lines = []
      source = entity.source
    }
    for (const line of entity.nquads.split('\n'))
      if (line !== '') lines.push(`${line.replace(/ \.$/, '')} <${sourceGraph(entity.source)}> .\n`)
  }
  yield* sortedOnce(lines)
}

/** Entities that share a nameless node say the same of it. */
function sortedOnce(lines: string[]): readonly string[] {
  return lines.sort().filter((line, i) => line !== lines[i - 1])
}
