// What one slip costs: one problem in the right place, and everything else in the file is still read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Text } from '../src/finding.ts'
import { type Graph, lang, position, textOf } from '../src/rdf/index.ts'
import { parseNQuads, parseTriG, parseTurtle } from '../src/rdf/turtle/index.ts'
import { words } from '../src/rdf/turtle/words.ts'

const PREFIX = '@prefix e: <e:> . '
const read = (text: string, parse = parseTurtle) => parse({ name: 'x', bytes: Buffer.from(PREFIX + text) })

/** Statements without the namespace, one string. */
function statements(graph: Graph): string {
  const d = graph.dictionary
  const show = (id: number) => {
    if (d.kind[id] === 2) return '[]'
    if (d.kind[id] === 1) return textOf(d, id).replace(/^e:|^.*#(?=type$)/, '')
    return `'${textOf(d, id)}'${lang(graph, id) ? `@${lang(graph, id)}` : ''}`
  }
  const { subject, predicate, object, count } = graph.quads
  return Array.from({ length: count }, (_, i) =>
    [subject[i], predicate[i], object[i]].map(show).join(' '),
  ).join(' | ')
}

/** `line:expected` of each problem. */
const faults = (graph: Graph) =>
  graph.problems.map(({ rule, at, params }) => {
    const name = Object.entries(words).find(
      ([, text]) => text.sv === (params?.expected as Text | undefined)?.sv,
    )?.[0]
    return `${position(graph.source!, at!).line}:${name ?? rule}`
  })

// Every text goes on with a good statement, which must be read.
const slips: readonly [name: string, text: string, faults: string, statements: string][] = [
  ['a full stop before the next subject', 'e:a e:p "1" ;\n  e:q "2"\n', '2:stop', "a p '1' | a q '2'"],
  ['a full stop after a prefix', '@prefix f: <f:>\nf:a e:p "1" .', '1:stop', "f:a p '1'"],
  [
    'a semicolon instead of it, then a type',
    'e:a e:p "1" ;\n\ne:c a e:C .',
    '1:stopNotSemicolon',
    "a p '1' | c type C",
  ],
  [
    'a semicolon instead of it, then text',
    'e:a e:p "1" ;\n\ne:c e:p "2" .',
    '1:stopNotSemicolon',
    "a p '1' | c p '2'",
  ],
  [
    'a semicolon instead of it, then [',
    'e:a e:p "1" ;\n[] e:p "2" .',
    '1:stopNotSemicolon',
    "a p '1' | [] p '2'",
  ],
  [
    'a full stop instead of a semicolon',
    'e:a a e:C .\n  e:p "1" ;\n  e:q e:o .',
    '1:semicolonNotStop',
    "a type C | a p '1' | a q o",
  ],
  ['a semicolon', 'e:a e:p "1"@sv\n  e:q e:o ; e:r "2" .', '1:semicolon', "a p '1'@sv | a q o | a r '2'"],
  ['a semicolon before a type', 'e:a e:p "1"\n a e:C .', '1:semicolon', "a p '1' | a type C"],
  ['a comma', 'e:a e:p "1" "2", "3" .', '1:comma', "a p '1' | a p '2' | a p '3'"],
  ['a value', 'e:a e:p ;\n e:q "2" .', '1:object', "a q '2'"],
  ['a value after a comma', 'e:a e:p "1", ; e:q "2" .', '1:object', "a p '1' | a q '2'"],
  ['a predicate', 'e:a "1" ;\n e:q "2" .', '1:predicate', "a q '2'"],
  [
    'a closing quotation mark',
    'e:a e:p "Luft@sv ;\n e:q "2"@sv .',
    '1:closingQuote',
    "a p 'Luft'@sv | a q '2'@sv",
  ],
  ['a closing mark before a full stop', 'e:a e:p "En mening. .', '1:closingQuote', "a p 'En mening.'"],
  ['an opening quotation mark', 'e:a e:p Luft"@sv ; e:q "2" .', '1:quoted', "a p 'Luft'@sv | a q '2'"],
  [
    'quotation marks',
    'e:a e:p Luft och vatten ;\n e:q 2024-01-01 .',
    '1:quoted,2:quoted',
    "a p 'Luft och vatten' | a q '2024-01-01'",
  ],
  [
    'straight marks',
    'e:a e:p ”Luft; vatten”@sv ; e:q “2” .',
    '1:straightQuotes',
    "a p 'Luft; vatten'@sv | a q '2'",
  ],
  [
    'backslashes before inner marks',
    'e:a e:p "En "fri" bok"@sv ; e:q "2" .',
    '1:escapedQuote',
    `a p 'En "fri" bok'@sv | a q '2'`,
  ],
  [
    'nothing but has a doubled mark',
    'e:a e:p "Luft""@sv ; e:q "2" .',
    '1:nothing',
    "a p 'Luft'@sv | a q '2'",
  ],
  [
    'triple marks over lines',
    'e:a e:p "Ett,\ntvå.\ntre"@sv ;\n e:q "2" .',
    '1:longQuotes',
    "a p 'Ett,\ntvå.\ntre'@sv | a q '2'",
  ],
  [
    'closing triple marks',
    'e:a e:p """Ett\ntvå"@sv ;\n e:q """2""" .',
    '1:closingLongQuotes',
    "a p 'Ett\ntvå'@sv | a q '2'",
  ],
  [
    'closing triple marks altogether',
    'e:a e:p """Ett ;\n e:q "2" .',
    '1:closingLongQuotes',
    "a p 'Ett' | a q '2'",
  ],
  ['a good escape', 'e:a e:p "C:\\data" ; e:q "2" .', '1:escape', "a p 'C:\\data' | a q '2'"],
  ['a good language', 'e:a e:p "1"@sv_SE, "2" .', '1:language', "a p '1'@sv | a p '2'"],
  ['a datatype', 'e:a e:p "1"^^ ; e:q "2" .', '1:datatype', "a p '1' | a q '2'"],
  ['a closing >', 'e:a e:p <x:y ;\n e:q <x:z> .', '1:closingAngle', 'a p x:y | a q x:z'],
  ['a closing > with > later', 'e:a e:p <x:y; e:q <x:z> .', '1:closingAngle', 'a p x:y | a q x:z'],
  ['a single <', 'e:a e:p <<x:y> ; e:q <x:z> .', '1:oneAngle', 'a p x:y | a q x:z'],
  [
    '< and >',
    'e:a e:p http://x.se/#y ;\n e:q x:z .',
    '1:address,2:syntax-turtle-prefix',
    'a p http://x.se/#y | a q x:z',
  ],
  ['an escape in a name', 'e:a e:p e:x/y ; e:q "2" .', '1:fullAddress', "a p x/y | a q '2'"],
  ['a closing ]', 'e:a e:p [ e:q "1" ;\n e:r "2" .', '2:closingBracket', "[] q '1' | [] r '2' | a p []"],
  ['a closing ] and the full stop', 'e:a e:p [ e:q "1"\n', '1:closingBracket', "[] q '1' | a p []"],
  [
    'nothing but has a ] too many',
    'e:a e:p [ e:q "1" ] ] ; e:r "2" .',
    '1:nothing',
    "[] q '1' | a p [] | a r '2'",
  ],
  [
    'nothing but has commas in a list',
    'e:a e:p ( "1", "2" ) .',
    '1:nothing',
    "[] first '1' | [] rest [] | [] first '2' | [] rest nil | a p []",
  ],
  ['a colon after a prefix', '@prefix f <f:> .', '1:prefixName', ''],
  ['brackets around a namespace', '@prefix f: http://f.se/# .\nf:a e:p "1" .', '1:namespace', "f:a p '1'"],
  ['a statement: garbage', '%%% what & is this\n', '1:subject', ''],
  ['a statement: a literal', '"x" e:p "1" ; e:q "2" .\n', '1:subject', ''],
  ['nothing but has a full stop too many', 'e:a e:p "1" . .', '1:nothing', "a p '1'"],
  ['a comment sign Turtle knows', '// hej hej\n', '1:subject', ''],
  ['a comment sign Turtle knows, as in HTML', '<!-- hej -->\n', '1:subject', ''],
  ['room for a quoted triple', '<< e:a e:b e:c >> e:p "1" .\n', '1:syntax-turtle-unsupported', ''],
  [
    'room for an annotation',
    'e:a e:b e:c {| e:p "1" |} ; e:q "2" .',
    '1:syntax-turtle-unsupported',
    "a b c | a q '2'",
  ],
]

describe('a slip costs one problem and nothing after it', () => {
  it.each(slips)('lacks %s', (_, text, expected, read1) => {
    const graph = read(`${text.replaceAll('rdf:', '')}\n\ne:z e:p "good" .\n`)
    expect(faults(graph).join(',')).toBe(expected)
    const all = statements(graph).replaceAll(/http:\/\/www.w3.org\/1999\/02\/22-rdf-syntax-ns#/g, '')
    expect(all).toBe([read1, "z p 'good'"].filter((s) => s !== '').join(' | '))
  })

  it.each([
    'e:a e:p "1"',
    'e:a e:p "1" ;',
    'e:a e:p',
    'e:a',
    'e:a e:p [',
    'e:a e:p ( "1"',
    '@prefix f:',
    '{',
    '@',
  ])('reports an end in the middle of: %s', (text) => {
    expect(read(text).problems.length).toBeGreaterThan(0)
  })

  it('says in both languages what it found and what it expected', () => {
    const [problem] = read('e:a e:p "1"\n\ne:b e:p "2" .').problems
    expect(problem).toMatchObject({ rule: 'syntax-turtle', params: { found: 'e:b', expected: words.stop } })
    expect(problem.end).toBe(Buffer.byteLength(PREFIX) + 'e:a e:p "1"'.length)
  })
})

describe('whatever the text', () => {
  it('reads nesting beyond the limit without falling over', () => {
    const deep = (open: string, close: string) =>
      `e:a e:p ${open.repeat(100_000)} "x" ${close.repeat(100_000)} .\ne:z e:p "good" .`
    for (const text of [deep('(', ')'), deep('[ e:p ', ']'), deep('( [ e:p', '] )'), '['.repeat(100_000)]) {
      const graph = read(text)
      expect(faults(graph)[0]).toMatch(/fewerLevels|predicate/)
    }
    expect(statements(read(deep('(', ')')))).toMatch(/z p 'good'$/)
  })

  const pieces = [
    'e:a',
    ' ',
    '\n',
    '"',
    "'",
    '"""',
    '<',
    '>',
    '.',
    ';',
    ',',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '@',
    '@prefix',
  ]
  const more = [
    '@sv',
    '^^',
    '\\',
    '\\u00E5',
    'a',
    ':',
    '_:x',
    '#',
    '<<',
    '{|',
    'e:p "x"@sv ;\n',
    '\ne:b a e:C .\n',
    '1.5',
    '<x:y>',
    'é',
    '\0',
  ]

  it('ends, without throwing, and reports what n3 would stop at', () => {
    const text = fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }).map((list) => list.join(''))
    fc.assert(
      fc.property(text, (broken) => {
        for (const parse of [parseTurtle, parseTriG, parseNQuads]) {
          const graph = read(broken, parse)
          const inside = ({ at = -1 }) => at >= 0 && at <= graph.source!.bytes.length
          expect(graph.problems.every(inside)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('ends on bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => parseTurtle({ name: 'x', bytes })).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('keeps no more than a thousand problems', () => {
    expect(read('% .\n'.repeat(5000)).problems).toHaveLength(1000)
  })
})
