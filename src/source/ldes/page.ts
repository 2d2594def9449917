// One page of a feed as plain facts: which streams it shows, where it leads, which members it has. Only the default
// graph steers: what stands in a member's graph is about the member.
import { type Graph, ID, IRI, iriId, objects, resolveIri, subjects, text } from '../../rdf/index.ts'
import { type FeedPath, readPath } from './path.ts'
import { graphOfRows, rowsByGraph } from './selection.ts'
import { bounding, LDES, TREE } from './vocabulary.ts'

/** An entry of `tree:relation`. */
export interface PageRelation {
  readonly node: string
  readonly side?: 'lower' | 'upper'
  /** Whether the value itself is within the bound. */
  readonly isIn?: boolean
  readonly path?: FeedPath
  readonly value?: string
}

export interface FeedPage {
  /** The whole page, and its default graph alone. */
  readonly graph: Graph
  readonly control: Graph
  readonly rows: ReadonlyMap<number, readonly number[]>
  readonly relations: readonly PageRelation[]
  readonly isImmutable: boolean
}

/** Reads the control information of a page. `addresses` are those it was asked for by and answered from. */
export function readPage(graph: Graph, addresses: readonly string[]): FeedPage {
  const rows = rowsByGraph(graph)
  const control = graphOfRows(graph, rows.get(0) ?? [])
  const own = ownSubjects(control, addresses)
  const immutable = iriId(control, `${LDES}immutable`)
  return {
    graph,
    control,
    rows,
    relations: own.flatMap((node) => relationsOf(control, node, addresses[0])),
    isImmutable: own.some((node) =>
      [...objects(control, node, immutable)].some((value) => isTrue(control, value)),
    ),
  }
}

/** Streams that name one of the addresses as their view. */
export function streamsViewedBy(control: Graph, addresses: readonly string[]): readonly string[] {
  const view = iriId(control, `${TREE}view`)
  return subjectsOf(control, view)
    .filter((stream) => viewIds(control, stream).some((node) => addresses.includes(text(control, node))))
    .map((stream) => text(control, stream))
}

/** The views that a stream names. */
export function viewsOf(control: Graph, stream: string): readonly string[] {
  return viewIds(control, iriId(control, stream)).map((node) => text(control, node))
}

function viewIds(control: Graph, stream: number): readonly number[] {
  return [...objects(control, stream, iriId(control, `${TREE}view`))]
}

/** Streams known by their class, else by their members, for pages that name no view. */
export function streamsOn(control: Graph): readonly string[] {
  const typed = [...subjects(control, ID.type, iriId(control, `${LDES}EventStream`))]
  const found = typed.length > 0 ? typed : subjectsOf(control, iriId(control, `${TREE}member`))
  return found.map((stream) => text(control, stream))
}

function subjectsOf({ quads }: Graph, predicate: number): readonly number[] {
  const found = new Set<number>()
  for (let row = 0; row < quads.count; row++)
    if (quads.predicate[row] === predicate) found.add(quads.subject[row])
  return [...found]
}

/** The page as a subject: its addresses, or the only thing that has relations when a proxy changed the address. */
function ownSubjects(control: Graph, addresses: readonly string[]): readonly number[] {
  const own = [...new Set(addresses)].map((address) => iriId(control, address)).filter((id) => id >= 0)
  const relation = iriId(control, `${TREE}relation`)
  const others = subjectsOf(control, relation)
  const isTold = own.some((id) => objects(control, id, relation).length > 0)
  return isTold || others.length !== 1 ? own : [...own, ...others]
}

function relationsOf(control: Graph, page: number, base: string): readonly PageRelation[] {
  const id = (name: string) => iriId(control, `${TREE}${name}`)
  return [...objects(control, page, id('relation'))].flatMap((relation) => {
    const [path] = objects(control, relation, id('path'))
    const [value] = objects(control, relation, id('value'))
    const kind = [...objects(control, relation, ID.type)]
      .map((type) => bounding[text(control, type)])
      .find((bound) => bound !== undefined)
    const read = path === undefined ? undefined : readPath(control, path)
    // Some servers write the address as a string: it is as good as a link.
    const nodes = [...objects(control, relation, id('node'))].map((node) => ({
      isIri: control.dictionary.kind[node] === IRI,
      address: text(control, node),
    }))
    return nodes.map(({ isIri, address }) => ({
      node: isIri ? address : resolveIri(address, base),
      ...(kind && value !== undefined && { ...kind, value: text(control, value) }),
      ...(read !== undefined && { path: read }),
    }))
  })
}

function isTrue(graph: Graph, value: number): boolean {
  return ['true', '1'].includes(text(graph, value))
}
