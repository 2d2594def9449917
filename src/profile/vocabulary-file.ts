// One file of vocab/ as vocabularies. The head of a file (up to the line "# Concepts") describes its scheme;
// the rest is read when somebody asks for the concepts, so that a small run pays for what it uses.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { GrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'
import { type Graph, hasTriple, ID, iriId, lang, objects, parseTurtle, subjects, text } from '../rdf/index.ts'
import { firstText, textOf } from './load-read.ts'
import type { Concept, Vocabulary } from './types.ts'

const DCTERMS = 'http://purl.org/dc/terms/'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const OWN = 'https://w3id.org/grunddata/ns#'
const DEPRECATED = 'http://www.w3.org/2002/07/owl#deprecated'
/** Where DCAT-AP-SE is kept; a scheme with this source is stated by the specification. */
const SPECIFICATION = 'https://github.com/diggsweden/DCAT-AP-SE'
const BODY = '\n# Concepts\n'

interface VocabularyFile {
  readonly file: string
  readonly bytes: Buffer
  /** Where the head ends. */
  readonly cut: number
  /** Where the head begins in the text that all heads make together. */
  readonly start: number
}

/**
 * The vocabularies of some Turtle files, in their order; none of a file that states no skos:ConceptScheme.
 * Throws CONFIG_INVALID for bad Turtle, for what is below a head when the concepts are asked for.
 */
export function readVocabularyFiles(paths: readonly string[]): readonly Vocabulary[] {
  const files: VocabularyFile[] = []
  let start = 0
  for (const file of paths) {
    const bytes = readFileSync(file)
    if (!bytes.includes('skos:ConceptScheme')) continue
    const found = bytes.indexOf(BODY)
    const cut = found < 0 ? bytes.length : found
    files.push({ file, bytes, cut, start })
    start += cut + 1
  }
  const heads = parseHeads(files)
  const schemes = subjects(heads, ID.type, iriId(heads, `${SKOS}ConceptScheme`))
  return [...schemes]
    .map((scheme) => ({ scheme, at: heads.subjectAt[scheme] - 1 }))
    .sort((a, b) => a.at - b.at)
    .map(({ scheme, at }) =>
      describe(heads, scheme, files.findLast((each) => each.start <= at) as VocabularyFile),
    )
}

/** One text and one parse for all heads, which begin alike: most of the cost of a parse is its beginning. */
function parseHeads(files: readonly VocabularyFile[]): Graph {
  const heads = files.flatMap(({ bytes, cut }) => [bytes.subarray(0, cut), NEWLINE])
  const graph = parseTurtle({ name: 'vocab', bytes: Buffer.concat(heads) })
  if (graph.problems.length > 0) for (const { bytes, file } of files) parse(bytes, file)
  return graph
}

const NEWLINE = Buffer.from('\n')

function parse(bytes: Uint8Array, file: string): Graph {
  const graph = parseTurtle({ name: file, bytes })
  if (graph.problems.length === 0) return graph
  throw new GrunddataError('CONFIG_INVALID', {
    sv: `Filen ${file} är inte korrekt Turtle.`,
    en: `The file ${file} is not well-formed Turtle.`,
  })
}

const graphs = new WeakMap<VocabularyFile, Graph>()

function wholeGraph(source: VocabularyFile): Graph {
  let graph = graphs.get(source)
  if (!graph) graphs.set(source, (graph = parse(source.bytes, source.file)))
  return graph
}

function describe(head: Graph, scheme: number, source: VocabularyFile): Vocabulary {
  const iri = text(head, scheme)
  const name = basename(source.file, '.ttl')
  const prefix = firstText(head, scheme, `${OWN}valuePrefix`)
  const from = firstText(head, scheme, `${OWN}conceptsFrom`)
  let concepts: ReadonlyMap<string, Concept> | undefined
  return {
    iri,
    name,
    title: titleOf(head, scheme) ?? { sv: name, en: name },
    complete: firstText(head, scheme, `${OWN}complete`) === 'true',
    valueKind: firstText(head, scheme, `${OWN}valueKind`) === 'literal' ? 'literal' : 'iri',
    ...(prefix === undefined ? {} : { valuePrefix: prefix }),
    deprecated: firstText(head, scheme, DEPRECATED) === 'true',
    stated: textsOf(head, scheme, `${DCTERMS}source`).includes(SPECIFICATION),
    get concepts() {
      return (concepts ??= from === 'mime-db' ? mediaTypes(iri) : conceptsOf(wholeGraph(source), iri))
    },
  }
}

