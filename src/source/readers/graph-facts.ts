// What readers look for in a graph: the entities of a catalogue, links to further pages, sub-catalogues that are stubs.
import { type Graph, IRI, iriId, LITERAL, objects, subjects, text } from '../../rdf/index.ts'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
export const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const HYDRA = 'http://www.w3.org/ns/hydra/core#'

const ENTITIES = ['Dataset', 'DatasetSeries', 'DataService'].map((name) => DCAT + name)

/** IRIs of the datasets, series and services, sorted. */
export function entitiesOf(graph: Graph): readonly string[] {
  const found = new Set<string>()
  for (const type of ENTITIES)
    for (const subject of instances(graph, type))
      if (graph.dictionary.kind[subject] === IRI) found.add(text(graph, subject))
  return [...found].sort()
}

/** How many of a class there are. */
export function countOf(graph: Graph, type: string): number {
  return instances(graph, type).length
}

function instances(graph: Graph, type: string): Uint32Array {
  return subjects(graph, iriId(graph, RDF_TYPE), iriId(graph, type))
}

export interface Paging {
  /** Addresses of further pages as written, each once. */
  readonly next: readonly { readonly address: string; readonly isLiteral: boolean }[]
  /** The total that the page states, when it states one. */
  readonly total: number | undefined
  readonly members: number
}

/** Hydra's controls, of a view or of the collection itself, in today's words or those of 2014. */
export function pagingOf(graph: Graph): Paging {
  const next = new Map<string, boolean>()
  const totals: number[] = []
  const nextIds = ['next', 'nextPage'].map((name) => iriId(graph, HYDRA + name))
  const totalId = iriId(graph, `${HYDRA}totalItems`)
  const memberId = iriId(graph, `${HYDRA}member`)
  const members = new Set<number>()
  const { count, predicate, object } = graph.quads
  for (let i = 0; i < count; i++) {
    if (predicate[i] === memberId) members.add(object[i])
    else if (predicate[i] === totalId) totals.push(Number(text(graph, object[i])))
    else if (nextIds.includes(predicate[i]))
      next.set(text(graph, object[i]).trim(), graph.dictionary.kind[object[i]] === LITERAL)
  }
  const stated = totals.filter((total) => Number.isInteger(total) && total >= 0)
  return {
    next: [...next].map(([address, isLiteral]) => ({ address, isLiteral })),
    total: stated.length === 0 ? undefined : Math.max(...stated),
    members: members.size,
  }
}

/** IRIs of sub-catalogues of which nothing but the type is said: they are to be read at their own address. */
export function stubsOf(graph: Graph): readonly string[] {
  const hasPart = iriId(graph, `${DCT}hasPart`)
  const catalogs = instances(graph, `${DCAT}Catalog`)
  const stubs = new Set<string>()
  for (const catalog of catalogs)
    for (const part of objects(graph, catalog, hasPart)) {
      const isStub = graph.out.offset[part + 1] - graph.out.offset[part] === 1
      if (part !== catalog && catalogs.includes(part) && isStub && graph.dictionary.kind[part] === IRI)
        stubs.add(text(graph, part))
    }
  return [...stubs].sort()
}
