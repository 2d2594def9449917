// The W3C SHACL test suite: SHACL Core by the compiled engine alone, SHACL-SPARQL with the engine behind it.
import { describe, expect, it } from 'vitest'
import { suitesFolder } from './support/shapes-suites.ts'
import { expectedFailures } from './support/w3c-expected-failures.ts'
import { failureOf, loadSuite } from './support/w3c-shacl.ts'

const suites = suitesFolder()
const entries = suites ? loadSuite(suites) : []
const core = entries.filter(({ group }) => group === 'core')
const sparql = entries.filter(({ group }) => group === 'sparql')

describe('the W3C SHACL test suite (GRUNDDATA_SUITES)', () => {
  it.skipIf(!suites && !process.env.CI)('has 98 tests of SHACL Core and 23 of SHACL-SPARQL', () => {
    expect([core.length, sparql.length]).toEqual([98, 23])
  })
  for (const entry of core)
    it(entry.name, async () => {
      expect(await failureOf(entry)).toBeUndefined()
    })
})

describe.skipIf(!suites)('SHACL-SPARQL', () => {
  for (const entry of sparql.filter(({ name }) => !expectedFailures.has(name)))
    it(entry.name, async () => {
      expect(await failureOf(entry)).toBeUndefined()
    })
  for (const [name, reason] of expectedFailures)
    it(`is known not to pass ${name}: ${reason}`, async () => {
      const entry = sparql.find((candidate) => candidate.name === name)!
      // A test that has begun to pass must be taken off the list.
      expect(await failureOf(entry)).toBeDefined()
    })
})