function titleOf(graph: Graph, scheme: number) {
  return textOf(graph, scheme, `${DCTERMS}title`) ?? textOf(graph, scheme, `${SKOS}prefLabel`)
}

function conceptsOf(graph: Graph, scheme: string): ReadonlyMap<string, Concept> {
  const concepts = new Map<string, Concept>()
  const read = conceptReader(graph, scheme)
  const type = iriId(graph, `${SKOS}Concept`)
  for (const term of subjects(graph, iriId(graph, `${SKOS}inScheme`), iriId(graph, scheme))) {
    if (!hasTriple(graph, term, ID.type, type)) continue
    const concept = read(term)
    concepts.set(concept.iri, concept)
  }
  return concepts
}

/** Looks the properties up once for a whole file. */
function conceptReader(graph: Graph, scheme: string): (term: number) => Concept {
  const id = (iri: string) => iriId(graph, iri)
  const [notations, hidden, alternates, matches] = ['notation', 'hiddenLabel', 'altLabel', 'exactMatch'].map(
    (name) => id(SKOS + name),
  )
  const [broaders, labels, replacers] = [`${SKOS}broader`, `${SKOS}prefLabel`, `${DCTERMS}isReplacedBy`].map(
    id,
  )
  const texts = (term: number, property: number) => {
    const found: string[] = []
    for (const value of objects(graph, term, property)) found.push(text(graph, value))
    return found
  }
  return (term) => {
    const iri = text(graph, term)
    const [notation] = texts(term, notations)
    const [broader] = texts(term, broaders)
    const [replacedBy] = texts(term, replacers)
    const codes = texts(term, hidden)
    const aliases = [notation ?? iri, ...codes, ...texts(term, alternates), ...texts(term, matches)]
    return {
      iri,
      label: labelOf(graph, objects(graph, term, labels)) ?? { sv: notation ?? iri, en: notation ?? iri },
      scheme,
      aliases: [...new Set(aliases)],
      ...(broader === undefined ? {} : { broader }),
      ...(notation === undefined ? {} : { notation }),
      ...(codes.length === 0 ? {} : { codes }),
      ...(replacedBy === undefined ? {} : { replacedBy }),
    }
  }
}

function labelOf(graph: Graph, labels: Uint32Array): Text | undefined {
  let sv: string | undefined
  let en: string | undefined
  for (const label of labels) {
    if (lang(graph, label) === 'sv') sv = text(graph, label)
    if (lang(graph, label) === 'en') en = text(graph, label)
  }
  const any = sv ?? en
  return any === undefined ? undefined : { sv: sv ?? any, en: en ?? any }
}

function textsOf(graph: Graph, subject: number, property: string): string[] {
  return [...objects(graph, subject, iriId(graph, property))].map((value) => text(graph, value))
}

/** Where IANA describes a media type; the IRI of the concept. */
const IANA = 'https://www.iana.org/assignments/media-types/'

function mediaTypes(scheme: string): ReadonlyMap<string, Concept> {
  const require = createRequire(import.meta.url)
  const all = require('mime-db') as Record<string, { source?: string; extensions?: readonly string[] }>
  const concepts = new Map<string, Concept>()
  for (const [type, { source, extensions = [] }] of Object.entries(all)) {
    if (source !== 'iana') continue
    const iri = IANA + type
    const label = { sv: type, en: type }
    concepts.set(iri, {
      iri,
      label,
      scheme,
      notation: type,
      codes: extensions,
      aliases: [type, ...extensions],
    })
  }
  return concepts
}
