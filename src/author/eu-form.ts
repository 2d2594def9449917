// A catalogue in the form that data.europa.eu understands best, and back to the Swedish form (DCAT-AP 3.0.1 against
// DCAT-AP-SE 3.0.1). It makes a new graph; the text is written anew from it.
import { expandName } from '../dcat/index.ts'
import { blankNode, fromQuads, type Graph, literal, namedNode, quad, quadsOf } from '../rdf/index.ts'
import { formatPairs, geonames, isRegistered, licencePairs } from './eu-terms.ts'

type Quad = ReturnType<typeof quad>
type Object = Quad['object']

/** What was written in another way, and how many times. */
export type EuCounts = ReadonlyMap<string, number>

export interface EuForm {
  readonly graph: Graph
  readonly counts: EuCounts
}

const iri = (name: string) => namedNode(expandName(name))
const terms = {
  type: iri('rdf:type'),
  format: iri('dcterms:format'),
  mediaType: iri('dcat:mediaType'),
  license: iri('dcterms:license'),
  spatial: iri('dcterms:spatial'),
  identifier: iri('adms:identifier'),
  Identifier: iri('adms:Identifier'),
  notation: iri('skos:notation'),
  geometry: iri('locn:geometry'),
  Geometry: iri('locn:Geometry'),
  asWkt: iri('gsp:asWKT'),
  checksum: iri('spdx:checksumValue'),
  hexBinary: iri('xsd:hexBinary'),
  catalog: iri('dcat:Catalog'),
}
const IANA = 'https://www.iana.org/assignments/media-types/'

interface Work {
  readonly out: Quad[]
  readonly counts: Map<string, number>
  readonly formats: ReadonlyMap<string, string>
  readonly licences: ReadonlyMap<string, string>
  blanks: number
}

