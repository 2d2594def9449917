// What the compiled engine leaves to shacl-engine, and that nobody else pays for it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileShapes, type ShaclResult, validateAll, validateShapes } from '../src/check/shacl/index.ts'
import { type Graph, text } from '../src/rdf/index.ts'
import { turtle } from './support/shapes-suites.ts'

const prefixes = `
@prefix ex: <http://example.se/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.se/"^^xsd:anyURI ] .
`
const query = (where: string, select = '$this ?value') =>
  `[ sh:prefixes ex: ; sh:select "SELECT ${select} WHERE { ${where} }" ]`

async function run(shapes: string, data: string): Promise<{ graph: Graph; results: ShaclResult[] }> {
  const graph = turtle(prefixes + data)
  return { graph, results: await validateAll(compileShapes(turtle(prefixes + shapes)), graph) }
}

function told(graph: Graph, results: readonly ShaclResult[]): string[] {
  const node = (term: ShaclResult['value']) =>
    term === undefined ? '-' : typeof term === 'number' ? text(graph, term) : term.value
  return results
    .map(({ focus, value, component }) => `${node(focus)} ${node(value)} ${component}`)
    .map((line) => line.replaceAll('http://example.se/', '').replaceAll('http://www.w3.org/ns/shacl#', ''))
    .sort()
}

