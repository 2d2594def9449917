// Findings do not hang on the order of statements nor on the names of blank nodes.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../src/finding.ts'
import { loadProfile } from '../src/profile/index.ts'
import { parse, syntaxes } from '../src/rdf/index.ts'
import { validateDocument } from '../src/validate.ts'

const profile = await loadProfile('dcat-ap-se@3.0.1')

function key({ rule, focus, path, value }: Finding): string {
  return [rule, focus.iri ?? focus.label.sv, path?.iri ?? '', value ?? ''].join(' | ')
}

async function keysOf(lines: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const { reports } = await validateDocument({ name: 'k.nt', bytes }, { profile, syntax: 'ntriples' })
  return reports[0].findings.map(key).sort()
}

describe.each(['kommun.ttl', 'kommun-trasig.ttl'])('%s', (name) => {
  it('gives the same findings in any order, with any blank node labels', async () => {
    const graph = await parse({ name, bytes: readFileSync(`fixtures/catalogs/${name}`) })
    const lines = [...syntaxes.ntriples.write(graph)].join('').trim().split('\n')
    const expected = await keysOf(lines)
    const shuffled = fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length })
    await fc.assert(
      fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 9 }), async (order, digit) => {
        const renamed = order.map((line) => line.replace(/_:b(\d+)/g, `_:x${digit}$1`))
        expect(await keysOf(renamed)).toEqual(expected)
      }),
      { numRuns: 12 },
    )
  })
})
