// Where shacl-engine 1.1.2 and the compiled engine differ, as data: the reason, and an example that shows it. The test runs
// every example, so that a difference that goes away is noticed. Random shapes (random-shapes.ts) stay clear of these.

/** A known difference. `shapes` and `data` are Turtle with the prefixes of random-shapes.ts; `own` is what is right. */
export interface EngineDifference {
  readonly name: string
  readonly reason: string
  readonly shapes: string
  readonly data: string
  /** Number of results that the specification gives, which is what the compiled engine must find. */
  readonly own: number
  /** The oracle runs without its memory of shapes it has seen, unless the memory is what is shown. */
  readonly withMemory?: true
}

const onA = '[] sh:targetNode ex:a ; '

export const engineDifferences: readonly EngineDifference[] = [
  {
    name: 'memory of shapes',
    reason:
      'It remembers that it has judged a shape for a node, not what came of it, and then takes it to conform.',
    shapes: `${onA} sh:node ex:S ; sh:not [ sh:not ex:S ] . ex:S sh:property [ sh:path ex:p ; sh:minCount 1 ] .`,
    data: 'ex:a ex:q ex:b .',
    own: 2,
    withMemory: true,
  },
  {
    name: 'calendar',
    reason: 'It compares dates as JavaScript dates, which take 30 February for 1 March.',
    shapes: `${onA} sh:property [ sh:path ex:n ; sh:maxExclusive "2024-06-01"^^xsd:date ] .`,
    data: 'ex:a ex:n "2024-02-30"^^xsd:date .',
    own: 1,
  },
  {
    name: 'dates and moments',
    reason: 'It gives an xsd:date and an xsd:dateTime an order; SPARQL 1.1 §17.3 has none for them.',
    shapes: `${onA} sh:property [ sh:path ex:n ; sh:maxExclusive "2024-06-01T00:00:00"^^xsd:dateTime ] .`,
    data: 'ex:a ex:n "2024-02-20"^^xsd:date .',
    own: 1,
  },
  {
    name: 'ill-formed numbers',
    reason: 'It reads a number from the beginning of a text that is none.',
    shapes: `${onA} sh:property [ sh:path ex:n ; sh:maxExclusive 5 ] .`,
    data: 'ex:a ex:n "3 st"^^xsd:integer .',
    own: 1,
  },
  {
    name: 'ill-formed values in sh:lessThan',
    reason:
      'It finds nothing wrong with a value that is no number or date; what cannot be compared breaks the constraint.',
    shapes: `${onA} sh:property [ sh:path ex:p ; sh:lessThan ex:n ] .`,
    data: 'ex:a ex:p "abc"^^xsd:integer ; ex:n 5 .',
    own: 1,
  },
  {
    name: 'order of texts',
    reason: 'It orders strings by the locale of the machine; SPARQL orders them by code points.',
    shapes: `${onA} sh:property [ sh:path ex:t ; sh:lessThan ex:n ] .`,
    data: 'ex:a ex:t "B" ; ex:n "a" .',
    own: 0,
  },
  {
    name: 'order of texts in a language',
    reason: 'It gives texts in a language an order; SPARQL has none for them.',
    shapes: `${onA} sh:property [ sh:path ex:t ; sh:lessThan ex:n ] .`,
    data: 'ex:a ex:t "a"@sv ; ex:n "b"@sv .',
    own: 1,
  },
  {
    name: 'language ranges',
    reason:
      'It takes a range for the beginning of a tag; RFC 4647 §3.3.1 compares whole subtags, in any case.',
    shapes: `${onA} sh:property [ sh:path ex:t ; sh:languageIn ( "en" ) ] .`,
    data: 'ex:a ex:t "a"@enm .',
    own: 1,
  },
  {
    name: 'case of language tags',
    reason: 'It tells language tags apart by case.',
    shapes: `${onA} sh:property [ sh:path ex:t ; sh:uniqueLang true ] .`,
    data: 'ex:a ex:t "a"@sv-SE , "b"@sv-se .',
    own: 1,
  },
  {
    name: 'length of texts',
    reason: 'It counts UTF-16 units; SPARQL STRLEN counts characters.',
    shapes: `${onA} sh:property [ sh:path ex:t ; sh:maxLength 1 ] .`,
    data: 'ex:a ex:t "\u{1F600}" .',
    own: 0,
  },
  {
    name: 'pattern of blank nodes',
    reason: 'It matches patterns against the names of blank nodes; SHACL §4.4.3 has every blank node fail.',
    shapes: `${onA} sh:property [ sh:path ex:p ; sh:pattern "b" ] .`,
    data: 'ex:a ex:p [] .',
    own: 1,
  },
  {
    name: 'equals on node shapes',
    reason: 'It gives one result; SHACL §4.5.1 gives one for each value that the two sides do not share.',
    shapes: `${onA} sh:equals ex:p .`,
    data: 'ex:a ex:p ex:b , ex:c .',
    own: 3,
  },
  {
    name: 'closed property shapes',
    reason: 'It closes node shapes only; SHACL §4.8.1 speaks of each value node.',
    shapes: `${onA} sh:property [ sh:path ex:p ; sh:closed true ] .`,
    data: 'ex:a ex:p ex:b . ex:b ex:q ex:c .',
    own: 1,
  },
  {
    name: 'closed and inverse paths',
    reason: 'It allows the property of an inverse path in a closed shape; only paths that are IRIs count.',
    shapes: `${onA} sh:closed true ; sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:minCount 0 ] .`,
    data: 'ex:a ex:p ex:b .',
    own: 1,
  },
  {
    name: 'closed and deactivated properties',
    reason: 'It forgets the properties of deactivated shapes; SHACL §4.8.1 counts every sh:property.',
    shapes: `${onA} sh:closed true ; sh:property [ sh:path ex:p ; sh:deactivated true ] .`,
    data: 'ex:a ex:p ex:b .',
    own: 0,
  },
  {
    name: 'disjoint qualified shapes',
    reason:
      'It lets nothing count where there is no sibling, and with several asks that a value meets none or some of them.',
    shapes: `${onA} sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] .`,
    data: 'ex:a ex:p ex:b .',
    own: 0,
  },
  {
    name: 'qualified shapes below a value',
    reason: 'It judges the value of the shape around in place of the one that is counted.',
    shapes: `${onA} sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ; sh:qualifiedValueShape [ sh:class ex:A ] ; sh:qualifiedMinCount 1 ] ] .`,
    data: 'ex:a ex:p ex:b . ex:b ex:q ex:c . ex:c a ex:A .',
    own: 0,
  },
  {
    name: 'paths in paths',
    reason: 'It knows inverse, alternative and repeated paths of single properties only.',
    shapes: `${onA} sh:property [ sh:path [ sh:inversePath ( ex:p ex:q ) ] ; sh:maxCount 0 ] .`,
    data: 'ex:b ex:p ex:c . ex:c ex:q ex:a .',
    own: 1,
  },
  {
    name: 'several sh:and',
    reason: 'It makes one constraint of several sh:and, sh:or or sh:xone on a shape.',
    shapes: `${onA} sh:and ( [ sh:class ex:A ] ) , ( [ sh:class ex:B ] ) .`,
    data: 'ex:a ex:p ex:b .',
    own: 2,
  },
  {
    name: 'empty data',
    reason: 'It finds nothing at all in a graph without statements.',
    shapes: `${onA} sh:property [ sh:path ex:p ; sh:minCount 1 ] .`,
    data: '',
    own: 1,
  },
]

/** Set right in the oracle before anything is compared (shacl-oracle.ts): not differences between results that matter. */
export const mendedInOracle: readonly string[] = [
  'rdfs:subClassOf is read from the shapes graph only: the axioms of the data are put beside the shapes',
  'results of counts, sh:hasValue and sh:uniqueLang carry the value of a property shape around: it is left out',
]
