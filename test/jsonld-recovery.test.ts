// A broken JSON text gives problems at their places, and the rest is read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Text } from '../src/finding.ts'
import type { Graph } from '../src/rdf/index.ts'
import { parseJsonLd } from '../src/rdf/jsonld/index.ts'
import { readJson } from '../src/rdf/jsonld/json.ts'
import { jsonldTokenEnd, tokenValue } from '../src/rdf/jsonld/json-value.ts'
import { reasons } from '../src/rdf/jsonld/reasons.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function read(text: string): Graph {
  return parseJsonLd({ name: 'a.jsonld', bytes: encode(text) }) as Graph
}

const p = '"https://example.se/p"'

/** Text with `‸` where the problem must point, the reason, and how many statements are read all the same. */
const table: readonly (readonly [text: string, reason: keyof typeof reasons, statements: number])[] = [
  [`{ ${p}: "a"\n ‸"https://example.se/q": "b" }`, 'comma', 2],
  [`{ ${p}: [ "a" ‸"b" ] }`, 'comma', 2],
  [`{ ${p}: "a", ‸}`, 'extraComma', 1],
  [`{ ${p}: [ "a", ‸] }`, 'extraComma', 1],
  [`{ ${p}: "a",‸, "https://example.se/q": "b" }`, 'extraComma', 2],
  [`{ ${p} ‸"a" }`, 'colon', 1],
  [`{ ${p}: ‸, "https://example.se/q": "b" }`, 'value', 1],
  [`{ ‸key: "a", ${p}: "b" }`, 'key', 1],
  [`{ ${p}: ‸'a' }`, 'quotes', 1],
  [`{ ${p}: ‸hello }`, 'unknown', 1],
  [`{ ${p}: ‸01 }`, 'number', 1],
  [`{ ${p}: ‸"a\n}`, 'stringEnd', 1],
  [`{ ${p}: ‸"a,\n "https://example.se/q": "b" }`, 'stringEnd', 2],
  [`{ ${p}: "a‸\nb" }`, 'control', 1],
  [`{ ${p}: "a‸\\x" }`, 'escape', 1],
  [`{ ${p}: "a" ‸// note\n }`, 'comment', 1],
  [`{ ‸/* note */ ${p}: "a" }`, 'comment', 1],
  [`{ ${p}: [ "a" ‸}`, 'bracket', 1],
  [`{ ${p}: "a" } ‸]`, 'afterEnd', 1],
  [`{ ${p}: "a"‸`, 'truncated', 1],
  [`[{ ${p}: "a" }, { ${p}: ‸`, 'truncated', 1],
  [`{ "@id": ‸5, ${p}: "a" }`, 'id', 1],
  [`{ "@type": ‸5, ${p}: "a" }`, 'type', 1],
  [`{ ${p}: { "@value": ‸["a"] } }`, 'valueObject', 0],
  [`{ ${p}: { "@value": "a", "@language": ‸5 } }`, 'language', 1],
  [`{ "@reverse": { ${p}: ‸{ "@value": "a" } } }`.replace('‸{ "@value": ', '{ "@value": ‸'), 'reverse', 0],
]

describe('a broken JSON text', () => {
  for (const [marked, reason, statements] of table) {
    it(`${reason}: ${marked.replaceAll('\n', '\\n')}`, () => {
      const at = encode(marked.slice(0, marked.indexOf('‸'))).length
      const graph = read(marked.replace('‸', ''))
      const found = graph.problems.map((problem) => [
        problem.rule,
        problem.at,
        (problem.params?.reason as Text)?.en,
      ])
      expect(found).toEqual([['syntax-jsonld', at, reasons[reason].en]])
      expect(graph.quads.count).toBe(statements)
    })
  }

  it('has names that stand twice reported; the last one counts', () => {
    const graph = read(`{ "@id": "https://example.se/a", ${p}: "a", ${p}: "b" }`)
    expect(graph.problems).toMatchObject([
      { rule: 'syntax-jsonld-duplicate-key', at: 62, params: { key: 'https://example.se/p' } },
    ])
    expect(graph.quads.count).toBe(1)
  })

  it('may be nested without end', () => {
    const deep = `{ ${p}: `.repeat(100_000)
    expect(read(deep).problems.some(({ params }) => params?.reason === reasons.depth)).toBe(true)
    expect(read('['.repeat(100_000)).problems.length).toBeGreaterThan(0)
  })
})

describe('readJson', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(3), (value, space) => {
        const text = JSON.stringify(value, null, space)
        const { tape, faults } = readJson(encode(text))
        expect(faults).toEqual([])
        expect(tokenValue(tape, 0)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('never throws and never loops, whatever the bytes', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '"@id"',
      '1',
      'x',
      '\\',
      '\n',
      '/*',
      '//',
      "'",
      ' ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const graph = read(list.join(''))
        for (const { at } of graph.problems) expect(at).toBeLessThanOrEqual(encode(list.join('')).length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('jsonldTokenEnd', () => {
  it('ends values', () => {
    for (const token of ['"a\\"b"', '{ "a": ["}"] }', '[1, 2]', '-1.5', 'true']) {
      const bytes = encode(`${token} , 1`)
      expect(decode(bytes.subarray(0, jsonldTokenEnd(bytes, 0)))).toBe(token)
    }
  })
})
