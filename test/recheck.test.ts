// Checking again after an edit gives what checking all gives, whatever was edited.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Finding } from '../src/finding.ts'
import { quietIo } from '../src/io.ts'
import { loadProfile } from '../src/profile/index.ts'
import { changesOf, commonEnds, parse } from '../src/rdf/index.ts'
import { type Checked, checkAgain, checkAll, createMemory } from '../src/recheck.ts'
import { validateDocument } from '../src/validate.ts'

const profile = await loadProfile('dcat-ap-se@3.0.1')
const name = 'k.ttl'
const read = (text: string) => parse({ name, bytes: Buffer.from(text) })
const lines = (findings: Iterable<Finding>) => [...findings].map((finding) => JSON.stringify(finding)).sort()

/** What an editor does to one line. */
const operations: readonly ((line: string, word: string) => string)[] = [
  (line, word) => line.replace(/"([^"]*)"/, `"$1 ${word}"`),
  (line, word) => line.replace(/"([^"]*)"/, `"${word}"`),
  (line) => line.replace(/\d{4}-\d\d-\d\d/, '2031-01-01'),
  (line) => line.replace(/\d{4}-\d\d-\d\d/, '2009-02-03'),
  (line, word) => `# ${word}\n${line}`,
  (line) => `\n\n${line}`,
  (line) => (/^ {2,}\S.* ;\s*$/.test(line) ? '' : line),
  (line) => line.replace(/https:\/\/[^>]*/, (iri) => `${iri}x`),
  (line) => line.replace(/ ;\s*$/, ' ;\n  dcterms:provenance [ a dcterms:ProvenanceStatement ] ;'),
  (line) => line.replace(/@sv/, '@en'),
  (line) => line.replace(/@\w\w/, '@de'),
  (line) => line.replace(/xsd:\w+/, 'xsd:gYear'),
  (line) => line.replace(/xsd:\w+/, 'xsd:dateTime'),
  (line) => `${line}\n${line}`,
  (line) => line.replace(/(dcterms|dcat):\w+/, 'dcterms:rights'),
]

const edit = fc.record({
  line: fc.nat(10_000),
  operation: fc.constantFrom(...operations),
  word: fc.constantFrom('ett', 'två ord', 'Å', 'CSV', 'api'),
})

const catalogs = ['kommun.ttl', 'kommun-trasig.ttl', 'halsa-vard-och-omsorg.ttl'].map((file) =>
  readFileSync(`fixtures/catalogs/${file}`, 'utf8'),
)
/** A catalogue of many datasets without series or services, where an edit stays with one of them. */
catalogs.push(
  `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
<https://example.se/katalog> a dcat:Catalog ; dcterms:title "Katalog"@sv ;
  dcat:dataset ${Array.from({ length: 40 }, (_, i) => `<https://example.se/d/${i}>`).join(' , ')} .
<https://example.se/agent> a foaf:Organization ; foaf:name "Kommunen"@sv .
${Array.from(
  { length: 40 },
  (_, i) => `<https://example.se/d/${i}> a dcat:Dataset ;
  dcterms:title "Mängd ${i}"@sv , "Set ${i}"@en ;
  dcterms:description "Om ${i}"@sv ;
  dcterms:issued "2020-01-0${(i % 9) + 1}"^^xsd:date ;
  dcterms:modified "20${10 + i}-01-01"^^xsd:date ;
  dcterms:temporal [ a dcterms:PeriodOfTime ;
    dcat:startDate "2019-01-01"^^xsd:date ;
    dcat:endDate "20${10 + i}-05-05"^^xsd:date ] ;
  dcat:contactPoint [ a vcard:Organization ;
    vcard:fn "Kontakt ${i}" ] ;
  dcat:distribution <https://example.se/d/${i}/csv> ;
  dcterms:publisher <https://example.se/agent> .
<https://example.se/d/${i}/csv> a dcat:Distribution ;
  dcterms:title "CSV"@sv ;
  dcat:accessURL <https://example.se/hamta/${i}> ;
  dcterms:license <https://example.se/licens> ;
  dcat:byteSize "${i}"^^xsd:nonNegativeInteger .`,
).join('\n')}
`,
)

it('random edits, one after another', async () => {
  let again = 0
  let all = 0
  const runs = fc.tuple(fc.constantFrom(...catalogs), fc.array(edit, { minLength: 1, maxLength: 6 }))
  await fc.assert(
    fc.asyncProperty(runs, async ([start, edits]) => {
      let text = start
      let checked: Checked = await checkAll(await read(text), profile, name, quietIo())
      for (const { line, operation, word } of edits) {
        const rows = text.split('\n')
        rows[line % rows.length] = operation(rows[line % rows.length], word)
        text = rows.join('\n')
        const graph = await read(text)
        const quick = await checkAgain(checked, graph, name, quietIo())
        const full = await checkAll(await read(text), profile, name, quietIo())
        if (quick) again++
        else all++
        expect(lines((quick ?? full).findings.values())).toEqual(lines(full.findings.values()))
        expect((quick ?? full).notAssessed).toEqual(full.notAssessed)
        checked = quick ?? full
      }
      const { reports } = await validateDocument({ name, bytes: Buffer.from(text) }, { profile })
      expect(lines(checked.findings.values())).toEqual(lines(reports[0].findings))
    }),
    { numRuns: 120 },
  )
  expect(again).toBeGreaterThan(10)
  expect(all).toBeGreaterThan(0)
}, 240_000)

it('is what repeated runs with a memory do', async () => {
  const memory = createMemory()
  const text = catalogs[3]
  const runs = [text, text.replace('Om 7"', 'Om sju"'), text]
  for (const each of runs) {
    const document = { name, bytes: Buffer.from(each) }
    const [quick, full] = [
      await validateDocument(document, { profile, memory }),
      await validateDocument(document, { profile }),
    ]
    expect(lines(quick.reports[0].findings)).toEqual(lines(full.reports[0].findings))
  }
  expect(memory.checked.size).toBe(1)
  const [first, second] = await Promise.all(runs.map(read))
  const checked = await checkAll(first, profile, name, quietIo())
  expect(await checkAgain(checked, second, name, quietIo())).toBeDefined()
})

it('a language or datatype that takes the number of another is seen', async () => {
  const swaps: readonly (readonly [string, string])[] = [
    ['"Om 39"@fi', '"Om 39"@de'],
    ['"39"^^xsd:nonNegativeInteger', '"39"^^xsd:decimal'],
  ]
  for (const [from, to] of swaps) {
    const text = catalogs[3]
      .replace('"Om 39"@sv', '"Om 39"@fi')
      .replaceAll(/byteSize "(?!39")\d+"\S+/g, 'byteSize 5')
    expect(text).toContain(from)
    const changes = changesOf(await read(text), await read(text.replace(from, to)))
    expect(changes === undefined || changes.changed.length > 0).toBe(true)
    expect(changesOf(await read(text), await read(text))).toMatchObject({ changed: [], isGone: false })
  }
})

it('common ends of two texts', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, a, b, tail) => {
      const [x, y] = [Buffer.from(head + a + tail), Buffer.from(head + b + tail)]
      const found = commonEnds(x, y)
      expect(x.subarray(0, found.head)).toEqual(y.subarray(0, found.head))
      expect(x.subarray(x.length - found.tail)).toEqual(y.subarray(y.length - found.tail))
      expect(found.head + found.tail).toBeLessThanOrEqual(Math.min(x.length, y.length))
      expect(found.head).toBeGreaterThanOrEqual(Math.min(Buffer.byteLength(head), x.length))
    }),
  )
})
