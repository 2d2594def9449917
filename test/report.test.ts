// Every reporter against golden files in both languages, and the promises each format makes.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { Lang } from '../src/finding.ts'
import { type Format, reporters } from '../src/report/index.ts'
import { sampleOptions, sampleReports } from './support/sample-reports.ts'

const extensions: Readonly<Record<Format, string>> = {
  text: 'txt',
  summary: 'summary.txt',
  json: 'json',
  jsonl: 'jsonl',
  sarif: 'sarif',
  junit: 'xml',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  markdown: 'md',
  html: 'html',
  csv: 'csv',
  shacl: 'ttl',
  'shacl-jsonld': 'shacl.jsonld',
}
const formats = Object.keys(reporters) as Format[]
const langs: readonly Lang[] = ['sv', 'en']

function print(format: Format, lang: Lang, more: object = {}): string {
  return reporters[format](sampleReports, { ...sampleOptions, lang, ...more })
}

describe('golden files (update with vitest -u)', () => {
  for (const lang of langs)
    for (const format of formats)
      it(`${format} in ${lang}`, async () => {
        await expect(print(format, lang)).toMatchFileSnapshot(`golden/report.${lang}.${extensions[format]}`)
      })
  for (const lang of langs) {
    it(`text with colour in ${lang}`, async () => {
      await expect(print('text', lang, { color: true })).toMatchFileSnapshot(
        `golden/report.${lang}.color.txt`,
      )
    })
    for (const format of ['text', 'markdown', 'html', 'json'] as const)
      it(`${format} grouped in ${lang}`, async () => {
        const file = `golden/report.${lang}.grouped.${extensions[format]}`
        await expect(print(format, lang, { group: true })).toMatchFileSnapshot(file)
      })
  }
})

describe('the JSON contract', () => {
  const schema = JSON.parse(readFileSync(new URL('../docs/report.schema.json', import.meta.url), 'utf8'))
  const isValid = new Ajv({ allErrors: true }).compile(schema)
  for (const [name, more] of [
    ['whole', {}],
    ['grouped', { group: true }],
    ['cut', { maxFindings: 1 }],
  ] as const)
    it(`holds for the ${name} output`, () => {
      expect(isValid(JSON.parse(print('json', 'sv', more))), JSON.stringify(isValid.errors)).toBe(true)
    })
  it('refuses a report without counts', () => {
    expect(isValid({ version: '1.0', reports: [{ source: 'a', findings: [] }] })).toBe(false)
  })
  it('says the same in both languages', () => {
    expect(print('json', 'sv')).toBe(print('json', 'en'))
  })
  it('tells how many findings were left out', () => {
    expect(JSON.parse(print('json', 'sv', { maxFindings: 2 })).reports[0]).toMatchObject({ omitted: 8 })
  })
  it('is one JSON value per line as jsonl', () => {
    const lines = print('jsonl', 'sv').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).source)).toHaveLength(11)
  })
})
