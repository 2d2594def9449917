// One reading of a source as one graph: pages that came, pages that are as they were, forms that are not RDF.
import type { Profile } from '../profile/index.ts'
import { type Graph, uniteGraphs } from '../rdf/index.ts'
import {
  type Conditions,
  type DocumentForm,
  type FetchFailure,
  graphOf,
  type KeptDocument,
  type Page,
  type RawDocument,
  type ReadContext,
  type ReadStatistics,
  readSource,
  type Source,
  type SourceNote,
} from '../source/index.ts'
import type { Batch, Store, StoredDocument } from '../store/index.ts'
import { madeGraph } from './made-graph.ts'

export interface Collected {
  /** Undefined when nothing could be read, or everything is as it was. */
  readonly graph: Graph | undefined
  readonly isComplete: boolean
  readonly isUnchanged: boolean
  readonly notes: readonly SourceNote[]
  readonly failures: readonly FetchFailure[]
  /** For the next reading. */
  readonly documents: readonly StoredDocument[]
  /** What the reader wants to remember; undefined: as it was. */
  readonly state?: string
  /** The raw documents that are not kept yet. */
  readonly fresh: readonly Uint8Array[]
  readonly statistics: ReadStatistics
}

const READER_STATE = 'reader'

/** The part of a batch that keeps what the reader wants to remember, and with it ends the reading. */
export function readerState({ state }: Pick<Collected, 'state'>): Pick<Batch, 'clientState' | 'endsReading'> {
  return state === undefined ? {} : { clientState: { [READER_STATE]: state }, endsReading: true }
}

export interface CollectContext {
  readonly store: Store
  readonly read: Omit<ReadContext, 'conditions'>
  /** For forms that are not RDF: the code lists of the version that is written. */
  readonly profile: () => Promise<Profile>
  /** Reads also what is unchanged. */
  readonly needsGraph: boolean
}

interface Part {
  readonly form: DocumentForm
  readonly document: RawDocument
  readonly graph?: Graph | undefined
}

/** Reads a source and puts together what it says. A page that cannot be read is among the failures. */
export async function collect(source: Source, context: CollectContext): Promise<Collected> {
  const { store } = context
  const conditions = Object.fromEntries(
    (await store.documents(source.id)).map(({ url, condition }) => [url, condition]),
  ) as Conditions
  const { [READER_STATE]: state } = await store.clientState(source.id)
  const parts: (Part | KeptDocument)[] = []
  const fresh = new Map<string, Uint8Array>()
  const notes: SourceNote[] = []
  const failures: FetchFailure[] = []
  for await (const event of readSource(source, {
    ...context.read,
    conditions,
    ...(state !== undefined && { state }),
  })) {
    if (event.kind === 'document') {
      const { form, document, graph } = event
      parts.push({ form, document, graph })
      if (!event.isUnchanged && document.bytes.byteLength > 0) fresh.set(event.hash, document.bytes)
    } else if (event.kind === 'unchanged') parts.push(...event.documents)
    else if (event.kind === 'note') notes.push(event.note)
    else if (event.kind === 'failure') failures.push(event.failure)
    else {
      const isSkipped = event.isUnchanged && !context.needsGraph
      return {
        graph:
          isSkipped || parts.length === 0 ? undefined : await graphOfParts(parts, { ...context, source }),
        isComplete: event.isComplete,
        isUnchanged: event.isUnchanged,
        notes,
        failures,
        documents: storedDocuments(event.conditions),
        ...(event.state !== undefined && { state: event.state }),
        fresh: [...fresh.values()],
        statistics: event.statistics,
      }
    }
  }
  throw new Error(`the reading of ${source.id} had no end`)
}

function storedDocuments(conditions: Conditions): readonly StoredDocument[] {
  return Object.entries(conditions).map(([url, condition]) => ({
    url,
    blobs: condition.documents.map(({ hash }) => hash),
    condition,
  }))
}

async function graphOfParts(
  parts: readonly (Part | KeptDocument)[],
  context: CollectContext & { readonly source: Source },
): Promise<Graph> {
  const graphs: Graph[] = []
  const others = new Map<DocumentForm, RawDocument[]>()
  for (const each of parts) {
    const part = 'document' in each ? each : await kept(each, context.store)
    if (part.form === 'rdf') graphs.push(part.graph ?? (await graphOf(part.document)))
    else others.set(part.form, [...(others.get(part.form) ?? []), part.document])
  }
  for (const [form, documents] of others) {
    const from = form === 'iso-19139' ? 'iso' : form
    graphs.push(await madeGraph(context.source, documents, { profile: await context.profile(), from }))
  }
  return uniteGraphs(graphs)
}

async function kept({ hash, form, ...document }: KeptDocument, store: Store): Promise<Part> {
  const bytes = await store.blob(hash)
  if (!bytes) throw new Error(`the raw document ${hash} of ${document.name} is not kept any more`)
  return { form, document: { ...document, bytes } }
}

/** The failure that says most of why a source could not be read: theirs before temporary before ours. */
export function mainFailure(failures: readonly FetchFailure[]): FetchFailure | undefined {
  const order = ['theirs', 'temporary', 'ours']
  return [...failures].sort((a, b) => order.indexOf(a.fault) - order.indexOf(b.fault))[0]
}

export type { Page }
