// The compiled program in a process of its own: help, errors, exit codes, languages, completion.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandNames } from '../src/cli/commands.ts'
import { type Cli, compileCli } from './support/cli.ts'

let cli: Cli
beforeAll(() => {
  cli = compileCli()
}, 120_000)
afterAll(() => cli.remove())

describe('help (update with vitest -u)', () => {
  for (const lang of ['sv', 'en'])
    for (const command of [undefined, ...commandNames])
      it(`of ${command ?? 'the program'} in ${lang}`, async () => {
        const { code, out, err } = await cli.run([...(command ? [command] : []), '--help', '--lang', lang])
        expect({ code, err }).toEqual({ code: 0, err: '' })
        await expect(out).toMatchFileSnapshot(`golden/help.${lang}.${command ?? 'grunddata'}.txt`)
      })

  it('is shown in the language of the locale', async () => {
    const sv = await cli.run(['--help'], { env: { LANG: 'sv_SE.UTF-8' } })
    const en = await cli.run(['--help'], { env: { LC_ALL: 'en_GB.UTF-8', LANG: 'sv_SE.UTF-8' } })
    expect(sv.out).toContain('Användning: grunddata <kommando>')
    expect(en.out).toContain('Usage: grunddata <command>')
  })

  it('loads nothing but node, commander and the tables', async () => {
    const hook = `import { writeSync } from 'node:fs'
      export const load = (url, context, next) => { writeSync(2, url + '\\n'); return next(url, context) }`
    const register = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hook))})`
    const { code, err } = await cli.run(['--help'], { nodeFlags: ['--import', dataUrl(register)] })
    const loaded = err.split('\n').filter((url) => url.startsWith('file:'))
    const others = loaded.filter(
      (url) => !/\/(bin|dist\/cli|node_modules\/commander)\/|\/dist\/(errors|finding)\.js$/.test(url),
    )
    expect({ code, others }).toEqual({ code: 0, others: [] })
    expect(loaded.length).toBeGreaterThan(5)
  })
})

function dataUrl(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`
}

describe('version', () => {
  it('is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(await cli.run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})

describe('wrong usage ends with 2, one sentence and the next step', () => {
  const cases: readonly (readonly [args: readonly string[], en: string, sv: string])[] = [
    [[], 'Give a command.', 'Ange ett kommando.'],
    [['valdate', 'a.ttl'], 'Did you mean validate?', 'Menade du validate?'],
    [['validate', '--formt', 'json', 'a.ttl'], 'Did you mean --format?', 'Menade du --format?'],
    [['validate', 'a.ttl', '--format', 'jsn'], '--format cannot be “jsn”.', '--format kan inte vara ”jsn”.'],
    [['validate', 'a.ttl', '--max-findings', 'x'], 'wants a whole number', 'vill ha ett heltal'],
    [['validate', 'a.ttl', '--format'], 'Give a value for', 'Ange ett värde för'],
    [['validate', 'a.ttl', '--format', 'text,json'], 'Only one format', 'Bara ett format'],
    [['validate', 'a.ttl', '--prune-baseline'], 'Say which baseline', 'Ange vilken baslinje'],
    [['validate', 'a.ttl', '--config', 'finns-inte.yaml'], 'could not be read', 'gick inte att läsa'],
    [['completion', 'tcsh'], 'Choose among bash, zsh, fish.', 'Välj bland bash, zsh, fish.'],
    [['rules', 'too', 'many'], 'Give fewer arguments.', 'Ange färre argument.'],
    [
      ['explain', 'dataset-publisher-misssing'],
      'Did you mean dataset-publisher-missing?',
      'Menade du dataset-publisher-missing?',
    ],
    [['rules', '--profile', 'finns-inte'], 'finns-inte', 'finns-inte'],
  ]
  for (const [args, en, sv] of cases)
    it(`grunddata ${args.join(' ')}`, async () => {
      const english = await cli.run(
        [...args, '--lang=en'].filter((arg) => args.at(-1) !== '--format' || arg !== '--lang=en'),
      )
      const swedish = await cli.run(args, { env: { LANG: 'sv_SE.UTF-8' } })
      expect(english).toMatchObject({ code: 2, out: '', err: expect.stringContaining(en) })
      expect(swedish).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sv) })
      expect(english.err).not.toMatch(/\n\s+at /)
    })

  it('names the environment variable at fault', async () => {
    const { code, err } = await cli.run(['validate', 'a.ttl'], { env: { GRUNDDATA_FAIL_ON: 'never' } })
    expect(code).toBe(2)
    expect(err).toContain('GRUNDDATA_FAIL_ON cannot be “never”')
  })
})

describe('completion', () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    it(`names every command and format for ${shell}`, async () => {
      const { code, out } = await cli.run(['completion', shell])
      expect(code).toBe(0)
      for (const word of [...commandNames, 'sarif', 'baseline', 'ntriples']) expect(out).toContain(word)
    })
  it('is a script that bash can read and use', async () => {
    const { out } = await cli.run(['completion', 'bash'])
    const script = `${out}\nCOMP_WORDS=(grunddata validate --format js) COMP_CWORD=3 _grunddata; COMP_WORDS=(grunddata validate --format js); COMP_CWORD=3; _grunddata; echo "\${COMPREPLY[@]}"`
    expect(execFileSync('bash', ['-c', script]).toString()).toBe('json jsonl\n')
  })
})
