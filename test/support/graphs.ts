// Random graphs for property tests: awkward literals, shared and cyclic blank nodes, lists, named graphs.
import fc from 'fast-check'
import { BLANK } from '../../src/rdf/dictionary.ts'
import { createGraphBuilder, type Graph, ID, internLang, internString, LITERAL } from '../../src/rdf/index.ts'

const XSD = 'http://www.w3.org/2001/XMLSchema#'

const iris = fc.constantFrom(
  'https://example.se/a',
  'https://example.se/b/c?d=e&f=å#g',
  'http://www.w3.org/ns/dcat#Dataset',
  'http://www.w3.org/ns/dcat#Catalog',
  'urn:uuid:3f0a',
  'mailto:data@example.se',
  'dcat:notAPrefix',
  'https://example.se/ns#1',
  'https://example.se/ns#',
)
const predicates = fc.constantFrom(
  'http://purl.org/dc/terms/title',
  'http://purl.org/dc/terms/publisher',
  'http://purl.org/dc/terms/issued',
  'http://www.w3.org/ns/dcat#distribution',
  'http://www.w3.org/ns/dcat#byteSize',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  'https://example.se/ns#p',
  'https://example.org/p_2',
  'https://example.se/å/ö',
)
/** `isXml`: only characters that XML can hold. */
const texts = (isXml: boolean) =>
  fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'a"b',
      '"""',
      'x\ny',
      '\\',
      'tab\there',
      'å ä ö 🎉',
      ']]>',
      '<&>',
      'slut"',
      'rad\n\nrad "två"""',
    ),
    fc.constantFrom('5', '-0.5', '1e3', 'true', '\r\n', 'a\rb', '2024-01-01', '\u00a0', '\ud7ff\ue000'),
    isXml ? fc.constant('x') : fc.constantFrom('\u0000', '\u0001\u001f', '\u007f', '\ufffe'),
    fc
      .string({ maxLength: 12 })
      .filter((text) => !isXml || !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)),
  )

export type Value =
  | { readonly iri: string }
  | { readonly blank: number }
  | { readonly text: string; readonly lang?: string; readonly datatype?: string }
  | { readonly list: readonly Value[] }

const value = (isXml: boolean): fc.Arbitrary<Value> =>
  fc.letrec<{ value: Value; leaf: Value }>((tie) => ({
    leaf: fc.oneof(
      iris.map((iri) => ({ iri })),
      fc.nat(5).map((blank) => ({ blank })),
      texts(isXml).map((text) => ({ text })),
      fc.record({ text: texts(isXml), lang: fc.constantFrom('sv', 'en', 'en-GB', 'fi') }),
      fc.record({
        text: texts(isXml),
        datatype: fc.constantFrom(
          ...['integer', 'decimal', 'double', 'boolean', 'date', 'dateTime'].map((name) => XSD + name),
        ),
      }),
    ),
    value: fc.oneof(
      { weight: 6, arbitrary: tie('leaf') },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }).map((list) => ({ list })) },
    ),
  })).value

export interface Statement {
  readonly subject: { readonly iri: string } | { readonly blank: number }
  readonly predicate: string
  readonly object: Value
  readonly graph?: string
}

export function statements(
  options: { readonly isXml?: boolean; readonly isNamed?: boolean } = {},
): fc.Arbitrary<readonly Statement[]> {
  const subject = fc.oneof(
    iris.map((iri) => ({ iri })),
    fc.nat(5).map((blank) => ({ blank })),
  )
  const object = value(options.isXml ?? false)
  const plain = fc.record({ subject, predicate: predicates, object })
  const named = fc.record({
    subject,
    predicate: predicates,
    object,
    graph: fc.constantFrom('', 'https://example.se/g1', '_:g'),
  })
  return fc.array(options.isNamed ? named : plain, { minLength: 1, maxLength: 14 })
}

/** A graph in memory of the statements. */
export function graphOf(list: readonly Statement[]): Graph {
  const builder = createGraphBuilder()
  const d = builder.dictionary
  const add = (s: number, p: number, o: number, g: number) => builder.add(s, p, o, 0, g)
  const term = (value: Value, graph: number): number => {
    if ('iri' in value) return builder.iriText(value.iri, 0)
    if ('blank' in value) return internString(d, BLANK, `n${value.blank}`)
    if ('list' in value) {
      let rest: number = ID.nil
      for (const item of [...value.list].reverse()) {
        const cell = internString(d, BLANK, `cell${d.count}`)
        add(cell, ID.first, term(item, graph), graph)
        add(cell, ID.rest, rest, graph)
        rest = cell
      }
      return rest
    }
    if (value.lang) return internString(d, LITERAL, value.text, ID.langString, internLang(d, value.lang))
    return internString(
      d,
      LITERAL,
      value.text,
      value.datatype ? builder.iriText(value.datatype, 0) : ID.xsdString,
    )
  }
  for (const { subject, predicate, object, graph } of list) {
    const name = !graph
      ? 0
      : 1 + (graph.startsWith('_:') ? internString(d, BLANK, graph.slice(2)) : builder.iriText(graph, 0))
    add(term(subject, name), builder.iriText(predicate, 0), term(object, name), name)
  }
  return builder.finish()
}
