// What the shapes of DCAT-AP 3.0.1 say, by our own table: against the published shapes run with our engine, on every
// Swedish file of the corpus and on others; and each slip of theirs on both sides.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileShapes, pathText, type ShaclResult, validateShapes } from '../src/check/shacl/index.ts'
import { loadVocabularies, packageFolder } from '../src/profile/index.ts'
import { type EuPart, type EuProblem, expandEuName, judgeAsEu } from '../src/quality/index.ts'
import { decodeDocument, fromQuads, type Graph, parse, text } from '../src/rdf/index.ts'
import { quadsOfTurtle, suitesFolder } from './support/shapes-suites.ts'

const vocabularies = loadVocabularies()

async function graphOf(turtle: string): Promise<Graph> {
  const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
    @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
    @prefix adms: <http://www.w3.org/ns/adms#> . @prefix spdx: <http://spdx.org/rdf/terms#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix eu: <http://publications.europa.eu/resource/authority/> . @prefix ex: <https://data.example.se/> .\n`
  return parse({ name: 'x.ttl', bytes: new TextEncoder().encode(prefixes + turtle) }, { syntax: 'turtle' })
}

const suites = suitesFolder()
const corpus = join(packageFolder(), '..', 'shared', 'corpus', 'files')
const files: Readonly<Record<EuPart, string>> = {
  structure: 'shapes',
  range: 'range',
  recommended: 'shapes_recommended',
  lists: 'mdr-vocabularies.shape',
}

/** The code lists as data, for shapes that look for them there. */
function tables(): Graph {
  const folder = join(packageFolder(), 'vocab')
  const names = readdirSync(folder).filter((name) => name.endsWith('.ttl'))
  return fromQuads(names.flatMap((name) => quadsOfTurtle(readFileSync(join(folder, name), 'utf8'))))
}

