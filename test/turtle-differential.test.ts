// Our readers against n3: on every file of the corpus, and on random graphs written in varied spellings.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNQuads, parseNTriples, parseTriG, parseTurtle, parseWithN3 } from '../src/rdf/turtle/index.ts'
import { canonical } from './support/canonical.ts'
import { n3Quads, quadsOf, sameQuads } from './support/n3-oracle.ts'

const corpus = process.env.GRUNDDATA_CORPUS
const base = 'http://base.example/file'

const readers = {
  Turtle: parseTurtle,
  TriG: parseTriG,
  'N-Triples': parseNTriples,
  'N-Quads': parseNQuads,
} as const

interface Entry {
  readonly file: string
  readonly syntax: keyof typeof readers
  readonly strict: boolean
}

/** The files of the corpus that are of the Turtle family. */
function entries(): Entry[] {
  const [head, ...rows] = readFileSync(join(corpus!, 'index.tsv'), 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  const at = (row: string[], name: string) => row[names.indexOf(name)]
  return rows
    .map((row) => row.split('\t'))
    .filter((row) => at(row, 'syntax') in readers && Number(at(row, 'bytes')) > 2)
    .map((row) => ({
      file: at(row, 'file'),
      syntax: at(row, 'syntax') as Entry['syntax'],
      strict: at(row, 'strict') === 'yes',
    }))
}

if (corpus === undefined)
  it.skip('corpus against n3: set GRUNDDATA_CORPUS to the folder of the corpus', () => {})
else {
  describe('the corpus', () => {
    it.each(entries())('reads $file', ({ file, syntax, strict }) => {
      const bytes = readFileSync(join(corpus, 'files', file))
      const graph = readers[syntax]({ name: file, bytes }, { base })
      const faults = graph.problems.filter(({ rule }) => rule.startsWith('syntax-'))
      if (!strict) {
        // An empty file is named for what it is when its syntax is detected, before any reader.
        if (bytes.toString('utf8').trim() === '') return
        expect(faults.length).toBeGreaterThan(0)
        expect(faults.every(({ at = -1 }) => at >= 0)).toBe(true)
        return
      }
      expect(faults).toEqual([])
      const expected = n3Quads(bytes.toString('utf8'), { format: syntax, baseIRI: base })
      expect(sameQuads(quadsOf(graph), expected)).toBe(true)
    })
  })
}

const name = fc.stringMatching(/^[a-zå]([a-zö0-9.]{0,4}[a-z0-9]|-[a-z0-9])?$/)
const blank = fc.stringMatching(/^[a-z0-9][a-z0-9]{0,2}$/).map((label) => `_:${label}`)
const space = fc.constantFrom(' ', '\n', '\t ', ' # note\n  ', '\r\n')

/** An IRI in one of the spellings of the same thing. */
const iri = fc
  .tuple(name, fc.constantFrom('prefixed', 'full', 'escaped', 'relative'))
  .map(([local, spelling]) => {
    if (spelling === 'prefixed') return `p:${local}`
    const first = local.codePointAt(0)!.toString(16).padStart(4, '0')
    if (spelling === 'escaped') return `<http://x.se/\\u${first}${local.slice(1)}>`
    return spelling === 'full' ? `<http://x.se/${local}>` : `<${local}>`
  })

const text = fc.string({
  unit: fc.constantFrom('a', 'å', '😀', ' ', '"', "'", '\\', '\n', '\t', '.', ';', '<'),
  maxLength: 8,
})
const escaped = (s: string) => s.replace(/[\\"']/g, '\\$&').replace(/\n/g, '\\n')
const string = fc.tuple(text, fc.constantFrom('"', "'", '"""', "'''")).map(([s, quote]) => {
  const body = quote.length === 1 ? escaped(s) : s.replace(/[\\"']/g, '\\$&')
  return `${quote}${body}${quote}`
})
const suffix = fc.oneof(
  fc.constantFrom('', '@sv', '@en-GB', '^^p:t'),
  iri.map((datatype) => `^^${datatype}`),
)
const bare = fc.constantFrom('1', '-2', '+3.5', '.5', '1e6', '1.5E-3', 'true', 'false')
const literal = fc.oneof(
  fc.tuple(string, suffix).map(([s, end]) => s + end),
  bare,
)

const verb = fc.oneof(fc.constant('a'), iri)

const { object } = fc.letrec<{ object: string; list: string; properties: string; brackets: string }>(
  (tie) => ({
    object: fc.oneof({ maxDepth: 3 }, iri, literal, blank, tie('list'), tie('brackets')),
    list: fc.array(tie('object'), { maxLength: 3 }).map((items) => `( ${items.join(' ')} )`),
    properties: fc
      .array(fc.tuple(verb, fc.array(tie('object'), { minLength: 1, maxLength: 3 })), {
        minLength: 1,
        maxLength: 3,
      })
      .map((pairs) => pairs.map(([p, objects]) => `${p} ${objects.join(' , ')}`).join(' ;\n ')),
    brackets: fc.option(tie('properties'), { nil: '' }).map((inside) => `[ ${inside} ]`),
  }),
)

const statement = fc
  .tuple(
    fc.oneof(iri, blank),
    space,
    verb,
    space,
    fc.array(object, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', ' ;'),
  )
  .map(([s, a, p, b, objects, end]) => `${s}${a}${p}${b}${objects.join(' ,')}${end} .\n`)

const turtle = fc
  .array(statement, { maxLength: 6 })
  .map((parts) => `@prefix p: <http://x.se/> .\nBASE <http://x.se/z>\n${parts.join('')}`)

describe('random graphs in varied spellings', () => {
  it('read the same as n3 reads them', async () => {
    await fc.assert(
      fc.asyncProperty(turtle, async (source) => {
        const graph = parseTurtle({ name: 'x', bytes: Buffer.from(source) })
        expect(graph.problems.filter(({ rule }) => rule.startsWith('syntax-'))).toEqual([])
        expect(await canonical(graph)).toBe(await canonical(n3Quads(source)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('parseWithN3', () => {
  const document = (source: string) => ({ name: 'x', bytes: Buffer.from(source) })

  it('gives the same graph, with places by line', async () => {
    const source = '@prefix p: <http://x.se/> .\np:a p:b "x"@sv ,\n  [ p:c ( 1 _:b ) ] .\n'
    const graph = await parseWithN3(document(source))
    expect(sameQuads(quadsOf(graph), quadsOf(parseTurtle(document(source))))).toBe(true)
    expect(graph.problems).toEqual([])
    expect(graph.prefixes.get('p')).toBe('http://x.se/')
    expect(graph.quads.at[0]).toBe(source.indexOf('p:a'))
  })

  it('reports the fault it stops at, and what the graph cannot hold', async () => {
    const stopped = await parseWithN3(document('<a:a> <b:b> <c:c> .\n<a:a> <b:b> .\n'))
    expect(stopped.problems).toMatchObject([{ rule: 'syntax-turtle', at: 20 }])
    expect(stopped.quads.count).toBe(1)
    const star = await parseWithN3(document('<a:a> <b:b> <<( <a:a> <b:b> <c:c> )>> .'))
    expect(star.problems).toMatchObject([{ rule: 'syntax-turtle-unsupported' }])
  })
})
