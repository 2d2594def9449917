// A text read in parts: the same statements, places and problems as when it is read at once.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Graph } from '../src/rdf/index.ts'
import {
  locationAt,
  openFileText,
  openParts,
  parse,
  quadsOf,
  type SyntaxId,
  syntaxes,
} from '../src/rdf/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'parts-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Statements with their places, blank nodes without names. */
function statements(graph: Graph, start: number): string[] {
  const name = (term: { termType: string; value: string }) =>
    term.termType === 'BlankNode' ? '_:' : `${term.termType} ${term.value}`
  return [...quadsOf(graph)].map(
    (quad, i) =>
      `${[quad.subject, quad.predicate, quad.object].map(name).join(' ')} @${graph.quads.at[i] + start}`,
  )
}

const samples: (readonly [string, SyntaxId, Uint8Array])[] = []
for (const name of readdirSync('fixtures/catalogs').filter((file) => file.endsWith('.ttl'))) {
  const bytes = readFileSync(`fixtures/catalogs/${name}`)
  samples.push([name, 'turtle', bytes])
  const graph = await parse({ name, bytes })
  for (const syntax of ['ntriples', 'rdfxml', 'trig'] as const) {
    const text = [...syntaxes[syntax].write(graph)].join('')
    samples.push([`${name} as ${syntax}`, syntax, Buffer.from(text)])
  }
}

describe.each(samples)('%s', (name, syntax, bytes) => {
  const path = join(folder, name.replace(/\W/g, '-'))
  writeFileSync(path, bytes)
  it.each([300, 2000, 9000, 60000])('in parts of %d bytes', async (size) => {
    const whole = await parse({ name, bytes }, { syntax })
    const file = openFileText(path)
    const inParts = openParts({ name, file }, { syntax, size })!
    const found: string[] = []
    const problems: unknown[] = []
    let count = 0
    for await (const { graph, start } of inParts.parts()) {
      found.push(...statements(graph, start))
      count++
      for (const { rule, at = 0, params } of graph.problems) {
        const key = { rule, at: at + start, params }
        // An IRI is told of once in a part; in the whole text, once.
        if (
          !rule.startsWith('iri-') ||
          !problems.some((p) => JSON.stringify(p).includes(JSON.stringify(params)))
        )
          problems.push(key)
      }
      for (const at of graph.quads.at.subarray(0, Math.min(graph.quads.count, 40)))
        expect(file.locationAt(at + start, undefined, syntaxes[syntax].tokenEnd)).toEqual({
          ...locationAt(whole.source!, at + start),
          file: path,
        })
    }
    expect(found).toEqual(statements(whole, 0))
    expect(problems).toEqual(whole.problems.map(({ rule, at = 0, params }) => ({ rule, at, params })))
    if (size * 20 < bytes.length && bytes.length > 20_000) expect(count).toBeGreaterThan(2)
    const lines = bytes.toString().split('\n')
    for (const line of [1, 2, 7, lines.length])
      expect(file.line(line)).toBe(lines[line - 1].replace(/\r$/, ''))
    file.close()
  })
})
