// Titles and dates of entities as feeds, sitemaps and search engines want them: one text, one moment.
import { type Graph, IRI, iriId, LITERAL, lang, objects, text } from '../rdf/index.ts'

const TITLES = [
  'http://purl.org/dc/terms/title',
  'http://xmlns.com/foaf/0.1/name',
  'http://www.w3.org/2004/02/skos/core#prefLabel',
  'http://www.w3.org/2006/vcard/ns#fn',
]
const MODIFIED = 'http://purl.org/dc/terms/modified'
const ISSUED = 'http://purl.org/dc/terms/issued'

/** A text with its language; '' for none. */
export interface Tagged {
  readonly tag: string
  readonly value: string
}

/** The literals of a property: Swedish first, then plain ones, English, and the others. */
export function textsOf(graph: Graph, term: number, property: string): readonly Tagged[] {
  const place = ({ tag }: Tagged) => {
    const index = ['sv', '', 'en'].indexOf(tag.toLowerCase().split('-')[0])
    return index < 0 ? 3 : index
  }
  return [...objects(graph, term, iriId(graph, property))]
    .filter((id) => graph.dictionary.kind[id] === LITERAL)
    .map((id) => ({ tag: lang(graph, id) ?? '', value: text(graph, id) }))
    .sort((a, b) => place(a) - place(b) || (a.tag + a.value < b.tag + b.value ? -1 : 1))
}

/** The title of an entity, or its IRI. */
export function titleOf(graph: Graph, term: number): string {
  for (const property of TITLES) {
    const [first] = textsOf(graph, term, property)
    if (first && first.value.trim() !== '') return first.value.trim().replace(/\s+/g, ' ')
  }
  return graph.dictionary.kind[term] === IRI ? text(graph, term) : ''
}

/** When an entity was last changed, or else issued, as its own record says; undefined when that is no date. */
export function changedAt(graph: Graph, term: number): string | undefined {
  return latest(graph, term, MODIFIED) ?? issuedAt(graph, term)
}

/** When an entity was issued. */
export function issuedAt(graph: Graph, term: number): string | undefined {
  return latest(graph, term, ISSUED)
}

function latest(graph: Graph, term: number, property: string): string | undefined {
  const found = textsOf(graph, term, property).map(({ value }) => moment(value))
  return found
    .filter((each) => each !== undefined)
    .sort()
    .at(-1)
}

const WRITTEN = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d:\d\d(?:\.\d+)?)?)?)?(Z|[+-]\d\d:\d\d)?$/

/** A year, month, day or moment as a moment in UTC (RFC 3339); undefined for anything else. */
export function moment(written: string): string | undefined {
  const match = WRITTEN.exec(written.trim())
  if (!match) return undefined
  const [, year, month = '01', day = '01', time = 'T00:00:00', zone = 'Z'] = match
  const date = new Date(`${year}-${month}-${day}${time}${zone}`)
  const isReal = !Number.isNaN(date.getTime()) && (match[4] !== undefined || date.getUTCFullYear() > 0)
  return isReal ? date.toISOString().replace(/\.000Z$/, 'Z') : undefined
}
