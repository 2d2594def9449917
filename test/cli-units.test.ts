// The parts of the command line that need no process: language, colour, values, outputs, progress, excerpts.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { badExcerpt, goodExcerpt } from '../src/cli/excerpt.ts'
import { tellFailure } from '../src/cli/failure.ts'
import { environmentName, formats, type OptionRow, optionTable, syntaxIds } from '../src/cli/options.ts'
import { planOutputs, writeWhole } from '../src/cli/outputs.ts'
import { createProgressLine, progressText } from '../src/cli/progress.ts'
import { chooseColor, chooseLang, type Terminal } from '../src/cli/terminal.ts'
import { readValues } from '../src/cli/values.ts'
import { type ErrorCode, errorCodes, GrunddataError } from '../src/errors.ts'
import { reporters } from '../src/report/index.ts'

describe('language', () => {
  const cases: readonly (readonly [string, readonly string[], NodeJS.ProcessEnv, 'sv' | 'en'])[] = [
    ['the flag', ['--lang', 'sv'], { LANG: 'en_US' }, 'sv'],
    ['the flag with =', ['--lang=en'], { LANG: 'sv_SE' }, 'en'],
    ['our variable', [], { GRUNDDATA_LANG: 'sv', LC_ALL: 'en_US' }, 'sv'],
    ['LC_ALL before LC_MESSAGES and LANG', [], { LC_ALL: 'sv_FI', LC_MESSAGES: 'en', LANG: 'en' }, 'sv'],
    ['LC_MESSAGES before LANG', [], { LC_MESSAGES: 'de_DE', LANG: 'sv' }, 'en'],
    ['LANG', [], { LANG: 'sv_SE.UTF-8' }, 'sv'],
    ['nothing', [], {}, 'en'],
  ]
  for (const [name, argv, env, lang] of cases)
    it(`follows ${name}`, () => {
      expect(chooseLang(argv, env)).toBe(lang)
    })
})

describe('colour', () => {
  const cases: readonly (readonly [string, readonly string[], NodeJS.ProcessEnv, boolean, boolean])[] = [
    ['a terminal', [], {}, true, true],
    ['a pipe', [], {}, false, false],
    ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
    ['the flag before NO_COLOR', ['--color'], { NO_COLOR: '1' }, false, true],
    ['the last flag', ['--color', '--no-color'], {}, true, false],
    ['a dumb terminal', [], { TERM: 'dumb' }, true, false],
  ]
  for (const [name, argv, env, isTerminal, color] of cases)
    it(`follows ${name}`, () => {
      expect(chooseColor(argv, env, isTerminal)).toBe(color)
    })
})

describe('values', () => {
  const names = ['format', 'failOn', 'maxFindings', 'group', 'output'] as const
  const read = (flags: object, env: NodeJS.ProcessEnv = {}) => readValues(names, { ...flags }, env)

  it('take the flag, then the environment, then the default', () => {
    const env = { GRUNDDATA_FAIL_ON: 'info' }
    expect(read({ failOn: 'warning' }, env).one('failOn')).toBe('warning')
    expect(read({}, env).one('failOn')).toBe('info')
    expect(read({}).one('failOn')).toBe('error')
    expect([read({}).isGiven('failOn'), read({}, env).isGiven('failOn')]).toEqual([false, true])
  })
  it('split lists with values to choose from, not file names', () => {
    expect(read({ format: ['text,json=a.json', 'csv'] }).list('format')).toEqual([
      'text',
      'json=a.json',
      'csv',
    ])
    expect(read({ output: ['a,b.txt'] }).list('output')).toEqual(['a,b.txt'])
  })
  it('read switches from the environment', () => {
    for (const [value, isOn] of [
      ['1', true],
      ['true', true],
      ['0', false],
      ['false', false],
      ['', false],
    ] as const)
      expect(read({}, { GRUNDDATA_GROUP: value }).has('group')).toBe(isOn)
  })
  it('refuse what is not allowed', () => {
    expect(() => read({ maxFindings: '-1' })).toThrow('wants a whole number')
    expect(() => read({ format: ['text=x,bad'] })).toThrow('cannot be “bad”')
  })
  it('have environment names that differ', () => {
    const rows = Object.values<OptionRow>(optionTable)
    const used = ['profile', 'format', 'output', 'failOn', 'baseline', 'syntax'] as const
    expect(new Set(used.map((name) => environmentName(optionTable[name]))).size).toBe(used.length)
    expect(rows.every((row) => row.description.sv !== '' && row.description.en !== '')).toBe(true)
  })
})

describe('choices', () => {
  it('are the registries themselves', () => {
    expect(formats).toEqual(Object.keys(reporters))
    expect([...syntaxIds].sort()).toEqual(['jsonld', 'nquads', 'ntriples', 'rdfxml', 'trig', 'turtle'])
  })
})

