// The commands on real files, in a process of its own: exit codes, outputs, baselines, pipes, watching.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cli, compileCli } from './support/cli.ts'

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
`
/** Lacks nearly everything, so it has errors and warnings. */
const faulty = `${prefixes}
<https://data.example.se/katalog> a dcat:Catalog ;
  dcterms:title "Öppna data"@sv ;
  dcat:dataset <https://data.example.se/luft> .

<https://data.example.se/luft> a dcat:Dataset ;
  dcterms:title "Luftkvalitet"@sv .
`
const worse = `${faulty}
<https://data.example.se/buller> a dcat:Dataset ;
  dcterms:title "Buller"@sv .
`

let cli: Cli
beforeAll(() => {
  cli = compileCli()
  cli.write('fel.ttl', faulty)
}, 120_000)
afterAll(() => cli.remove())

const read = (name: string) => readFileSync(join(cli.folder, name), 'utf8')

describe('validate', () => {
  it('ends with 1 and shows the line at fault', async () => {
    const { code, out, err } = await cli.run(['validate', 'fel.ttl', '--lang', 'sv'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('│ <https://data.example.se/luft> a dcat:Dataset ;')
    expect(out).toContain('Följer inte DCAT-AP-SE')
    expect(out).not.toContain('\u001b')
  })
  it('speaks English', async () => {
    expect((await cli.run(['validate', 'fel.ttl', '--lang', 'en'])).out).toContain(
      'Does not conform to DCAT-AP-SE',
    )
  })
  it('reads standard input', async () => {
    const { code, out } = await cli.run(['validate', '-', '--format', 'json'], { input: faulty })
    expect(code).toBe(1)
    expect(JSON.parse(out).reports[0]).toMatchObject({
      source: '-',
      conforms: false,
      contents: { datasets: 1 },
    })
  })
  it('ends with 3 when a source is missing, and still checks the others', async () => {
    const { code, out } = await cli.run(['validate', 'finns-inte.ttl', 'fel.ttl', '--format', 'json'])
    expect(code).toBe(3)
    expect(
      JSON.parse(out).reports.map((report: { failure?: { code: string } }) => report.failure?.code),
    ).toEqual(['SOURCE_NOT_FOUND', undefined])
  })
  it('ends with 2 for an unknown profile', async () => {
    expect(await cli.run(['validate', 'fel.ttl', '--profile', 'finns-inte'])).toMatchObject({
      code: 2,
      out: '',
    })
  })
  it('never shows a stack for what is not RDF', async () => {
    for (const text of [
      '',
      '<!doctype html><html><body>Hej</body></html>',
      '{"error": 404}',
      '\u0000\u0001\u0002',
      '<a> <b> "c',
    ]) {
      const { code, out, err } = await cli.run(['validate', '-'], { input: text })
      expect([0, 1, 3]).toContain(code)
      expect(out + err).not.toMatch(/\n\s+at /)
    }
  })
  it('writes several formats at once, whole', async () => {
    const { code, out } = await cli.run([
      'validate',
      'fel.ttl',
      '--format',
      'summary,html=r.html',
      '--format',
      'sarif=r.sarif',
    ])
    expect(code).toBe(1)
    expect(out).toMatch(/^✗ fel\.ttl/)
    expect(read('r.html')).toMatch(/^<!doctype html>/)
    expect(JSON.parse(read('r.sarif')).runs[0].tool.driver.rules[0].shortDescription.text).toBeTruthy()
    expect(readdirSync(cli.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
  it('ends with 3 when a result cannot be written', async () => {
    const { code, err } = await cli.run([
      'validate',
      'fel.ttl',
      '--output',
      'ingen/mapp/r.json',
      '--lang',
      'sv',
    ])
    expect(code).toBe(3)
    expect(err).toContain('Filen ingen/mapp/r.json gick inte att skriva.')
  })
  it('is silent with --quiet and counts with --stats', async () => {
    expect(await cli.run(['validate', 'fel.ttl', '--quiet'])).toEqual({ code: 1, out: '', err: '' })
    const { err } = await cli.run(['validate', 'fel.ttl', '--quiet', '--stats', '--lang', 'sv'])
    expect(err).toContain('1 datamängd\n')
  })
  it('takes options from the environment and flags before them', async () => {
    const env = { GRUNDDATA_FORMAT: 'json', GRUNDDATA_MAX_FINDINGS: '1' }
    expect(
      JSON.parse((await cli.run(['validate', 'fel.ttl'], { env })).out).reports[0].findings,
    ).toHaveLength(1)
    expect((await cli.run(['validate', 'fel.ttl', '--format', 'summary'], { env })).out).toMatch(/^✗/)
  })
  it('colours when told to', async () => {
    expect((await cli.run(['validate', 'fel.ttl'], { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[')
    expect(
      (await cli.run(['validate', 'fel.ttl', '--no-color'], { env: { FORCE_COLOR: '1' } })).out,
    ).not.toContain('\u001b')
  })
})

describe('the configuration', () => {
  it('changes what is grave', async () => {
    const { out } = await cli.run(['validate', 'fel.ttl', '--format', 'json'])
    const rules: string[] = JSON.parse(out).reports[0].findings.map(
      (finding: { rule: string }) => finding.rule,
    )
    const config = cli.write(
      'mild.yaml',
      `severities:\n${[...new Set(rules)].map((rule) => `  ${rule}: off\n`).join('')}`,
    )
    expect(await cli.run(['validate', 'fel.ttl', '--config', config])).toMatchObject({ code: 0 })
  })
  it('is refused with its line when it is wrong', async () => {
    const config = cli.write('fel.yaml', 'severities:\n  a-rule: grave\n')
    const { code, err } = await cli.run(['validate', 'fel.ttl', '--config', config])
    expect(code).toBe(2)
    expect(err).toContain('fel.yaml:2:')
  })
})

describe('a baseline', () => {
  it('is made, accepts what it holds, fails on what is new, and is pruned', async () => {
    cli.write('katalog.ttl', faulty)
    const args = ['validate', 'katalog.ttl', '--baseline', 'bas.json', '--format', 'json']
    const made = await cli.run(args)
    expect({ code: made.code, findings: JSON.parse(made.out).reports[0].findings }).toEqual({
      code: 0,
      findings: [],
    })
    expect(made.err).toMatch(/The baseline bas\.json now accepts \d+ findings\./)
    expect(await cli.run(args)).toMatchObject({ code: 0, err: '' })
    cli.write('katalog.ttl', worse)
    const more = await cli.run(args)
    expect(more.code).toBe(1)
    const focus = JSON.parse(more.out).reports[0].findings.map(
      (finding: { focus: { iri: string } }) => finding.focus.iri,
    )
    expect(focus).toContain('https://data.example.se/buller')
    expect(focus).not.toContain('https://data.example.se/luft')
    cli.write(
      'katalog.ttl',
      worse.replace(/<https:\/\/data.example.se\/luft> a[^.]*\.[^.]*\.[^.]*\.[^.]*\./, ''),
    )
    const before = read('bas.json')
    await cli.run([...args, '--prune-baseline'])
    expect(read('bas.json').length).toBeLessThan(before.length)
  })
})

describe('pipes and signals', () => {
  it('ends quietly when the reader goes away', async () => {
    const child = spawn(process.execPath, [cli.bin, 'rules', '--format', 'json'], { cwd: cli.folder })
    const errors: Buffer[] = []
    child.stderr.on('data', (piece: Buffer) => errors.push(piece))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err: Buffer.concat(errors).toString() }).toEqual({ code: 0, err: '' })
  })
  it('watches a file until it is interrupted', async () => {
    const file = cli.write('bevakad.ttl', faulty)
    const child = spawn(process.execPath, [cli.bin, 'validate', file, '--watch', '--format', 'jsonl'], {
      cwd: cli.folder,
      env: { PATH: process.env.PATH, LANG: 'sv_SE' },
    })
    let out = ''
    let err = ''
    child.stderr.on('data', (piece: Buffer) => {
      if (err === '') appendFileSync(join(cli.folder, file), worse.slice(faulty.length))
      err += piece
    })
    child.stdout.on('data', (piece: Buffer) => {
      out += piece
      if (out.includes('https://data.example.se/buller') && out.endsWith('\n')) child.kill('SIGINT')
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, err }).toEqual({ code: 1, err: 'Väntar på ändringar. Avsluta med Ctrl-C.\n' })
  })
})

describe('convert', () => {
  it('writes every syntax so that it can be read again', async () => {
    const { out: before } = await cli.run(['convert', 'fel.ttl', '--to', 'ntriples'])
    expect(before.trim().split('\n')).toHaveLength(5)
    for (const [to, extension] of [
      ['turtle', 'ttl'],
      ['rdfxml', 'rdf'],
      ['jsonld', 'jsonld'],
      ['nquads', 'nq'],
      ['trig', 'trig'],
    ]) {
      const file = `ut.${extension}`
      expect(await cli.run(['convert', 'fel.ttl', '--to', to, '--output', file])).toEqual({
        code: 0,
        out: '',
        err: '',
      })
      const { out } = await cli.run(['convert', file, '--to', 'ntriples'])
      expect(out.split('\n').sort(), to).toEqual(before.split('\n').sort())
    }
  })
  it('chooses the syntax by the name of the file', async () => {
    await cli.run(['convert', 'fel.ttl', '--output', 'namn.rdf'])
    expect(read('namn.rdf')).toContain('<rdf:RDF')
  })
  it('asks for a syntax, and tells of what was lost', async () => {
    expect(await cli.run(['convert', 'fel.ttl'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--to'),
    })
    const lost = await cli.run(['convert', '-', '--to', 'ntriples'], { input: `${faulty}<a b> <c> .` })
    expect(lost).toMatchObject({ code: 1, err: expect.stringContaining('faults in the source') })
    expect(await cli.run(['convert', 'finns-inte.ttl', '--to', 'turtle'])).toMatchObject({ code: 3, out: '' })
  })
})

describe('rules and explain', () => {
  it('list every rule as JSON, with its texts', async () => {
    const { out } = await cli.run(['rules', '--format', 'json'])
    const { rules } = JSON.parse(out)
    expect(rules.length).toBeGreaterThan(50)
    for (const rule of rules)
      expect(rule.message.sv && rule.message.en && rule.severity, rule.id).toBeTruthy()
  })
  it('list them as Markdown in Swedish', async () => {
    const { out } = await cli.run(['rules', '--format', 'markdown', '--lang', 'sv'])
    expect(out).toMatch(/^# DCAT-AP-SE .* regler/)
    expect(out).toContain('| Regel | Allvarlighetsgrad | Vad | Varför |')
  })
  it('sources that are to be built are named for what they are, with the next step', async () => {
    for (const [name, text, word] of [
      ['a.yaml', 'base: https://x.se/', 'a catalogue or an API in YAML'],
      ['a.xlsx', 'PK', 'a workbook'],
      ['a.json', '{ "openapi": "3.0.0" }', 'an API description'],
      ['a.xml', '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"/>', 'a metadata record'],
    ]) {
      cli.write(name, text)
      const { code, err } = await cli.run(['validate', name, '--lang', 'en'])
      expect({ name, code }).toEqual({ name, code: 2 })
      expect(err).toContain(word)
      expect(err).toContain(`grunddata build ${name}`)
    }
  })

  it('explain every rule that has fixtures, with both examples', async () => {
    const rule = 'agent-also-contact'
    expect(existsSync(new URL(`../fixtures/rules/${rule}/bad.ttl`, import.meta.url))).toBe(true)
    const { code, out } = await cli.run(['explain', rule, '--lang', 'sv'])
    expect(code).toBe(0)
    for (const title of ['Varför', 'Så här blir det fel', 'Så här blir det rätt', 'Läs mer: http'])
      expect(out).toContain(title)
    expect(out).toMatch(/▸ +\d+ │/)
    expect(out).not.toContain('#!')
  })
})
