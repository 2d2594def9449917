// Reading the Turtle family: the grammar by small cases, places of statements, and IRIs that are not absolute.
import { describe, expect, it } from 'vitest'
import { type Graph, labelOf, lang, offsetOf, position, textOf } from '../src/rdf/index.ts'
import {
  parseNQuads,
  parseNTriples,
  parseTriG,
  parseTurtle,
  turtleTokenEnd,
} from '../src/rdf/turtle/index.ts'

const document = (text: string) => ({ name: 'test.ttl', bytes: Buffer.from(text) })

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** A term in a short form of N-Triples; anonymous blank nodes are numbered in order of appearance. */
function shower(graph: Graph) {
  const d = graph.dictionary
  const anonymous = new Map<number, string>()
  return (id: number): string => {
    if (d.kind[id] === 1) return textOf(d, id).replace(TYPE, 'a')
    if (d.kind[id] === 4) {
      const tag = lang(graph, id)
      const type = textOf(d, d.datatype[id]).replace(XSD, '')
      return `"${textOf(d, id)}"${tag ? `@${tag}` : type === 'string' ? '' : `^${type}`}`
    }
    const label = labelOf(d, id)
    if (label !== undefined) return `_:${label}`
    if (!anonymous.has(id)) anonymous.set(id, `[${anonymous.size + 1}]`)
    return anonymous.get(id)!
  }
}

function statements(graph: Graph): string[] {
  const show = shower(graph)
  const { subject, predicate, object, graph: names, count } = graph.quads
  return Array.from({ length: count }, (_, i) => {
    const name = names?.[i] ? ` ${show(names[i] - 1)}` : ''
    return `${show(subject[i])} ${show(predicate[i])} ${show(object[i])}${name}`
  })
}

const P = '@prefix : <e:> . '

