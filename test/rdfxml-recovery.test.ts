// Bad RDF/XML: what is said about it and where, and what is still read.
import { describe, expect, it } from 'vitest'
import { problems, rdf, read, says } from './support/rdfxml-text.ts'

const A = '<ex:A rdf:about="http://example.se/a">'
const a = '<http://example.se/a>'
const b = '<http://example.se/b>'

interface Case {
  readonly is: string
  readonly xml: string
  /** `line:column` and the beginning of the reason. */
  readonly said: readonly string[]
  /** What is read, beside that a is an ex:A. */
  readonly read: string
}

const xmlFaults: readonly Case[] = [
  {
    is: 'an end tag with the wrong name',
    xml: rdf(`${A}\n<ex:p>x</ex:q>\n<ex:r>y</ex:r></ex:A>`),
    said: ['3:8 </ex:q> stands where </ex:p> should'],
    read: `${a} ex:p "x" ; ex:r "y" .`,
  },
  {
    is: 'an element that is not closed',
    xml: rdf(`${A}\n<ex:p>x</ex:A>\n<ex:B rdf:about="http://example.se/b"/>`),
    said: ['3:8 </ex:A> comes before <ex:p> is closed'],
    read: `${a} ex:p "x" . ${b} a ex:B .`,
  },
  {
    is: 'an end tag too many',
    xml: rdf(`${A}\n</ex:p><ex:q>x</ex:q></ex:A>`),
    said: ['3:1 </ex:p> does not close any open element'],
    read: `${a} ex:q "x" .`,
  },
  {
    is: 'a file cut off in a text',
    xml: rdf(`${A}\n<ex:p>x</ex:p>\n<ex:q>cut o`).replace(/\n<\/rdf:RDF>$/, ''),
    said: ['4:1 the file ends before <ex:q> is closed'],
    read: `${a} ex:p "x" .`,
  },
  {
    is: 'a file cut off in a tag',
    xml: rdf(`${A}\n<ex:p>x</ex:p>\n<ex:q rdf:res`).replace(/\n<\/rdf:RDF>$/, ''),
    said: ['4:1 the file ends in the middle of a tag'],
    read: `${a} ex:p "x" .`,
  },
  {
    is: '& in an address and in a text',
    xml: rdf(`${A}\n<ex:p rdf:resource="http://example.se/?a=1&b=2"/>\n<ex:q>R&D &copy; &#0;</ex:q></ex:A>`),
    said: [
      '3:43 the character & must be written &amp;',
      '4:8 the character & must be written &amp;',
      '4:11 &copy; is not declared',
      '4:18 &#0; is not a character allowed in XML',
    ],
    read: `${a} ex:p <http://example.se/?a=1&b=2> ; ex:q "R&D &copy; &#0;" .`,
  },
  {
    is: '< in a text',
    xml: rdf(`${A}\n<ex:q>1 < 2 <3</ex:q></ex:A>`),
    said: ['3:9 the character < must', '3:13 the character < must'],
    read: `${a} ex:q "1 < 2 <3" .`,
  },
  {
    is: '< in an attribute',
    xml: rdf(`<ex:A rdf:about="http://example.se/a" ex:s="a<b"/>`),
    said: ['2:46 the character < must be written &lt;'],
    read: `${a} ex:s "a<b" .`,
  },
  {
    is: 'a quotation mark forgotten',
    xml: rdf(`${A}\n<ex:p rdf:resource="http://example.se/b/>\n<ex:q xml:lang="sv">y</ex:q></ex:A>`),
    said: ['3:7 the value of the attribute rdf:resource has no closing'],
    read: `${a} ex:p ${b} ; ex:q "y"@sv .`,
  },
  {
    is: 'a tag that is not ended',
    xml: rdf(`${A}\n<ex:p rdf:resource="http://example.se/b"\n<ex:q>y</ex:q></ex:A>`),
    said: ['3:1 the tag <ex:p has no closing >'],
    read: `${a} ex:p ${b} ; ex:q "y" .`,
  },
  {
    is: 'an attribute twice',
    xml: rdf(`<ex:A rdf:about="http://example.se/a"\n rdf:about="http://example.se/b"/>`),
    said: ['3:2 the attribute rdf:about stands twice'],
    read: '',
  },
  {
    is: 'an attribute without quotation marks, and one without value',
    xml: rdf(`${A}\n<ex:p rdf:resource=http://example.se/b/>\n<ex:q hidden>x</ex:q></ex:A>`),
    said: ['3:7 the attribute rdf:resource has no value', '4:7 the attribute hidden has no value'],
    read: `${a} ex:p ${b} ; ex:q "x" .`,
  },
  {
    is: 'a usual prefix not declared: its usual namespace is taken',
    xml: rdf(`${A}\n<foaf:name>x</foaf:name>\n<foaf:name>y</foaf:name></ex:A>`),
    said: ['3:1 the prefix foaf is not declared; add xmlns:foaf="http://xmlns.com/foaf/0.1/"'],
    read: `${a} <http://xmlns.com/foaf/0.1/name> "x", "y" .`,
  },
  {
    is: 'an unknown prefix not declared: left out',
    xml: rdf(`${A}\n<zz:p><ex:B/></zz:p><zz:q/><ex:q zz:a="1">y</ex:q></ex:A>`),
    said: ['3:1 the prefix zz is not declared'],
    read: `${a} ex:q "y" .`,
  },
  {
    is: 'a second root',
    xml: `${rdf(`${A}</ex:A>`)}\n${rdf('<ex:B rdf:about="http://example.se/b"/>')}`,
    said: ['4:1 the file has more than one root element; <rdf:RDF>'],
    read: `${b} a ex:B .`,
  },
  {
    is: 'text outside the root',
    xml: `x\n${rdf(`${A}</ex:A>`)}\ny`,
    said: ['1:1 the text “x” stands outside', '5:1 the text “y” stands outside'],
    read: '',
  },
  {
    is: 'an empty line before the XML declaration',
    xml: `\n<?xml version="1.0"?>\n${rdf(`${A}</ex:A>`)}`,
    said: ['2:1 the XML declaration <?xml …?> must be the very first'],
    read: '',
  },
  {
    is: 'a control character, said once',
    xml: rdf(`${A}\n<ex:p>x\u0001y\u0001</ex:p></ex:A>`),
    said: ['3:8 the control character U+0001'],
    read: `${a} ex:p "x\\u0001y\\u0001" .`,
  },
  {
    is: '-- in a comment and ]]> in a text',
    xml: rdf(`<!-- a -- b -->\n${A}<ex:p>x]]>y</ex:p></ex:A>`),
    said: ['2:8 a comment may not contain --', '3:46 ]]> may not stand in plain text'],
    read: `${a} ex:p "x]]>y" .`,
  },
]

