// Edits of texts: what is written for each kind of change, in each syntax and layout, to the byte.
import { describe, expect, it } from 'vitest'
import { edit } from '../src/author/edit.ts'
import { type Change, type Statement, statementsAt } from '../src/author/edit-change.ts'
import { parseTerm } from '../src/author/edit-term.ts'
import { type Graph, ID, iriId, objects, offsetOf, parse, type SyntaxId } from '../src/rdf/index.ts'

const EX = 'https://data.example.se/'
const head = `@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix ex: <${EX}> .\n`

/** The statement of ex:a with a property and, of several values, the one at an index in the text. */
function statement(graph: Graph, property: string, index: number): Statement {
  const [subject, predicate] = [iriId(graph, `${EX}a`), iriId(graph, EX + property)]
  const places = [...objects(graph, subject, predicate)]
    .map((object) => offsetOf(graph, subject, predicate, object))
    .sort((a, b) => a - b)
  return statementsAt(graph, places[index], predicate)[0]
}

interface Wish {
  readonly property?: string
  readonly index?: number
  readonly values?: readonly string[]
  readonly path?: string
}

async function changed(text: string, syntax: SyntaxId, ...wishes: readonly (Wish | Change)[]) {
  const read = (bytes: Uint8Array) => parse({ name: 'x', bytes }, { syntax })
  const graph = await read(Buffer.from(text))
  const changes = wishes.map((wish): Change => {
    if ('kind' in wish) return wish
    const { property = 'p', index = 0, values = [], path } = wish
    return {
      kind: 'replace',
      statement: statement(graph, property, index),
      values: values.map((value) => parseTerm(value)!),
      ...(path === undefined ? {} : { path }),
    }
  })
  const outcome = await edit({ graph, changes, reread: read })
  return { text: Buffer.from(outcome.bytes).toString(), ...outcome }
}

const XSD = 'http://www.w3.org/2001/XMLSchema#'

