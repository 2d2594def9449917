// The commands that show the model and the code lists, run as a user runs them, at 80 columns.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import type { Terminal } from '../src/cli/terminal.ts'
import { GrunddataError } from '../src/errors.ts'
import type { Lang } from '../src/finding.ts'
import { domains } from '../src/framework/index.ts'

async function run(argv: readonly string[], lang: Lang = 'sv'): Promise<string> {
  let out = ''
  const terminal: Terminal = {
    lang,
    color: false,
    width: 80,
    env: {},
    verbose: false,
    write: (text) => void (out += text),
    tell: () => {},
  }
  expect(await createProgram(terminal, '0.0.0').run(argv)).toBe(0)
  return out
}

const failure = async (argv: readonly string[]) => {
  const error = await run(argv).catch((each: unknown) => each)
  expect(error).toBeInstanceOf(GrunddataError)
  const { code, text, hint } = error as GrunddataError
  return { code, sv: text.sv, hint: hint?.sv }
}

/** Addresses stand whole on a line of their own, so that they can be copied. */
const tooWide = (text: string) =>
  text.split('\n').filter((line) => [...line].length > 80 && !/ https?:\S+$/.test(line))

const commands: Readonly<Record<string, readonly string[]>> = {
  domains: ['domains'],
  'domains-foretag': ['domains', 'foretag'],
  vocab: ['vocab'],
  'vocab-data-theme': ['vocab', 'data-theme'],
  'vocab-kvartalsvis': ['vocab', '--search', 'kvartalsvis'],
  'vocab-aktiebolag': ['vocab', '--search', 'aktiebolag'],
  infrastructure: ['infrastructure'],
}

describe('text on a screen of 80 columns (update with vitest -u)', () => {
  for (const lang of ['sv', 'en'] as const)
    for (const [name, argv] of Object.entries(commands))
      it(`${name} in ${lang}`, async () => {
        const out = await run(argv, lang)
        expect(tooWide(out)).toEqual([])
        expect(out.split('\n').filter((line) => /\s$|undefined|NaN/.test(line))).toEqual([])
        await expect(out).toMatchFileSnapshot(`golden/framework/${name}.${lang}.txt`)
      })
})

describe('vocab --search', () => {
  const first = async (typed: string, lang: Lang = 'sv') =>
    (JSON.parse(await run(['vocab', '-s', typed, '-f', 'json'], lang)) as { values: { value: string }[] })
      .values[0]?.value
  const EU = 'http://publications.europa.eu/resource/authority/'

  it.each([
    ['kvartalsvis', `${EU}frequency/QUARTERLY`],
    ['Kvartalsvis', `${EU}frequency/QUARTERLY`],
    ['kvartalvis', `${EU}frequency/QUARTERLY`],
    ['quarterly', `${EU}frequency/QUARTERLY`],
    ['aktiebolag', 'http://purl.org/adms/publishertype/Company'],
    ['miljo', `${EU}data-theme/ENVI`],
    ['Läkemedelsverket', 'http://dataportal.se/organisation/SE2021004078'],
    ['lakemedelsverket', 'http://dataportal.se/organisation/SE2021004078'],
    ['202100-5489', 'http://dataportal.se/organisation/SE2021005489'],
    ['2010:900', 'http://rinfo.lagrummet.se/publ/sfs/2010:900'],
  ])('%s gives %s', async (typed, value) => {
    expect(await first(typed)).toBe(value)
  })

  it('puts a word that begins alike before one that only holds it', async () => {
    const { values } = JSON.parse(await run(['vocab', 'frequency', '-s', 'vecko', '-f', 'json'])) as {
      values: { label: { sv: string } }[]
    }
    expect(values[0].label.sv).toBe('veckovis')
  })

  it('looks in one list when it is named', async () => {
    const { values } = JSON.parse(await run(['vocab', 'organisation', '-s', 'bolag', '-f', 'json'])) as {
      values: { list: string }[]
    }
    expect(new Set(values.map(({ list }) => list))).toEqual(new Set(['organisation']))
  })

  it('searches for a first word that is no list', async () => {
    expect(await run(['vocab', 'kvartalsvis'])).toBe(await run(['vocab', '--search', 'kvartalsvis']))
  })

  it('says so when nothing is alike', async () => {
    expect(await run(['vocab', '-s', 'xyzzyq'])).toMatch(/^Inget värde liknar ”xyzzyq”\.\n/)
  })

  it('gives values as SKOS', async () => {
    const quads = new Parser().parse(await run(['vocab', '-s', 'kvartalsvis', '-f', 'turtle']))
    expect(quads.some(({ subject }) => subject.value === `${EU}frequency/QUARTERLY`)).toBe(true)
  })
})

