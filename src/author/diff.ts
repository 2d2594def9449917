// Two catalogues compared by what they say: order, blank node names and syntax do not count. An entity is an IRI with
// its own statements and those of the nameless nodes they lead to; equal hashes mean that there is nothing to tell.
import type { Text } from '../finding.ts'
import { createNamer, type Namer } from '../profile/index.ts'
import { BLANK, entityHash, type Graph, ID, IRI, iriId, objects, text } from '../rdf/index.ts'
import { termAt, termKey } from './edit-term.ts'

/** One value that came or went. */
export interface DiffValue {
  readonly text: string
  readonly kind: 'iri' | 'literal' | 'node'
  readonly lang?: string
  readonly datatype?: string
}

/** What happened to one property of an entity; a road of properties for what stands in a nameless node. */
export interface PropertyDiff {
  readonly path: readonly string[]
  /** Class of the entity that has the last property of the road. */
  readonly of?: string
  readonly removed: readonly DiffValue[]
  readonly added: readonly DiffValue[]
}

export interface EntityDiff {
  readonly iri: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly name: Text
  readonly type?: string
  /** Only for a changed entity. */
  readonly properties: readonly PropertyDiff[]
  /** How many statements came or went with it. */
  readonly statements: number
}

export interface GraphDiff {
  /** By kind of thing, then by IRI. */
  readonly entities: readonly EntityDiff[]
  readonly added: number
  readonly removed: number
  readonly changed: number
}

interface Side {
  readonly graph: Graph
  readonly namer: Namer
}

/** What leads from one graph to another. */
export async function diffGraphs(before: Graph, after: Graph): Promise<GraphDiff> {
  const a = { graph: before, namer: createNamer(before) }
  const b = { graph: after, namer: createNamer(after) }
  const entities: EntityDiff[] = []
  for (const iri of subjectsOf(before)) {
    const other = described(after, iri)
    const found = other < 0 ? whole(a, iriId(before, iri), 'removed') : await compare(a, b, iri)
    if (found) entities.push(found)
  }
  for (const iri of subjectsOf(after))
    if (described(before, iri) < 0) entities.push(whole(b, iriId(after, iri), 'added'))
  const count = (kind: EntityDiff['kind']) => entities.filter((each) => each.kind === kind).length
  return {
    entities: entities.sort(byKind),
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
  }
}

function byKind(a: EntityDiff, b: EntityDiff): number {
  const [x, y] = [`${place(a)} ${a.iri}`, `${place(b)} ${b.iri}`]
  return x < y ? -1 : x > y ? 1 : 0
}

const ORDER = ['Catalog', 'DatasetSeries', 'Dataset', 'Distribution', 'DataService']

function place({ type = '' }: EntityDiff): number {
  const index = ORDER.findIndex((name) => type.endsWith(`dcat#${name}`))
  return index < 0 ? ORDER.length : index
}

/** The IRIs that say something of themselves. */
function subjectsOf({ dictionary, out, ...rest }: Graph): readonly string[] {
  const found: string[] = []
  for (let id = 0; id < dictionary.count; id++)
    if (dictionary.kind[id] === IRI && out.offset[id + 1] > out.offset[id])
      found.push(text({ dictionary, out, ...rest }, id))
  return found
}

function described(graph: Graph, iri: string): number {
  const id = iriId(graph, iri)
  return id >= 0 && graph.out.offset[id + 1] > graph.out.offset[id] ? id : -1
}

function whole({ graph, namer }: Side, id: number, kind: 'added' | 'removed'): EntityDiff {
  const type = namer.classOf(id)
  return {
    iri: text(graph, id),
    kind,
    name: namer.subject(id),
    ...(type && { type }),
    properties: [],
    statements: graph.out.offset[id + 1] - graph.out.offset[id],
  }
}

async function compare(a: Side, b: Side, iri: string): Promise<EntityDiff | undefined> {
  const [x, y] = [iriId(a.graph, iri), iriId(b.graph, iri)]
  const [left, right] = [await entityHash(a.graph, x), await entityHash(b.graph, y)]
  if (left.hash === right.hash) return undefined
  const properties = await compareNodes({ a, b, x, y, path: [] })
  const count = properties.reduce((sum, each) => sum + each.removed.length + each.added.length, 0)
  return { ...whole(b, y, 'added'), kind: 'changed', properties, statements: count }
}

interface Pair {
  readonly a: Side
  readonly b: Side
  readonly x: number
  readonly y: number
  readonly path: readonly string[]
}

const MAX_DEPTH = 8

async function compareNodes({ a, b, x, y, path }: Pair): Promise<readonly PropertyDiff[]> {
  const found: PropertyDiff[] = []
  const of = b.namer.classOf(y) ?? a.namer.classOf(x)
  for (const property of [...new Set([...propertiesOf(a.graph, x), ...propertiesOf(b.graph, y)])]) {
    const [left, right] = [await valuesOf(a, x, property), await valuesOf(b, y, property)]
    const removed = [...left].filter(([key]) => !right.has(key)).map(([, value]) => value)
    const added = [...right].filter(([key]) => !left.has(key)).map(([, value]) => value)
    if (removed.length === 0 && added.length === 0) continue
    const road = [...path, property]
    const [one, other] = [removed[0], added[0]]
    const isPair =
      removed.length === 1 && added.length === 1 && one.node !== undefined && other.node !== undefined
    if (isPair && path.length < MAX_DEPTH)
      found.push(...(await compareNodes({ a, b, x: one.node!, y: other.node!, path: road })))
    else found.push({ path: road, ...(of && { of }), removed: removed.map(shown), added: added.map(shown) })
  }
  return found
}

function propertiesOf({ out, ...graph }: Graph, id: number): readonly string[] {
  const found: string[] = []
  for (let row = out.offset[id]; row < out.offset[id + 1]; row++)
    found.push(out.predicate[row] === ID.type ? RDF_TYPE : text({ out, ...graph }, out.predicate[row]))
  return found
}

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

interface Valued extends DiffValue {
  readonly node?: number
}

/** Values by a key that is the same in every graph; a nameless node's is the hash of what it says. */
async function valuesOf({ graph, namer }: Side, id: number, property: string): Promise<Map<string, Valued>> {
  const found = new Map<string, Valued>()
  for (const value of objects(graph, id, iriId(graph, property))) {
    if (graph.dictionary.kind[value] === BLANK) {
      const { hash } = await entityHash(graph, value)
      found.set(hash, { kind: 'node', text: describeNode(graph, value, namer), node: value })
      continue
    }
    const term = termAt(graph, value)!
    found.set(termKey(term), term)
  }
  return found
}

/** What a nameless node says, in short. */
function describeNode(graph: Graph, node: number, namer: Namer): string {
  const { out } = graph
  const parts: string[] = []
  for (let row = out.offset[node]; row < out.offset[node + 1]; row++)
    if (out.predicate[row] !== ID.type)
      parts.push(graph.dictionary.kind[out.value[row]] === BLANK ? '[…]' : text(graph, out.value[row]))
  return parts.length > 0 ? `[ ${parts.join(' ; ')} ]` : namer.subject(node).en
}

function shown({ node: _, ...value }: Valued): DiffValue {
  return value
}
