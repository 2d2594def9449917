// Which version of DCAT-AP-SE a catalogue is written for, told by the terms it uses.
import type { Text } from '../finding.ts'
import { type Graph, ID, iriId, subjects } from '../rdf/index.ts'

/** What `auto` chose, and why. */
export interface Detection {
  /** Profile name for loadProfile. */
  readonly profile: string
  readonly reason: Text
}

const DCAT = 'http://www.w3.org/ns/dcat#'

/** Terms that DCAT-AP-SE has had since 3.0 only. */
const sinceThree: readonly string[] = [
  `${DCAT}DatasetSeries`,
  `${DCAT}inSeries`,
  `${DCAT}version`,
  `${DCAT}hasVersion`,
  'http://www.w3.org/2006/vcard/ns#hasURL',
  'https://www.w3.org/ns/org#classification',
]
const listsSinceThree: readonly string[] = [
  'http://publications.europa.eu/resource/authority/distribution-status/',
  'https://www.dataportal.se/terminology/grunddata/',
  'https://www.dataportal.se/terminology/resource-role/',
]

/** Terms that were right in 2.x and are not in 3.x. */
const onlyTwo: readonly string[] = [
  'http://purl.org/dc/terms/hasVersion',
  'http://purl.org/dc/terms/isVersionOf',
  'http://www.w3.org/2002/07/owl#versionInfo',
]
const listsOnlyTwo: readonly string[] = [
  'http://purl.org/adms/status/',
  'http://data.europa.eu/r5r/availability/',
]

/** What a catalogue shows of its version. Terms are IRIs, prefixes the beginnings of IRIs. */
export interface VersionSigns {
  /** A term is used as a property, a type or a value. */
  readonly isUsed: (iri: string) => boolean
  /** A property is used on a dataset. */
  readonly onDataset: (property: string) => boolean
  /** Some value begins so. */
  readonly hasPrefix: (prefix: string) => boolean
}

/** Properties that count when they are on a dataset. */
export { onlyTwo as oldProperties }

/**
 * The profile to check a graph with: 2.2.0 when it uses terms of 2.x and none that came with 3.0, otherwise 3.0.1.
 * An owl:versionInfo counts on datasets only.
 */
export function detectProfile(graph: Graph): Detection {
  return chooseVersion({
    isUsed: (iri) => isUsed(graph, iri),
    onDataset: (iri) => onDataset(graph, iri),
    hasPrefix: (prefix) => usesPrefix(graph, prefix),
  })
}

/** The signs of a text that is read part by part; `onDataset` is known when all parts have been. */
export function gatherSigns(): {
  readonly add: (graph: Graph) => void
  readonly has: (sign: string) => boolean
} {
  const found = new Set<string>()
  return {
    add: (graph) => {
      for (const iri of [...sinceThree, ...onlyTwo]) if (!found.has(iri) && isUsed(graph, iri)) found.add(iri)
      for (const prefix of [...listsSinceThree, ...listsOnlyTwo])
        if (!found.has(prefix) && usesPrefix(graph, prefix)) found.add(prefix)
    },
    has: (sign) => found.has(sign),
  }
}

/** {@link detectProfile} by the signs alone. */
export function chooseVersion({ isUsed, onDataset, hasPrefix }: VersionSigns): Detection {
  const newer = sinceThree.find(isUsed) ?? listsSinceThree.find(hasPrefix)
  if (newer !== undefined) return current({ sv: `${newer} finns sedan 3.0`, en: `${newer} exists since 3.0` })
  const older = onlyTwo.find((iri) => isUsed(iri) && onDataset(iri)) ?? listsOnlyTwo.find(hasPrefix)
  if (older === undefined)
    return current({ sv: 'inget talar för en äldre version', en: 'nothing points to an older version' })
  return {
    profile: 'dcat-ap-se@2.2.0',
    reason: {
      sv: `${older} hör till 2.x och inget hör till 3.x`,
      en: `${older} belongs to 2.x and nothing to 3.x`,
    },
  }
}

function current(reason: Text): Detection {
  return { profile: 'dcat-ap-se@3.0.1', reason }
}

/** A term is used as a property, a type or a value. */
function isUsed(graph: Graph, iri: string): boolean {
  const term = iriId(graph, iri)
  if (term < 0) return false
  const inverse = graph.inverse()
  return (
    inverse.offset[term] !== inverse.offset[term + 1] ||
    graph.quads.predicate.subarray(0, graph.quads.count).includes(term)
  )
}

function onDataset(graph: Graph, property: string): boolean {
  const predicate = iriId(graph, property)
  const { offset, predicate: column } = graph.out
  for (const dataset of subjects(graph, ID.type, iriId(graph, `${DCAT}Dataset`)))
    if (column.subarray(offset[dataset], offset[dataset + 1]).includes(predicate)) return true
  return false
}

function usesPrefix(graph: Graph, prefix: string): boolean {
  const { dictionary } = graph
  const bytes = new TextEncoder().encode(prefix)
  for (let term = 0; term < dictionary.count; term++) {
    if (dictionary.kind[term] !== 1 || dictionary.length[term] <= bytes.length) continue
    if (startsWith(dictionary.arena, dictionary.start[term], bytes) && isObject(graph, term)) return true
  }
  return false
}

function startsWith(arena: Uint8Array, start: number, bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (arena[start + i] !== bytes[i]) return false
  return true
}

function isObject(graph: Graph, term: number): boolean {
  const { offset } = graph.inverse()
  return offset[term] !== offset[term + 1]
}
