// From documents of any kind to one graph: each is read as what it is, the drafts are put together, RDF is added.
import type { Profile } from '../profile/index.ts'
import { type Document, decodeDocument, type Graph, parse, type SyntaxId, uniteGraphs } from '../rdf/index.ts'
import { type Draft, mergeDrafts } from './draft.ts'
import { draftToGraph } from './draft-graph.ts'
import type { KnownOrganisation } from './draft-mentions.ts'
import { faultTable } from './faults.ts'
import { type Input, inputs } from './inputs.ts'

export interface BuildOptions {
  readonly profile: Profile
  /** Reads every document as this kind, a key of `inputs`, or as this syntax of RDF, instead of detecting it. */
  readonly from?: string
  /** What made IRIs begin with; goes before what the documents say. */
  readonly base?: string
  /** Organisations whose address in the portal is known by name, for sources that only name them. */
  readonly organisations?: readonly KnownOrganisation[]
  /** What the sources do not say: a catalogue to put everything in, agents, values by default. */
  readonly beside?: Draft
}

export interface Built {
  readonly graph: Graph
  /** The text of a line of a source, for code frames; undefined for workbooks. */
  readonly lineOf: (file: string, line: number) => string | undefined
}

/** Builds one graph of documents. What is wrong with them is in `graph.problems`, each at its place in its source. */
export async function buildGraph(documents: readonly Document[], options: BuildOptions): Promise<Built> {
  const drafts: Draft[] = options.base === undefined ? [] : [{ entities: [], faults: [], base: options.base }]
  if (options.beside) drafts.push(options.beside)
  const graphs: Graph[] = []
  const byInput = new Map<Input, Draft[]>()
  const texts = new Map<string, Document>()
  for (const document of documents) {
    const input = inputOf(document, options.from)
    if (input) {
      const draft = await input.read(document, { profile: options.profile })
      const several = byInput.get(input)
      if (several) several.push(draft)
      else if (input.join) byInput.set(input, [draft])
      else drafts.push(draft)
      texts.set(document.name, document)
    } else {
      const graph = await readRdf(document, options.from)
      texts.set(document.name, { ...document, bytes: graph.source?.bytes ?? document.bytes })
      graphs.push(graph)
    }
  }
  for (const [{ join }, several] of byInput) if (join) drafts.push(join(mergeDrafts(several)))
  if (graphs.length === 0)
    drafts.push(...emptyDraft(documents, drafts), ...withoutCatalog(documents, drafts, options))
  if (drafts.some(({ entities, faults }) => entities.length + faults.length > 0) || graphs.length === 0)
    graphs.unshift(draftToGraph(mergeDrafts(drafts), options))
  return { graph: uniteGraphs(graphs), lineOf: lineReader(texts) }
}

/** Kinds of source that people do not write catalogues in. */
const parts: readonly (string | undefined)[] = [inputs.iso.id, inputs.openapi.id]

/** The next step for things that no catalogue lists, and none can be written where they stand. */
function withoutCatalog(
  documents: readonly Document[],
  drafts: readonly Draft[],
  { from }: BuildOptions,
): readonly Draft[] {
  if (!documents.every((document) => parts.includes(inputOf(document, from)?.id))) return []
  const entities = drafts.flatMap((draft) => draft.entities)
  const listed = entities.find(({ class: name }) => name === 'Dataset' || name === 'DataService')
  if (!listed || entities.some(({ class: name }) => name === 'Catalog')) return []
  return [{ entities: [], faults: [{ rule: 'build-catalog-missing', place: listed.place }] }]
}

/** Said of sources that nothing comes of, unless they have told why themselves. */
function emptyDraft(documents: readonly Document[], drafts: readonly Draft[]): readonly Draft[] {
  const isTold = drafts.some(({ faults }) => faults.some(({ rule }) => faultTable[rule].severity === 'error'))
  const [first] = documents
  if (isTold || !first || drafts.some(({ entities }) => entities.length > 0)) return []
  const sources = documents.map(({ name }) => name).join(', ')
  const place = { file: first.name, line: 1, column: 1 }
  return [{ entities: [], faults: [{ rule: 'build-empty', place, params: { sources } }] }]
}

/** The kind of a document; undefined for RDF. */
export function inputOf(document: Document, from?: string): Input | undefined {
  if (from !== undefined) return inputs[from]
  return Object.values(inputs).find((input) => input.detect(document))
}

async function readRdf(document: Document, from: string | undefined): Promise<Graph> {
  const decoded = decodeDocument(document.bytes)
  const graph = await parse(
    { ...document, bytes: decoded.bytes },
    { ...(from !== undefined && { syntax: from as SyntaxId }), ...(document.url && { base: document.url }) },
  )
  return { ...graph, problems: [...decoded.problems, ...graph.problems] }
}

/** Lines of texts; a file that is not text, such as a workbook, has none. */
function lineReader(texts: ReadonlyMap<string, Document>): Built['lineOf'] {
  const lines = new Map<string, readonly string[]>()
  return (file, line) => {
    const bytes = texts.get(file)?.bytes
    if (!bytes || bytes.subarray(0, 4096).includes(0)) return undefined
    let all = lines.get(file)
    if (!all) lines.set(file, (all = new TextDecoder().decode(bytes).split(/\r?\n/)))
    return all[line - 1]
  }
}
