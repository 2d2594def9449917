// What each format promises beside its golden file: it parses, it is safe, it is the same when lines move.
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../src/finding.ts'
import { codeFrame } from '../src/report/code-frame.ts'
import { valuePattern } from '../src/report/group.ts'
import { displayWidth, groupFindings, reporters, visible, wrap } from '../src/report/index.ts'
import { sampleOptions, sampleReports } from './support/sample-reports.ts'

const options = { ...sampleOptions, lang: 'sv' } as const
const [faulty] = sampleReports

function moved(report: Report, lines: number): Report {
  const move = (finding: Finding): Finding => ({
    ...finding,
    location: {
      file: finding.location.file,
      line: finding.location.line + lines,
      column: finding.location.column,
    },
  })
  return { ...report, findings: report.findings.map(move) }
}

describe('text', () => {
  it('keeps to the width, but for words that cannot be broken', () => {
    for (const width of [60, 80, 100])
      for (const line of reporters.text(sampleReports, { ...options, width }).split('\n'))
        if (!/\S{50}/.test(line)) expect(displayWidth(line), line).toBeLessThanOrEqual(width)
  })
  it('has no control characters without colour', () => {
    expect(reporters.text(sampleReports, options)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  })
  it('tells how many findings were left out', () => {
    expect(reporters.text(sampleReports, { ...options, maxFindings: 3 })).toContain(
      '… och 7 anmärkningar till',
    )
  })
  it('proposes groups when there are many findings', () => {
    const many: Report = { ...faulty, findings: Array.from({ length: 51 }, () => faulty.findings[0]) }
    expect(reporters.text([many], options)).toContain('--group')
    expect(reporters.text([faulty], options)).not.toContain('--group')
  })
  it('says so warmly when there is nothing to remark', () => {
    expect(reporters.text([sampleReports[1]], options).trimEnd()).toMatch(/^✓ .*Fint arbete!/s)
  })
})

describe('columns', () => {
  it('counts wide characters, emoji and combining marks', () => {
    expect(['abc', 'åäö', '日本', '🚗', '👩‍👩‍👧', '🇸🇪', 'e\u0301', '½–”…'].map(displayWidth)).toEqual([
      3, 3, 4, 2, 2, 2, 1, 4,
    ])
  })
  it('wraps by words and leaves long words whole', () => {
    expect(wrap('en katalog med https://data.example.se/en/lang/adress i', 14)).toEqual([
      'en katalog med',
      'https://data.example.se/en/lang/adress',
      'i',
    ])
  })
  it('shows control and direction characters instead of obeying them', () => {
    expect(visible('a\u001b[2J\tb\u202ec\u009b')).toBe('a␛[2J b\ufffdc\ufffd')
  })
})

describe('code frames', () => {
  const line = `  dcterms:title "${'å'.repeat(300)}"@sv ; dcterms:license <http://x.example.se/> .`
  const at = (column: number, endColumn: number) => ({ file: 'a', line: 1, column, endLine: 1, endColumn })
  for (const [column, endColumn] of [
    [1, 3],
    [17, 322],
    [341, 362],
    [364, 365],
    [900, 901],
  ])
    it(`fits in 60 columns around ${column}–${endColumn}`, () => {
      const frame = codeFrame(line, at(column, endColumn), 60)
      expect(displayWidth(`${frame?.before}${frame?.marked}${frame?.after}`)).toBeLessThanOrEqual(60)
    })
  it('keeps the part at fault', () => {
    expect(codeFrame(line, at(341, 363), 60)?.marked).toBe('<http://x.example.se/>')
  })
  it('is cheap on a line of megabytes', () => {
    const frame = codeFrame('x'.repeat(5_000_000), at(2_500_000, 4_000_000), 60)
    expect(frame?.marked).toMatch(/^x+…$/)
  })
  it('is nothing for a blank line', () => {
    expect(codeFrame('   ', at(1, 2), 60)).toBeUndefined()
  })
})

describe('groups', () => {
  it('collapse equal findings and count subjects', () => {
    const groups = groupFindings(faulty)
    expect(groups.map(({ rule, count }) => [rule, count])).toEqual([
      ['dataset-publisher-missing', 1],
      ['distribution-license-form', 1],
      ['distribution-format-unknown', 4],
      ['dataset-keyword-missing', 1],
      ['dataset-language-unknown', 1],
      ['distribution-format-unknown', 1],
      ['dataset-title-short', 1],
    ])
    expect(groups[2]).toMatchObject({ subjects: 4, of: { kind: 'distribution', total: 1919 } })
    expect(groups[2].examples).toHaveLength(3)
  })
  it('sees what values have in common', () => {
    expect(valuePattern('2020-13-45')).toBe(valuePattern('1999-99-01'))
    expect(valuePattern('https://a.example.se/ds/1?x=2')).toBe(valuePattern('https://a.example.se/ds/22'))
    expect(valuePattern('https://a.example.se/format/csv')).not.toBe(
      valuePattern('https://a.example.se/format/xml'),
    )
  })
})

describe('sarif and gitlab', () => {
  const sarif = (reports: readonly Report[]) => JSON.parse(reporters.sarif(reports, options)).runs[0]
  const prints = (reports: readonly Report[]): string[] =>
    sarif(reports).results.map(
      (each: { partialFingerprints: object }) => Object.values(each.partialFingerprints)[0],
    )

  it('have fingerprints that are unique and survive moved lines', () => {
    expect(prints([moved(faulty, 7)])).toEqual(prints([faulty]))
    expect(new Set(prints([faulty])).size).toBe(faulty.findings.length)
    const gitlab = JSON.parse(reporters.gitlab([moved(faulty, 7)], options))
    expect(gitlab.map((entry: { fingerprint: string }) => entry.fingerprint)).toEqual(prints([faulty]))
  })
  it('describe every rule in both languages', () => {
    const { tool, translations } = sarif([faulty])
    expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(
      translations[0].rules.map((rule: { id: string }) => rule.id),
    )
    const texts = [tool.driver, translations[0]].map(({ rules }) => rules[2].fullDescription.text)
    expect(texts).toEqual(['Utgivaren svarar för innehållet.', 'The publisher answers for the content.'])
  })
  it('offer a fix in Turtle only, where it can be put in as it is', () => {
    const fixed = (file: string) =>
      sarif([
        { ...faulty, findings: faulty.findings.map((f) => ({ ...f, location: { ...f.location, file } })) },
      ]).results.filter((each: object) => 'fixes' in each).length
    expect([fixed('a.ttl'), fixed('a.rdf')]).toEqual([2, 0])
  })
  it('say that a source could not be read', () => {
    expect(sarif(sampleReports).invocations[0].executionSuccessful).toBe(false)
  })
})

describe('html', () => {
  const page = reporters.html(sampleReports, options)
  it('needs nothing from outside and no script', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\son\w+=/i)
  })
  it('has a language, one main heading and headers in every table', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page.match(/<table>/g)?.length).toBe(page.match(/<thead>/g)?.length)
  })
  it('escapes everything that comes from data', () => {
    const evil = '"><script>alert(1)</script>\u0000'
    const label = { sv: evil, en: evil }
    const finding: Finding = {
      ...faulty.findings[0],
      message: label,
      rule: evil,
      focus: { label },
      seeAlso: `javascript:${evil}`,
      location: { file: `javascript:alert(1)//${evil}`, line: 1, column: 1 },
    }
    const report: Report = { ...faulty, source: evil, profile: evil, findings: [finding] }
    for (const group of [true, false]) {
      const text = reporters.html([report], { ...options, group, lineOf: () => evil })
      expect(text).not.toMatch(/<script|href="javascript:|\u0000/)
    }
  })
})

