// The generated catalogues are what the benchmark says they are: the same statements in every syntax, the same every time,
// and wrong exactly where the list of defects says.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, type SyntaxId } from '../src/rdf/index.ts'
import { validate } from '../src/validate.ts'

interface Defect {
  readonly kind: string
  readonly node: string
  readonly property: string
}
interface Generator {
  readonly writeCatalogue: (
    count: number,
    syntax: string,
    file: string,
    options?: { readonly vocabulary?: boolean; readonly sparse?: boolean },
  ) => readonly Defect[]
}

const { writeCatalogue } = (await import(new URL('../bench/generate.mjs', import.meta.url).href)) as Generator
const folder = mkdtempSync(join(tmpdir(), 'grunddata-bench-data-'))

/** What our profile says of each kind of defect. */
const rules: Readonly<Record<string, string>> = {
  'publisher-missing': 'dataset-publisher-missing',
  'title-missing': 'dataset-title-missing',
  'title-untagged': 'dataset-title-language',
  'description-missing': 'dataset-description-missing',
  'theme-literal': 'dataset-theme-iri',
  'issued-impossible': 'literal-ill-formed',
  'frequency-deprecated': 'dataset-frequency-deprecated',
  'access-url-missing': 'distribution-access-url-missing',
  'license-twice': 'distribution-license-repeated',
  'license-deed': 'distribution-license-form',
}

describe('a generated catalogue', () => {
  it('has the same statements in every syntax', async () => {
    const counts = new Set<number>()
    for (const syntax of ['turtle', 'rdfxml', 'rdfxml-nested', 'jsonld', 'ntriples']) {
      const file = join(folder, `small.${syntax}`)
      writeCatalogue(20, syntax, file, { vocabulary: false })
      const id = syntax.replace('-nested', '').replace('rdfxml', 'rdf-xml')
      const graph = await parse(
        { name: file, bytes: readFileSync(file) },
        { syntax: (id === 'rdf-xml' ? 'rdfxml' : id) as SyntaxId },
      )
      expect(graph.problems).toEqual([])
      counts.add(graph.quads.count)
    }
    expect(counts.size).toBe(1)
  })

  it('is the same every time', () => {
    const [one, two] = ['one.ttl', 'two.ttl'].map((name) => join(folder, name))
    writeCatalogue(30, 'turtle', one)
    writeCatalogue(30, 'turtle', two)
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  })

  it('is wrong where its list of defects says', async () => {
    const file = join(folder, 'seeded.ttl')
    const defects = writeCatalogue(200, 'turtle', file, { vocabulary: false })
    expect(defects.map(({ kind }) => kind)).toEqual(Object.keys(rules))
    const { reports } = await validate([file])
    const found = reports[0].findings.map(({ rule, focus }) => `${rule} ${focus.iri}`)
    for (const { kind, node } of defects) expect(found).toContain(`${rules[kind]} ${node}`)
    const others = reports[0].findings.filter(
      ({ rule, severity }) => severity === 'error' && !Object.values(rules).includes(rule),
    )
    expect(others).toEqual([])
  })
})
