// Comparing statements of a copy with those of the store. Databases write some values in a form of their own (`true`
// as `1`, `1.50` as `1.5`, an instant in another time zone): what has the same value is the same.
import type { Text } from '../../finding.ts'
import { parse, quadsOf } from '../../rdf/index.ts'

const XSD = 'http://www.w3.org/2001/XMLSchema#'
const numbers = new Set([
  'integer',
  'decimal',
  'double',
  'float',
  'int',
  'long',
  'short',
  'nonNegativeInteger',
])
const SHOWN = 100

/** A key for each statement of an N-Triples text; equal where the values are. Nameless nodes do not occur in a store. */
export async function statementKeys(name: string, text: string): Promise<ReadonlySet<string>> {
  const graph = await parse({ name, bytes: Buffer.from(text, 'utf8') }, { syntax: 'ntriples' })
  const keys = new Set<string>()
  for (const { subject, predicate, object } of quadsOf(graph))
    keys.add(
      `${subject.value} ${predicate.value} ${object.termType === 'Literal' ? literalKey(object) : `<${object.value}>`}`,
    )
  return keys
}

interface LiteralLike {
  readonly value: string
  readonly language: string
  readonly datatype: { readonly value: string }
}

function literalKey({ value, language, datatype }: LiteralLike): string {
  if (language !== '') return `${JSON.stringify(value)}@${language.toLowerCase()}`
  return `${JSON.stringify(canonicalValue(value, datatype.value))}^^${datatype.value}`
}

function canonicalValue(text: string, datatype: string): string {
  const type = datatype.startsWith(XSD) ? datatype.slice(XSD.length) : ''
  if (type === 'boolean') return text === '1' ? 'true' : text === '0' ? 'false' : text
  if (numbers.has(type) && text.trim() !== '' && Number.isFinite(Number(text))) return String(Number(text))
  if (type === 'dateTime' && /(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)))
    return new Date(text).toISOString()
  return text
}

/** How two sets of keys differ, with an example; undefined when they are the same. */
export function differenceOf(wanted: ReadonlySet<string>, found: ReadonlySet<string>): Text | undefined {
  const lost = [...wanted].filter((key) => !found.has(key)).sort()
  const extra = [...found].filter((key) => !wanted.has(key)).sort()
  if (lost.length + extra.length === 0) return undefined
  const example = (lost[0] ?? extra[0]).slice(0, SHOWN)
  return {
    sv: `Kopian saknar ${lost.length} av ${wanted.size} och har ${extra.length} för mycket, till exempel ${example}`,
    en: `The copy lacks ${lost.length} of ${wanted.size} and has ${extra.length} too many, for example ${example}`,
  }
}
