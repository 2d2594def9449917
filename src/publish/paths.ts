// Where the document of an entity is: below its own IRI when that lies within the site, so that the IRI leads to it;
// else at an address made of its kind, its name and a digest.
import { createHash } from 'node:crypto'
import { slug } from '../dcat/index.ts'
import type { Entity } from './entities.ts'

/** First segments that the site itself uses. */
const taken = new Set([
  'datasets',
  'dump',
  'feed',
  'context',
  'sitemap',
  'void',
  'index',
  'sha256sums',
  'catalogue',
])
const MAX_SEGMENT = 120

/** The path of an entity's document without extension, relative to the base. */
export function entityPath({ iri, kind }: Pick<Entity, 'iri' | 'kind'>, base: string): string {
  return ownPath(iri, base) ?? `${kind}/${nameOf(iri)}-${digest(iri)}`
}

/** The IRI's own path below the base; undefined when it has none that every server and file system can hold. */
function ownPath(iri: string, base: string): string | undefined {
  if (!iri.startsWith(base) || iri.includes('?') || iri.includes('#')) return undefined
  const segments = iri.slice(base.length).split('/')
  if (segments.length < 2 && taken.has(segments[0].toLowerCase())) return undefined
  if (/^(?:datasets|\.well-known|_.*)$/i.test(segments[0])) return undefined
  const written = segments.map(segmentOf)
  return written.every((segment) => segment !== undefined) ? written.join('/') : undefined
}

/** A segment as it stands in an address; undefined for an empty, hidden or outsized one, or one with awkward characters. */
function segmentOf(segment: string): string | undefined {
  try {
    const plain = decodeURIComponent(segment)
    const isAwkward = plain === '' || /^\.|[\u0000-\u001f\u007f/\\:*"<>|]/.test(plain)
    if (isAwkward || Buffer.byteLength(plain) > MAX_SEGMENT) return undefined
    // A segment that looks like one of our own files would be in its way.
    return /\.(?:ttl|rdf|nt|jsonld|html)$/i.test(plain) ? undefined : encodeURIComponent(plain)
  } catch {
    return undefined
  }
}

function nameOf(iri: string): string {
  const last = iri.replace(/[/#]+$/, '').replace(/^.*[/#]/, '')
  try {
    return slug(decodeURIComponent(last)) || 'n'
  } catch {
    return slug(last) || 'n'
  }
}

function digest(iri: string): string {
  return createHash('sha256').update(iri).digest('hex').slice(0, 10)
}
