// `grunddata publish` as a steward uses it: what it says, what it refuses, what it leaves behind.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import type { Terminal } from '../src/cli/terminal.ts'
import { GrunddataError } from '../src/errors.ts'
import { parse } from '../src/rdf/index.ts'
import { openStore } from '../src/store/index.ts'
import { canonical } from './support/canonical.ts'
import { type OxigraphServer, startOxigraph } from './support/oxigraph-server.ts'

const kommun = 'fixtures/catalogs/kommun.ttl'
let room: string
let folder: string
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'grunddata-publish-cli-'))
})
afterAll(() => rmSync(room, { recursive: true, force: true }))
beforeEach(() => {
  folder = join(room, 'webb')
  rmSync(folder, { recursive: true, force: true })
})

async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, lang: 'sv' | 'en' = 'sv') {
  let [out, err] = ['', '']
  const terminal: Terminal = {
    lang,
    color: false,
    width: 80,
    env,
    verbose: false,
    write: (text) => void (out += text),
    tell: (text) => void (err += text),
  }
  const code = await createProgram(terminal, '0.0.0').run(['publish', ...args])
  return { code, out, err }
}

function changed(change: (turtle: string) => string): string {
  const file = join(room, 'andrad.ttl')
  writeFileSync(file, change(readFileSync(kommun, 'utf8')))
  return file
}

describe('publish', () => {
  it('writes RDF/XML to the screen, and other forms when asked', async () => {
    const { code, out, err } = await run([kommun, '--to', '-'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const graph = await parse({ name: 'x.rdf', bytes: Buffer.from(out) }, { syntax: 'rdfxml' })
    const source = await parse({ name: kommun, bytes: readFileSync(kommun) })
    expect(await canonical(graph)).toBe(await canonical(source))
    expect((await run([kommun, '--to', '-', '--only', 'feed'])).out).toContain('<feed xmlns=')
  })

  it('tells where the portal finds the catalogue', async () => {
    const { code, err } = await run([kommun, '--to', folder])
    expect(code).toBe(0)
    expect(err).toMatch(
      /filer skrivna, 0 oförändrade, 0 borttagna\.\nLägg ut .* på https:\/\/data\.example\.se\/\nDataportalen hämtar https:\/\/data\.example\.se\/datasets\/dcat\n$/,
    )
  })

  it('keeps a catalogue with errors from the world unless forced', async () => {
    const broken = 'fixtures/catalogs/kommun-trasig.ttl'
    const { code, err } = await run([broken, '--to', folder])
    expect(code).toBe(1)
    expect(err).toMatch(/Publicerades inte: .* har \d+ fel\./)
    expect(err).toContain(`grunddata validate ${broken}`)
    expect(existsSync(folder)).toBe(false)
    expect((await run([broken, '--to', folder, '--force'])).code).toBe(0)
    expect(existsSync(join(folder, 'datasets/dcat'))).toBe(true)
  })

  it('stops when too much would disappear, until somebody says yes', async () => {
    await run([kommun, '--to', folder])
    const few = changed((turtle) => {
      const keep = turtle
        .split(/\n(?=<)/)
        .filter((block) => !/ a dcat:(?:Distribution|DataService|Dataset) ;/.test(block))
      return keep.join('\n')
    })
    const before = readFileSync(join(folder, 'datasets/dcat'), 'utf8')
    const { code, err } = await run([few, '--to', folder, '--force'])
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringMatching(/\d+ av \d+ saker skulle försvinna/),
    })
    expect(readFileSync(join(folder, 'datasets/dcat'), 'utf8')).toBe(before)
    expect((await run([few, '--to', folder, '--force', '--yes'])).code).toBe(0)
  })

  it('shows what would change and changes nothing', async () => {
    await run([kommun, '--to', folder])
    const before = readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
    const file = changed((turtle) => turtle.replace('"Luftkvalitet"@sv', '"Luften"@sv'))
    const { code, out } = await run([file, '--to', folder, '--dry-run'])
    expect(code).toBe(0)
    expect(out).toContain('− "Luftkvalitet" (sv)')
    expect(out).toContain('+ "Luften" (sv)')
    expect(out).toContain('0 tillkommer, 0 försvinner, 1 ändras.')
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(before)
  })

  it('says what is missing in the wording of the command', async () => {
    const usage = async (...args: string[]) => {
      const error = await run(args).catch((each: unknown) => each)
      expect(error).toBeInstanceOf(GrunddataError)
      return (error as GrunddataError).text.sv
    }
    expect(await usage(kommun)).toBe('Ange vart katalogen ska med --to.')
    expect(await usage(kommun, '--to', 'https://x.example.se/')).toMatch(/vad .* är för slags mottagare/)
    expect(await usage(kommun, '--to', 'ckan:x.example.se')).toMatch(/Ange en webbadress efter ckan:/)
    expect(await usage(kommun, '--to', folder, '--base', 'hej')).toBe('--base hej är ingen webbadress.')
    expect(await usage('sqlite:finns-inte.sqlite', '--to', folder)).toMatch(/Ange med --base/)
  })
})

