// The addresses of a catalogue that ought to lead somewhere, in the order of the graph.
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

/** Every link of the graph; the same address may be led to from several subjects. */
export function* collectLinks(graph: Graph): Generator<Link> {
  const properties = linkProperties.map((name) => ({ name, id: iriId(graph, DCAT + name) }))
  const [format, mediaType, byteSize] = [`${DCT}format`, `${DCAT}mediaType`, `${DCAT}byteSize`].map((iri) =>
    iriId(graph, iri),
  )
  const { offset, predicate, value } = graph.out
  for (let subject = 0; subject < graph.dictionary.count; subject++)
    for (let row = offset[subject]; row < offset[subject + 1]; row++) {
      const property = properties.find(({ id }) => id === predicate[row])
      if (!property || graph.dictionary.kind[value[row]] !== IRI) continue
      const url = text(graph, value[row])
      if (!/^https?:/.test(url)) continue
      const types = [format, mediaType].flatMap((id) => [...objects(graph, subject, id)])
      const size = objects(graph, subject, byteSize)[0]
      yield {
        url,
        subject,
        property: property.name,
        mediaTypes: types.map((type) => mediaTypeOf(text(graph, type))).filter((type) => type !== ''),
        ...(size !== undefined && { byteSize: Number(text(graph, size)) }),
      }
    }
}

/** `text/csv` out of a literal or an IANA address; empty for anything else. */
function mediaTypeOf(written: string): string {
  const found = /(?:^|\/media-types\/)([a-z]+\/[\w.+-]+)(?:;|$)/i.exec(written)
  return found && !written.includes('publications.europa.eu') ? found[1].toLowerCase() : ''
}