describe('outputs', () => {
  const plan = (flags: object) => planOutputs(readValues(['format', 'output'], { ...flags }, {}))
  it('pair formats with files', () => {
    expect(plan({})).toEqual([{ format: 'text' }])
    expect(plan({ format: ['json'], output: ['a.json'] })).toEqual([{ format: 'json', file: 'a.json' }])
    expect(plan({ format: ['text,html=r.html'] })).toEqual([
      { format: 'text' },
      { format: 'html', file: 'r.html' },
    ])
    expect(plan({ format: ['sarif,csv'], output: ['a', 'b'] })).toEqual([
      { format: 'sarif', file: 'a' },
      { format: 'csv', file: 'b' },
    ])
  })
  it('tell the format by the extension of the file', () => {
    expect(plan({ output: ['r.html', 'r.sarif', 'r.xyz'] }).map(({ format }) => format)).toEqual([
      'html',
      'sarif',
      'text',
    ])
  })
  it('refuse two formats on the screen and files without format', () => {
    expect(() => plan({ format: ['text,json'] })).toThrow('Only one format')
    expect(() => plan({ format: ['text'], output: ['a', 'b'] })).toThrow('has no format')
  })
  it('are written whole or not at all', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grunddata-'))
    function* broken() {
      yield 'half'
      throw new RangeError('too long')
    }
    await writeWhole(join(folder, 'a.txt'), 'hel')
    await expect(writeWhole(join(folder, 'a.txt'), broken())).rejects.toMatchObject({ code: 'OUTPUT_FAILED' })
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('hel')
    expect(readdirSync(folder)).toEqual(['a.txt'])
    rmSync(folder, { recursive: true })
  })
})

describe('progress', () => {
  it('shows a bar when the whole is known', () => {
    expect(progressText({ job: 'validate', done: 6, total: 12 })).toBe(
      `validate ${'█'.repeat(12)}${'░'.repeat(12)} 6/12`,
    )
    expect(progressText({ job: 'validate', done: 6 })).toBe('validate 6 …')
  })
  it('waits a second, and draws at most ten times a second', () => {
    let time = 0
    const drawn: string[] = []
    const line = createProgressLine({ isTerminal: true, now: () => time, draw: (text) => drawn.push(text) })
    for (const at of [0, 500, 999, 1000, 1050, 1100, 1150]) {
      time = at
      line.step({ job: 'j', done: at })
    }
    line.clear()
    line.clear()
    expect(drawn.map((text) => text.replace(/^\r\u001b\[2K/, ''))).toEqual(['j 1000 …', 'j 1100 …', ''])
  })
  it('is silent when nobody watches', () => {
    const line = createProgressLine({
      isTerminal: false,
      now: () => 1e9,
      draw: () => expect.unreachable('nothing should be drawn'),
    })
    line.step({ job: 'j', done: 1 })
    line.clear()
    expect(line).toBeDefined()
  })
})

describe('failures', () => {
  function told(
    error: unknown,
    more: Partial<Terminal> = {},
  ): { readonly code: number; readonly text: string } {
    const lines: string[] = []
    const terminal: Terminal = {
      lang: 'sv',
      color: false,
      width: 80,
      env: {},
      verbose: false,
      write: () => {},
      tell: (line) => lines.push(line),
      ...more,
    }
    return { code: tellFailure(error, terminal), text: lines.join('') }
  }
  for (const code of Object.keys(errorCodes) as ErrorCode[])
    it(`ends with ${errorCodes[code].exit} for ${code}`, () => {
      const error = new GrunddataError(
        code,
        { sv: 'Det gick fel.', en: 'It failed.' },
        { hint: { sv: 'Gör så.', en: 'Do so.' } },
      )
      expect(told(error)).toEqual({
        code: errorCodes[code].exit,
        text: 'grunddata: Det gick fel.\n  Gör så.\n',
      })
    })
  it('apologise for a bug without a stack', () => {
    const { code, text } = told(new TypeError('x is undefined'))
    expect(code).toBe(70)
    expect(text).toContain('Förlåt, här gjorde programmet fel, inte du (TypeError: x is undefined).')
    expect(text).not.toContain('    at ')
  })
  it('show the stack when asked', () => {
    expect(told(new TypeError('x'), { verbose: true }).text).toContain('    at ')
  })
})

describe('excerpts', () => {
  const bad = [
    '@prefix dcat: <http://www.w3.org/ns/dcat#> .',
    '',
    '<https://data.example.se/ds/1> a dcat:Dataset ;  #! error a-rule',
    '  dcterms:title "Luft"@sv ; #! warning another-rule; error third-rule',
    '  dcterms:license <x> .',
  ].join('\n')
  it('show the marked lines without the comments of the tests', () => {
    expect(badExcerpt(bad, 'third-rule').lines).toEqual([
      { number: 3, text: '<https://data.example.se/ds/1> a dcat:Dataset ;', isMarked: false },
      { number: 4, text: '  dcterms:title "Luft"@sv ;', isMarked: true },
      { number: 5, text: '  dcterms:license <x> .', isMarked: false },
    ])
  })
  it('show what the good example has that the bad one has not', () => {
    const good = `${bad.replace(/ *#!.*$/gm, '').replace(' .', ' .')}\n`.replace('<x>', '<y>')
    expect(goodExcerpt(good, bad).lines.filter((line) => line.isMarked)).toEqual([
      { number: 5, text: '  dcterms:license <y> .', isMarked: true },
    ])
  })
})
