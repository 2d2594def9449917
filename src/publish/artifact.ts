// What is published: files for the world, made from a graph, with the words that everything here shares.
import { createHash } from 'node:crypto'
import type { Graph } from '../rdf/index.ts'

/** The content of an artifact. An iterable may be walked more than once and gives the same pieces each time. */
export type Body = string | Uint8Array | Iterable<string>

/** One file for the world. */
export interface Artifact {
  /** Relative to the base, as it stands in an address (`dataset/luft.ttl`; percent-encoded where needed). */
  readonly path: string
  readonly mediaType: string
  readonly body: Body
  /** Languages of a page, for servers that choose by Accept-Language. */
  readonly language?: string
}

/** Something that changed, for feeds. */
export interface Change {
  readonly iri: string
  readonly kind: 'created' | 'updated' | 'deleted'
  /** When it happened, ISO 8601. */
  readonly at: string
  readonly title?: string
}

/** Where and as what a graph is published. */
export interface Site {
  /** Absolute address that paths are relative to; ends with a slash. */
  readonly base: string
  /** The history that the feed tells; default: what the datasets say of themselves (dcterms:issued, modified). */
  readonly changes?: readonly Change[]
  /** The address of the page about a thing, where there are pages; default: its JSON-LD stands in for one. */
  readonly pageOf?: (iri: string) => string | undefined
}

/** Makes artifacts of a graph. The same graph and site give the same artifacts, byte for byte. */
export type Publisher = (graph: Graph, site: Site) => Iterable<Artifact>

/** The name of an artifact's file below a folder: its path without the escapes of an address. */
export function fileNameOf(path: string): string {
  return path.split('/').map(decodeURIComponent).join('/')
}

/** The body as text pieces or bytes. */
export function piecesOf(body: Body): Iterable<string | Uint8Array> {
  return typeof body === 'string' || body instanceof Uint8Array ? [body] : body
}

/** The whole body as bytes. */
export function bytesOf(body: Body): Uint8Array {
  if (body instanceof Uint8Array) return body
  return Buffer.from(typeof body === 'string' ? body : [...body].join(''), 'utf8')
}

/** SHA-256 of the body, in hexadecimal digits. */
export function sha256Of(body: Body): string {
  const hash = createHash('sha256')
  for (const piece of piecesOf(body)) hash.update(piece)
  return hash.digest('hex')
}

/** A strong entity tag (RFC 9110, 8.8.3): equal for equal bytes and for nothing else. */
export function etagOf(body: Body): string {
  return `"${sha256Of(body).slice(0, 32)}"`
}

/** A body that is made anew each time it is walked, so that large ones are never held. */
export function lazily(make: () => Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => make()[Symbol.iterator]() }
}

/** An address as a base: absolute, with a slash at the end; undefined when it is no http(s) address. */
export function baseOf(address: string): string | undefined {
  try {
    const url = new URL(address)
    if (!/^https?:$/.test(url.protocol)) return undefined
    url.hash = ''
    url.search = ''
    if (!url.pathname.endsWith('/')) url.pathname += '/'
    return url.href
  } catch {
    return undefined
  }
}