describe('Turtle', () => {
  it.each<[name: string, before: string, wish: Wish, after: string]>([
    ['a value', 'ex:a ex:p "x" . # c', { values: ['"y"@sv'] }, 'ex:a ex:p "y"@sv . # c'],
    ['a tag, not the quotes', `ex:a ex:p 'x' .`, { values: ['"x"@sv'] }, `ex:a ex:p 'x'@sv .`],
    ['a long text', 'ex:a ex:p """x\ny"""@en .', { values: ['"x\\ny"@sv'] }, 'ex:a ex:p """x\ny"""@sv .'],
    ['brackets stay', `ex:a ex:p <${EX}b> .`, { values: [`<${EX}c>`] }, `ex:a ex:p <${EX}c> .`],
    ['a name stays', 'ex:a ex:p ex:b .', { values: [`<${EX}c>`] }, 'ex:a ex:p ex:c .'],
    ['more values', 'ex:a ex:p "x", "y" .', { values: ['"1"', '"2"'] }, 'ex:a ex:p "1", "2", "y" .'],
    ['the first of two', 'ex:a ex:p "x" ,\n  "y" .', {}, 'ex:a ex:p "y" .'],
    ['the last of two', 'ex:a ex:p "x" ,\n  "y" .', { index: 1 }, 'ex:a ex:p "x" .'],
    ['the last after a comment', 'ex:a ex:p "x" , # c\n  "y" .', { index: 1 }, 'ex:a ex:p "x" # c\n  .'],
    ['the first property', 'ex:a ex:p "x" ;\n  ex:q "y" .', {}, 'ex:a ex:q "y" .'],
    ['the last property', 'ex:a ex:q "y" ;\n  ex:p "x" .', {}, 'ex:a ex:q "y" .'],
    ['a property on its line', 'ex:a ex:q 1 ;\n  ex:p "x" ;\n  ex:r 2 .', {}, 'ex:a ex:q 1 ;\n  ex:r 2 .'],
    ['the only statement', 'ex:a ex:p "x" .\nex:b ex:p "y" .', {}, 'ex:b ex:p "y" .'],
    [
      'the property of the only value',
      'ex:a ex:p "x" . # c',
      { values: ['"x"'], path: 'http://www.w3.org/ns/dcat#version' },
      'ex:a dcat:version "x" . # c',
    ],
    [
      'the property of one of two values',
      'ex:a ex:p "x" , "y" ;\n    ex:q 1 .',
      { values: ['"x"'], path: `${EX}r` },
      'ex:a ex:p "y" ;\n    ex:r "x" ;\n    ex:q 1 .',
    ],
    ['a number', 'ex:a ex:p 1.0.', { values: [`"1"^^<${EX}t>`] }, 'ex:a ex:p "1"^^ex:t.'],
    ['a spaced datatype', 'ex:a ex:p "1" ^^ ex:u .', { values: ['"1"'] }, 'ex:a ex:p "1" .'],
  ])('changes %s', async (_, before, wish, after) => {
    expect((await changed(head + before, 'turtle', wish)).text).toBe(head + after)
  })

  it('declares a prefix that everybody knows, after the others', async () => {
    const { text } = await changed(`${head}ex:a ex:p "2024" .`, 'turtle', {
      values: [`"2024"^^<${XSD}gYear>`],
    })
    expect(text).toBe(
      `${head}@prefix xsd: <${XSD}> .\nex:a ex:p "2024"^^xsd:gYear .`.replace(
        '.\n@prefix xsd',
        '.\n@prefix xsd',
      ),
    )
  })
  it('does not use a prefix that means something else', async () => {
    const own = `${head}@prefix xsd: <https://example.se/> .\n`
    const { text } = await changed(`${own}ex:a ex:p "2024" .`, 'turtle', {
      values: [`"2024"^^<${XSD}gYear>`],
    })
    expect(text).toBe(`${own}ex:a ex:p "2024"^^<${XSD}gYear> .`)
  })
  it('moves all values of a property by its name alone', async () => {
    const wishes = [0, 1].map((index) => ({ index, values: [`"${'xy'[index]}"`], path: `${EX}q` }))
    const { text, done } = await changed(`${head}ex:a ex:p "x" , "y" .`, 'turtle', ...wishes)
    expect([text, done.length]).toEqual([`${head}ex:a ex:q "x" , "y" .`, 2])
  })
  it('renames everywhere', async () => {
    const before = `${head}ex:a ex:p <${EX}b c> . <${EX}b c> ex:p "b c" .`
    const { text } = await changed(before, 'turtle', { kind: 'rename', from: `${EX}b c`, to: `${EX}b%20c` })
    expect(text).toBe(`${head}ex:a ex:p <${EX}b%20c> . <${EX}b%20c> ex:p "b c" .`)
  })
  it('exchanges an item of a list and removes none', async () => {
    const before = `${head}ex:a ex:p ( "x" "y" ) .`
    const read = (bytes: Uint8Array) => parse({ name: 'x', bytes })
    const graph = await read(Buffer.from(before))
    const at = before.indexOf('"x"')
    const [item] = statementsAt(graph, at, ID.first)
    const removed = await edit({
      graph,
      changes: [{ kind: 'replace', statement: item, values: [] }],
      reread: read,
    })
    expect(removed.done).toEqual([])
    expect(Buffer.from(removed.bytes).toString()).toBe(before)
    const values = [parseTerm('"z"')!]
    const exchanged = await edit({
      graph,
      changes: [{ kind: 'replace', statement: item, values }],
      reread: read,
    })
    expect(Buffer.from(exchanged.bytes).toString()).toBe(before.replace('"x"', '"z"'))
  })
  it('leaves a text alone when the change would say something else', async () => {
    const text = `${head}ex:a ex:p "x" .`
    const graph = await parse({ name: 'x', bytes: Buffer.from(text) })
    const liar = (bytes: Uint8Array) =>
      parse({ name: 'x', bytes: Buffer.concat([bytes, Buffer.from('\nex:z ex:p 1 .')]) })
    const changes = [{ kind: 'replace' as const, statement: statement(graph, 'p', 0), values: [] }]
    const outcome = await edit({ graph, changes, reread: liar })
    expect(Buffer.from(outcome.bytes).toString()).toBe(text)
    expect(outcome.refused).toHaveLength(1)
  })
})

