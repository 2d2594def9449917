// Configuration, waivers, baselines and silencing comments.
import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../src/finding.ts'
import {
  applyPolicy,
  emptyPolicy,
  expiredWaivers,
  newFindings,
  parseBaseline,
  parsePolicy,
  pruneBaseline,
  silencedLines,
  toBaseline,
  writeBaseline,
} from '../src/policy/index.ts'
import { validateDocument } from '../src/validate.ts'

const finding = (rule: string, line: number, iri = 'https://data.example.se/a'): Finding => ({
  rule,
  severity: 'error',
  message: { sv: rule, en: rule },
  focus: { iri, label: { sv: 'a', en: 'a' } },
  location: { file: 'k.ttl', line, column: 1 },
})

const report = (findings: readonly Finding[]): Report => ({
  source: 'k.ttl',
  profile: 'dcat-ap-se@3.0.1',
  conforms: false,
  counts: { error: findings.length, warning: 0, info: 0 },
  findings,
  notAssessed: [],
  contents: { triples: 0, catalogs: 0, datasets: 0, series: 0, distributions: 0, services: 0, agents: 0 },
})

const bytes = (text: string) => new TextEncoder().encode(text)
const apply = (findings: readonly Finding[], text: string, today = '2026-05-01') =>
  applyPolicy(findings, parsePolicy(text, 'c.yaml'), { silenced: silencedLines(bytes('')), today })

describe('configuration', () => {
  it('changes severities and switches rules off', () => {
    const { findings } = apply([finding('a', 1), finding('b', 2)], 'severities:\n  a: warning\n  b: off\n')
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['a', 'warning']])
  })

  it('ignores subjects by IRI and by prefix', () => {
    const all = [finding('a', 1), finding('a', 2, 'https://old.example.se/1')]
    const { findings, suppressed } = apply(all, 'ignore:\n  - https://old.example.se/*\n')
    expect(findings).toHaveLength(1)
    expect(suppressed.ignored).toBe(1)
  })

  it.each([
    ['severities: [', 'c.yaml:1'],
    ['severites: {}', 'c.yaml:1:1'],
    ['profile: x\nseverities:\n  a: loud\n', 'c.yaml:3:6'],
    ['waivers:\n  - rule: a\n    reason: r\n', 'c.yaml:2:5'],
    ['waivers:\n  - rule: a\n    reason: r\n    owner: o\n    expires: soon\n', 'c.yaml:5:14'],
    ['- a\n', 'c.yaml:1:1'],
  ])('names the line of a mistake in %j', (text, place) => {
    expect(() => parsePolicy(text, 'c.yaml')).toThrow(place)
  })
})

describe('waivers', () => {
  const text = `waivers:
  - rule: a
    iri: https://data.example.se/*
    reason: Rättas i nya systemet
    owner: Dataförvaltaren
    expires: 2026-05-01
`
  it('hold through their last day', () => {
    expect(apply([finding('a', 1)], text, '2026-05-01').suppressed.waived).toBe(1)
    expect(apply([finding('a', 1)], text, '2026-05-02').findings).toHaveLength(1)
  })

  it('become findings of their own when they have expired', async () => {
    const policy = parsePolicy(text, 'c.yaml')
    expect(expiredWaivers(policy, '2026-05-02').map(({ line }) => line)).toEqual([2])
    const io = {
      fetch: () => Promise.reject(new Error('offline')),
      now: () => new Date('2026-06-01T00:00:00Z'),
      log: () => {},
      progress: () => {},
    }
    const { reports } = await validateDocument({ name: 'k.ttl', bytes: bytes('') }, { policy, io })
    const [expired] = reports[0].findings.filter(({ rule }) => rule === 'waiver-expired')
    expect(expired.location).toMatchObject({ file: 'c.yaml', line: 2 })
    expect(expired.message.sv).toContain('2026-05-01')
  })
})

describe('baseline', () => {
  it('accepts today and fails on what is new, whatever the lines', () => {
    const baseline = parseBaseline(
      writeBaseline(toBaseline([report([finding('a', 1), finding('a', 9)])])),
      'b.json',
    )
    const later = [finding('a', 5), finding('a', 6), finding('a', 7), finding('b', 8)]
    expect(newFindings('k.ttl', later, baseline).map(({ rule, location }) => [rule, location.line])).toEqual([
      ['a', 7],
      ['b', 8],
    ])
  })

  it('is pruned of what no longer occurs', () => {
    const baseline = toBaseline([report([finding('a', 1), finding('a', 2), finding('b', 3)])])
    const pruned = pruneBaseline(baseline, [report([finding('a', 4)])])
    expect(Object.values(pruned['k.ttl'])).toEqual([1])
  })

  it.each([
    '',
    '[]',
    '{"version":2,"accepted":{}}',
    '{"version":1,"accepted":{"a":{"b":"c"}}}',
  ])('refuses %j', (text) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow('b.json')
  })
})

describe('silencing comments', () => {
  const text = [
    '<a> a <b> . # grunddata-ignore rule-a rule-b -- known',
    '# grunddata-ignore rule-c',
    '<c> a <d> .',
    '<!-- grunddata-ignore -->',
    '<e/>',
    '"a text about grunddata-ignore"',
  ].join('\n')

  it.each([
    [1, 'rule-a', true],
    [1, 'rule-b', true],
    [1, 'known', false],
    [2, 'rule-c', false],
    [3, 'rule-c', true],
    [5, 'anything', true],
    [6, 'anything', false],
  ])('line %i, %s: %s', (line, rule, silent) => {
    const context = { silenced: silencedLines(bytes(text)), today: '2026-01-01' }
    const { findings } = applyPolicy([finding(rule, line)], emptyPolicy, context)
    expect(findings.length === 0).toBe(silent)
  })
})