describe('SPARQL constraints', () => {
  it('judges each of several on one shape by itself, beside the other constraints of the shape', async () => {
    const { graph, results } = await run(
      `[] sh:targetClass ex:A ; sh:property [ sh:path ex:p ; sh:maxCount 1 ;
        sh:sparql ${query('$this ex:p ?value FILTER (?value > 5)')} , ${query('$this ex:p ?value FILTER (?value < 0)')} ] .`,
      'ex:a a ex:A ; ex:p 7 , -7 , 3 . ex:b a ex:A ; ex:p 4 .',
    )
    expect(told(graph, results)).toEqual([
      'a - MaxCountConstraintComponent',
      'a -7 SPARQLConstraintComponent',
      'a 7 SPARQLConstraintComponent',
    ])
  })

  it('asks about blank nodes', async () => {
    const { results } = await run(
      `[] sh:targetObjectsOf ex:has ; sh:sparql ${query('$this ex:p ?value FILTER (?value > 5)')} .`,
      'ex:a ex:has [ ex:p 7 ] , [ ex:p 3 ] .',
    )
    expect(results).toHaveLength(1)
    expect(typeof results[0].focus).toBe('number')
  })

  it('decides node, not, and, or and qualified counts with a query inside', async () => {
    const { graph, results } = await run(
      `ex:Big sh:sparql ${query('$this ex:size ?s FILTER (?s < 6)', '$this')} , ${query('$this ex:bad true', '$this')} .
       [] sh:targetClass ex:A ; sh:node ex:Big ; sh:not ex:Big ; sh:or ( ex:Big [ sh:nodeKind sh:Literal ] ) ;
        sh:property [ sh:path ex:part ; sh:qualifiedValueShape ex:Big ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ] .`,
      `ex:a a ex:A ; ex:size 7 ; ex:part ex:b , ex:c . ex:b ex:size 8 . ex:c ex:size 9 .
       ex:d a ex:A ; ex:size 1 ; ex:part ex:e . ex:e ex:size 7 ; ex:bad true .`,
    )
    expect(told(graph, results)).toEqual([
      'a - QualifiedMaxCountConstraintComponent',
      'a a NotConstraintComponent',
      'd - QualifiedMinCountConstraintComponent',
      'd d NodeConstraintComponent',
      'd d OrConstraintComponent',
    ])
  })

  it('takes the severity and the words of the shape, and names the constraint', async () => {
    const { results } = await run(
      `ex:S sh:targetClass ex:A ; sh:severity sh:Warning ; sh:message "Ord"@sv ; sh:sparql ${query('$this ex:p ?value')} .`,
      'ex:a a ex:A ; ex:p 1 .',
    )
    expect(results).toMatchObject([
      {
        shape: 'http://example.se/S',
        severity: 'http://www.w3.org/ns/shacl#Warning',
        messages: [{ value: 'Ord' }],
      },
    ])
    expect(results[0].constraint).toBeTypeOf('number')
  })

  it('checks what a SPARQL target selects, once', async () => {
    const { graph, results } = await run(
      `[] sh:target [ sh:select "SELECT ?this WHERE { ?this <http://example.se/p> 1 }" ] ; sh:targetClass ex:A ; sh:property [ sh:path ex:q ; sh:minCount 1 ] .`,
      'ex:a a ex:A ; ex:p 1 . ex:b ex:p 1 . ex:c ex:p 2 .',
    )
    expect(told(graph, results)).toEqual([
      'a - MinCountConstraintComponent',
      'b - MinCountConstraintComponent',
    ])
  })

  it.each([
    ['MINUS', '$this ex:p ?value MINUS { $this ex:q ?value }'],
    ['VALUES', 'VALUES ?value { 1 }'],
    ['AS $this', 'BIND (1 AS $this)'],
    ['SELECT', '$this ex:p ?value { SELECT ?x { ?x ex:p ?y } }'],
  ])('fails for a query with %s, as SHACL asks', async (_, where) => {
    const shapes = `[] sh:targetClass ex:A ; sh:sparql ${query(where)} .`
    await expect(run(shapes, 'ex:a a ex:A .')).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  it('reads words in texts, IRIs and comments of a query as what they are', async () => {
    const where = `$this ex:p ?value FILTER (str(?value) != 'MINUS' && str(?value) != str(<http://example.se/VALUES>))`
    const { results } = await run(
      `[] sh:targetClass ex:A ; sh:sparql ${query(where)} .`,
      'ex:a a ex:A ; ex:p 1 .',
    )
    expect(results).toHaveLength(1)
  })

  it('binds the focus node inside FILTER NOT EXISTS', async () => {
    const { graph, results } = await run(
      `[] sh:targetClass ex:A ; sh:sparql ${query('$this a ex:A FILTER NOT EXISTS { $this ex:p ?any }', '$this')} .`,
      'ex:a a ex:A ; ex:p 1 . ex:b a ex:A .',
    )
    expect(told(graph, results)).toEqual(['b b SPARQLConstraintComponent'])
  })

  it('are left out by the run that is compiled only, which says so', () => {
    const compiled = compileShapes(
      turtle(`${prefixes} [] sh:targetClass ex:A ; sh:sparql ${query('$this ?p ?value')} .`),
    )
    expect(compiled.needsFallback).toBe(true)
    expect(validateShapes(compiled, turtle(`${prefixes} ex:a a ex:A .`))).toEqual([])
  })
})

const root = fileURLToPath(new URL('..', import.meta.url))

/** Prints the packages that are loaded by validating with the shapes in the file given. */
const program = `
import { register } from 'node:module'
import { readFileSync } from 'node:fs'
// Written at once: what a thread of hooks prints goes through the main thread, which may be busy or at its end.
const hook = 'import { writeSync } from "node:fs"; export async function resolve(s, c, next) { const r = await next(s, c); if (r.url.includes("node_modules")) writeSync(1, r.url.split("node_modules/").at(-1) + String.fromCharCode(10)); return r }'
register('data:text/javascript,' + encodeURIComponent(hook))
const { parseTurtle } = await import(process.argv[2] + '/rdf/turtle/index.js')
const { compileShapes, validateAll } = await import(process.argv[2] + '/check/shacl/index.js')
const read = (path) => parseTurtle({ name: path, bytes: readFileSync(path) })
const results = await validateAll(compileShapes(read(process.argv[3])), read(process.argv[4]))
console.log('results:', results.length)
`

describe('loading', () => {
  let home: string
  beforeAll(() => {
    mkdirSync(join(root, '.build'), { recursive: true })
    home = mkdtempSync(join(root, '.build', 'fallback-'))
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
    const flags = [
      '-p',
      'tsconfig.json',
      '--noCheck',
      '--declaration',
      'false',
      '--outDir',
      join(home, 'dist'),
    ]
    execFileSync(process.execPath, [tsc, ...flags], { cwd: root })
    writeFileSync(join(home, 'program.mjs'), program)
    writeFileSync(join(home, 'data.ttl'), `${prefixes} ex:a a ex:A ; ex:p 1 .`)
  }, 60_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const loaded = (shapes: string) => {
    writeFileSync(join(home, 'shapes.ttl'), prefixes + shapes)
    const dist = pathToFileURL(join(home, 'dist')).href
    const args = [join(home, 'program.mjs'), dist, join(home, 'shapes.ttl'), join(home, 'data.ttl')]
    return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  }

  it('leaves shacl-engine and Comunica alone when the shapes have no SPARQL', () => {
    const out = loaded('[] sh:targetClass ex:A ; sh:property [ sh:path ex:p ; sh:maxCount 0 ] .')
    expect(out).toContain('results: 1')
    expect(out).not.toMatch(/shacl-engine|comunica/)
  })

  it('loads them when the shapes have', () => {
    const out = loaded(`[] sh:targetClass ex:A ; sh:sparql ${query('$this ex:p ?value')} .`)
    expect(out).toContain('results: 1')
    expect(out).toMatch(/shacl-engine[\s\S]*comunica/)
  })
})
