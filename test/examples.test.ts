// The examples run, and the catalogues beside them are as their comments say.
import { describe, expect, it } from 'vitest'
import { validate } from '../src/validate.ts'
import { expectationsOf, show } from './support/expectations.ts'

describe('examples', () => {
  it('print findings and list corrections', async () => {
    const { printed } = await import('../examples/validate.ts')
    const { corrections } = await import('../examples/fixes.ts')
    expect(printed).toContain('dataset-publisher-missing')
    expect(corrections.some((line) => line.includes('http://creativecommons.org/licenses/by/4.0/'))).toBe(
      true,
    )
  })
})

describe('catalogues', () => {
  it('kommun.ttl is clean', async () => {
    const { reports } = await validate(['fixtures/catalogs/kommun.ttl'])
    expect(reports[0].profile).toBe('dcat-ap-se@3.0.1')
    expect(reports[0].findings.map(({ rule, location }) => `${location.line} ${rule}`)).toEqual([])
  })

  it('kommun-trasig.ttl shows one of each common mistake, on its line', async () => {
    const file = 'fixtures/catalogs/kommun-trasig.ttl'
    const { reports } = await validate([file], { profile: 'dcat-ap-se@3.0.1' })
    const errors = reports[0].findings.filter(({ severity }) => severity === 'error')
    const found = errors.map(({ rule, severity, location }) => ({ rule, severity, line: location.line }))
    expect(show(found)).toEqual(show(expectationsOf(file).filter(({ severity }) => severity === 'error')))
  })
})
