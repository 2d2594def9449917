import { describe, expect, it } from 'vitest'
import { suitesFolder } from './support/shapes-suites.ts'
import { failureOf, loadSuite } from './support/w3c-shacl.ts'

const suites = suitesFolder()
const entries = suites ? loadSuite(suites) : []

describe('the W3C SHACL test suite (GRUNDDATA_SUITES)', () => {
  it.skipIf(!suites)('has 98 tests of SHACL Core', () => {
    expect(entries.filter((entry) => entry.group === 'core')).toHaveLength(98)
  })
  for (const entry of entries.filter((candidate) => candidate.group === 'core'))
    it(entry.name, async () => {
      expect(await failureOf(entry)).toBeUndefined()
    })
})
