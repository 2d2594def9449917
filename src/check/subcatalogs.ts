// Several catalogues in one source: one main catalogue, one level of dct:hasPart (rules 24–29).
import type { Problem } from '../finding.ts'
import { type Graph, ID, iriId, LITERAL, objects, offsetOf } from '../rdf/index.ts'
import { DCAT, DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, nameOf, typedAs, values } from './walk.ts'

const HAS_PART = `${DCT}hasPart`

/** Rules subcatalog-unlinked, -nested, -cycle, -untyped, -remote, -half-stub and -metadata-lost. */
export const subcatalogs: Check = (graph) => {
  const problems: Problem[] = []
  const catalogs = instances(graph, `${DCAT}Catalog`)
  const hasPart = iriId(graph, HAS_PART)
  const isCatalog = typedAs(graph, `${DCAT}Catalog`)
  const parts = (catalog: number) => objects(graph, catalog, hasPart)
  untyped(graph, { catalogs, isCatalog, parts, problems })
  if (catalogs.length < 2 && problems.length === 0 && selfPart(catalogs, parts) < 0) return problems
  const inCycle = cycles(catalogs, parts, problems)
  const isPart = new Uint8Array(graph.dictionary.count)
  for (const catalog of catalogs) for (const part of parts(catalog)) if (part !== catalog) isPart[part] = 1
  for (const catalog of catalogs)
    if (isPart[catalog] && !inCycle.has(catalog) && parts(catalog).length > 0)
      problems.push({ rule: 'subcatalog-nested', focus: catalog, path: HAS_PART, value: parts(catalog)[0] })
  const roots = [...catalogs].filter((catalog) => !isPart[catalog] && !inCycle.has(catalog))
  const main = mainCatalog(graph, roots, parts)
  for (const catalog of roots)
    if (catalog !== main)
      problems.push({ rule: 'subcatalog-unlinked', focus: catalog, params: { main: nameOf(graph, main) } })
  stubs(graph, catalogs, isPart, main, problems)
  return problems
}

type Parts = (catalog: number) => Uint32Array

interface Whole {
  readonly catalogs: Uint32Array
  readonly isCatalog: Uint8Array
  readonly parts: Parts
  readonly problems: Problem[]
}

function untyped({ dictionary: { kind } }: Graph, { catalogs, isCatalog, parts, problems }: Whole): void {
  for (const catalog of catalogs)
    for (const part of parts(catalog))
      if (!isCatalog[part] && kind[part] !== LITERAL)
        problems.push({ rule: 'subcatalog-untyped', focus: catalog, path: HAS_PART, value: part })
}

const selfPart = (catalogs: Uint32Array, parts: Parts) => catalogs.findIndex((c) => parts(c).includes(c))

/** Reports each cycle once, at the link that closes it; returns the catalogues in cycles. */
function cycles(catalogs: Uint32Array, parts: Parts, problems: Problem[]): Set<number> {
  const inCycle = new Set<number>()
  const done = new Set<number>()
  const road: number[] = []
  const visit = (catalog: number): void => {
    road.push(catalog)
    for (const part of parts(catalog)) {
      const start = road.indexOf(part)
      if (start >= 0) {
        problems.push({ rule: 'subcatalog-cycle', focus: catalog, path: HAS_PART, value: part })
        for (const member of road.slice(start)) inCycle.add(member)
      } else if (!done.has(part)) visit(part)
    }
    done.add(catalog)
    road.pop()
  }
  for (const catalog of catalogs) if (!done.has(catalog)) visit(catalog)
  return inCycle
}

/** The root with most parts, then most datasets, then first in the file; -1 when there is none. */
function mainCatalog(graph: Graph, roots: readonly number[], parts: Parts): number {
  const weight = (c: number) => [
    parts(c).length,
    values(graph, c, `${DCAT}dataset`).length,
    -offsetOf(graph, c),
  ]
  const ranked = [...roots].sort((a, b) => {
    const x = weight(a)
    const y = weight(b)
    return y[0] - x[0] || y[1] - x[1] || y[2] - x[2]
  })
  return ranked[0] ?? -1
}

function stubs(
  graph: Graph,
  catalogs: Uint32Array,
  isPart: Uint8Array,
  main: number,
  problems: Problem[],
): void {
  let lost = 0
  for (const catalog of catalogs) {
    if (!isPart[catalog] || catalog === main) continue
    const rows = graph.out.offset[catalog + 1] - graph.out.offset[catalog]
    const holds = ['dataset', 'service'].some((name) => values(graph, catalog, DCAT + name).length > 0)
    if (rows === objects(graph, catalog, ID.type).length)
      problems.push({ rule: 'subcatalog-remote', focus: catalog })
    else if (!holds) problems.push({ rule: 'subcatalog-half-stub', focus: catalog })
    else lost++
  }
  if (lost > 0 && main >= 0)
    problems.push({ rule: 'subcatalog-metadata-lost', focus: main, params: { count: lost } })
}
