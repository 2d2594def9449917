// What a document is: by the user's word, its content, its media type, its name; and what encoding it came in.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Document, decodeDocument, detectSyntax, parse, type SyntaxId } from '../src/rdf/index.ts'

function document(text: string | Uint8Array, more: Partial<Document> = {}): Document {
  return { name: '-', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text, ...more }
}

const samples: readonly (readonly [text: string, syntax: SyntaxId])[] = [
  ['@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<a> a dcat:Catalog .', 'turtle'],
  ['# kommentar\nPREFIX dcat: <http://www.w3.org/ns/dcat#>\n<a> a dcat:Catalog .', 'turtle'],
  ['@base <https://example.se/> . <a> <b> <c> .', 'turtle'],
  ['<https://example.se/a> a <https://example.se/B> ; <https://example.se/p> "x" .', 'turtle'],
  ['[] a <https://example.se/B> .', 'turtle'],
  ['[ a <https://example.se/B> ] .', 'turtle'],
  ['<a> <b> <c> .\n_:x <b> "text \\" {"@sv .\n', 'ntriples'],
  ['<a> <b> "1"^^<t> <g> .\n<a> <b> <c> .', 'nquads'],
  ['@prefix ex: <https://example.se/> .\nex:g { ex:a ex:b ex:c }', 'trig'],
  ['{ <a> <b> <c> }', 'trig'],
  ['@prefix ex: <https://example.se/> .\nGRAPH <g> { ex:a ex:b ex:c }', 'trig'],
  ['@prefix ex: <https://example.se/> .\nex:a ex:b "i text: x {" .', 'turtle'],
  ['<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', 'rdfxml'],
  ['<!-- x --><rdf:RDF/>', 'rdfxml'],
  ['<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', 'rdfxml'],
  ['<csw:GetRecordsResponse xmlns:csw="x"><html/></csw:GetRecordsResponse>', 'rdfxml'],
  ['{"@context": {}, "@id": "a"}', 'jsonld'],
  ['  [ { "@id": "a" } ]', 'jsonld'],
  ['{ "dcat:title": "x", "@type": "dcat:Dataset" }', 'jsonld'],
]

describe('detectSyntax', () => {
  for (const [text, syntax] of samples) {
    it(`sees ${syntax} in ${text.slice(0, 50).replaceAll('\n', ' ')}`, () => {
      expect(detectSyntax(document(text))).toEqual({ syntax, problems: [] })
    })
  }

  it('lets the user decide', () => {
    expect(detectSyntax(document('<a> <b> <c> .'), { syntax: 'turtle' }).syntax).toBe('turtle')
    expect(detectSyntax(document('hello'), { syntax: 'trig' }).syntax).toBe('trig')
  })

  it('takes N-Triples for what the server or the name calls it, when it is that too', () => {
    const text = '<a> <b> <c> .'
    expect(detectSyntax(document(text, { name: 'a.ttl' }))).toEqual({ syntax: 'turtle', problems: [] })
    expect(detectSyntax(document(text, { mediaType: 'text/turtle' }))).toEqual({
      syntax: 'turtle',
      problems: [],
    })
  })

  it('asks the media type, then the name, when the content says nothing', () => {
    const text = 'x y z'
    expect(detectSyntax(document(text, { mediaType: 'text/turtle', name: 'a.rdf' })).syntax).toBe('turtle')
    expect(detectSyntax(document(text, { name: 'a.trig' })).syntax).toBe('trig')
  })

  it('says when the server states something else', () => {
    const found = detectSyntax(document(samples[0][0], { mediaType: 'application/rdf+xml' }))
    expect(found).toEqual({
      syntax: 'turtle',
      problems: [
        { rule: 'document-media-type', at: 0, params: { stated: 'application/rdf+xml', found: 'Turtle' } },
      ],
    })
    const html = detectSyntax(document(samples[0][0], { mediaType: 'text/html' }))
    expect(html.problems.map(({ rule }) => rule)).toEqual(['document-media-type'])
  })

  it('accepts media types that are general or say nothing', () => {
    const pairs: [string, number][] = [
      ['text/plain', 0],
      ['application/octet-stream', 0],
      ['application/xml', 12],
      ['text/xml', 12],
      ['application/json', 16],
    ]
    for (const [mediaType, i] of pairs) {
      expect(detectSyntax(document(samples[i][0], { mediaType }))).toEqual({
        syntax: samples[i][1],
        problems: [],
      })
    }
  })

  it('says when the name promises something else', () => {
    expect(detectSyntax(document(samples[0][0], { name: 'katalog.rdf' }))).toEqual({
      syntax: 'turtle',
      problems: [{ rule: 'document-extension', at: 0, params: { found: 'Turtle' } }],
    })
    expect(detectSyntax(document(samples[0][0], { name: 'katalog.v2' })).problems).toEqual([])
  })
})

