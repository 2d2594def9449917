// `grunddata build`: sources in, one file out, or findings at their places and nothing written.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { openTerminal } from '../src/cli/terminal.ts'
import { isGrunddataError } from '../src/errors.ts'

const folder = mkdtempSync(join(tmpdir(), 'grunddata-build-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the program in this process. */
async function run(...argv: string[]): Promise<{ code: number | string; out: string; err: string }> {
  const texts = { out: '', err: '' }
  const all = [...argv, '--lang', 'sv', '--no-color']
  const terminal = {
    ...openTerminal(all, {}),
    width: 80,
    write: (text: string) => void (texts.out += text),
    tell: (text: string) => void (texts.err += text),
  }
  const code = await createProgram(terminal, '0.0.0')
    .run(all)
    .catch((error: unknown) => (isGrunddataError(error) ? error.code : Promise.reject(error)))
  return { code, ...texts }
}

function written(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('build', () => {
  it.each([
    'examples/catalog.yaml',
    'examples/catalog/',
  ])('makes a catalogue without remarks of %s', async (source) => {
    const { code, out, err } = await run('build', source)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('<https://data.example.se/catalog>')
  })

  it.each([
    'docs/guide/skriva.md',
    'docs/guide/author.md',
  ])('makes a catalogue without errors of the one in %s', async (guide) => {
    const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(guide, 'utf8')) ?? []
    const { code } = await run('build', written('guide.yaml', yaml ?? ''))
    expect(code).toBe(0)
  })

  it.each([
    'docs/guide/geodata.md',
    'docs/guide/metadata-records.md',
  ])('makes a catalogue without errors of records and the YAML beside in %s', async (guide) => {
    const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(guide, 'utf8')) ?? []
    const records = readdirSync('examples/geodata').filter((name) => name.endsWith('.xml'))
    const { code } = await run(
      'build',
      written('guide.yaml', yaml ?? ''),
      ...records.map((name) => join('examples/geodata', name)),
    )
    expect(code).toBe(0)
  })

  it('writes the syntax that the extension names, and moves a catalogue to YAML and back', async () => {
    const [yaml, rdf] = [join(folder, 'k.yaml'), join(folder, 'k.rdf')]
    expect((await run('build', 'fixtures/catalogs/kommun.ttl', '--output', yaml)).code).toBe(0)
    expect((await run('build', yaml, '--output', rdf)).code).toBe(0)
    expect(readFileSync(rdf, 'utf8')).toMatch(/^<\?xml/)
  })

  it('tells of faults at their places in the source, and writes nothing', async () => {
    const source = written(
      'fel.yaml',
      readFileSync('examples/catalog.yaml', 'utf8').replace('theme: Miljö', 'theme: Mijlö'),
    )
    const target = join(folder, 'fel.ttl')
    const before = readdirSync(folder)
    const { code, err } = await run('build', source, '--output', target)
    expect({ code, wrote: existsSync(target) }).toEqual({ code: 1, wrote: false })
    expect(err).toContain('”Mijlö” finns inte')
    expect(err).toContain('theme: Mijlö')
    expect(err).toMatch(/1 fel(?! ·.*varning)/)
    expect(err).toContain('Ingenting skrevs')
    expect(readdirSync(folder)).toEqual(before)
    expect((await run('build', source, '--output', target, '--force')).code).toBe(1)
    expect(existsSync(target)).toBe(true)
  })

  it('leads rules of the profile to the source too', async () => {
    const text = readFileSync('examples/catalog.yaml', 'utf8').replace(
      'issued: 2025-02-01',
      'issued: 2025-02-31',
    )
    const line = text.split('\n').findIndex((each) => each.includes('2025-02-31')) + 1
    const { err } = await run('build', written('datum.yaml', text))
    expect(err).toContain(`${line}:13`)
  })

  it('takes what has no base from --base, and refuses a kind that is none', async () => {
    const source = written('utan.yaml', 'datasets: [{id: a, title: A}]\n')
    expect((await run('build', source, '--base', 'https://b.example/', '--force')).out).toContain(
      '<https://b.example/dataset/a>',
    )
    expect((await run('build', source)).err).toContain('Ange base')
    expect((await run('build', source, '--from', 'excel')).code).toBe('USAGE')
    expect((await run('build', join(folder, 'finns-inte.yaml'))).code).toBe('SOURCE_NOT_FOUND')
  })

  it('is refused when nothing is described', async () => {
    const file = written('tomt.yaml', 'base: https://data.example.se/\n')
    const target = join(folder, 'tomt.ttl')
    const { code, err } = await run('build', file, '--output', target)
    expect(code).toBe(1)
    expect(err).toContain('build-empty')
    expect(existsSync(target)).toBe(false)
  })

  it('explains what it says', async () => {
    expect((await run('explain', 'build-unknown-code')).out).toContain('Välj ett värde ur listan')
  })

  it('upgrade writes what it did and what is left to decide to a file for programs', async () => {
    const file = written('gammal.ttl', readFileSync('fixtures/catalogs/version-2.2.0.ttl', 'utf8'))
    const report = join(folder, 'lyft.json')
    const { code } = await run('upgrade', file, '--check', '--report', report)
    expect(code).toBe(1)
    const [{ done, toDecide, notMade }] = JSON.parse(readFileSync(report, 'utf8')).files
    expect(done.length).toBeGreaterThan(10)
    expect(notMade).toEqual([])
    expect(
      toDecide.find(({ proposal }: { proposal?: string }) => proposal?.includes('LocalAuthority')),
    ).toMatchObject({
      subject: 'http://dataportal.se/organisation/SE2120099995',
      line: expect.any(Number),
    })
  })

  it.each(['fix', 'upgrade'])('%s does not write several files into one', async (command) => {
    const files = ['en.ttl', 'tva.ttl'].map((name) => written(name, '<a:a> <a:b> <a:c> .'))
    expect((await run(command, ...files, '--output', join(folder, 'alla.ttl'))).code).toBe('USAGE')
    expect(existsSync(join(folder, 'alla.ttl'))).toBe(false)
  })
})
