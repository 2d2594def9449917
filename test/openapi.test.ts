// API descriptions as sources: the examples build clean, and what is wrong is told at its line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../src/author/index.ts'
import { readOpenApi } from '../src/author/openapi-input.ts'
import { DEFAULT_PROFILE, loadProfile } from '../src/profile/index.ts'
import { ID, iriId, subjects, syntaxes } from '../src/rdf/index.ts'
import { validateGraph } from '../src/validate.ts'

const document = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const file = (name: string) => ({ name, bytes: readFileSync(name) })

async function built(documents: readonly { name: string; bytes: Uint8Array }[]) {
  const profile = await loadProfile(DEFAULT_PROFILE)
  const { graph } = await buildGraph(documents, { profile, base: 'https://data.example.se/' })
  const { reports } = await validateGraph({ graph, name: 'built' }, { profile })
  const count = (type: string) =>
    subjects(graph, ID.type, iriId(graph, `http://www.w3.org/ns/dcat#${type}`)).length
  const told = reports[0].findings.map(
    ({ rule, location, severity }) => `${severity} ${rule} ${location.file}:${location.line}`,
  )
  return { graph, count, told, findings: reports[0].findings }
}

describe('the examples', () => {
  it('one description with an x-dcat block is a whole catalogue', async () => {
    const { told, count } = await built([file('examples/openapi/badplatser.json')])
    expect(told.filter((line) => !line.startsWith('info'))).toEqual([])
    expect([count('Catalog'), count('Dataset'), count('Distribution'), count('DataService')]).toEqual([
      1, 1, 1, 1,
    ])
  })

  it('so is one in YAML, with the block at the top and parts that are referred to', async () => {
    const { told, count } = await built([file('examples/openapi/luftkvalitet.yaml')])
    expect(told.filter((line) => !line.startsWith('info'))).toEqual([])
    expect([count('Catalog'), count('Dataset'), count('Distribution'), count('DataService')]).toEqual([
      1, 1, 1, 1,
    ])
  })

  it('several descriptions are one catalogue', async () => {
    const folder = 'examples/openapi/flera'
    const { told, count } = await built(readdirSync(folder).map((name) => file(join(folder, name))))
    expect(told.filter((line) => !line.startsWith('info'))).toEqual([])
    expect([count('Catalog'), count('Dataset'), count('Distribution'), count('DataService')]).toEqual([
      1, 1, 1, 1,
    ])
  })

  it('a description alone is a data service', async () => {
    const { graph, count, told } = await built([file('examples/openapi/parkering.yaml')])
    expect(count('DataService')).toBe(1)
    const text = [...syntaxes.ntriples.write(graph)].join('')
    for (const part of [
      '"Parkerings-API"@sv',
      '<https://api.example.se/parkering>',
      'mailto:gatukontoret@example.se',
      'publicdomain/zero',
    ])
      expect(text).toContain(part)
    expect(told.filter((line) => line.includes('service-') && line.startsWith('error'))).toEqual([])
  })
})

describe('what is wrong', () => {
  const faults = (text: string, name = 'api.yaml') =>
    readOpenApi(document(name, text)).faults.map(({ rule, place }) => `${rule} ${place.line}`)

  it.each([
    ['an old version', "swagger: '2.0'\ninfo: { title: x }", ['build-openapi-version 1']],
    ['a reference to nothing', 'openapi: 3.0.0\ninfo:\n  $ref: "#/x"', ['build-openapi-ref-broken 3']],
    [
      'a reference to itself',
      'openapi: 3.0.0\ninfo: { $ref: "#/a" }\na: { $ref: "#/b" }\nb: { $ref: "#/a" }',
      ['build-openapi-ref-cycle 4'],
    ],
    ['another file', 'openapi: 3.0.0\ninfo: { $ref: "info.yaml#/x" }', ['build-openapi-ref-remote 2']],
    [
      'a part nobody knows',
      'openapi: 3.0.0\ninfo: { title: x }\nx-dcat:\n  dcat-datasets: {}',
      ['build-openapi-unknown-part 4'],
    ],
    ['broken YAML', 'openapi: 3.0.0\ninfo: [', ['build-yaml-syntax 2']],
    ['nothing at all', '', []],
    ['a list', '- openapi', []],
    ['info of a strange kind', 'openapi: 3.0.0\ninfo: 7\nservers: x', []],
  ])('%s', (_, text, expected) => {
    const found = faults(text)
    expect(found.map((each) => each.split(' ')[0])).toEqual(expected.map((each) => each.split(' ')[0]))
    if (!['a reference to itself', 'broken YAML'].includes(_)) expect(found).toEqual(expected)
  })

  it('a wrong code value is told where it is written', async () => {
    const text = readFileSync('examples/openapi/badplatser.json', 'utf8').replace(
      '"dagligen"',
      '"ibland då och då"',
    )
    const { findings } = await built([document('bad.json', text)])
    const line = text.split('\n').findIndex((each) => each.includes('ibland')) + 1
    expect(
      findings.filter(({ location }) => location.file === 'bad.json' && location.line === line),
    ).not.toEqual([])
  })
})