/** Component → the kinds it may be, by our words. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  MinCountConstraintComponent: ['missing'],
  MaxCountConstraintComponent: ['repeated'],
  NodeKindConstraintComponent: ['text', 'resource', 'list'],
  DatatypeConstraintComponent: ['datatype'],
  NodeConstraintComponent: ['datatype', 'class', 'list'],
  ClassConstraintComponent: ['class'],
  HasValueConstraintComponent: ['list'],
  OrConstraintComponent: ['missing'],
}

/** What a result is about, in words that both sides share; each once. */
function keysOf(results: readonly ShaclResult[]): string[] {
  const keys = results.map(({ focus, path, value, component, severity }) => {
    const at = path === undefined ? DATASET : pathText(path).replace(/[<>]/g, '')
    const kind = kinds[component.replace(/^.*#/, '')]?.[0] ?? component
    return `${focus} ${at} ${kind === 'missing' || kind === 'repeated' || value === undefined ? '-' : value} ${severity.replace(/^.*#/, '')}`
  })
  return [...new Set(keys)].sort()
}

/** Codes that only the EU's own tables hold, and the status that another file of theirs asks for otherwise. */
function isOfTables(graph: Graph, key: string): boolean {
  const [, property, value] = key.split(' ')
  const known = [
    'file-type',
    'frequency',
    'dataset-type',
    'corporate-body',
    'access-right',
    'country',
    'language',
  ]
  const iri = value === '-' ? '' : text(graph, Number(value))
  return (
    property.endsWith('adms#status') ||
    iri.startsWith('http://purl.org/adms/licencetype/') ||
    known.some((list) => iri.startsWith(`http://publications.europa.eu/resource/authority/${list}/`))
  )
}

const DATASET = 'http://www.w3.org/ns/dcat#dataset'

function ownKeys(problems: readonly EuProblem[]): string[] {
  const severities = { error: 'Violation', warning: 'Warning' }
  const keys = problems.map(({ focus, property, value, severity }) => {
    const inverse = property.startsWith('^') ? '^' : ''
    return `${focus} ${inverse}${expandEuName(property.replace('^', ''))} ${value ?? '-'} ${severities[severity]}`
  })
  return [...new Set(keys)].sort()
}

describe.skipIf(suites === undefined || !existsSync(corpus))(
  'against the published shapes (GRUNDDATA_SUITES, corpus)',
  () => {
    const some = readdirSync(existsSync(corpus) ? corpus : '.').filter((name) =>
      /^(?:se-|eu-|dk-|no-|es-E_|it-)/.test(name),
    )
    it.each(Object.entries(files) as [EuPart, string][])(
      '%s',
      async (part, file) => {
        const shapes = fromQuads(
          quadsOfTurtle(readFileSync(join(suites!, 'semic-shapes', `html_shacl_${file}.ttl`), 'utf8')),
        )
        const compiled = compileShapes(shapes)
        const background = tables()
        let compared = 0
        for (const name of some) {
          const bytes = decodeDocument(readFileSync(join(corpus, name)), {}).bytes
          const graph = await parse({ name, bytes }, {})
          const theirs = keysOf(validateShapes(compiled, graph, part === 'lists' ? { background } : {}))
          const ours = ownKeys(
            judgeAsEu(graph, { vocabularies, parts: [part] }).filter(({ isSilent }) => !isSilent),
          )
          compared += theirs.length
          const differing = [
            ...theirs.filter((key) => !ours.includes(key)),
            ...ours.filter((key) => !theirs.includes(key)),
          ]
          expect(
            differing.filter((key) => part !== 'lists' || !isOfTables(graph, key)),
            name,
          ).toEqual([])
        }
        expect(compared).toBeGreaterThan(1000)
      },
      120_000,
    )
  },
)

const judged = async (turtle: string, parts?: readonly EuPart[]) =>
  judgeAsEu(await graphOf(turtle), { vocabularies, ...(parts && { parts }) }).map(
    ({ property, kind, defect, severity }) => [property, kind, defect ?? severity].join(' '),
  )

describe('slips of the shapes, and the same without the slip', () => {
  const dataset = 'ex:d a dcat:Dataset ; dct:title "t" ; dct:description "d"'
  it.each<[string, readonly EuPart[], string, string, string]>([
    [
      'a wrong date passes on a dataset, not on a catalogue',
      ['structure'],
      `${dataset} ; dct:issued "igår" .`,
      'ex:c a dcat:Catalog ; dct:title "t" ; dct:description "d" ; dct:publisher ex:p ; dct:issued "igår" .',
      'dcterms:issued datatype date-unchecked',
    ],
    [
      'an old property passes',
      ['structure'],
      `${dataset} ; owl:versionInfo "1" .`,
      `${dataset} ; dcat:version "1" .`,
      'owl:versionInfo deprecated deprecated-unchecked',
    ],
    [
      'a right status is warned of, a wrong one faulted',
      ['lists'],
      'ex:f a dcat:Distribution ; adms:status <http://publications.europa.eu/resource/authority/distribution-status/COMPLETED> .',
      'ex:f a dcat:Distribution ; adms:status ex:done .',
      'adms:status list status-scheme',
    ],
    [
      'the right algorithm is faulted',
      ['lists'],
      'ex:s a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha1 .',
      'ex:s a spdx:Checksum ; spdx:algorithm ex:own .',
      'spdx:algorithm list checksum-algorithm',
    ],
    [
      'a Swedish publisher is warned of, a body of the EU is not',
      ['lists'],
      `${dataset} ; dct:publisher ex:p .`,
      `${dataset} ; dct:publisher <http://publications.europa.eu/resource/authority/corporate-body/DIGIT> .`,
      'dcterms:publisher list publisher-body',
    ],
    [
      'a web page described elsewhere is faulted, one described here is not',
      ['range'],
      `${dataset} ; dcat:landingPage ex:page .`,
      `${dataset} ; dcat:landingPage ex:page . ex:page a foaf:Document .`,
      'dcat:landingPage class described-elsewhere',
    ],
    [
      'an organisation is no contact, a contact is',
      ['range'],
      `${dataset} ; dcat:contactPoint ex:k . ex:k a vcard:Organization .`,
      `${dataset} ; dcat:contactPoint ex:k . ex:k a vcard:Kind .`,
      'dcat:contactPoint class superclass',
    ],
    [
      'two statements of rights are faulted, two licences rightly so',
      ['structure'],
      'ex:f a dcat:Distribution ; dcat:accessURL ex:x ; dct:rights ex:a , ex:b .',
      'ex:f a dcat:Distribution ; dcat:accessURL ex:x ; dct:license ex:a , ex:b .',
      'dcterms:rights repeated maximum-outdated',
    ],
    [
      'a geometry as a resource is faulted, a box as one rightly so',
      ['structure'],
      'ex:p a dct:Location ; <http://www.w3.org/ns/locn#geometry> [ ] .',
      'ex:p a dct:Location ; dcat:bbox [ ] .',
      'locn:geometry resource geometry-two-ways',
    ],
    [
      'a further theme is warned of',
      ['lists'],
      `${dataset} ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> , ex:own .`,
      `${dataset} ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> .`,
      'dcat:theme list all-values',
    ],
  ])('%s', async (_, parts, slip, without, said) => {
    expect(await judged(slip, parts)).toEqual([said])
    const other = await judged(without, parts)
    expect(other).not.toContain(said)
    for (const each of other) expect(each).toMatch(/ (?:error|warning)$/)
  })
})