describe('publish to a store', () => {
  let server: OxigraphServer
  beforeAll(async () => {
    server = await startOxigraph()
  })
  afterAll(() => server.close())

  it('takes name and password from the environment, and shows the difference before it is sent', async () => {
    const env = { GRUNDDATA_PUBLISH_USER: server.user, GRUNDDATA_PUBLISH_PASSWORD: server.password }
    const to = ['--to', `sparql:${server.endpoint}`, '--allow-private', '127.0.0.1']
    expect((await run([kommun, ...to], env)).err).toMatch(/^1 grafer skrivna \(421 påståenden\)/)
    const file = changed((turtle) => turtle.replace('"Luftkvalitet"@sv', '"Luften"@sv'))
    const { out } = await run([file, ...to, '--dry-run'], env)
    expect(out).toContain('Ändras: Exempelkommuns öppna data <https://data.example.se/katalog>')
    expect(out).toContain('+ "Luften" (sv)')
    await expect(run([kommun, '--to', `sparql:${server.endpoint}`], env)).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
    })
  })
})

describe('publish of a store', () => {
  it('gives its united view, and its history as the feed', async () => {
    const file = join(room, 'lager.sqlite')
    const store = await openStore(file)
    const time = '2026-05-01T04:00:00.000Z'
    const iri = 'https://a.example.se/dataset/1'
    const nquads = `<${iri}> <http://purl.org/dc/terms/title> "Träd"@sv .\n<${iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .\n`
    await store.putSource(
      {
        id: 'a',
        url: 'https://a.example.se/',
        rank: 2,
        rankReason: { sv: 'offentlig', en: 'public' },
        order: 0,
        settings: {},
      },
      time,
    )
    const type = 'http://www.w3.org/ns/dcat#Dataset'
    const content = {
      iri,
      type,
      nquads,
      hash: 'rdfc:1',
      stableHash: 'rdfc:1',
      key: iri,
      title: { sv: 'Träd' },
    }
    await store.apply({ source: 'a', time, run: 'r1', upserts: [content] })
    await store.close()
    const { code } = await run([`sqlite:${file}`, '--to', folder, '--base', 'https://samlat.example.se/'])
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'catalogue.ttl'), 'utf8')).toContain('"Träd"@sv')
    expect(readFileSync(join(folder, 'feed.atom'), 'utf8')).toMatch(
      /<updated>2026-05-01T04:00:00(\.\d+)?Z<\/updated>/,
    )

    // The same store as pages, with its changes among them.
    const pages = join(room, 'sidor')
    const told = await run([
      `sqlite:${file}`,
      '--to',
      `site:${pages}`,
      '--base',
      'https://samlat.example.se/',
    ])
    expect(told.code).toBe(0)
    expect(readFileSync(join(pages, 'datasets.html'), 'utf8')).toContain('Träd')
    expect(readFileSync(join(pages, 'changes.html'), 'utf8')).toContain('Träd')
    expect(readFileSync(join(pages, 'harvest', 'a.html'), 'utf8')).toContain('https://a.example.se/')
    expect(readFileSync(join(pages, 'static', 'search.sv.json'), 'utf8')).toContain('"träd"')
  }, 60_000)
})
