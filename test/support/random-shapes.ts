// Random shapes graphs over every constraint component of SHACL Core, and small random data for them, as Turtle.
// What shacl-engine is known to judge wrongly (engine-differences.ts) is not generated.
import fc from 'fast-check'

export const prefixes = `@prefix ex: <http://example.se/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

const nodes = fc.constantFrom('ex:a', 'ex:b', 'ex:c', 'ex:d', '_:x', '_:y')
const numbers = fc.constantFrom('0', '1', '2', '"1"^^xsd:decimal', '2.5', '-3', '1e1', '"abc"^^xsd:integer')
const moments = fc.constantFrom(
  '"2024-01-01"^^xsd:date',
  '"2024-13-01"^^xsd:date',
  '"2025-06-01"^^xsd:date',
  'true',
)
const texts = fc.constantFrom('"a"', '"abc"', '""', '"a"@sv', '"a"@en', '"b"@en', '"c"@en-US', '"ABC"@sv')
const classes = fc.constantFrom('ex:A', 'ex:B', 'ex:C')
const links = fc.constantFrom('ex:p', 'ex:q', 'ex:r')

const statement = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(nodes, links, nodes) },
  { weight: 2, arbitrary: fc.tuple(nodes, fc.constant('ex:n'), fc.oneof(numbers, moments)) },
  { weight: 2, arbitrary: fc.tuple(nodes, fc.constant('ex:t'), texts) },
  { weight: 2, arbitrary: fc.tuple(nodes, fc.constant('a'), classes) },
)

/** True when some value is not of the form that its datatype asks; such do not go with sh:lessThan. */
export function hasIllFormed(data: string): boolean {
  return data.includes('"abc"^^') || data.includes('2024-13-01')
}

/** Data of up to 25 statements. */
export const randomData: fc.Arbitrary<string> = fc
  .array(statement, { minLength: 3, maxLength: 25 })
  .map((list) => prefixes + list.map((row) => `${row.join(' ')} .\n`).join(''))

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('ex:p', 'ex:q', 'ex:r', 'ex:n', 'ex:t') },
  { weight: 1, arbitrary: links.map((link) => `[ sh:inversePath ${link} ]`) },
  { weight: 1, arbitrary: links.map((link) => `[ sh:alternativePath ( ${link} ex:n ) ]`) },
  { weight: 1, arbitrary: links.map((link) => `[ sh:zeroOrMorePath ${link} ]`) },
  { weight: 1, arbitrary: links.map((link) => `[ sh:oneOrMorePath ${link} ]`) },
  { weight: 1, arbitrary: links.map((link) => `[ sh:zeroOrOnePath ${link} ]`) },
)
const path = fc.oneof(
  { weight: 5, arbitrary: step },
  { weight: 1, arbitrary: fc.tuple(step, step).map(([a, b]) => `( ${a} ${b} )`) },
)

const count = fc.integer({ min: 0, max: 3 })
const anyTerm = fc.oneof(fc.constantFrom('ex:a', 'ex:b', 'ex:c', 'ex:A'), numbers, moments, texts)
const list = (items: fc.Arbitrary<string>, max = 4) =>
  fc.array(items, { minLength: 1, maxLength: max }).map((members) => `( ${members.join(' ')} )`)
const bound = fc.constantFrom('1', '2', '1.5', '"2024-06-01"^^xsd:date')
const kind = fc.constantFrom(
  ...['BlankNode', 'IRI', 'Literal', 'BlankNodeOrIRI', 'BlankNodeOrLiteral', 'IRIOrLiteral'].map(
    (name) => `sh:${name}`,
  ),
)

/** Constraints that every shape may have, by parameter. */
const simple: Readonly<Record<string, fc.Arbitrary<string>>> = {
  class: classes,
  datatype: fc.constantFrom(
    'xsd:integer',
    'xsd:decimal',
    'xsd:string',
    'xsd:date',
    'xsd:boolean',
    'rdf:langString',
  ),
  nodeKind: kind,
  minInclusive: bound,
  minExclusive: bound,
  maxInclusive: bound,
  maxExclusive: bound,
  minLength: count.map(String),
  maxLength: count.map(String),
  pattern: fc.constantFrom('"^a"', '"^A" ; sh:flags "i"', '"c$"', '"^http"'),
  languageIn: fc.constantFrom('( "sv" )', '( "en" )', '( "sv" "en" )'),
  disjoint: links,
  hasValue: anyTerm,
  in: list(anyTerm, 6),
}
/** Constraints of property shapes only. */
const ofProperties: Readonly<Record<string, fc.Arbitrary<string>>> = {
  minCount: count.map(String),
  maxCount: count.map(String),
  uniqueLang: fc.constant('true'),
  equals: fc.constantFrom('ex:p', 'ex:q', 'ex:n', 'ex:t'),
  lessThan: fc.constantFrom('ex:p', 'ex:n'),
  lessThanOrEquals: fc.constantFrom('ex:p', 'ex:n'),
}

function some(record: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  const rows = Object.entries(record).map(([name, value]) => value.map((text) => `sh:${name} ${text}`))
  return fc.oneof(...rows)
}

const severity = fc.constantFrom('', '', '', ' ; sh:severity sh:Warning', ' ; sh:severity sh:Info')
const deactivated = fc.integer({ min: 0, max: 19 }).map((n) => (n === 0 ? ' ; sh:deactivated true' : ''))

interface Words {
  readonly depth: number
  readonly isProperty: boolean
  /** True directly below a target, where no value is at hand that shacl-engine could take for the node. */
  readonly isTop: boolean
}

/** One parameter may stand once, so the first of each is kept. */
function once(parts: readonly string[]): string {
  const seen = new Set<string>()
  return parts
    .filter((part) => {
      const name = part.split(' ')[0]
      if (seen.has(name) && name !== 'sh:property') return false
      seen.add(name)
      return true
    })
    .join(' ; ')
}

function body(words: Words): fc.Arbitrary<string> {
  const { depth, isProperty, isTop } = words
  const choices = [{ weight: 4, arbitrary: some(simple) }]
  if (isProperty) choices.push({ weight: 3, arbitrary: some(ofProperties) })
  if (depth > 0) {
    const inner = anyShape(depth - 1)
    const members = list(inner, 3)
    const counted = isTop ? inner : propertyShape(depth - 1, false)
    choices.push(
      { weight: 1, arbitrary: inner.map((shape) => `sh:not ${shape}`) },
      { weight: 1, arbitrary: members.map((shapes) => `sh:and ${shapes}`) },
      { weight: 1, arbitrary: members.map((shapes) => `sh:or ${shapes}`) },
      { weight: 1, arbitrary: members.map((shapes) => `sh:xone ${shapes}`) },
      { weight: 1, arbitrary: inner.map((shape) => `sh:node ${shape}`) },
      {
        weight: 3,
        arbitrary: propertyShape(depth - 1, isTop && !isProperty).map((shape) => `sh:property ${shape}`),
      },
    )
    if (isProperty) choices.push({ weight: 2, arbitrary: fc.tuple(counted, count, count).map(qualified) })
  }
  return fc
    .tuple(
      fc.array(fc.oneof(...choices), { minLength: 1, maxLength: depth > 0 ? 4 : 2 }),
      severity,
      deactivated,
    )
    .map(([parts, level, off]) => `${once(parts)}${level}${off}`)
}

function qualified([shape, min, max]: readonly [string, number, number]): string {
  return `sh:qualifiedValueShape ${shape} ; sh:qualifiedMinCount ${min} ; sh:qualifiedMaxCount ${max}`
}

function propertyShape(depth: number, isTop: boolean): fc.Arbitrary<string> {
  return fc
    .tuple(path, body({ depth, isProperty: true, isTop }))
    .map(([way, constraints]) => `[ sh:path ${way} ; ${constraints} ]`)
}

function nodeShape(depth: number): fc.Arbitrary<string> {
  return body({ depth, isProperty: false, isTop: false }).map((constraints) => `[ ${constraints} ]`)
}

function anyShape(depth: number): fc.Arbitrary<string> {
  return fc.oneof(nodeShape(depth), propertyShape(depth, false), closedShape)
}

/** A closed shape: its properties are plain and in force, as the known differences ask. */
const closedShape = fc
  .tuple(fc.uniqueArray(fc.constantFrom('ex:p', 'ex:q', 'ex:n', 'ex:t'), { maxLength: 3 }), fc.boolean())
  .map(([open, ignoresType]) => {
    const properties = open
      .map((property) => ` ; sh:property [ sh:path ${property} ; sh:minCount 0 ]`)
      .join('')
    return `[ sh:closed true${properties}${ignoresType ? ' ; sh:ignoredProperties ( rdf:type ex:r )' : ''} ]`
  })

const target = fc.oneof(
  classes.map((name) => `sh:targetClass ${name}`),
  fc.constantFrom('ex:a', 'ex:b', 'ex:absent', '5').map((term) => `sh:targetNode ${term}`),
  links.map((link) => `sh:targetSubjectsOf ${link}`),
  links.map((link) => `sh:targetObjectsOf ${link}`),
  fc.constant('sh:targetObjectsOf ex:n'),
)
const axioms = fc.constantFrom(
  '',
  'ex:B rdfs:subClassOf ex:A .\n',
  'ex:C rdfs:subClassOf ex:B . ex:B rdfs:subClassOf ex:A .\n',
)

const topShape = fc
  .tuple(fc.boolean(), path, fc.array(target, { minLength: 1, maxLength: 2 }))
  .chain(([isProperty, way, targets]) =>
    body({ depth: 2, isProperty, isTop: true }).map(
      (constraints) =>
        `[] ${targets.join(' ; ')}${isProperty ? ` ; sh:path ${way}` : ''} ; ${constraints} .\n`,
    ),
  )
const topClosed = fc
  .tuple(closedShape, target)
  .map(([shape, where]) => `[] ${where} ; ${shape.slice(1, -1)} .\n`)

/** A shapes graph of one to three shapes with targets. */
export const randomShapes: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 8, arbitrary: topShape }, { weight: 1, arbitrary: topClosed }), {
      minLength: 1,
      maxLength: 3,
    }),
    axioms,
  )
  .map(([shapes, more]) => prefixes + shapes.join('') + more)
