// The data as the shapes see it: with what a background says about the terms of the data,
// and with target nodes that the data does not mention.
import { type Extension, extendGraph, type Graph, IRI, iriId, text } from '../../rdf/index.ts'
import { resolveAcross } from './across.ts'
import type { CompiledShapes } from './model.ts'

/** The data graph itself when there is nothing to add; else an extended one, in which the ids of the data are the same. */
export function overlay(compiled: CompiledShapes, data: Graph, background: Graph | undefined): Graph {
  const absent = absentTargetNodes(compiled, data)
  const starts = background ? sharedSubjects(data, background) : []
  if (absent.length === 0 && starts.length === 0) return data
  const extension = extendGraph(data)
  for (const term of absent) extension.term(compiled.graph, term)
  if (background) copyStatements(extension, background, starts)
  return extension.finish()
}

function absentTargetNodes({ graph, targets }: CompiledShapes, data: Graph): number[] {
  if (graph === data) return []
  const nodes = targets.filter((target) => target.kind === 'node').map((target) => target.term)
  return nodes.filter((term) => resolveAcross(graph, term, data) < 0)
}

/** IRIs that the data mentions and the background has statements about, as ids of the background. */
function sharedSubjects(data: Graph, background: Graph): number[] {
  const fewer = data.dictionary.count < background.dictionary.count ? data : background
  const found: number[] = []
  for (let id = 0; id < fewer.dictionary.count; id++) {
    if (fewer.dictionary.kind[id] !== IRI) continue
    const known = fewer === data ? iriId(background, text(data, id)) : id
    if (known < 0 || !isSubject(background, known)) continue
    if (fewer === data || iriId(data, text(background, id)) >= 0) found.push(known)
  }
  return found
}

function isSubject({ out }: Graph, term: number): boolean {
  return out.offset[term + 1] > out.offset[term]
}

/** Copies what is said about the nodes given and about all nodes that these statements lead to. */
function copyStatements(extension: Extension, background: Graph, starts: readonly number[]): void {
  const { offset, predicate, value } = background.out
  const reached = new Set(starts)
  for (const node of reached) {
    const subject = extension.term(background, node)
    for (let row = offset[node]; row < offset[node + 1]; row++) {
      extension.add(
        subject,
        extension.term(background, predicate[row]),
        extension.term(background, value[row]),
      )
      if (isSubject(background, value[row])) reached.add(value[row])
    }
  }
}
