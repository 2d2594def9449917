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

/** What an editor does with two lines, which may come to stand elsewhere. */
const moves: readonly ((rows: string[], from: number, to: number) => void)[] = [
  (rows, from, to) => {
    ;[rows[from], rows[to]] = [rows[to], rows[from]]
  },
  (rows, from, to) => rows.splice(to, 0, ...rows.splice(from, 1)),
  (rows, from, to) => rows.splice(to, 0, rows[from]),
  (rows, from) => rows.splice(from, 1),
  // Blocks change places, and are repeated.
  (rows, from, to) => rows.splice(to, 0, ...rows.splice(from, 5)),
  (rows, from, to) => rows.splice(to, 0, ...rows.slice(from, from + 5)),
]

type Move = (typeof moves)[number]
type Operation = (typeof operations)[number]
const isMove = (each: Move | Operation): each is Move => moves.includes(each as Move)

const edit = fc.record({
  line: fc.nat(10_000),
  other: fc.nat(10_000),
  operation: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...operations) },
    { weight: 1, arbitrary: fc.constantFrom(...moves) },
  ),
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
      for (const { line, other, operation, word } of edits) {
        const rows = text.split('\n')
        const at = line % rows.length
        if (isMove(operation)) operation(rows, at, other % rows.length)
        else rows[at] = operation(rows[at], word)
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

const A_DATASET = (number: number, more: string) =>
  `<https://example.se/d/${number}> a dcat:Dataset ; dcterms:description "Om ${number}"@sv ; ${more} .\n`
const HEAD = `${catalogs[3].split('<https://example.se/katalog>')[0]}
<https://example.se/katalog> a dcat:Catalog ; dcterms:title "Katalog"@sv ;
  dcat:dataset <https://example.se/d/1> , <https://example.se/d/2> .\n`
const ONE = (more: string) => A_DATASET(1, `dcterms:title "Ett"@sv ; ${more}`)
const TWO = (more: string) => A_DATASET(2, `dcterms:title "Två"@sv ; ${more}`)
const STANDARD = '<https://example.se/s> a dcterms:Standard ; dcterms:issued "x"^^xsd:date .'
const FILE =
  '<https://example.se/f> a dcat:Distribution ; dcat:downloadURL <https://example.se/a> , <https://example.se/b> .'
const CONTACT = '_:c a vcard:Organization ; vcard:fn "Kontakt" .'

/** What was written, and what is written instead. */
const edits: Readonly<Record<string, readonly [string, string]>> = {
  'values change places': [
    A_DATASET(1, 'dcterms:title "A"@sv , "B"@sv'),
    A_DATASET(1, 'dcterms:title "B"@sv , "A"@sv'),
  ],
  'values of one thing are written in another order before': [
    ONE('dcterms:relation <https://example.se/a> , <https://example.se/b>') + FILE,
    ONE('dcterms:relation <https://example.se/b> , <https://example.se/a>') + FILE,
  ],
  'things change places': [
    A_DATASET(1, 'dcterms:title "A"@sv') + A_DATASET(2, 'dcterms:title "A"@sv'),
    A_DATASET(2, 'dcterms:title "A"@sv') + A_DATASET(1, 'dcterms:title "A"@sv'),
  ],
  'a statement is written again before': [
    `${ONE('')}${TWO('')}<https://example.se/d/1> dcterms:title "A"@sv .`,
    `${ONE('dcterms:title "A"@sv')}${TWO('')}<https://example.se/d/1> dcterms:title "A"@sv .`,
  ],
  'a title that a finding about another thing says': [
    ONE('dcterms:identifier "x"') + TWO('dcterms:identifier "x"'),
    ONE('dcterms:identifier "x"').replace('Ett', 'Ettan') + TWO('dcterms:identifier "x"'),
  ],
  'a thing without a name is led to by another': [
    ONE('dcterms:conformsTo <https://example.se/s>') +
      TWO('dcterms:conformsTo <https://example.se/s>') +
      STANDARD,
    ONE('') + TWO('dcterms:conformsTo <https://example.se/s>') + STANDARD,
  ],
  'a blank node that is led to has another label': [
    ONE('dcat:contactPoint _:c') + CONTACT,
    ONE('dcat:contactPoint _:c') + CONTACT.replace('_:c', '_:d'),
  ],
}

it.each(Object.keys(edits))('%s', async (what) => {
  const [before, after] = edits[what].map((text) => HEAD + text)
  const checked = await checkAll(await read(before), profile, name, quietIo())
  const full = await checkAll(await read(after), profile, name, quietIo())
  expect(lines(full.findings.values())).not.toEqual(lines(checked.findings.values()))
  const quick = await checkAgain(checked, await read(after), name, quietIo())
  expect(lines((quick ?? full).findings.values())).toEqual(lines(full.findings.values()))
})

it('a place where nothing is said, in RDF/XML', async () => {
  const written = (before: string) => ({
    name: 'k.rdf',
    bytes: Buffer.from(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dcat="http://www.w3.org/ns/dcat#">
<dcat:Catalog rdf:about="https://example.se/k"><dcat:dataset rdf:resource="https://example.se/d"/></dcat:Catalog>
${before}
<dcat:Dataset rdf:about="https://example.se/d"/>
</rdf:RDF>`),
  })
  const after = written('<rdf:Description rdf:about="https://example.se/d"/>')
  const checked = await checkAll(await parse(written('')), profile, 'k.rdf', quietIo())
  const full = await checkAll(await parse(after), profile, 'k.rdf', quietIo())
  expect(lines(full.findings.values())).not.toEqual(lines(checked.findings.values()))
  const quick = await checkAgain(checked, await parse(after), 'k.rdf', quietIo())
  expect(lines((quick ?? full).findings.values())).toEqual(lines(full.findings.values()))
})

it('what is near a change is seen in the order of the whole text', async () => {
  // Of two things to download the second is one too many; the window has seen it first.
  const file = (number: number, urls: string) =>
    `<https://example.se/f/${number}> a dcat:Distribution ; dcat:downloadURL ${urls} .\n`
  const [a, b] = ['<https://example.se/l/a>', '<https://example.se/l/b>']
  const conforms = 'dcterms:conformsTo <https://example.se/s> ; dcat:distribution'
  const text = `${HEAD}<https://example.se/x> dcterms:relation ${b} , ${a} .
${STANDARD}
${file(1, a)}${file(2, `${a} , ${b}`)}
${ONE(`${conforms} <https://example.se/f/1>`)}${TWO(`${conforms} <https://example.se/f/2>`)}`
  const after = text.replace('"x"^^', '"y"^^')
  const checked = await checkAll(await read(text), profile, name, quietIo())
  const full = await checkAll(await read(after), profile, name, quietIo())
  const quick = await checkAgain(checked, await read(after), name, quietIo())
  expect(quick && lines(quick.findings.values())).toEqual(lines(full.findings.values()))
})

it('on another day all is checked', async () => {
  const io = (day: string) => ({ ...quietIo(), now: () => new Date(`${day}T12:00:00Z`) })
  const text = HEAD + ONE('dcterms:modified "2031-01-01"^^xsd:date')
  const checked = await checkAll(await read(text), profile, name, io('2030-12-01'))
  expect(await checkAgain(checked, await read(`${text}\n`), name, io('2030-12-01'))).toBeDefined()
  expect(await checkAgain(checked, await read(`${text}\n`), name, io('2031-01-01'))).toBeUndefined()
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
