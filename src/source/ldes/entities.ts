// What is known of each entity.
import { BLANK, type Graph, IRI, text } from '../../rdf/index.ts'
import { statementsOf, subjectsOf, typedOf } from './statements.ts'

/** What the last event about an object said: the object itself and whatever was embedded with it. Plain data. */
export interface FeedEntity {
  /** Lines of N-Triples. */
  readonly nquads: string
  /** Things with an address of their own that are described, beside the object; they live and go with it. */
  readonly embedded: readonly string[]
  /** Of the object and these, those whose class is said. */
  readonly typed: readonly string[]
}

export function entityOf(object: string, nquads: string): FeedEntity {
  return { nquads, embedded: subjectsOf(nquads).filter((iri) => iri !== object), typed: typedOf(nquads) }
}

/** A whole catalogue as one entity for each thing with an address; what hangs on none of them is one without a name. */
export function splitEntities(graph: Graph): ReadonlyMap<string, FeedEntity> {
  const { quads, dictionary } = graph
  const rowsOf = new Map<number, number[]>()
  for (let row = 0; row < quads.count; row++) {
    const list = rowsOf.get(quads.subject[row])
    if (list) list.push(row)
    else rowsOf.set(quads.subject[row], [row])
  }
  const placed = new Set<number>()
  const take = (start: number): readonly number[] => {
    const rows = [...(rowsOf.get(start) ?? [])]
    placed.add(start)
    for (let next = 0; next < rows.length; next++) {
      const object = quads.object[rows[next]]
      if (dictionary.kind[object] !== BLANK || placed.has(object)) continue
      placed.add(object)
      rows.push(...(rowsOf.get(object) ?? []))
    }
    return rows
  }
  const entities = new Map<string, FeedEntity>()
  const make = (name: string, rows: readonly number[]) =>
    entities.set(name, entityOf(name, statementsOf(graph, rows, { prefix: 'known' })))
  for (const subject of rowsOf.keys())
    if (dictionary.kind[subject] === IRI) make(text(graph, subject), take(subject))
  const left = [...rowsOf.keys()].filter((subject) => !placed.has(subject))
  if (left.length > 0)
    make(
      '',
      left.flatMap((subject) => rowsOf.get(subject)!),
    )
  return entities
}