describe('domains', () => {
  it('finds a domain by id, name, part of a name or address', async () => {
    const whole = await run(['domains', 'halsa-vard-och-omsorg'])
    for (const wish of [
      'Hälsa, vård och omsorg',
      'halsa',
      'Hälsa vrd och omsorg',
      domains[2].iri,
      'Health and social care',
    ])
      expect(await run(['domains', wish])).toBe(whole)
  })

  it('names the domains when there is none such', async () => {
    expect(await failure(['domains', 'skola'])).toMatchObject({
      code: 'USAGE',
      sv: 'Det finns ingen domän som heter ”skola”.',
      hint: expect.stringContaining('foretag, halsa-vard-och-omsorg'),
    })
  })

  it('writes the mark in the form of address that is asked for', async () => {
    const subjectOf = async (...more: string[]) =>
      (JSON.parse(await run(['domains', 'person', '-f', 'json', ...more])) as { subject: string }).subject
    expect(await subjectOf()).toBe('https://dataportal.se/concepts/grunddata/person')
    expect(await subjectOf('--subject-form', 'terminology')).toBe(
      'https://www.dataportal.se/terminology/grunddata/person',
    )
  })

  it('writes in the namespace of the configuration, or of the flag before it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'grunddata-')), 'grunddata.config.yaml')
    writeFileSync(file, 'namespace: https://data.example.se/id/\nsubjectForm: terminology\n')
    const written = await run(['domains', 'transport', '-f', 'turtle', '--config', file])
    expect(written).toContain('<https://data.example.se/id/domain/transportsystem>')
    expect(written).not.toContain('w3id.org/grunddata')
    const flag = ['--namespace', 'https://other.example.se/#']
    expect(await run(['domains', 'transport', '-f', 'turtle', '--config', file, ...flag])).toContain(
      '<https://other.example.se/#domain/transportsystem>',
    )
    expect(await run(['domains', 'person', '-f', 'json', '--config', file])).toContain(
      'https://www.dataportal.se/terminology/grunddata/person',
    )
  })

  it.each([
    ['namespace: grunddata', 'en webbadress som slutar på / eller #'],
    ['subjectForm: concept', 'välj concepts eller terminology'],
  ])('refuses the configuration %s', async (line, words) => {
    const file = join(mkdtempSync(join(tmpdir(), 'grunddata-')), 'grunddata.config.yaml')
    writeFileSync(file, `${line}\n`)
    const { code, sv } = await failure(['domains', '--config', file])
    expect(code).toBe('CONFIG_INVALID')
    expect(sv).toContain(words)
  })

  it('refuses a namespace that is no address', async () => {
    expect(await failure(['domains', '--namespace', 'grunddata'])).toMatchObject({ code: 'USAGE' })
  })
})

describe('infrastructure', () => {
  it.each([
    'components',
    'funding',
    'usage',
    'inconsistencies',
  ])('gives %s as Turtle and JSON', async (part) => {
    expect(new Parser().parse(await run(['infrastructure', part, '-f', 'turtle'])).length).toBeGreaterThan(50)
    expect(Object.keys(JSON.parse(await run(['infrastructure', part, '-f', 'json'])) as object)[0]).toBe(
      'version',
    )
  })

  it('gives the whole model as Turtle', async () => {
    const whole = new Parser().parse(await run(['infrastructure', '-f', 'turtle']))
    const pieces = ['building-blocks', 'funding', 'usage'].flatMap((name) =>
      new Parser().parse(readFileSync(`vocab/national/${name}.ttl`, 'utf8')),
    )
    expect(whole.length).toBeGreaterThan(pieces.length)
  })

  it.each([
    'sv',
    'en',
  ] as const)('draws a picture that also says in words what it shows, in %s', async (lang) => {
    const picture = await run(['infrastructure', '-f', 'svg'], lang)
    const desc = /<desc id="desc">(.*)<\/desc>/.exec(picture)?.[1] ?? ''
    expect(picture).toContain('aria-labelledby="title desc"')
    expect(desc).toContain(lang === 'sv' ? 'Auktorisation: införande.' : 'Authorisation: introduction.')
    expect(picture.match(/<circle/g)).toHaveLength(20 * 5)
    await expect(picture).toMatchFileSnapshot(`golden/framework/infrastructure.${lang}.svg`)
  })
})