describe('N-Triples and TriG', () => {
  const line = `<${EX}a> <${EX}p> "x" . # c\n`
  it('writes a line for each value', async () => {
    const { text } = await changed(line, 'ntriples', { values: ['"1"', '"2"@sv'] })
    expect(text).toBe(`<${EX}a> <${EX}p> "1" .\n<${EX}a> <${EX}p> "2"@sv . # c\n`)
  })
  it('takes a line away', async () => {
    expect((await changed(`${line.replace(' # c', '')}<${EX}b> <${EX}p> 1 .\n`, 'ntriples', {})).text).toBe(
      `<${EX}b> <${EX}p> 1 .\n`,
    )
  })
  it('edits inside a graph', async () => {
    const { text } = await changed(`${head}ex:g { ex:a ex:p "x" ; ex:q 1 }`, 'trig', { values: ['"y"'] })
    expect(text).toBe(`${head}ex:g { ex:a ex:p "y" ; ex:q 1 }`)
  })
  it('keeps the graph of a quad', async () => {
    const { text } = await changed(`<${EX}a> <${EX}p> "x" <${EX}g> .\n`, 'nquads', { values: ['"y"'] })
    expect(text).toBe(`<${EX}a> <${EX}p> "y" <${EX}g> .\n`)
  })
})

describe('RDF/XML', () => {
  const open = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="${EX}">\n  <rdf:Description rdf:about="${EX}a">`
  const close = '</rdf:Description>\n</rdf:RDF>\n'
  it.each<[name: string, before: string, wish: Wish, after: string]>([
    ['a text', '<ex:p>x</ex:p><!-- c -->', { values: ['"y"'] }, '<ex:p>y</ex:p><!-- c -->'],
    ['a tag', '<ex:p>x &amp; y</ex:p>', { values: ['"x & y"@sv'] }, '<ex:p xml:lang="sv">x &amp; y</ex:p>'],
    [
      'a datatype',
      '<ex:p xml:lang="sv">1</ex:p>',
      { values: [`"1"^^<${XSD}date>`] },
      `<ex:p rdf:datatype="${XSD}date">1</ex:p>`,
    ],
    [
      'text to address',
      '<ex:p>x</ex:p>',
      { values: [`<${EX}b?a&b>`] },
      `<ex:p rdf:resource="${EX}b?a&amp;b"/>`,
    ],
    [
      'an address',
      `<ex:p  rdf:resource='${EX}b' />`,
      { values: [`<${EX}c>`] },
      `<ex:p  rdf:resource='${EX}c' />`,
    ],
    ['a removed one', '\n    <ex:p>x</ex:p>\n    <ex:q>y</ex:q>\n  ', {}, '\n    <ex:q>y</ex:q>\n  '],
    [
      'several',
      '\n    <ex:p>x</ex:p>\n  ',
      { values: ['"1"', '"2"'] },
      '\n    <ex:p>1</ex:p>\n    <ex:p>2</ex:p>\n  ',
    ],
    ['a name', '<ex:p>x</ex:p>', { values: ['"x"'], path: `${EX}q` }, '<ex:q>x</ex:q>'],
    [
      'a name of another namespace',
      '<ex:p>x</ex:p>',
      { values: ['"x"'], path: 'http://www.w3.org/ns/dcat#version' },
      '<dcat:version xmlns:dcat="http://www.w3.org/ns/dcat#">x</dcat:version>',
    ],
    [
      'an entity of a nested node by name',
      `<ex:p><ex:T rdf:about="${EX}b"/></ex:p>`,
      { values: [`<${EX}b>`], path: `${EX}q` },
      `<ex:q><ex:T rdf:about="${EX}b"/></ex:q>`,
    ],
  ])('changes %s', async (_, before, wish, after) => {
    expect((await changed(open + before + close, 'rdfxml', wish)).text).toBe(open + after + close)
  })
  it('refuses what is described in the same place', async () => {
    const text = `${open}<ex:p><ex:T rdf:about="${EX}b"/></ex:p>${close}`
    const outcome = await changed(text, 'rdfxml', { values: [`<${EX}c>`] })
    expect([outcome.text, outcome.refused.length]).toEqual([text, 1])
  })
  it('changes a property attribute', async () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="${EX}"><rdf:Description rdf:about="${EX}a" ex:p="x"/></rdf:RDF>`
    expect((await changed(text, 'rdfxml', { values: ['"y"'] })).text).toBe(text.replace('"x"', '"y"'))
  })
})
