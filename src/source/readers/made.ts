// Documents that readers make of what is no RDF: JSON-LD in the project's own context.
import { createHash } from 'node:crypto'
import { OWN_CONTEXT } from '../../rdf/index.ts'
import type { Source } from '../sources/types.ts'
import type { RawDocument } from '../types.ts'

/** A value in JSON-LD. */
export type Value = string | number | Node | readonly Value[] | undefined
export interface Node {
  readonly [term: string]: Value
}

/** Things of ours live here when a source has no name for them: never in somebody else's namespace. */
const OWN = 'https://w3id.org/grunddata/source/'

/** A name of our own for a thing of a source that has none, the same every time. */
export function ownIri(source: Source, kind: string, ...facts: readonly (string | undefined)[]): string {
  if (facts.length === 0) return `${OWN}${source.id}/${kind}`
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16)
  return `${OWN}${source.id}/${kind}/${hash}`
}

/** The IRI of a Swedish organisation. Source: DCAT-AP-SE, harvesting, publishers. */
export function organisationIri(source: Source): string | undefined {
  return source.organisation && `http://dataportal.se/organisation/SE${source.organisation}`
}

/** Nodes as a document; what has no value is left out, so that the same facts always give the same bytes. */
export function madeDocument(url: string, nodes: readonly Node[]): RawDocument {
  const text = JSON.stringify({ '@context': OWN_CONTEXT, '@graph': nodes }, withoutNothing, 1)
  return { name: url, url, mediaType: 'application/ld+json', bytes: Buffer.from(text, 'utf8') }
}

function withoutNothing(_: string, value: unknown): unknown {
  return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value
}

/** A text in a language, or in none that is known. */
export function inLanguage(term: OwnText, text: unknown, language: string | undefined): Node {
  if (typeof text !== 'string' || text.trim() === '') return {}
  return language === undefined ? { [compact[term]]: text.trim() } : { [term]: { [language]: text.trim() } }
}

const compact = {
  title: 'dcterms:title',
  description: 'dcterms:description',
  keyword: 'dcat:keyword',
  name: 'foaf:name',
  fn: 'vcard:fn',
} as const

export type OwnText = keyof typeof compact

/** Several texts in a language, or in none that is known. */
export function textsInLanguage(term: OwnText, texts: readonly string[], language: string | undefined): Node {
  const kept = [...new Set(texts.map((text) => text.trim()).filter(Boolean))]
  if (kept.length === 0) return {}
  return language === undefined ? { [compact[term]]: kept } : { [term]: { [language]: kept } }
}

/** An http(s) address without spaces, or undefined. */
export function address(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined
}

/** A date or a point in time as a typed literal; undefined for anything else. */
export function dated(value: unknown): Value {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { '@value': text, '@type': 'xsd:date' }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.test(text))
    return {
      '@value': text.replace(/T(\d\d:\d\d)(?=Z|[+-]|$)/, 'T$1:00'),
      '@type': 'xsd:dateTime',
    }
  return /^\d{4}$/.test(text) ? { '@value': text, '@type': 'xsd:gYear' } : undefined
}

/** A rectangle in degrees as a place. Source: DCAT-AP-SE, dct:Location. */
export function box([west, south, east, north]: readonly number[]): Node | undefined {
  if (![west, south, east, north].every(Number.isFinite)) return undefined
  const corners = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ]
  return {
    '@type': 'Location',
    bbox: `POLYGON((${corners.map((corner) => corner.join(' ')).join(',')}))`,
  }
}
