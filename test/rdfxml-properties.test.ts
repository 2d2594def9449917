// RDF/XML as properties: random graphs come back as they were written, and no damage makes the reader throw,
// run away, or point outside the text.
import fc from 'fast-check'
import { DataFactory, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { parseRdfXml, rdfxmlTokenEnd } from '../src/rdf/rdfxml/index.ts'
import { quadsOf, sameQuads } from './support/n3-oracle.ts'
import { rdf, read } from './support/rdfxml-text.ts'

const { namedNode, blankNode, literal, quad } = DataFactory
const EX = 'http://example.se/ns#'

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((s) => s.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
const iri = fc
  .constantFrom('a', 'b?x=1&y=2', 'å', "c'd", 'e#f')
  .map((s) => namedNode(`http://example.se/${s}`))
const blank = fc.constantFrom('x', 'y', 'z').map((s) => blankNode(s))
const value = fc.oneof(
  text.map((s) => literal(s)),
  fc.tuple(text, fc.constantFrom('sv', 'en-gb')).map(([s, lang]) => literal(s, lang)),
  fc.tuple(text, fc.constantFrom('p', 'q')).map(([s, type]) => literal(s, namedNode(EX + type))),
)
const statement = fc
  .tuple(fc.oneof(iri, blank), fc.constantFrom('p', 'q', 'r'), fc.oneof(iri, blank, value))
  .map(([s, p, o]) => quad(s, namedNode(EX + p), o))

/** Choices of the writer: which of several ways to write the same thing. */
const style = fc.record({
  cdata: fc.boolean(),
  numeric: fc.boolean(),
  apostrophe: fc.boolean(),
  comment: fc.boolean(),
  nested: fc.boolean(),
})
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never

function escaped(s: string, { numeric }: Style): string {
  return s.replace(/[&<>"'\r\n\t]/g, (c) => {
    const named: Record<string, string> = {
      '&': '&amp;',
      '<': '&lt;',
      '>': '&gt;',
      '"': '&quot;',
      "'": '&apos;',
    }
    return (numeric ? undefined : named[c]) ?? `&#${c.charCodeAt(0)};`
  })
}

function attribute(name: string, content: string, as: Style): string {
  const quote = as.apostrophe ? "'" : '"'
  return ` ${name}=${quote}${escaped(content, as)}${quote}`
}

function naming(term: Quad['subject'] | Quad['object'], as: Style, iriName: string): string {
  return attribute(term.termType === 'BlankNode' ? 'rdf:nodeID' : iriName, term.value, as)
}

function property({ predicate, object }: Quad, as: Style): string {
  const name = `ex:${predicate.value.slice(EX.length)}`
  if (object.termType !== 'Literal') {
    if (!as.nested) return `<${name}${naming(object, as, 'rdf:resource')} />`
    return `<${name}>\r\n<rdf:Description${naming(object, as, 'rdf:about')}/> </${name}>`
  }
  const kind = object.language
    ? attribute('xml:lang', object.language, as)
    : object.datatype.value.startsWith(EX)
      ? attribute('rdf:datatype', object.datatype.value, as)
      : ''
  const plain = as.cdata && !/\]\]>|\r/.test(object.value)
  const content = plain ? `<![CDATA[${object.value}]]>` : escaped(object.value, as)
  return `<${name}${kind}>${as.comment ? '<!-- & -->' : ''}${content}</${name}>`
}

const write = (quads: readonly Quad[], as: Style) =>
  rdf(
    quads
      .map(
        (q) =>
          `<rdf:Description${naming(q.subject, as, 'rdf:about')}>\n ${property(q, as)}</rdf:Description>`,
      )
      .join('\n'),
  )

describe('RDF/XML of random graphs', () => {
  it('reads back as the graph', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), style, (quads, as) => {
        const graph = read(write(quads, as))
        const distinct = [
          ...new Map(quads.map((q) => [`${q.subject.id}\n${q.predicate.id}\n${q.object.id}`, q])).values(),
        ]
        expect(graph.problems).toEqual([])
        expect(sameQuads(quadsOf(graph), distinct)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('damaged RDF/XML', () => {
  const sample = `<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF [<!ENTITY e "http://example.se/">]>\n${rdf(
    `<ex:A rdf:about="&e;a" xml:lang='sv'><!-- c --><ex:p>x &amp; y</ex:p><ex:q rdf:parseType="Literal"><b>z</b></ex:q>
<ex:r rdf:parseType="Collection"><ex:B ex:s="1"/></ex:r><ex:t><![CDATA[<>]]></ex:t><ex:u rdf:nodeID="n"/></ex:A>`,
  )}`
  const pieces = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '</',
    '<!--',
    '<![CDATA[',
    ']]>',
    '<?',
    '<!',
    '=',
    ':',
    ' ',
    '</ex:A>',
    '<ex:A>',
    '\u0000',
    'é',
  )
  const cut = fc.record({
    at: fc.nat(sample.length),
    drop: fc.nat(12),
    put: fc.oneof(fc.constant(''), pieces),
  })

  it('never throws and never points outside', () => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 5 }), (cuts) => {
        let damaged = sample
        for (const { at, drop, put } of cuts) damaged = damaged.slice(0, at) + put + damaged.slice(at + drop)
        const bytes = new TextEncoder().encode(damaged)
        const graph = parseRdfXml({ name: 'x', bytes })
        for (const { at } of graph.problems) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThanOrEqual(bytes.length)
          expect(rdfxmlTokenEnd(bytes, at!)).toBeGreaterThanOrEqual(Math.min(at!, bytes.length))
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('bytes that are no text at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parseRdfXml({ name: 'x', bytes }).problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('takes time in proportion to its size, whatever is repeated', () => {
    const n = 200_000
    const bad = [
      '<a ',
      '<',
      '&',
      '</x>',
      '<x>',
      '<!--',
      '<![CDATA[',
      '<!',
      '<a b="',
      '<a b="<',
      ']]>',
      '<?x',
      '<!DOCTYPE [',
    ]
    for (const piece of bad) {
      const graph = read(rdf(`<ex:A>${piece.repeat(n)}`))
      expect(graph.problems.length).toBeLessThanOrEqual(1002)
    }
  })
})
