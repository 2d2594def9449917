// Random entities of the model, made from the property table: every value is allowed by its rows.
import fc from 'fast-check'
import {
  type ClassName,
  classKeys,
  codePrefixes,
  codes,
  kindsOf,
  type PropertyKey,
  RDF_TYPE,
} from '../../src/dcat/index.ts'

/** Text as people and machines may write it: line breaks, quotes, YAML's own characters, other scripts. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'Luft: kvalitet',
      '- a',
      '#1',
      '{a}',
      "it's",
      '"x"',
      '*y',
      '&z',
      'null',
      'true',
      '12',
      '1.0',
      '~',
      'a\nb\n',
      ' x ',
      '2024-01-01',
    ),
  )
  .filter(
    (written) =>
      written.trim() !== '' &&
      !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|\p{Surrogate}/u.test(written),
  )

const segment = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
const address = segment.map((name) => `https://www.example.se/${name}`)

const texts = fc
  .uniqueArray(fc.constantFrom('sv', 'en', 'de', 'en-GB'), { minLength: 1, maxLength: 3 })
  .chain((tags) =>
    fc
      .tuple(...tags.map(() => fc.uniqueArray(text, { minLength: 1, maxLength: 2 })))
      .map((all) =>
        Object.fromEntries(tags.map((tag, i) => [tag, all[i].length === 1 ? all[i][0] : all[i]])),
      ),
  )

const typed: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  date: fc.constantFrom('2024', '2024-05-01', '2024-05-01T12:00:00Z', '2024-05-01T12:00:00.5+01:00'),
  decimal: fc.constantFrom(1, 0.5, '25.0', '-1.50'),
  nonNegativeInteger: fc.nat(),
  duration: fc.constantFrom('P1D', 'PT15M', 'P1Y2M3DT4H5M6.5S'),
  wktLiteral: fc.constantFrom('POINT(14.2 57.8)', 'POLYGON((1 2,3 2,3 4,1 4,1 2))'),
}

/** One value of a property; entities in place go `depth` deep. */
function randomValue({ rows, range }: PropertyKey, depth: number): fc.Arbitrary<unknown> {
  const [row] = rows
  if (row.value === 'text') return texts
  if (row.value === 'literal' && row.list === undefined)
    return fc.oneof(
      text,
      fc.tuple(fc.constantFrom('sv', 'en'), text).map(([tag, words]) => ({ [tag]: words })),
    )
  if (rows.some(({ pattern = '' }) => pattern.startsWith('^\\w+')))
    return fc.constantFrom('text/csv', 'application/json', 'text/x-own')
  if (row.value === 'plain' || row.value === 'literal') return text
  if (row.value === 'typed') return typed[row.datatypes[0].replace(/^.*#/, '')]
  if (row.fixed !== undefined) return fc.constant(row.fixed)
  if (row.prefix === 'tel:') return fc.constantFrom('tel:+46101234567', 'tel:112')
  if (row.prefix !== undefined) return segment.map((name) => `mailto:${name}@example.se`)
  const list = (codes as Readonly<Record<string, readonly string[]>>)[row.list ?? '']
  if (list && row.value === 'iri') return fc.constantFrom(...list)
  const beginning = (codePrefixes as Readonly<Record<string, string>>)[row.list ?? '']
  if (beginning && row.value === 'iri')
    return fc.constantFrom('DAILY', 'SWE', 'PUBLIC').map((end) => beginning + end)
  const iri =
    row.scheme === undefined && row.pattern?.includes('inspire') !== true
      ? address
      : segment.map((name) => `${row.pattern?.slice(1, -2)}${name}`)
  const inPlace = range.find(
    (name) => !['Catalog', 'Dataset', 'DatasetSeries', 'Distribution', 'DataService'].includes(name),
  )
  if (!inPlace || depth === 0 || row.value === 'iri') return iri
  return fc.oneof(iri, entityOf(inPlace, depth - 1, undefined))
}

/** An entity of a class with every mandatory property and some of the others. */
export function entityOf(name: ClassName, depth: number, iri: string | undefined): fc.Arbitrary<object> {
  const keys = [...classKeys[name].keys.values()].filter(({ property }) => property !== RDF_TYPE)
  const kinds = [...kindsOf(name).keys()]
  const isNamed = iri !== undefined || name === 'Agent' || name === 'ContactPoint'
  const own =
    isNamed && iri === undefined
      ? segment.map((end) => `https://data.example.se/${name}/${end}`)
      : fc.constant(iri)
  const fields = keys.map((key) => {
    const one = randomValue(key, depth)
    const all =
      key.isMany && key.rows[0].value !== 'text'
        ? fc.uniqueArray(one, { minLength: 1, maxLength: 3, selector: (each) => JSON.stringify(each) })
        : one
    return key.isMandatory ? all : fc.option(all, { nil: undefined, freq: 1 })
  })
  return fc
    .tuple(own, fc.constantFrom(undefined, ...kinds.slice(1)), ...fields)
    .map(([node, kind, ...values]) => {
      const entity: Record<string, unknown> = {
        class: name,
        ...(node !== undefined && { iri: node }),
        ...(kind !== undefined && { kind }),
      }
      for (const [i, { key }] of keys.entries()) if (values[i] !== undefined) entity[key] = values[i]
      return entity
    })
}