describe('Turtle', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['a triple', '<a:a> <b:b> <c:c>.', ['a:a b:b c:c']],
    ['nothing', '', []],
    ['a comment', '# hej\n<a:a> <b:b> <c:c> . # slut', ['a:a b:b c:c']],
    [
      'lists of properties and objects',
      `${P}:a :b :c, :d ; a :E ;; .`,
      ['e:a e:b e:c', 'e:a e:b e:d', 'e:a a e:E'],
    ],
    [
      'PREFIX and BASE',
      'PREFIX p: <e:p/>\nbAsE <http://x.se/y>\np:a p:b <z>.',
      ['e:p/a e:p/b http://x.se/z'],
    ],
    ['a redefined prefix', `${P}:a :b :c . @prefix : <f:> . :a :b :c .`, ['e:a e:b e:c', 'f:a f:b f:c']],
    ['names with dots and colons', `${P}:a.b :c:d : .`, ['e:a.b e:c:d e:']],
    ['escapes in names', `${P}:a\\/b :c%20d :\\~x\\%41 .`, ['e:a/b e:c%20d e:~x%41']],
    ['names beyond ASCII', '@prefix å: <e:å/> . å:ä å:ö "ü" .', ['e:å/ä e:å/ö "ü"']],
    ['escapes in IRIs', '<a:\\u00e5> <b:\\U0001F600> <c:c>.', ['a:å b:😀 c:c']],
    ['blank node labels', `${P}_:x :p _:x.y, _:1 .`, ['_:x e:p _:x.y', '_:x e:p _:1']],
    ['property lists', `${P}:a :p [ :q [] ; :r 1 ] .`, ['[1] e:q [2]', '[1] e:r "1"^integer', 'e:a e:p [1]']],
    ['a property list alone', `${P}[ :q "x" ] .`, ['[1] e:q "x"']],
    ['an empty collection', `${P}:a :p () .`, ['e:a e:p http://www.w3.org/1999/02/22-rdf-syntax-ns#nil']],
    [
      'short strings',
      `${P}:a :p "x'y", 'x"y', "", '' .`,
      ['e:a e:p "x\'y"', 'e:a e:p "x"y"', 'e:a e:p ""', 'e:a e:p ""'],
    ],
    ['long strings', `${P}:a :p """x\n"y\n""", '''x''y''' .`, ['e:a e:p "x\n"y\n"', 'e:a e:p "x\'\'y"']],
    ['escapes in strings', `${P}:a :p "\\t\\b\\n\\r\\f\\"\\'\\\\" .`, ['e:a e:p "\t\b\n\r\f"\'\\"']],
    ['numeric escapes', `${P}:a :p "\\u00E5\\U0001F600\\uD83D\\uDE00" .`, ['e:a e:p "å😀😀"']],
    ['languages', `${P}:a :p "x"@sv, "x"@en-GB-x1 .`, ['e:a e:p "x"@sv', 'e:a e:p "x"@en-GB-x1']],
    ['a language after a space', `${P}:a :p "x" @sv, "y" ^^ :t .`, ['e:a e:p "x"@sv', 'e:a e:p "y"^e:t']],
    ['datatypes', `${P}:a :p "1"^^:t, "\\""^^<t:t> .`, ['e:a e:p "1"^e:t', 'e:a e:p """^t:t']],
    [
      'integers',
      `${P}:a :p 1, -02, +3.`,
      ['e:a e:p "1"^integer', 'e:a e:p "-02"^integer', 'e:a e:p "+3"^integer'],
    ],
    ['decimals', `${P}:a :p 1.5, -.5 .`, ['e:a e:p "1.5"^decimal', 'e:a e:p "-.5"^decimal']],
    [
      'doubles',
      `${P}:a :p 1e6, 1.E-3, .5e0 .`,
      ['e:a e:p "1e6"^double', 'e:a e:p "1.E-3"^double', 'e:a e:p ".5e0"^double'],
    ],
    ['booleans', `${P}:a :p true, false.`, ['e:a e:p "true"^boolean', 'e:a e:p "false"^boolean']],
    ['a prefix called true', '@prefix true: <e:> . true:a a true:b.', ['e:a a e:b']],
    ['a byte order mark', '\uFEFF<a:a> <b:b> <c:c>.', ['a:a b:b c:c']],
  ]
  it.each(cases)('reads %s', (_, text, expected) => {
    const graph = parseTurtle(document(text))
    expect(statements(graph)).toEqual(expected)
    expect(graph.problems.filter(({ rule }) => rule !== 'iri-relative-base')).toEqual([])
  })

  it('reads a collection as nodes with first and rest', () => {
    const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
    expect(statements(parseTurtle(document('<a:a> <b:b> ( <c:c> "d" ) .')))).toEqual([
      `[1] ${rdf}first c:c`,
      `[1] ${rdf}rest [2]`,
      `[2] ${rdf}first "d"`,
      `[2] ${rdf}rest ${rdf}nil`,
      'a:a b:b [1]',
    ])
  })

  it('keeps the prefixes of the text', () => {
    const graph = parseTurtle(document('@prefix p: <e:p/> . @base <http://x.se/> . @prefix q: <q/> .'))
    expect([...graph.prefixes]).toEqual([
      ['p', 'e:p/'],
      ['q', 'http://x.se/q/'],
    ])
  })

  it('knows where every subject and object is written', () => {
    const text = '@prefix : <e:> .\n:å a :C ;\n  :p [\n    :q "x"@sv ] ,\n    "y" .\n'
    const graph = parseTurtle(document(text))
    const { subject, predicate, object } = graph.quads
    const lines = Array.from(subject, (s, i) => {
      if (i >= graph.quads.count) return []
      const at = position(graph.source!, offsetOf(graph, s, predicate[i], object[i]))
      const begin = position(graph.source!, offsetOf(graph, s))
      return [`${at.line}:${at.column}`, `${begin.line}:${begin.column}`]
    }).slice(0, graph.quads.count)
    expect(lines).toEqual([
      ['2:6', '2:1'],
      ['4:8', '3:6'],
      ['3:6', '2:1'],
      ['5:5', '2:1'],
    ])
  })

  it('ends tokens where they end', () => {
    const end = (text: string) => text.slice(0, turtleTokenEnd(Buffer.from(text), 0))
    expect(end('<a:b> .')).toBe('<a:b>')
    expect(end('"x \\" y"@sv ;')).toBe('"x \\" y"@sv')
    expect(end('"1"^^xsd:date.')).toBe('"1"^^xsd:date')
    expect(end('"""a\n"b""";')).toBe('"""a\n"b"""')
    expect(end('ex:a.b .')).toBe('ex:a.b')
    expect(end('"unclosed\n')).toBe('"unclosed')
    expect(end('[ a')).toBe('[')
    expect(end('')).toBe('')
  })
})