function count({ counts }: Work, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function begin(direction: 'toEu' | 'fromEu'): Work {
  return {
    out: [],
    counts: new Map(),
    formats: formatPairs()[direction],
    licences: licencePairs()[direction],
    blanks: 0,
  }
}

function finish(graph: Graph, { out, counts }: Work): EuForm {
  return { graph: { ...fromQuads(out), prefixes: graph.prefixes }, counts }
}

const withObject = ({ subject, predicate, graph }: Quad, object: Object) =>
  quad(subject, predicate, object, graph)

/** File types and media types as IRIs, licences of the EU list, identifiers and geometries as resources. */
export function toEuForm(graph: Graph): EuForm {
  const work = begin('toEu')
  const catalogs = new Set<string>()
  for (const each of quadsOf(graph))
    if (each.predicate.equals(terms.type) && each.object.equals(terms.catalog))
      catalogs.add(each.subject.value)
  for (const each of quadsOf(graph)) toEu(work, each as Quad, catalogs)
  return finish(graph, work)
}

function toEu(work: Work, each: Quad, catalogs: ReadonlySet<string>): void {
  const { predicate, object } = each
  if (predicate.equals(terms.format) && object.termType === 'Literal') formatToEu(work, each)
  else if (predicate.equals(terms.license) && !catalogs.has(each.subject.value))
    swap(work, each, work.licences)
  else if (predicate.equals(terms.spatial)) spatial(work, each, 'https')
  else if (predicate.equals(terms.identifier) && object.termType === 'Literal')
    wrap(work, each, terms.Identifier, terms.notation)
  else if (predicate.equals(terms.geometry) && object.termType === 'Literal')
    wrap(work, each, terms.Geometry, terms.asWkt)
  else if (isPlainChecksum(each)) {
    count(work, 'spdx:checksumValue')
    work.out.push(withObject(each, literal(object.value, terms.hexBinary)))
  } else work.out.push(each)
}

function isPlainChecksum({ predicate, object }: Quad): boolean {
  if (!predicate.equals(terms.checksum) || object.termType !== 'Literal') return false
  return !object.datatype.equals(terms.hexBinary) && /^([0-9a-f]{2})+$/i.test(object.value)
}

/** A known media type gives a file type as format, and itself as media type where IANA has it; an unknown one stays. */
function formatToEu(work: Work, each: Quad): void {
  const type = each.object.value.trim().toLowerCase()
  const fileType = work.formats.get(type)
  if (fileType === undefined) {
    work.out.push(each)
    return
  }
  count(work, 'dcterms:format')
  work.out.push(withObject(each, namedNode(fileType)))
  if (isRegistered(IANA + type))
    work.out.push(quad(each.subject, terms.mediaType, namedNode(IANA + type), each.graph))
}

function swap(work: Work, each: Quad, pairs: ReadonlyMap<string, string>): void {
  const right = each.object.termType === 'NamedNode' ? pairs.get(each.object.value) : undefined
  if (right === undefined || right === each.object.value) work.out.push(each)
  else {
    count(work, 'dcterms:license')
    work.out.push(withObject(each, namedNode(right)))
  }
}

function spatial(work: Work, each: Quad, scheme: 'http' | 'https'): void {
  const right = each.object.termType === 'NamedNode' ? geonames(each.object.value, scheme) : undefined
  if (right === undefined || right === each.object.value) work.out.push(each)
  else {
    count(work, 'dcterms:spatial')
    work.out.push(withObject(each, namedNode(right)))
  }
}

/** A literal as a resource of its own that states it. */
function wrap(work: Work, each: Quad, type: typeof terms.type, property: typeof terms.type): void {
  const node = blankNode(`eu${work.blanks++}`)
  count(work, property === terms.asWkt ? 'locn:geometry' : 'adms:identifier')
  work.out.push(withObject(each, node))
  work.out.push(quad(node, terms.type, type, each.graph), quad(node, property, each.object, each.graph))
}

/** The reverse of {@link toEuForm}, for catalogues that were made for the EU. */
export function fromEuForm(graph: Graph): EuForm {
  const work = begin('fromEu')
  const all = [...quadsOf(graph)] as Quad[]
  const inner = innerValues(all)
  const dropped = new Set<string>()
  for (const each of all) if (inner.has(keyOf(each))) dropped.add(each.object.value)
  const typed = new Set(
    all.filter((each) => formatFromEu(work, each) !== undefined).map(({ subject }) => subject.value),
  )
  for (const each of all) if (!dropped.has(each.subject.value)) fromEu(work, each, { inner, typed })
  return finish(graph, work)
}

interface Seen {
  readonly inner: ReadonlyMap<string, Object>
  /** Subjects whose format is told by a file type. */
  readonly typed: ReadonlySet<string>
}

const keyOf = ({ subject, predicate, object }: Quad) => `${subject.value} ${predicate.value} ${object.value}`

/** Links to identifiers and geometries that say one literal, by what they say. */
function innerValues(all: readonly Quad[]): ReadonlyMap<string, Object> {
  const literals = new Map<string, Object>()
  for (const { subject, predicate, object } of all)
    if (
      subject.termType === 'BlankNode' &&
      (predicate.equals(terms.notation) || predicate.equals(terms.asWkt))
    )
      literals.set(subject.value, object)
  const inner = new Map<string, Object>()
  for (const each of all) {
    const isLink = each.predicate.equals(terms.identifier) || each.predicate.equals(terms.geometry)
    const value = isLink && each.object.termType === 'BlankNode' ? literals.get(each.object.value) : undefined
    if (value) inner.set(keyOf(each), value)
  }
  return inner
}

function formatFromEu({ formats }: Work, { predicate, object }: Quad): string | undefined {
  return predicate.equals(terms.format) ? formats.get(object.value) : undefined
}

function fromEu(work: Work, each: Quad, { inner, typed }: Seen): void {
  const { predicate, object, subject } = each
  const value = inner.get(keyOf(each))
  const format = formatFromEu(work, each)
  if (value) {
    count(work, predicate.equals(terms.geometry) ? 'locn:geometry' : 'adms:identifier')
    work.out.push(withObject(each, value))
  } else if (format !== undefined) {
    count(work, 'dcterms:format')
    work.out.push(withObject(each, literal(format)))
  } else if (predicate.equals(terms.mediaType) && typed.has(subject.value)) count(work, 'dcat:mediaType')
  else if (predicate.equals(terms.mediaType) && object.value.startsWith(IANA)) {
    count(work, 'dcat:mediaType')
    work.out.push(quad(subject, terms.format, literal(object.value.slice(IANA.length)), each.graph))
  } else if (predicate.equals(terms.license)) swap(work, each, work.licences)
  else if (predicate.equals(terms.spatial)) spatial(work, each, 'http')
  else work.out.push(each)
}