describe('csv', () => {
  const rows = reporters.csv([faulty], options)
  it('begins with a byte order mark and ends lines with CRLF', () => {
    expect(rows).toMatch(/^\ufeffFil,Rad,/)
    expect(rows.endsWith('\r\n')).toBe(true)
  })
  it('lets no cell begin a formula', () => {
    const bare = rows.split(/\r\n/).flatMap((row) => row.split(','))
    expect(bare.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([])
  })
})

describe('github', () => {
  it('writes one command per line, whatever the message holds', () => {
    const lines = reporters.github([faulty], options).trimEnd().split('\n')
    expect(lines).toHaveLength(faulty.findings.length + 1)
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^::(error|warning|notice) file=[^:\r]+::[^\r]*$/)
  })
})

describe('shacl', () => {
  it('is Turtle with one result per finding, whatever the data holds', () => {
    const focus = { iri: 'https://data.example.se/en "sak" <här>\\', label: { sv: '"\n\\', en: '\u0001' } }
    const odd: Report = {
      ...faulty,
      source: 'C:\\data\\"x".ttl',
      findings: faulty.findings.map((finding) => ({ ...finding, focus, rule: 'odd rule' })),
    }
    for (const report of [faulty, odd]) {
      const quads = new Parser({ format: 'text/turtle' }).parse(reporters.shacl([report], options))
      expect(quads.filter((q) => q.predicate.value.endsWith('#result'))).toHaveLength(10)
    }
  })
})

describe('junit', () => {
  it('counts what it holds', () => {
    const xml = reporters.junit([faulty], options)
    expect(xml.match(/<testcase /g)?.length).toBe(11)
    expect(xml).toContain('tests="11" failures="2"')
    expect(xml.match(/<failure /g)?.length).toBe(2)
  })
})

describe('markdown', () => {
  it('lets nothing in data become markup', () => {
    const evil = 'a | b <b>x</b> [l](javascript:x) `c` *d* @nagon #1\n# rubrik'
    const finding: Finding = { ...faulty.findings[0], message: { sv: evil, en: evil } }
    const text = reporters.markdown([{ ...faulty, findings: [finding] }], options)
    expect(text).toContain(
      'a \\| b \\<b\\>x\\</b\\> \\[l\\](javascript:x) \\`c\\` \\*d\\* \\@nagon \\#1 \\# rubrik',
    )
  })
})
