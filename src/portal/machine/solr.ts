// The part of Solr's query language that clients of EntryStore use, answered from what the portal holds.
// Fields are those of EntryStore's index; a field that is not known matches nothing.
import { createHash } from 'node:crypto'
import type { Entity } from '../data/entities.ts'
import type { Holdings } from '../data/holdings.ts'
import { wordsOf } from '../search/words.ts'

export type Matcher = (entity: Entity) => boolean

const MAX_QUERY = 5_000
const MAX_DEPTH = 20

interface Token {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'clause'
  readonly field?: string
  readonly value?: string
}

/** Field names end in the first eight digits of the MD5 of the property's IRI. */
export function fieldHash(property: string): string {
  return createHash('md5').update(property).digest('hex').slice(0, 8)
}

/** Reads a query. What cannot be read is taken as words to look for. */
export function readSolr(query: string, holdings: Holdings): Matcher {
  const tokens = tokensOf(query.slice(0, MAX_QUERY))
  let at = 0
  const either = (depth: number): Matcher => {
    const parts = [both(depth)]
    while (tokens[at]?.kind === 'or') {
      at++
      parts.push(both(depth))
    }
    return parts.length === 1 ? parts[0] : (entity) => parts.some((part) => part(entity))
  }
  const both = (depth: number): Matcher => {
    const parts = [one(depth)]
    while (at < tokens.length && !['or', 'close'].includes(tokens[at].kind)) {
      if (tokens[at].kind === 'and') at++
      parts.push(one(depth))
    }
    return parts.length === 1 ? parts[0] : (entity) => parts.every((part) => part(entity))
  }
  const one = (depth: number): Matcher => {
    const token = tokens[at++]
    if (!token || depth > MAX_DEPTH) return () => true
    if (token.kind === 'not') {
      const inner = one(depth + 1)
      return (entity) => !inner(entity)
    }
    if (token.kind === 'open') {
      const inner = either(depth + 1)
      if (tokens[at]?.kind === 'close') at++
      return inner
    }
    return token.kind === 'clause' ? clause(token, holdings) : () => true
  }
  const matcher = either(0)
  return matcher
}

function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  const word = (): string => {
    let out = ''
    if (query[at] === '"') {
      at++
      while (at < query.length && query[at] !== '"') {
        if (query[at] === '\\') at++
        out += query[at++] ?? ''
      }
      at++
      return out
    }
    while (at < query.length && !/[\s()]/.test(query[at])) {
      if (query[at] === '\\') at++
      else if (query[at] === ':') break
      out += query[at++] ?? ''
    }
    return out
  }
  while (at < query.length) {
    const sign = query[at]
    if (/\s/.test(sign)) at++
    else if (sign === '(' || sign === ')') {
      tokens.push({ kind: sign === '(' ? 'open' : 'close' })
      at++
    } else if (sign === '-' || sign === '!') {
      tokens.push({ kind: 'not' })
      at++
    } else if (sign === '+') at++
    else if (query.startsWith('&&', at)) at += 2
    else if (query.startsWith('||', at)) {
      tokens.push({ kind: 'or' })
      at += 2
    } else {
      const isQuoted = sign === '"'
      const first = word()
      if (query[at] === ':' && !isQuoted) {
        at++
        if (query[at] === '(') tokens.push(...grouped(first))
        else if (query[at] === '[') {
          const end = query.indexOf(']', at)
          tokens.push({ kind: 'clause', field: first, value: '*' })
          at = end < 0 ? query.length : end + 1
        } else tokens.push({ kind: 'clause', field: first, value: word() })
      } else if (!isQuoted && ['AND', 'OR', 'NOT'].includes(first))
        tokens.push({ kind: first.toLowerCase() as 'and' })
      else if (first === '') at++
      else tokens.push({ kind: 'clause', field: 'all', value: first })
    }
  }
  return tokens

  /** `field:(a OR b)`: the field belongs to each of the values. */
  function grouped(field: string): readonly Token[] {
    const inside: Token[] = [{ kind: 'open' }]
    at++
    while (at < query.length && query[at] !== ')') {
      if (/\s/.test(query[at])) at++
      else {
        const before = at
        const isQuoted = query[at] === '"'
        const value = word()
        if (!isQuoted && (value === 'OR' || value === 'AND'))
          inside.push({ kind: value === 'OR' ? 'or' : 'and' })
        else if (value !== '') inside.push({ kind: 'clause', field, value })
        if (at === before) at++
      }
    }
    at++
    return [...inside, { kind: 'close' }]
  }
}

const PREFIXED: Readonly<Record<string, string>> = {
  title: 'dcterms:title',
  description: 'dcterms:description',
  'tag.literal': 'dcat:keyword',
}

function clause({ field = 'all', value = '*' }: Token, holdings: Holdings): Matcher {
  const { reading } = holdings
  const { graph } = reading
  if (value === '*' && (field === '*' || field === 'all')) return () => true
  const fits =
    value === '*'
      ? () => true
      : value.endsWith('*')
        ? (text: string) => text.startsWith(value.slice(0, -1))
        : (text: string) => text === value
  const says = (text: string) => contains(text, value)
  const name = field.replace(/^metadata\./, '')
  if (field === 'rdfType') return ({ term }) => reading.iris(term, 'rdf:type').some((iri) => fits(iri))
  if (field === 'uri' || field === 'resource') return ({ iri }) => fits(iri)
  if (field === 'context') return ({ source }) => fits(source) || fits(source.replace(/^.*\//, ''))
  if (field === 'public') return () => value === 'true'
  if (field === 'entryType' || field === 'graphType' || field === 'resourceType') return () => true
  if (/^(title|description|tag\.literal)(\.\w+)?$/.test(field)) {
    const property = PREFIXED[field.replace(/^(title|description|tag\.literal).*$/, '$1')]
    return ({ term }) => [...reading.values(term, property)].some((each) => says(reading.text(each)))
  }
  const hashed =
    /^(related\.)?predicate\.(uri|literal_s|literal_t|literal|integer|date)\.([0-9a-f]{8})$/.exec(
      name.replace(/^related\.metadata\./, 'related.'),
    )
  if (hashed) {
    const [, , kind, hash] = hashed
    const isText = kind.startsWith('literal') && kind !== 'literal_s'
    return ({ term }) =>
      rowsOf(graph, term).some(
        ([property, object]) =>
          fieldHash(reading.text(property)) === hash &&
          (isText ? says(reading.text(object)) : fits(reading.text(object))),
      )
  }
  if (name === 'object.uri' || name === 'object.literal')
    return ({ term }) => rowsOf(graph, term).some(([, object]) => fits(reading.text(object)))
  if (field !== 'all') return () => false
  return ({ term, iri }) =>
    iri === value || rowsOf(graph, term).some(([, object]) => says(reading.text(object)))
}

function rowsOf({ out }: Holdings['reading']['graph'], term: number): readonly (readonly [number, number])[] {
  const rows: [number, number][] = []
  for (let row = out.offset[term]; row < out.offset[term + 1]; row++)
    rows.push([out.predicate[row], out.value[row]])
  return rows
}

/** Whether a text has all the words; the last may be begun. */
function contains(text: string, wanted: string): boolean {
  const words = wordsOf(text)
  const isBegun = wanted.endsWith('*')
  return wordsOf(wanted).every((word, i, all) =>
    words.some((each) => (isBegun && i === all.length - 1 ? each.startsWith(word) : each === word)),
  )
}