const grammarFaults: readonly Case[] = [
  {
    is: 'two nodes in a property',
    xml: rdf(`${A}\n<ex:p><ex:B rdf:about="http://example.se/b"/>\n<ex:C/></ex:p></ex:A>`),
    said: ['4:1 <ex:p> has more than one element'],
    read: `${a} ex:p ${b}, [ a ex:C ] . ${b} a ex:B .`,
  },
  {
    is: 'text and a node in a property',
    xml: rdf(`${A}\n<ex:p>x <ex:B rdf:about="http://example.se/b"/> y</ex:p></ex:A>`),
    said: ['3:7 <ex:p> has both text and elements'],
    read: `${a} ex:p ${b} . ${b} a ex:B .`,
  },
  {
    is: 'text in a node',
    xml: rdf(`${A}\n hej\n</ex:A>`),
    said: ['3:2 the text “hej” stands directly in <ex:A>'],
    read: '',
  },
  {
    is: 'a node directly in a node',
    xml: rdf(`${A}\n<ex:B rdf:about="http://example.se/b"><ex:q>x</ex:q></ex:B></ex:A>`),
    said: ['3:1 <ex:B> cannot be a property'],
    read: `${b} a ex:B ; ex:q "x" .`,
  },
  {
    is: 'rdf:about where rdf:resource was meant, and the reverse',
    xml: rdf(
      `${A}\n<ex:p rdf:about="http://example.se/b"/></ex:A>\n<ex:B rdf:resource="http://example.se/b"/>`,
    ),
    said: ['3:7 the attribute rdf:about may not', '4:7 the attribute rdf:resource may not'],
    read: `${a} ex:p ${b} . ${b} a ex:B .`,
  },
  {
    is: 'an attribute and a content',
    xml: rdf(`${A}\n<ex:p rdf:resource="http://example.se/b">x</ex:p>\n<ex:q ex:lang="sv">y</ex:q></ex:A>`),
    said: ['3:42 <ex:p> gets its value from an attribute', '4:7 <ex:q> has both ex:lang and content'],
    read: `${a} ex:p ${b} ; ex:q "y" .`,
  },
  {
    is: 'attributes that exclude each other',
    xml: rdf(`${A}\n<ex:p rdf:resource="http://example.se/b"\n rdf:nodeID="n"/></ex:A>`),
    said: ['4:2 the attributes rdf:resource and rdf:nodeID may not'],
    read: `${a} ex:p ${b} .`,
  },
  {
    is: 'parseType with rdf:resource',
    xml: rdf(
      `${A}\n<ex:p rdf:parseType="Resource"\n rdf:resource="http://example.se/b"><ex:q>x</ex:q></ex:p></ex:A>`,
    ),
    said: ['4:2 the attributes rdf:parseType and rdf:resource may not'],
    read: `${a} ex:p [ ex:q "x" ] .`,
  },
  {
    is: 'names RDF does not allow',
    xml: rdf(
      `<ex:A rdf:about="http://example.se/a"\n rdf:aboutEach="x" rdf:li="y">\n<rdf:ID>x</rdf:ID></ex:A>`,
    ),
    said: [
      '3:2 the attribute rdf:aboutEach',
      '3:20 the attribute rdf:li',
      '4:1 <rdf:ID> cannot be a property',
    ],
    read: '',
  },
  {
    is: 'names that are no names, and one used twice',
    xml: rdf(
      `${A}</ex:A><ex:A rdf:ID="x"/>\n<ex:B rdf:ID="x"/>\n<ex:B rdf:nodeID="1/2"/>`,
      'xml:base="http://example.se/"',
    ),
    said: ['3:7 rdf:ID="x" is used twice', '4:7 the value “1/2” of rdf:nodeID is not an allowed name'],
    read: '<http://example.se/#x> a ex:A, ex:B . _:n a ex:B .',
  },
  {
    is: 'an element and an attribute without namespace',
    xml: rdf(`${A}\n<title>x</title>\n<ex:p lang="sv">y</ex:p></ex:A>`),
    said: ['3:1 the element <title> has no namespace', '4:7 the attribute lang has no prefix'],
    read: `${a} ex:p "y" .`,
  },
]