describe('relative and faulty IRIs', () => {
  const rules = (graph: Graph) => graph.problems.map(({ rule, at }) => `${rule} ${at}`)

  it('keeps a relative IRI as written, and reports it once', () => {
    const graph = parseTurtle(document('<a> <b:b> <a>, <> .'))
    expect(statements(graph)).toEqual(['a b:b a', 'a b:b '])
    expect(rules(graph)).toEqual(['iri-relative 0', 'iri-relative 15'])
  })

  it('resolves against a base given from outside, and still reports it', () => {
    const graph = parseTurtle(document('<a> <b:b> <../c> .'), { base: 'http://x.se/d/e' })
    expect(statements(graph)).toEqual(['http://x.se/d/a b:b http://x.se/c'])
    expect(rules(graph)).toEqual(['iri-relative 0', 'iri-relative 10'])
  })

  it('resolves against the base of the text with one remark in all', () => {
    const graph = parseTurtle(document('@base <http://x.se/d/> .\n<a> <b:b> <c>, <#f> .'))
    expect(statements(graph)).toEqual([
      'http://x.se/d/a b:b http://x.se/d/c',
      'http://x.se/d/a b:b http://x.se/d/#f',
    ])
    expect(rules(graph)).toEqual(['iri-relative-base 25'])
  })

  it('reads IRIs with characters that do not belong in them', () => {
    const graph = parseTurtle(document('<a:a> <b:b> <http://x.se/my file>, <C:\\Temp\\x>, <x:\\u0020> .'))
    expect(statements(graph)).toEqual(['a:a b:b http://x.se/my file', 'a:a b:b C:\\Temp\\x', 'a:a b:b x: '])
    expect(rules(graph)).toEqual(['iri-space 12', 'iri-windows-path 35', 'iri-space 48'])
  })

  it('knows well-known prefixes that were not declared, and reports each prefix once', () => {
    const graph = parseTurtle(document('<a:a> a dcat:Dataset ; dcat:theme x:y, x:z .'))
    expect(statements(graph)).toEqual([
      'a:a a http://www.w3.org/ns/dcat#Dataset',
      'a:a http://www.w3.org/ns/dcat#theme x:y',
      'a:a http://www.w3.org/ns/dcat#theme x:z',
    ])
    expect(graph.problems).toMatchObject([
      { rule: 'syntax-turtle-prefix', at: 8, params: { prefix: 'dcat' } },
      { rule: 'syntax-turtle-prefix', at: 34, params: { prefix: 'x' } },
    ])
  })

  it('reports bytes that are not UTF-8 where they are', () => {
    const bytes = Buffer.from('<a:a> <b:b> "Malmö, Göteborg" .', 'latin1')
    const graph = parseTurtle({ name: 'x', bytes })
    expect(rules(graph)).toEqual(['syntax-encoding 17'])
    expect(graph.quads.count).toBe(1)
  })
})

describe('TriG', () => {
  it.each([
    [
      'default and named graphs',
      '{ :a :b :c } :g { :a :b :d. :a :b :e } :a :b :f .',
      'e:c,e:d e:g,e:e e:g,e:f',
    ],
    ['the word GRAPH', 'GRAPH :g { :a :b :c . } graph _:h { :a :b :d }', 'e:c e:g,e:d _:h'],
    ['blank names', '[] { :a :b :c }', 'e:c [1]'],
  ])('reads %s', (_, text, expected) => {
    const graph = parseTriG(document(P + text))
    expect(graph.problems).toEqual([])
    expect(
      statements(graph)
        .map((s) => s.replace('e:a e:b ', ''))
        .join(','),
    ).toBe(expected)
  })

  it('reads graph blocks in Turtle too, but says that they do not belong there', () => {
    const graph = parseTurtle(document(`${P}:g { :a :b :c } :a :b :d .`))
    expect(statements(graph)).toEqual(['e:a e:b e:c e:g', 'e:a e:b e:d'])
    expect(graph.problems).toMatchObject([{ rule: 'syntax-turtle', at: 20 }])
  })
})

describe('N-Triples and N-Quads', () => {
  it('reads lines', () => {
    const text = '<a:a> <b:b> "x\\ny"@sv . # hej\n\n_:b <b:b> "1"^^<t:t> .\r\n<a:a><b:b>_:c.'
    const graph = parseNTriples(document(text))
    expect(graph.problems).toEqual([])
    expect(statements(graph)).toEqual(['a:a b:b "x\ny"@sv', '_:b b:b "1"^t:t', 'a:a b:b _:c'])
  })

  it('reads graph names in N-Quads and refuses them in N-Triples', () => {
    const text = '<a:a> <b:b> "x" <g:g> .\n<a:a> <b:b> "y" .\n'
    expect(statements(parseNQuads(document(text)))).toEqual(['a:a b:b "x" g:g', 'a:a b:b "y"'])
    expect(parseNTriples(document(text)).problems).toMatchObject([{ rule: 'syntax-turtle', at: 16 }])
  })

  it.each([
    '<a:a> a <c:c> .',
    ':a <b:b> <c:c> .',
    "<a:a> <b:b> 'x' .",
    '<a:a> <b:b> 1 .',
    '<a:a> <b:b> <c:c>',
  ])('loses only a bad line: %s', (line) => {
    const graph = parseNTriples(document(`<a:a> <b:b> "1" .\n${line}\n<a:a> <b:b> "2" .\n`))
    expect(graph.problems).toHaveLength(1)
    expect(position(graph.source!, graph.problems[0].at!).line).toBe(2)
    expect(statements(graph).filter((s) => /"[12]"$/.test(s))).toHaveLength(2)
  })
})
