// `grunddata ldes` as a user runs it: reading a feed again and again, publishing a store, testing a harvester.
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { dataset, sourceNamed, time } from './support/stores.ts'

let cli: Cli
let server: Server
let base = ''
let asked: string[] = []
beforeAll(async () => {
  cli = compileCli()
  // Serves the folder that the feed is published to.
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const file = join(cli.folder, 'www', request.url ?? '')
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/trig' }).end(readFileSync(file))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}, 120_000)
afterAll(() => {
  server.closeAllConnections()
  server.close()
  cli.remove()
})

const iri = (n: number) => `https://data.example.se/${n}`

async function change(n: number, titles: readonly (readonly [number, string | undefined])[]): Promise<void> {
  const store = await openStore(join(cli.folder, 'lager.sqlite'))
  await store.putSource(sourceNamed('kommun'), time(0))
  await store.apply({
    source: 'kommun',
    time: time(n),
    run: `run-${n}`,
    upserts: titles.flatMap(([at, title]) => (title === undefined ? [] : [dataset(iri(at), title)])),
    deletes: titles.flatMap(([at, title]) =>
      title === undefined ? [{ iri: iri(at), reason: { sv: 'borta', en: 'gone' } }] : [],
    ),
  })
  await store.close()
}

const publish = () =>
  cli.run(['ldes', 'publish', 'lager.sqlite', '--to', 'www', '--base', base, '--page-size', '2'])
const read = (...more: string[]) =>
  cli.run([
    'ldes',
    'read',
    `${base}feed.trig`,
    '--allow-private',
    '127.0.0.1',
    '--output',
    'katalog.ttl',
    ...more,
  ])

describe('grunddata ldes', () => {
  it('publishes a store and reads it back, the second time only what is new', async () => {
    await change(
      1,
      [1, 2, 3, 4, 5].map((n) => [n, `Datamängd ${n}`]),
    )
    const first = await publish()
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain(`${base}feed/latest.trig`)
    const one = await read('--state', 'minne.json', '--lang', 'sv')
    expect(one).toMatchObject({ code: 0, err: '' })
    expect(one.out).toMatch(/tillagda +5\n/)
    expect(readFileSync(join(cli.folder, 'katalog.ttl'), 'utf8').match(/a dcat:Dataset/g)).toHaveLength(5)

    await change(86_400, [
      [2, 'Datamängd två'],
      [3, undefined],
    ])
    const finished = join(cli.folder, 'www/feed/2026/05/01/1.trig')
    const before = statSync(finished).mtimeMs
    expect((await publish()).out).toMatch(/\([1-9]\d* were finished already\)/)
    expect(statSync(finished).mtimeMs).toBe(before)
    const two = await read('--state', 'minne.json', '--format', 'json')
    expect(JSON.parse(two.out)).toMatchObject({
      counts: { applied: 2, outdated: 0, unknownDeletes: 0 },
      report: { added: 0, updatedURIs: [iri(2)], removedURIs: [iri(3)], unchanged: 3 },
      faults: [],
    })
    const turtle = readFileSync(join(cli.folder, 'katalog.ttl'), 'utf8')
    expect(turtle).toContain('Datamängd två')
    expect(turtle.match(/a dcat:Dataset/g)).toHaveLength(4)
  })

  it('goes on from where a reading broke off, when there is a file to remember it by', async () => {
    const pages = readdirSync(join(cli.folder, 'www/feed'), { recursive: true }).map(String)
    const last = pages
      .filter((name) => /^2026.+\.trig$/.test(name))
      .sort()
      .at(-1)!
    const file = join(cli.folder, 'www/feed', last)
    renameSync(file, `${file}.away`)
    const broken = await read('--state', 'avbrott.json')
    expect(broken.code).toBe(3)
    expect(existsSync(join(cli.folder, 'avbrott.json'))).toBe(false)
    const kept = readdirSync(join(cli.folder, 'avbrott.json.pages'))
    expect(kept.length).toBeGreaterThan(1)

    renameSync(`${file}.away`, file)
    asked = []
    const whole = await read('--state', 'avbrott.json', '--lang', 'en')
    expect(whole).toMatchObject({ code: 0, err: '' })
    expect(whole.out).toMatch(/added +4\n/)
    expect(whole.out).toContain('went on where the last one broke off')
    expect(asked).not.toContain('/feed/2026/05/01/1.trig')
    expect(existsSync(join(cli.folder, 'avbrott.json.pages'))).toBe(false)
  }, 60_000)

  it('publishes JSON-LD instead, and takes the other pages away', async () => {
    const { code } = await cli.run([
      'ldes',
      'publish',
      'lager.sqlite',
      '--to',
      'www',
      '--base',
      base,
      '--syntax',
      'jsonld',
    ])
    expect(code).toBe(0)
    const names = readdirSync(join(cli.folder, 'www', 'feed'), { recursive: true }).map(String)
    expect(names.filter((name) => name.endsWith('.trig'))).toEqual([])
    expect(names).toContain('2026.jsonld')
  })

  it('says what cannot be read, and what to do', async () => {
    const { code, err } = await cli.run(['ldes', 'read', `${base}nowhere`, '--allow-private', '127.0.0.1'])
    expect({ code, err }).toEqual({
      code: 3,
      err: `grunddata: ${base}nowhere answered 404.\n  Check the address.\n`,
    })
  })

  it.each([
    [['nothing'], 'ldes cannot do “nothing”.'],
    [['read'], 'Give the web address of the feed.'],
    [['publish', 'lager.sqlite'], 'Give --to.'],
    [['publish', 'lager.sqlite', '--to', 'x', '--base', 'x'], 'Write --base as a web address, not “x”.'],
    [['publish', 'none.sqlite', '--to', 'x', '--base', 'https://x.se/'], 'There is no store none.sqlite.'],
    [['conformance', 'none'], 'The folder none cannot be read.'],
    [['conformance', '--case', 'none'], 'is called none.'],
  ])('refuses %j', async (args, said) => {
    const { code, out, err } = await cli.run(['ldes', ...args])
    expect([2, 3]).toContain(code)
    expect(out).toBe('')
    expect(err).toContain(said)
  })

  it('runs its own suite', async () => {
    const { code, out } = await cli.run(['ldes', 'conformance', '--out', 'resultat'])
    expect(out).toMatch(/^\d+ passed, 0 failed\n$/)
    expect(code).toBe(0)
    expect(readFileSync(join(cli.folder, 'resultat', 'agent-last-delete', 'after.ttl'), 'utf8')).toBe('\n')
  }, 60_000)

  it("puts somebody else's harvester to the suite by a command", async () => {
    // Does nothing: it passes where nothing was to be done, and fails elsewhere.
    cli.write(
      'lazy.mjs',
      `import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
       const [url, before, out] = process.argv.slice(2)
       if (!url.startsWith('http://127.0.0.1:')) process.exit(1)
       copyFileSync(before, out + '/after.ttl')
       const unchanged = (readFileSync(before, 'utf8').match(/ a dcat:/g) ?? []).length
       writeFileSync(out + '/report.json', JSON.stringify({ added: 0, removed: 0, updated: 0, unchanged, addedURIs: [], removedURIs: [], updatedURIs: [] }))`,
    )
    const via = `${process.execPath} lazy.mjs {url} {before} {out}`
    const args = ['--via', via, '--case', 'delete-unknown', '--case', 'dataset-create', '--format', 'json']
    const { code, out } = await cli.run(['ldes', 'conformance', ...args])
    const told = JSON.parse(out)
    expect(code).toBe(1)
    expect(told).toMatchObject({ passed: 1, failed: 1 })
    const create = told.cases.find(({ name }: { name: string }) => name === 'dataset-create')
    expect(create.wrong).toContain('added is 0, not 1.')
  })
})