describe.each([
  ['bad XML', xmlFaults],
  ['bad RDF/XML', grammarFaults],
])('%s', (_, cases) => {
  it.each(cases)('$is', ({ xml, said, read: turtle }) => {
    const graph = read(xml)
    expect(new Set(graph.problems.map(({ rule }) => rule))).toEqual(new Set(['syntax-rdfxml']))
    const found = problems(graph).map((line) => line.replace('syntax-rdfxml ', ''))
    expect(found.map((line, i) => line.slice(0, said[i]?.length))).toEqual(said)
    expect(says(graph, `${a} a ex:A . ${turtle}`)).toBe(true)
  })
})

it('nesting beyond the limit is said once and passed over', () => {
  const graph = read(
    rdf(`${A}${'<ex:p><ex:B>'.repeat(400)}${'</ex:B></ex:p>'.repeat(400)}\n<ex:q>x</ex:q></ex:A>`),
  )
  expect(problems(graph)).toEqual(['2:3099 syntax-rdfxml the elements are nested deeper than 512 levels'])
  expect(graph.quads.count).toBe(1 + 255 * 2 + 1)
})

describe('entities that are not used', () => {
  const withDoctype = (subset: string, text: string) =>
    read(`<!DOCTYPE rdf:RDF [\n${subset}\n]>\n${rdf(`${A}<ex:p>${text}</ex:p></ex:A>`)}`)

  it.each([
    ['in another file', '<!ENTITY x SYSTEM "file:///etc/passwd">', 'the entity x lives in another file'],
    ['with a tag inside', '<!ENTITY x "<ex:B/>">', 'the entity x cannot be used'],
    ['inside itself', '<!ENTITY x "1&x;">', 'the entity x cannot be used'],
    ['of parameters', '<!ENTITY % x "y">', 'parameter entities (%) are not read'],
  ])('%s', (_, subset, reason) => {
    const graph = withDoctype(subset, subset.includes('%') ? 'y' : '&x;')
    expect(problems(graph)[0]).toContain(`2:1 syntax-rdfxml-entity ${reason}`)
    expect(says(graph, `${a} a ex:A ; ex:p "${subset.includes('%') ? 'y' : '&x;'}" .`)).toBe(true)
  })

  it('growing without end', () => {
    const tenfold = [...'bcdefg'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdef'[i]};`.repeat(10)}">`)
    const graph = withDoctype(`<!ENTITY a "${'ha'.repeat(50)}">${tenfold.join('')}`, '&g;')
    expect(graph.problems.map(({ rule }) => rule)).toEqual(['syntax-rdfxml-entity'])
  })

  it('repeated until they are too much', () => {
    const graph = withDoctype(`<!ENTITY a "${'ha'.repeat(5000)}">`, '&a;'.repeat(500))
    expect(problems(graph)).toHaveLength(1)
    expect(problems(graph)[0]).toContain('the entities become too much text')
    expect(graph.dictionary.arenaEnd).toBeLessThan(1_100_000)
  })
})

describe('what is not RDF/XML', () => {
  const CSW = 'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"'

  it.each([
    ['a web page', '<!DOCTYPE html>\n<html><p>x<br></html>', '1:1 document-html html'],
    ['a web page without DOCTYPE', '\n<HTML><p>x</HTML>', '2:1 document-html HTML'],
    ['other XML', `<csw:R ${CSW} n="1">t<csw:s a="1" a="2"/></csw:R>`, '1:1 document-not-rdf csw:R'],
    ['XML without namespace', '<a><b/></a>', '1:1 document-not-rdf a'],
    ['JSON', '{"a": "b"}', '1:1 syntax-rdfxml the file has no XML element'],
    ['Turtle', '<a:a> <b:b> "x" .', '1:1 document-not-rdf a:a'],
    ['nothing', ' \n', '1:1 syntax-rdfxml the file is empty'],
  ])('%s', (_, text, said) => {
    const graph = read(text)
    expect(problems(graph).map((line) => line.slice(0, said.length))).toEqual([said])
    expect(graph.quads.count).toBe(0)
  })

  it('an envelope around RDF', () => {
    const part = (name: string) => rdf(`<ex:A rdf:about="http://example.se/${name}"/>`)
    const graph = read(
      `<csw:R ${CSW} n="1">\n<csw:S>${part('a')}</csw:S>\n<csw:S>${part('b')}</csw:S></csw:R>`,
    )
    expect(problems(graph)).toEqual(['1:1 syntax-rdfxml-envelope csw:R'])
    expect(says(graph, `${a} a ex:A . ${b} a ex:A .`)).toBe(true)
  })
})
