// RDF/XML as it should be: what each construct means, and where it says it stands.
import { describe, expect, it } from 'vitest'
import { iriId, locationAt, offsetOf } from '../src/rdf/index.ts'
import { rdfxmlTokenEnd } from '../src/rdf/rdfxml/index.ts'
import { namespaces, problems, rdf, read, says } from './support/rdfxml-text.ts'

const A = '<rdf:Description rdf:about="http://example.se/a">'
const END = '</rdf:Description>'
const a = '<http://example.se/a>'

const means: readonly (readonly [string, string, string])[] = [
  ['a typed node', '<dcat:Dataset rdf:about="http://example.se/a"/>', `${a} a dcat:Dataset .`],
  ['plain text', `${A}<dct:title>Luft &amp; vatten</dct:title>${END}`, `${a} dct:title "Luft & vatten" .`],
  ['a language', `${A}<dct:title xml:lang="sv-SE">Å</dct:title>${END}`, `${a} dct:title "Å"@sv-SE .`],
  [
    'an inherited language, and its end',
    `<ex:A rdf:about="http://example.se/a" xml:lang="sv"><ex:p>x</ex:p><ex:p xml:lang="">y</ex:p></ex:A>`,
    `${a} a ex:A ; ex:p "x"@sv, "y" .`,
  ],
  [
    'a datatype, stronger than a language',
    `${A}<ex:p xml:lang="sv" rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2024-01-01</ex:p>${END}`,
    `${a} ex:p "2024-01-01"^^xsd:date .`,
  ],
  ['an empty value', `${A}<ex:p/><ex:q></ex:q>${END}`, `${a} ex:p "" ; ex:q "" .`],
  ['white space as a value', `${A}<ex:p> \n</ex:p>${END}`, `${a} ex:p " \\n" .`],
  ['line ends of Windows', `${A}<ex:p>x\r\ny\rz</ex:p>${END}`, `${a} ex:p "x\\ny\\nz" .`],
  ['CDATA', `${A}<ex:p>1 <![CDATA[<b>&amp;</b>]]> 2</ex:p>${END}`, `${a} ex:p "1 <b>&amp;</b> 2" .`],
  ['a comment inside text', `${A}<ex:p>x<!-- <no> -->y</ex:p>${END}`, `${a} ex:p "xy" .`],
  ['characters by number', `${A}<ex:p>&#228;&#xE5;&#x1F600;</ex:p>${END}`, `${a} ex:p "äå😀" .`],
  [
    'a resource',
    `${A}<ex:p rdf:resource="http://example.se/b?x=1&amp;y=2"/>${END}`,
    `${a} ex:p <http://example.se/b?x=1&y=2> .`,
  ],
  [
    'a nested node',
    `${A}<ex:p> <ex:B><ex:q>x</ex:q></ex:B> </ex:p>${END}`,
    `${a} ex:p [ a ex:B ; ex:q "x" ] .`,
  ],
  [
    'one blank node named twice',
    `${A}<ex:p rdf:nodeID="n"/>${END}<rdf:Description rdf:nodeID="n" ex:q="x"/>`,
    `${a} ex:p _:n . _:n ex:q "x" .`,
  ],
  [
    'property attributes of a node',
    `<rdf:Description rdf:about="http://example.se/a" ex:p="x" rdf:type="http://example.se/ns#T"/>`,
    `${a} ex:p "x" ; a ex:T .`,
  ],
  ['property attributes of a property', `${A}<ex:p ex:q="x"/>${END}`, `${a} ex:p [ ex:q "x" ] .`],
  [
    'property attributes of a resource',
    `${A}<ex:p rdf:resource="http://example.se/b" ex:q="x"/>${END}`,
    `${a} ex:p <http://example.se/b> . <http://example.se/b> ex:q "x" .`,
  ],
  [
    'parseType Resource',
    `${A}<ex:p rdf:parseType="Resource"><ex:q>x</ex:q></ex:p>${END}`,
    `${a} ex:p [ ex:q "x" ] .`,
  ],
  [
    'parseType Collection',
    `${A}<ex:p rdf:parseType="Collection"><ex:B/><rdf:Description rdf:about="http://example.se/b"/></ex:p>${END}`,
    `${a} ex:p ( [ a ex:B ] <http://example.se/b> ) .`,
  ],
  ['an empty collection', `${A}<ex:p rdf:parseType="Collection"/>${END}`, `${a} ex:p () .`],
  [
    'parseType Literal, canonical',
    `${A}<ex:p rdf:parseType="Literal">x &lt; <ex:b z="1" a='"'/><!--c--><![CDATA[>]]></ex:p>${END}`,
    `${a} ex:p "x &lt; <ex:b xmlns:ex=\\"http://example.se/ns#\\" a=\\"&quot;\\" z=\\"1\\"></ex:b><!--c-->&gt;"^^rdf:XMLLiteral .`,
  ],
  [
    'an unknown parseType, as Literal',
    `${A}<ex:p rdf:parseType="x">y</ex:p>${END}`,
    `${a} ex:p "y"^^rdf:XMLLiteral .`,
  ],
  [
    'rdf:li',
    `<rdf:Bag rdf:about="http://example.se/a"><rdf:li>x</rdf:li><rdf:_5>v</rdf:_5><rdf:li>y</rdf:li></rdf:Bag>`,
    `${a} a rdf:Bag ; rdf:_1 "x" ; rdf:_5 "v" ; rdf:_2 "y" .`,
  ],
  [
    'another namespace for one element',
    `${A}<ex:p xmlns:ex="http://example.se/other#">x</ex:p><ex:p>y</ex:p>${END}`,
    `${a} <http://example.se/other#p> "x" ; ex:p "y" .`,
  ],
  [
    'a default namespace',
    `<Dataset xmlns="http://www.w3.org/ns/dcat#" rdf:about="http://example.se/a"/>`,
    `${a} a dcat:Dataset .`,
  ],
]