describe('what is no RDF', () => {
  const table: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['an empty file', '', 'document-empty'],
    ['nothing but space', ' \n\t ', 'document-empty'],
    ['a web page', '<!DOCTYPE html><html><body>Logga in</body></html>', 'document-html'],
    ['a web page with a comment', '<!-- x -->\n<HTML>\n', 'document-html'],
    [
      'a web page in XHTML',
      '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
      'document-html',
    ],
    ['an error in JSON', '{"error": {"code": 404, "message": "Not found"}}', 'document-json-error'],
    ['a message in JSON', '{ "status": 500, "message": "Internt fel" }', 'document-json-error'],
    ['other JSON', '{ "datasets": [1, 2] }', 'document-not-rdf'],
    ['prose', 'Hej! Här kommer katalogen snart.', 'document-not-rdf'],
    ['a table', 'namn;beskrivning\nLuft;Mätvärden\n', 'document-not-rdf'],
    ['gzip', gzipSync('x'), 'document-binary'],
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'document-binary'],
    ['PDF', '%PDF-1.7', 'document-binary'],
    ['bytes with zeros', Uint8Array.of(65, 0, 0, 66), 'document-binary'],
  ]
  for (const [name, content, rule] of table) {
    it(`is named: ${name}`, async () => {
      const graph = await parse(document(content))
      expect(graph.quads.count).toBe(0)
      expect(graph.problems.map((problem) => problem.rule)).toEqual([rule])
    })
  }

  it('is named in both languages', () => {
    const sheet = new Uint8Array([0x50, 0x4b, 3, 4, ...new TextEncoder().encode('xl/workbook.xml')])
    expect(detectSyntax(document(sheet)).problems[0].params?.kind).toEqual({
      sv: 'ett Excel-ark',
      en: 'an Excel sheet',
    })
  })
})

const text = '<a> <b> "åäö" .'
const utf8 = new TextEncoder().encode(text)

describe('decodeDocument', () => {
  const rules = (bytes: Uint8Array, charset?: string) => {
    const decoded = decodeDocument(bytes, charset ? { charset } : {})
    return [
      new TextDecoder().decode(decoded.bytes),
      ...decoded.problems.map(({ rule, params }) => params?.encoding ?? rule),
    ]
  }
  const latin1 = Buffer.from(text, 'latin1')

  it('leaves UTF-8 alone', () => {
    expect(decodeDocument(utf8)).toEqual({ bytes: utf8, problems: [] })
    expect(rules(utf8, 'iso-8859-1')).toEqual([text])
  })

  it('takes away a byte order mark', () => {
    expect(rules(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toEqual([text, 'document-bom'])
  })

  it('reads UTF-16 both ways', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(rules(little)).toEqual([text, 'UTF-16LE'])
    expect(rules(Buffer.from(little).swap16())).toEqual([text, 'UTF-16BE'])
  })

  it('believes the XML declaration, then the server, and else takes windows-1252', () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-2"?><a>ą</a>'
    const bytes = Buffer.from(xml.replace('ą', '\u00b1'), 'latin1')
    expect(rules(bytes, 'windows-1252')).toEqual([xml, 'ISO-8859-2'])
    expect(rules(latin1, 'iso-8859-15')).toEqual([text, 'ISO-8859-15'])
    expect(rules(latin1)).toEqual([text, 'windows-1252'])
    expect(rules(latin1, 'utf-8')).toEqual([text, 'windows-1252'])
    expect(rules(latin1, 'no-such-thing')).toEqual([text, 'windows-1252'])
  })

  it('points at text that was encoded twice', () => {
    const twice = Buffer.from('<a> <b> "VÃ¤der" .', 'utf8')
    expect(decodeDocument(twice).problems).toEqual([{ rule: 'document-mojibake', at: 10 }])
  })

  it('does not touch what is no text', () => {
    const bytes = gzipSync('x')
    expect(decodeDocument(bytes)).toEqual({ bytes, problems: [] })
  })
})

describe('parse', () => {
  it('puts what it found out about the document before the faults in it', async () => {
    const graph = await parse(document('<a> <b> <c> .\n<a> <b> oops', { name: 'a.rdf' }), {})
    expect(graph.problems.map(({ rule }) => rule)).toContain('document-extension')
    expect(graph.problems[0].rule).toBe('document-extension')
  })
})
