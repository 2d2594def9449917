// `grunddata links` as its user meets it: what is told, exit codes, machine formats, and a run taken up again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cli, compileCli } from './support/cli.ts'
import { type HostileServer, startHostileServer } from './support/hostile/server.ts'

let cli: Cli
let server: HostileServer

beforeAll(async () => {
  cli = compileCli()
  server = await startHostileServer()
  const at = (name: string) => `<${server.base}${name}>`
  cli.write(
    'katalog.ttl',
    `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix ex: <https://data.example.se/> .
    ex:f a dcat:Distribution ; dct:title "Fil"@sv ; dcat:downloadURL ${at('ok')} ; dct:format "text/turtle" .
    ex:g a dcat:Distribution ; dct:title "Borta"@sv ; dcat:accessURL ${at('not-found')} , ${at('redirect-301')} .
    ex:h a dcat:Distribution ; dct:title "Nyckel"@sv ; dcat:accessURL ${at('unauthorized')} , <http://10.0.0.1/x> .`,
  )
  cli.write(
    'hel.ttl',
    `@prefix dcat: <http://www.w3.org/ns/dcat#> . <https://data.example.se/f> dcat:downloadURL ${at('ok')} .`,
  )
}, 60_000)
afterAll(async () => {
  await server.close()
  cli.remove()
})

const run = (...args: readonly string[]) =>
  cli.run(['links', ...args, '--allow-private', '127.0.0.1', '--lang', 'sv'])

it('tells what leads nowhere and elsewhere, in the order of the catalogue, and counts the rest', async () => {
  const { out, code } = await run('katalog.ttl')
  expect(code).toBe(1)
  expect(out).toContain('är trasig')
  expect(out).toContain(`har flyttat till ${server.base}ok`)
  expect(out).toContain('kräver inloggning eller nyckel')
  expect(out).toContain('prövades inte')
  expect(out).toMatch(
    /5 adresser:\n {5}2 fungerar\n {5}1 kräver inloggning eller nyckel\n {5}1 är trasig\n {5}1 prövades inte\n$/,
  )
  expect(out.indexOf('Borta')).toBeLessThan(out.indexOf('Nyckel'))
  expect(out).not.toContain('Fil,')
})

it('exits with 0 when nothing is broken', async () => {
  const { out, code } = await run('hel.ttl')
  expect([code, out]).toEqual([0, '1 adress:\n     1 fungerar\n'])
})

it('gives the same as JSON and as CSV', async () => {
  const json = JSON.parse((await run('katalog.ttl', '--format', 'json')).out) as {
    outcome: string
    remarks: string[]
  }[]
  expect(json.map(({ outcome }) => outcome).sort()).toEqual([
    'broken',
    'not-asked',
    'protected',
    'works',
    'works',
  ])
  expect(json.flatMap(({ remarks }) => remarks)).toEqual(['moved'])
  const [head, ...rows] = (
    await run('katalog.ttl', '--format', 'csv', '--output', 'l.csv').then(() =>
      readFileSync(join(cli.folder, 'l.csv'), 'utf8'),
    )
  )
    .trimEnd()
    .split('\r\n')
  expect(head).toMatch(/^source,subject,property,url,outcome/)
  expect(rows).toHaveLength(5)
})

it('asks for nothing again that was tried lately', async () => {
  const asked = () => server.seen.get('not-found') ?? 0
  await run('katalog.ttl', '--cache', 'lankar.jsonl')
  const before = asked()
  const { code, out } = await run('katalog.ttl', '--cache', 'lankar.jsonl')
  expect([code, asked()]).toEqual([1, before])
  expect(out).toContain('är trasig')
})
