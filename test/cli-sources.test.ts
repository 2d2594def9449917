// `grunddata sources` as its user meets it: a list shown, sources tried against servers on loopback, one added.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cli, compileCli } from './support/cli.ts'
import { type Replay, replay } from './support/exchanges.ts'

let cli: Cli
let server: Replay
const folder = mkdtempSync(join(tmpdir(), 'grunddata-sources-'))
beforeAll(async () => {
  cli = compileCli()
  server = await replay('fixtures/http/rdf.http')
}, 120_000)
afterAll(async () => {
  cli.remove()
  rmSync(folder, { recursive: true })
  await server.close()
})

const allow = ['--allow-private', '127.0.0.1']

describe('check', () => {
  it.each(['sv', 'en'])('explains in %s what happened on the way, and what to do next', async (lang) => {
    const { code, out, err } = await cli.run(
      ['sources', 'check', `${server.base}/datasets/dcat`, ...allow, '--lang', lang],
      { env: { COLUMNS: '80' } },
    )
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const told = out.replaceAll(server.base, 'http://127.0.0.1:8765').replace(/\d+[.,]\d s/, '0.0 s')
    await expect(told).toMatchFileSnapshot(`golden/sources-check.${lang}.txt`)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('tells machines the same', async () => {
    const { code, out } = await cli.run([
      'sources',
      'check',
      `${server.base}/finns-inte`,
      ...allow,
      '--reader',
      'rdf',
      '--format',
      'json',
    ])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject([
      { failures: [{ kind: 'not-found', fault: 'theirs', status: 404 }], end: { isComplete: false } },
    ])
  })

  it('refuses a private address that is not allowed, and a secret that is not set', async () => {
    const refused = await cli.run(['sources', 'check', `${server.base}/katalog.ttl`, '--lang', 'en'])
    expect(refused).toMatchObject({ code: 3, out: expect.stringContaining('private network address') })
    const file = join(folder, 'hemlig.yaml')
    writeFileSync(file, `sources: [{ id: a, url: ${server.base}/a, credentials: { bearer: SAKNAS } }]\n`)
    const unset = await cli.run(['sources', 'check', '--sources', file, '--lang', 'en'])
    expect(unset).toMatchObject({ code: 2, err: expect.stringContaining('SAKNAS') })
  })
})

describe('list', () => {
  it('shows the sources, and what is wrong with its line', async () => {
    const file = join(folder, 'fel.yaml')
    writeFileSync(file, 'sources:\n  - id: a\n    url: https://a.se/\n    shedule: 0 4 * * *\n  - id: b\n')
    const { code, out } = await cli.run(['sources', 'list', '--sources', file, '--lang', 'sv'])
    expect(code).toBe(1)
    expect(out).toContain(`${file}:4:5 fel`)
    expect(out).toContain('Menade du ”schedule”?')
    expect(out).toContain('Ange url för källan b.')
  })

  it('of a file that is not there says how to begin', async () => {
    const { code, err } = await cli.run([
      'sources',
      'list',
      '--sources',
      join(folder, 'nej.yaml'),
      '--lang',
      'en',
    ])
    expect(code).toBe(3)
    expect(err).toContain('grunddata sources add <address>')
  })

  it('of the example has nothing wrong', async () => {
    const { code, out } = await cli.run([
      'sources',
      'list',
      '--sources',
      resolve('examples/sources.yaml'),
      '--lang',
      'en',
    ])
    expect({ code, last: out.trimEnd().split('\n').at(-1) }).toEqual({
      code: 0,
      last: `8 sources in ${resolve('examples/sources.yaml')}`,
    })
  })
})

describe('add', () => {
  it('finds out how the address is read, keeps comments, and turns away a name that is taken', async () => {
    const file = join(folder, 'lista.yaml')
    const add = (...args: string[]) =>
      cli.run(['sources', 'add', ...args, ...allow, '--sources', file, '--lang', 'en'])
    const first = await add(`${server.base}/datasets/dcat`, '--id', 'kommun', '--organisation', '212000-0829')
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('with the reader rdf (it is an RDF document)'),
    })
    writeFileSync(file, `# Min lista\n${readFileSync(file, 'utf8')}`)
    expect(await add('https://data.exempelkommun.invalid/sparql')).toMatchObject({ code: 0 })
    expect(await add('https://annan.invalid/', '--id', 'kommun', '--reader', 'rdf')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Give the source another id'),
    })
    expect(readFileSync(file, 'utf8').replaceAll(server.base, 'http://127.0.0.1')).toMatchInlineSnapshot(`
      "# Min lista
      # Källor att samla in. · Sources to collect.
      sources:
        - id: kommun
          url: http://127.0.0.1/datasets/dcat
          reader: rdf
          organisation: 212000-0829
          allowPrivate:
            - 127.0.0.1
        - id: exempelkommun
          url: https://data.exempelkommun.invalid/sparql
          reader: sparql
          allowPrivate:
            - 127.0.0.1
      "
    `)
  })
})

/** The server is made of the compiled package, which `npm ci` leaves in dist. */
describe.skipIf(!existsSync('dist/rdf/index.js') && !process.env.CI)(
  'the example (needs npm run build)',
  () => {
    let example: ChildProcess
    let base = ''
    beforeAll(async () => {
      example = spawn(process.execPath, ['scripts/example-server.mjs', '0'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [line] = await once(example.stdout!, 'data')
      base = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0] ?? ''
    })
    afterAll(() => example.kill())

    it('is harvested by a newcomer, with nothing else installed, and the second time nothing has changed', async () => {
      const text = readFileSync('examples/sources.yaml', 'utf8')
      const file = join(folder, 'exempel.yaml')
      writeFileSync(
        file,
        text.replaceAll('http://127.0.0.1:8765', base).replace('../fixtures', resolve('fixtures')),
      )
      const harvest = () =>
        cli.run(['harvest', '--sources', file, '--store', join(folder, 'lager.sqlite'), '--lang', 'en'])
      const first = await harvest()
      expect(first).toMatchObject({ code: 0, out: expect.stringContaining('7 sources · 7 with changes') })
      expect(await harvest()).toMatchObject({
        code: 0,
        out: expect.stringContaining('All 7 sources are unchanged'),
      })
    })
  },
)
