// `grunddata init` as its user meets it: by flags in a process of its own, by answers on a terminal, and with a site
// on the loopback that has something to begin with.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { openPrompts } from '../src/cli/init-prompts.ts'
import { discover, openClient } from '../src/source/index.ts'
import { type Cli, compileCli } from './support/cli.ts'

let cli: Cli
beforeAll(() => {
  cli = compileCli()
}, 120_000)
afterAll(() => cli.remove())

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A site with these pages: path → media type and text. */
async function site(pages: Readonly<Record<string, readonly [type: string, text: string]>>): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? '']
    response.writeHead(page ? 200 : 404, { 'content-type': page?.[0] ?? 'text/plain' })
    response.end(page?.[1] ?? 'not here')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const read = (...path: string[]) => readFileSync(join(cli.folder, ...path), 'utf8')
const kommun = readFileSync('fixtures/catalogs/kommun.ttl', 'utf8')
const flags = [
  '--organisation=Exempelkommun',
  '--number=212009-9995',
  '--email=data@example.se',
  '--base=https://data.example.se',
  '--dataset=Badplatser',
  '--data=https://data.example.se/bad.csv',
]

describe('by flags', () => {
  it('without any, it writes what is to be filled in and says where', async () => {
    const { code, out } = await cli.run(['init', 'tom', '--lang', 'sv'])
    expect(code).toBe(0)
    expect(out).toContain('tom/catalog.yaml:9  title: katalogens namn')
    const [, line] = /tom\/catalog\.yaml:(\d+) {2}hasEmail/.exec(out) ?? []
    expect(read('tom', 'catalog.yaml').split('\n')[Number(line) - 1]).toMatch(/^ {4}hasEmail: # fyll i/)
    const built = await cli.run(['build', 'tom/catalog.yaml', '--output', 'tom.ttl'])
    expect(built.code).toBe(1)
    expect(existsSync(join(cli.folder, 'tom.ttl'))).toBe(false)
  })

  it('says that only the description is left, and builds clean when it is there', async () => {
    const { code, out } = await cli.run(['init', 'full', ...flags, '--ci=github,gitlab'])
    expect(code).toBe(0)
    expect(out.match(/full\/catalog\.yaml:\d+/g)).toHaveLength(1)
    expect(out).toContain('description: what it holds')
    const text = read('full', 'catalog.yaml')
    writeFileSync(
      join(cli.folder, 'full', 'catalog.yaml'),
      text.replace('description: # fill in', 'description: Where to bathe. # fill in'),
    )
    const built = await cli.run(['build', 'full/catalog.yaml', '--output', 'full.ttl', '--lang', 'en'])
    expect(built.code).toBe(0)
    expect(read('full.ttl')).toContain('<http://dataportal.se/organisation/SE2120099995>')
    expect(read('full.ttl')).toContain('publishertype/LocalAuthority')
  })

  it('writes workflows that are valid YAML and use this version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    const github = parseYaml(read('full', '.github', 'workflows', 'catalog.yml'))
    const gitlab = parseYaml(read('full', '.gitlab-ci.yml'))
    const steps = github.jobs.validate.steps.map(({ run }: { run?: string }) => run ?? '').join('\n')
    for (const script of [steps, JSON.stringify(gitlab)]) {
      expect(script).toContain(`grunddata@${version} build catalog.yaml`)
      expect(script).toContain(`grunddata@${version} publish`)
    }
    expect(github.jobs.publish.if).toContain('main')
  })

  it('the steps of the workflow can be taken: the catalogue is built and published', async () => {
    const { script } = parseYaml(read('full', '.gitlab-ci.yml')).pages
    const { script: before } = parseYaml(read('full', '.gitlab-ci.yml')).validate
    for (const step of [...before, ...script]) {
      const [, args] = /^npx --yes grunddata@\S+ (.*)$/.exec(step) ?? []
      const inFolder = args.split(' ').map((arg: string) => arg.replace(/^(catalog|public)/, 'full/$1'))
      const { code, err } = await cli.run(inFolder)
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
    }
    expect(read('full', 'public', 'datasets', 'dcat')).toContain('Open data from Exempelkommun')
  })

  it('writes over nothing without --force', async () => {
    const before = read('full', 'catalog.yaml')
    const refused = await cli.run(['init', 'full', '--organisation=Annan'])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('full/catalog.yaml is there already')
    expect(read('full', 'catalog.yaml')).toBe(before)
    expect((await cli.run(['init', 'full', '--organisation=Annan', '--force'])).code).toBe(0)
    expect(read('full', 'catalog.yaml')).toContain('Annan')
  })

  it('writes nothing when only the workflow is there already', async () => {
    mkdirSync(join(cli.folder, 'ci'))
    writeFileSync(join(cli.folder, 'ci', '.gitlab-ci.yml'), 'test: {}\n')
    expect((await cli.run(['init', 'ci', '--ci=gitlab'])).code).toBe(2)
    expect(existsSync(join(cli.folder, 'ci', 'catalog.yaml'))).toBe(false)
    expect((await cli.run(['init', 'ci', '--ci=none'])).code).toBe(0)
  })

  it.each([
    ['--number=212009-9994', 'check digit'],
    ['--email=nobody', 'Write an email address'],
    ['--base=data.example.se', 'begins with https://'],
    ['--type=kommunn-ish', 'Local Authority'],
    ['--from=nowhere', 'begins with https://'],
    ['--ci=jenkins', 'github, gitlab, none'],
  ])('%s is wrong usage with the next step', async (flag, hint) => {
    const { code, err } = await cli.run(['init', 'fel', flag])
    expect({ code, hasHint: err.includes(hint) }).toEqual({ code: 2, hasHint: true })
    expect(existsSync(join(cli.folder, 'fel'))).toBe(false)
  })
})

