// Small readings of a graph that profiles and vocabularies share: one value, a text in both languages.
import type { Text } from '../finding.ts'
import { type Graph, ID, IRI, iriId, LITERAL, lang, objects, text } from '../rdf/index.ts'

/** The text of the first value of a property, or undefined. */
export function firstText(graph: Graph, subject: number, property: string): string | undefined {
  const values = objects(graph, subject, iriId(graph, property))
  return values.length === 0 ? undefined : text(graph, values[0])
}

/** The IRI of the first value of a property that is one, or undefined. */
export function firstIri(graph: Graph, subject: number, property: string): string | undefined {
  for (const value of objects(graph, subject, iriId(graph, property)))
    if (graph.dictionary.kind[value] === IRI) return text(graph, value)
  return undefined
}

/** The texts of a property by language; where one of ours is missing any other stands in. Undefined when there is none. */
export function textOf(graph: Graph, subject: number, property: string): Text | undefined {
  const found: Partial<Record<string, string>> = {}
  for (const value of objects(graph, subject, iriId(graph, property))) {
    if (graph.dictionary.kind[value] !== LITERAL) continue
    found[lang(graph, value)?.toLowerCase().split('-')[0] ?? 'any'] ??= text(graph, value)
  }
  const any = found.en ?? found.sv ?? found.any ?? Object.values(found)[0]
  if (any === undefined) return undefined
  return { sv: found.sv ?? any, en: found.en ?? any }
}

/** True when the subject has the type. */
export function hasType(graph: Graph, subject: number, type: string): boolean {
  const id = iriId(graph, type)
  return id >= 0 && objects(graph, subject, ID.type).includes(id)
}

/** True when the graph says something about the term. */
export function isSubject({ out }: Graph, term: number): boolean {
  return out.offset[term] !== out.offset[term + 1]
}
