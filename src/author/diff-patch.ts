// The difference of two graphs as RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html): rows that delete and add
// statements. An entity that differs is told statement by statement; its nameless nodes go and come as a whole.
import {
  entityClosure,
  fromQuads,
  type Graph,
  iriId,
  type quad,
  quadsOf,
  writeNTriples,
} from '../rdf/index.ts'
import type { GraphDiff } from './diff.ts'

type Quad = ReturnType<typeof quad>

/** The rows of the patch from one graph to the other. */
export function diffPatch(diff: GraphDiff, before: Graph, after: Graph): string {
  const [linesBefore, linesAfter] = [linesBy(before, 'a'), linesBy(after, 'b')]
  let removed = ''
  let added = ''
  for (const { iri } of diff.entities) {
    const [old, fresh] = [new Set(linesBefore(iri)), new Set(linesAfter(iri))]
    for (const line of old) if (!fresh.has(line)) removed += `D ${line}\n`
    for (const line of fresh) if (!old.has(line)) added += `A ${line}\n`
  }
  return `TX .\n${removed}${added}TC .\n`
}

/** The statements of an entity and its nameless nodes; their labels tell the two graphs apart. */
function linesBy(graph: Graph, side: string): (iri: string) => readonly string[] {
  const bySubject = new Map<number, Quad[]>()
  let i = 0
  for (const each of quadsOf(graph)) {
    const subject = graph.quads.subject[i++]
    const known = bySubject.get(subject)
    if (known) known.push(each as Quad)
    else bySubject.set(subject, [each as Quad])
  }
  return (iri) => {
    const id = iriId(graph, iri)
    if (id < 0) return []
    const quads = entityClosure(graph, id).subjects.flatMap((subject) => bySubject.get(subject) ?? [])
    const lines = [...writeNTriples(fromQuads(quads))].join('').split('\n').filter(Boolean)
    return lines.map((line) => line.replace(/(^|> )_:(\w+)/g, `$1_:${side}${id}$2`))
  }
}
