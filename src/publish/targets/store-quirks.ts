// What stores do differently from the protocol. Measured with the releases named here.
import { fromQuads, type Graph, literal, namedNode, quad, quadsOf } from '../../rdf/index.ts'

export interface StoreQuirks {
  /** Media type of what is sent. */
  readonly mediaType: string
  /** Largest body that is sent when nobody says otherwise, in bytes. */
  readonly chunkBytes: number
  /** Whether an answer with so many statements may be only the beginning of a graph. */
  readonly isCut: (statements: number) => boolean
  /** A graph with values in the form that the store gives them back, so that only real differences show. */
  readonly comparable: (graph: Graph) => Graph
}

const GEO_WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
/** ResultSetMaxRows of Virtuoso as Debian configures it. */
const VIRTUOSO_ROWS = 10_000

export const storeQuirks = {
  standard: {
    mediaType: 'application/n-triples',
    chunkBytes: 256_000_000,
    isCut: () => false,
    comparable: (graph) => graph,
  },
  // 7.2.5: gives at most ResultSetMaxRows statements of a graph, without a word; turns geometries into its own type
  // with single precision, durations into seconds, and decimals into their shortest form. Now and then it did not answer
  // a body of a hundred megabytes and used no processor any more; why is not known. With bodies of this size it answered.
  virtuoso: {
    mediaType: 'application/n-triples',
    chunkBytes: 8_000_000,
    isCut: (statements) => statements >= VIRTUOSO_ROWS,
    comparable: asVirtuoso,
  },
} as const satisfies Record<string, StoreQuirks>

function asVirtuoso(graph: Graph): Graph {
  const quads = [...quadsOf(graph)].map((each) => {
    const { object } = each
    if (object.termType !== 'Literal' || object.language !== '') return each
    const [text, datatype] = canonical(object.value, object.datatype.value)
    return quad(each.subject, each.predicate, literal(text, namedNode(datatype)))
  })
  return fromQuads(quads)
}

function canonical(text: string, datatype: string): readonly [text: string, datatype: string] {
  if (datatype === GEO_WKT || datatype === 'http://www.openlinksw.com/schemas/virtrdf#Geometry')
    return [
      text.replace(/-?\d+\.\d+/g, (number) =>
        String(Math.fround(Number(number)).toPrecision(6)).replace(/\.?0+$/, ''),
      ),
      GEO_WKT,
    ]
  if (datatype === `${XSD}decimal`) return [String(Number(text)), datatype]
  if (datatype === `${XSD}duration`) return [seconds(text), datatype]
  return [text, datatype]
}

const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** A duration in seconds; one with years or months stays. */
function seconds(text: string): string {
  const match = DURATION.exec(text)
  if (!match) return /^-?\d+(?:\.\d+)?$/.test(text) ? String(Number(text)) : text
  const [, sign, days = 0, hours = 0, minutes = 0, rest = 0] = match
  return String(
    (sign ? -1 : 1) * (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest)),
  )
}
