// The addresses of a catalogue that ought to lead somewhere: who leads there, and each address once, hosts taking turns.
import { type Graph, IRI, iriId, objects, text } from '../rdf/index.ts'
import type { Link } from './types.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'

/** Properties whose values are tried. */
export const linkProperties = [
  'accessURL',
  'downloadURL',
  'landingPage',
  'endpointURL',
  'endpointDescription',
] as const

interface Properties {
  readonly links: readonly { readonly name: string; readonly id: number }[]
  readonly format: number
  readonly mediaType: number
  readonly byteSize: number
}

function propertiesOf(graph: Graph): Properties {
  return {
    links: linkProperties.map((name) => ({ name, id: iriId(graph, DCAT + name) })),
    format: iriId(graph, `${DCT}format`),
    mediaType: iriId(graph, `${DCAT}mediaType`),
    byteSize: iriId(graph, `${DCAT}byteSize`),
  }
}

/** Every link of the graph, in its order; the same address may be led to from several subjects. */
export function* collectLinks(graph: Graph): Generator<Link> {
  const properties = propertiesOf(graph)
  const { offset, predicate, value } = graph.out
  for (let subject = 0; subject < graph.dictionary.count; subject++)
    for (let row = offset[subject]; row < offset[subject + 1]; row++) {
      const property = properties.links.find(({ id }) => id === predicate[row])
      if (property && isAddress(graph, value[row]))
        yield linkOf(graph, { subject, name: property.name, target: value[row] }, properties)
    }
}

/** The links of the graph that lead to an address. */
export function linksTo(graph: Graph, url: string): readonly Link[] {
  const target = iriId(graph, url)
  if (target < 0) return []
  const properties = propertiesOf(graph)
  const { offset, predicate, value } = graph.inverse()
  const links: Link[] = []
  for (let row = offset[target]; row < offset[target + 1]; row++) {
    const property = properties.links.find(({ id }) => id === predicate[row])
    if (property) links.push(linkOf(graph, { subject: value[row], name: property.name, target }, properties))
  }
  return links
}

/**
 * Each address of the graph once, one of every host in turn, so that a host with many does not keep the others waiting.
 * Holds a number per address.
 */
export function* addressesInTurn(graph: Graph): Generator<string> {
  const hosts = new Map<string, number[]>()
  const isSeen = new Uint8Array(graph.dictionary.count)
  const ids = new Set(propertiesOf(graph).links.map(({ id }) => id))
  const { predicate, value, size } = graph.out
  for (let row = 0; row < size; row++) {
    const target = value[row]
    if (!ids.has(predicate[row]) || isSeen[target] === 1 || !isAddress(graph, target)) continue
    isSeen[target] = 1
    const host = hostOf(text(graph, target))
    const known = hosts.get(host)
    if (known) known.push(target)
    else hosts.set(host, [target])
  }
  for (let round = 0; hosts.size > 0; round++)
    for (const [host, targets] of hosts) {
      yield text(graph, targets[round])
      if (round + 1 === targets.length) hosts.delete(host)
    }
}

function isAddress(graph: Graph, term: number): boolean {
  return graph.dictionary.kind[term] === IRI && /^https?:/.test(text(graph, term))
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1].toLowerCase() ?? ''
}

interface Found {
  readonly subject: number
  readonly name: string
  readonly target: number
}

function linkOf(
  graph: Graph,
  { subject, name, target }: Found,
  { format, mediaType, byteSize }: Properties,
): Link {
  const types = [format, mediaType].flatMap((id) => [...objects(graph, subject, id)])
  const size = objects(graph, subject, byteSize)[0]
  return {
    url: text(graph, target),
    subject,
    property: name,
    mediaTypes: types.map((type) => mediaTypeOf(text(graph, type))).filter((type) => type !== ''),
    ...(size !== undefined && { byteSize: Number(text(graph, size)) }),
  }
}

/** `text/csv` out of a literal or an IANA address; empty for anything else. */
function mediaTypeOf(written: string): string {
  const found = /(?:^|\/media-types\/)([a-z]+\/[\w.+-]+)(?:;|$)/i.exec(written)
  return found && !written.includes('publications.europa.eu') ? found[1].toLowerCase() : ''
}
