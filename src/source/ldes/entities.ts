// What is known of each entity, and what events make of it. Pure: the state that comes in is left as it was.
import { BLANK, createGraphBuilder, type Graph, ID, IRI, iriId, text } from '../../rdf/index.ts'
import { copier, copyRows } from './selection.ts'

/** What the last event about an object said: the object itself and whatever was embedded with it. */
export interface FeedEntity {
  readonly graph: Graph
  /** Things with an address of their own that stand in the graph, beside the object; they live and go with it. */
  readonly embedded: readonly string[]
}

/** The things with an address that a graph describes. */
export function subjectsOf(graph: Graph): readonly string[] {
  const { out, dictionary } = graph
  const found: string[] = []
  for (let term = 0; term < dictionary.count; term++)
    if (dictionary.kind[term] === IRI && out.offset[term + 1] > out.offset[term])
      found.push(text(graph, term))
  return found
}

/** Whether a graph says of which class a thing is. */
export function isTyped(graph: Graph, iri: string): boolean {
  const { out } = graph
  const term = iriId(graph, iri)
  if (term < 0) return false
  for (let row = out.offset[term]; row < out.offset[term + 1]; row++)
    if (out.predicate[row] === ID.type) return true
  return false
}

/** The graph without what it says of some things, and without the nameless nodes that only they led to. */
export function without(graph: Graph, iris: ReadonlySet<string>): Graph {
  const { quads, dictionary } = graph
  const gone = new Set([...iris].map((iri) => iriId(graph, iri)))
  const reachedBy = (isStart: (subject: number) => boolean) => {
    const reached = new Set<number>()
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (let row = 0; row < quads.count; row++) {
        const { [row]: subject } = quads.subject
        const { [row]: object } = quads.object
        if (dictionary.kind[object] === BLANK && (isStart(subject) || reached.has(subject)))
          reached.add(object)
      }
    }
    return reached
  }
  const dropped = reachedBy((subject) => gone.has(subject))
  const kept = reachedBy((subject) => dictionary.kind[subject] === IRI && !gone.has(subject))
  const rows = Array.from({ length: quads.count }, (_, row) => row).filter((row) => {
    const subject = quads.subject[row]
    return !gone.has(subject) && (!dropped.has(subject) || kept.has(subject))
  })
  const builder = createGraphBuilder(rows.length)
  copyRows(graph, rows, copier(graph, builder))
  return builder.finish()
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
  const make = (name: string, rows: readonly number[]) => {
    const builder = createGraphBuilder(rows.length)
    copyRows(graph, rows, copier(graph, builder))
    entities.set(name, { graph: builder.finish(), embedded: [] })
  }
  for (const subject of rowsOf.keys())
    if (dictionary.kind[subject] === IRI) make(text(graph, subject), take(subject))
  const left = [...rowsOf.keys()]
    .filter((subject) => !placed.has(subject))
    .flatMap((subject) => rowsOf.get(subject)!)
  if (left.length > 0) make('', left)
  return entities
}