describe('what RDF/XML means', () => {
  it.each(means)('%s', (_, body, turtle) => {
    const graph = read(rdf(body))
    expect(problems(graph)).toEqual([])
    expect(says(graph, turtle)).toBe(true)
  })

  it('a root that is a node', () => {
    const graph = read(`<dcat:Dataset ${namespaces} rdf:about="http://example.se/a"/>`)
    expect(problems(graph)).toEqual([])
    expect(says(graph, `${a} a dcat:Dataset .`)).toBe(true)
  })

  it('a statement about a statement', () => {
    const graph = read(rdf(`${A}<ex:p rdf:ID="s">x</ex:p>${END}`, 'xml:base="http://example.se/d"'))
    const s = '<http://example.se/d#s>'
    const about = `${s} a rdf:Statement ; rdf:subject ${a} ; rdf:predicate ex:p ; rdf:object "x" .`
    expect(problems(graph)).toEqual([])
    expect(says(graph, `${a} ex:p "x" . ${about}`)).toBe(true)
  })

  it('entities that the document declares', () => {
    const entities =
      '<!ENTITY e "http://example.se/"> <!ENTITY n "&e;ns#"> <!ENTITY s "it&#39;s &#38;amp; so">'
    const body = `<rdf:Description rdf:about="&e;a"><ex:p rdf:resource="&n;q"/><ex:r>&s;</ex:r></rdf:Description>`
    const graph = read(`<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF [ ${entities} ]>\n${rdf(body)}`)
    expect(problems(graph)).toEqual([])
    expect(says(graph, `${a} ex:p ex:q ; ex:r "it's & so" .`)).toBe(true)
  })
})

describe('relative IRIs in RDF/XML', () => {
  const body = '<ex:A rdf:about="b"><ex:p rdf:resource="#c"/><ex:p rdf:resource="../d"/></ex:A>'

  it('resolve against xml:base, with one word about it', () => {
    const graph = read(rdf(body, 'xml:base="http://example.se/x/y#z"'))
    expect(problems(graph)).toEqual(['2:7 iri-relative-base b'])
    const [b, c, d] = ['x/b', 'x/y#c', 'd'].map((path) => `<http://example.se/${path}>`)
    expect(says(graph, `${b} a ex:A ; ex:p ${c}, ${d} .`)).toBe(true)
  })

  it('resolve against where the document was got, each reported', () => {
    const graph = read(rdf(body), { base: 'http://example.se/x/y' })
    expect(problems(graph)).toEqual(['2:7 iri-relative b', '2:27 iri-relative #c', '2:52 iri-relative ../d'])
    const [b, c, d] = ['x/b', 'x/y#c', 'd'].map((path) => `<http://example.se/${path}>`)
    expect(says(graph, `${b} a ex:A ; ex:p ${c}, ${d} .`)).toBe(true)
  })

  it('stay as written when there is nothing to resolve against', () => {
    const graph = read(rdf(body))
    expect(problems(graph)).toEqual(['2:7 iri-relative b', '2:27 iri-relative #c', '2:52 iri-relative ../d'])
    expect(iriId(graph, '../d')).toBeGreaterThan(0)
  })

  it('are not what spaces and Windows paths are taken for', () => {
    const odd = '<ex:A rdf:about=" http://example.se/a"/><ex:A rdf:about="C:\\data"/>'
    const graph = read(rdf(odd, 'xml:base="http://example.se/"'))
    expect(problems(graph).map((line) => line.split(' ')[1])).toEqual(['iri-space', 'iri-windows-path'])
    expect(iriId(graph, ' http://example.se/a')).toBeGreaterThan(0)
  })
})

describe('places in RDF/XML', () => {
  const graph = read(
    rdf(
      '<dcat:Dataset rdf:about="http://example.se/a"\n  ex:q="v">\n  <dct:title>x y</dct:title>\n</dcat:Dataset>',
    ),
  )
  const place = (offset: number) => {
    const { line, column, endLine, endColumn } = locationAt(graph.source!, offset)
    return `${line}:${column}-${endLine}:${endColumn}`
  }
  const subject = iriId(graph, 'http://example.se/a')

  it('are the node element, the property element and the property attribute', () => {
    expect(place(offsetOf(graph, subject))).toBe('2:1-3:12')
    expect(place(offsetOf(graph, subject, iriId(graph, 'http://purl.org/dc/terms/title')))).toBe('4:3-4:14')
    expect(place(offsetOf(graph, subject, iriId(graph, 'http://example.se/ns#q')))).toBe('3:3-3:11')
  })

  it.each([
    ['<a b=">" c>x', '<a b=">" c>'],
    ['</a>x', '</a>'],
    ['b = "1 2" c', 'b = "1 2"'],
    ['some text \n<b>', 'some text'],
    ['&aring;x', '&aring;'],
    ['& x', '&'],
    ['<a href="x>\n<b>', '<a href="x>'],
    ['', ''],
  ])('%s ends after %s', (text, token) => {
    expect(rdfxmlTokenEnd(new TextEncoder().encode(text), 0)).toBe(token.length)
  })
})