const from = (url: string, folder: string, ...more: string[]) =>
  cli.run(['init', folder, '--from', url, '--allow-private', '127.0.0.1', ...more])

describe('from the web', () => {
  it('begins with the catalogue at /datasets/dcat, and it builds as the original does', async () => {
    const url = await site({
      '/': ['text/html', '<!doctype html><title>Kommunen</title>'],
      '/datasets/dcat': ['text/turtle', kommun],
    })
    const { code, out, err } = await from(url, 'webb')
    expect(code).toBe(0)
    expect(err).toContain('datasets/dcat')
    expect(out).toContain('The catalogue holds already.')
    await cli.run(['build', 'webb/catalog.yaml', '--output', 'webb.ttl'])
    writeFileSync(join(cli.folder, 'kommun.ttl'), kommun)
    expect((await cli.run(['diff', 'kommun.ttl', 'webb.ttl'])).code).toBe(0)
  })

  it('begins with an API description and the answers', async () => {
    const api = readFileSync('examples/openapi/parkering.yaml', 'utf8')
    const url = await site({ '/openapi.yaml': ['application/yaml', api] })
    const { code, out } = await from(url, 'api', ...flags.slice(0, 4))
    expect(code).toBe(0)
    const catalog = parseYaml(read('api', 'catalog.yaml'))
    expect(catalog.services).toHaveLength(1)
    expect(catalog.catalog.title).toBe('Open data from Exempelkommun')
    expect(Object.keys(catalog.contacts)).toEqual(['contact', 'gatukontoret'])
    expect(out).toContain('accessURL: the web address of the data')
    expect(read('api', 'catalog.yaml')).toContain('# what all addresses begin with')
  })

  it('says what was tried when nothing is found, and writes the empty catalogue', async () => {
    const url = await site({})
    const { code, err, out } = await from(url, 'inget')
    expect(code).toBe(0)
    for (const part of ['datasets/dcat', '.well-known/datacatalog', 'openapi.json'])
      expect(err).toContain(part)
    expect(out).toContain('To fill in')
  })

  it('does not ask private addresses unless they are allowed', async () => {
    let isAsked = false
    const server = createServer((_, response) => {
      isAsked = true
      response.end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { err } = await cli.run(['init', 'privat', '--from', `http://127.0.0.1:${port}/`])
    expect(err).toContain('private network address')
    expect(isAsked).toBe(false)
  })
})

describe('looking at a site', () => {
  async function offersAt(url: string) {
    const client = await openClient({ allowPrivate: ['127.0.0.1'], retry: { retries: 0 } })
    try {
      const { offers, attempts } = await discover(url, { client })
      return {
        kinds: offers.map((offer) => `${offer.kind} ${new URL(offer.url).pathname}`),
        offers,
        attempts,
      }
    } finally {
      await client.close()
    }
  }
  const jsonLd = JSON.stringify({
    '@context': { dcat: 'http://www.w3.org/ns/dcat#' },
    '@id': 'https://data.example.se/catalog',
    '@type': 'dcat:Catalog',
    'dcat:dataset': [{ '@id': 'https://data.example.se/d', '@type': 'dcat:Dataset' }],
  })

  it('finds catalogues at the usual places, in links and in pages, the fullest first', async () => {
    const url = await site({
      '/': [
        'text/html; charset=utf-8',
        `<!doctype html><link rel="alternate" type="application/rdf+xml" href="/egen.rdf">
         <link rel="service-desc" href="/api/v2"><script type="application/ld+json">${jsonLd}</script>`,
      ],
      '/.well-known/datacatalog': ['text/turtle', kommun],
      '/egen.rdf': [
        'application/rdf+xml',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="https://x.se/s"><rdf:type rdf:resource="http://www.w3.org/ns/dcat#DataService"/></rdf:Description></rdf:RDF>',
      ],
      '/api/v2': ['application/json', '{"openapi": "3.1.0", "info": {"title": "API"}}'],
    })
    const { kinds, offers } = await offersAt(url)
    expect(kinds).toEqual([
      'catalog /.well-known/datacatalog',
      'catalog /egen.rdf',
      'catalog /',
      'openapi /api/v2',
    ])
    expect(offers[2]).toMatchObject({ isEmbedded: true, datasets: 1, catalogs: 1 })
  })

  it('makes RDF of what pages tell search engines', async () => {
    const schema = JSON.stringify({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      name: 'Badplatser',
      description: 'Var man kan bada.',
      distribution: [
        { '@type': 'DataDownload', contentUrl: 'https://x.se/b.csv', encodingFormat: 'text/csv' },
      ],
    })
    const url = await site({
      '/bad': [
        'text/html',
        `<!doctype html><html lang="sv"><script type="application/ld+json">${schema}</script>`,
      ],
    })
    const { offers } = await offersAt(`${url}bad`)
    expect(offers).toMatchObject([{ isEmbedded: true, datasets: 1, catalogs: 0 }])
    const { code } = await from(`${url}bad`, 'sida', ...flags.slice(0, 4))
    expect(code).toBe(0)
    expect(parseYaml(read('sida', 'catalog.yaml')).datasets).toMatchObject([{ title: { sv: 'Badplatser' } }])
  })

  it('offers the same bytes once, wherever a site repeats them', async () => {
    const url = await site({ '/': ['text/turtle', kommun], '/datasets/dcat': ['text/turtle', kommun] })
    expect((await offersAt(url)).kinds).toEqual(['catalog /'])
  })
})

describe('on a terminal', () => {
  /** Prompts with the keys somebody presses; each answer is sent when its question stands on the screen. */
  function terminal(answers: readonly (readonly [question: string, keys: string])[]) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
    const output = Object.assign(new PassThrough(), { columns: 80, rows: 40, isTTY: true })
    const left = [...answers]
    let shown = ''
    output.on('data', (piece: Buffer) => {
      shown += piece.toString()
      const [next] = left
      if (!next || !shown.includes(next[0])) return
      left.shift()
      shown = ''
      // The question is drawn before it is listened for.
      setImmediate(() => [...next[1]].forEach((key) => void input.write(key)))
    })
    return { prompts: openPrompts({ lang: 'sv', input, output }), left }
  }

  it('asks for what is missing, checks the answers, and proposes what it can', async () => {
    const { prompts, left } = terminal([
      ['Vad heter organisationen', 'Exempelkommun\r'],
      ['Organisationsnummer', '212009-9994\r'],
      ['rätt kontrollsiffra', '\b5\r'],
      ['slags organisation', '\r'],
      ['E-postadress', 'data@example.se\r'],
      ['Vilken enhet', '\r'],
      ['adresser börja med', '\r'],
      ['första datamängden', '\r'],
    ])
    expect(await prompts.answers({ lang: 'sv' })).toEqual({
      lang: 'sv',
      organisation: 'Exempelkommun',
      number: '212009-9995',
      type: 'Lokal myndighet/kommun',
      email: 'data@example.se',
      contact: 'Exempelkommun',
      base: 'https://data.example.se/',
    })
    expect(left).toEqual([])
  })

  it('Ctrl+C ends it', async () => {
    const { prompts } = terminal([['redan på nätet', '\u0003']])
    await expect(prompts.address()).rejects.toMatchObject({ code: 'ABORTED' })
  })
})
