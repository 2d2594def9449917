// The graphs of the sources that a command is given: read, decoded and parsed. Throws what a source fails with.
import { decodeDocument, type Graph, parse, type SyntaxId } from '../rdf/index.ts'
import { read } from '../source/index.ts'
import type { Call } from './call.ts'
import { contextLoader } from './remote-context.ts'

export interface NamedGraph {
  readonly name: string
  readonly graph: Graph
}

/** One graph per source, in the order given. */
export async function* readGraphs({ args, values }: Call): AsyncIterable<NamedGraph> {
  const syntax = values.one('syntax') as SyntaxId | undefined
  for await (const result of read(args, { stdin: process.stdin })) {
    if ('failure' in result) throw result.failure.error
    const raw = result.document
    const decoded = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
    const graph = await parse(
      { ...raw, bytes: decoded.bytes },
      {
        ...(syntax && { syntax }),
        ...(raw.url && { base: raw.url }),
        ...(values.has('allowRemoteContext') && { loadContext: contextLoader() }),
      },
    )
    yield { name: raw.name, graph }
  }
}
