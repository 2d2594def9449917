// Every rule has a good and a bad example, and the bad one gives exactly what its comments say, on those lines.
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadProfile } from '../src/profile/index.ts'
import { validate } from '../src/validate.ts'
import { type Expectation, expectationsOf, show } from './support/expectations.ts'

const folder = 'fixtures/rules'
const profiles = [
  await loadProfile('dcat-ap-se@3.0.1'),
  await loadProfile('dcat-ap-se@2.2.0'),
  await loadProfile('grunddata@2.0'),
]
const [current] = profiles
const ids = existsSync(folder) ? readdirSync(folder).sort() : []
/** Rules that a file alone cannot show, and the test that holds them. */
const elsewhere = new Map([
  ['waiver-expired', 'policy.test.ts: about the configuration file'],
  ['document-media-type', 'detect-rules.test.ts: what the server said'],
  ['syntax-encoding', 'turtle.test.ts: bytes that were not decoded before'],
  ['access-url-unreachable', 'detect-rules.test.ts: needs the network, not assessed without it'],
  ['landing-page-unreachable', 'detect-rules.test.ts: needs the network, not assessed without it'],
  ['api-description-unreachable', 'detect-rules.test.ts: needs the network, not assessed without it'],
  ['national-domain-missing', 'assess.test.ts: only when all datasets are assessed'],
  ['national-metadata-invalid', 'assess.test.ts: counts what the rules of DCAT-AP-SE find'],
  ['national-reference', 'assess.test.ts: never fails, only shows'],
  ['national-conformance-claim', 'assess.test.ts: never fails, only shows'],
  ['national-reuse', 'assess.test.ts: never fails, only shows'],
  ['national-purpose', 'assess.test.ts: never assessed'],
  ['national-consumers', 'assess.test.ts: never assessed'],
  ['national-addresses-answer', 'assess.test.ts: never assessed'],
  ['national-used-by-several', 'assess.test.ts: never assessed'],
  ['national-important-in-society', 'assess.test.ts: never assessed'],
  ['national-follows-framework', 'assess.test.ts: never assessed'],
  ['subcatalog-unreachable', 'detect-rules.test.ts: needs the network, not assessed without it'],
])

function fileOf(id: string, kind: 'good' | 'bad'): string | undefined {
  const name = readdirSync(`${folder}/${id}`).find((each) => each.startsWith(`${kind}.`))
  return name && `${folder}/${id}/${name}`
}

async function findingsOf(id: string, file: string): Promise<readonly Expectation[]> {
  const profile = profiles.find(({ rules }) => rules.has(id)) ?? current
  const { reports } = await validate([file], { profile })
  return reports[0].findings.map(({ rule, severity, location }) => ({ rule, severity, line: location.line }))
}

describe('rule fixtures', () => {
  it('exist for every rule, and for nothing else', () => {
    const rules = new Set(profiles.flatMap(({ rules }) => [...rules.keys()]))
    expect(ids).toEqual([...rules].filter((id) => !elsewhere.has(id)).sort())
  })

  it.each(ids)('%s', async (id) => {
    const bad = fileOf(id, 'bad')
    const good = fileOf(id, 'good')
    expect(bad, 'bad example').toBeDefined()
    expect(good, 'good example').toBeDefined()
    if (!bad || !good) return
    const counts = (found: Expectation) => found.rule === id || found.severity === 'error'
    const expected = expectationsOf(bad)
    expect(
      expected.some(({ rule }) => rule === id),
      'bad example expects its own rule',
    ).toBe(true)
    expect(show((await findingsOf(id, bad)).filter(counts)), 'bad example').toEqual(
      show(expected.filter(counts)),
    )
    expect(show((await findingsOf(id, good)).filter(counts)), 'good example').toEqual([])
  })
})
