// What belongs to an entity: its own statements and those of the nameless nodes they lead to.
import { BLANK } from './dictionary.ts'
import type { Graph } from './graph.ts'

/** An entity's subjects: itself first, then the blank nodes it leads to, and whether these form a tree. */
export interface Closure {
  readonly subjects: readonly number[]
  /** False when a blank node is reached twice: shared, or in a circle. */
  readonly isTree: boolean
}

/** The closure of a subject (a term id). Source: the concise bounded description, https://www.w3.org/submissions/CBD/. */
export function entityClosure(graph: Graph, subject: number): Closure {
  const { offset, value } = graph.out
  const { kind } = graph.dictionary
  const subjects = [subject]
  const seen = new Set(subjects)
  let isTree = true
  for (let next = 0; next < subjects.length; next++)
    for (let row = offset[subjects[next]]; row < offset[subjects[next] + 1]; row++) {
      const term = value[row]
      if (kind[term] !== BLANK) continue
      if (seen.has(term)) isTree = false
      else {
        seen.add(term)
        subjects.push(term)
      }
    }
  return { subjects, isTree }
}
