// Several catalogues made into one as Sveriges dataportal does it: one main catalogue, everything else moved to it,
// one description of each thing by a fixed order of priority. Every decision is told with its reason.
import type { Text } from '../finding.ts'
import { createNamer } from '../profile/index.ts'
import {
  blankNode,
  entityHash,
  fromQuads,
  type Graph,
  ID,
  IRI,
  namedNode,
  quad,
  quadsOf,
  text,
} from '../rdf/index.ts'
import { catalogsOf, isIdentified, mergeKey, type Rank, rankNames, sectorRank } from './merge-keys.ts'
import { unreachable } from './merge-reach.ts'

export interface MergeSource {
  readonly name: string
  readonly graph: Graph
  /** Given priority by whoever merges. */
  readonly isPreferred?: boolean
}

/** `duplicate`: one of several descriptions kept; `equal`: they said the same; the others are about catalogues. */
export type DecisionKind = 'duplicate' | 'equal' | 'main' | 'moved' | 'stub' | 'dropped'

export interface Decision {
  readonly kind: DecisionKind
  readonly iri: string
  readonly name: Text
  /** Whose description was kept. */
  readonly kept: string
  readonly droppedFrom: readonly string[]
  readonly reason: Text
}

export interface Merged {
  readonly graph: Graph
  readonly decisions: readonly Decision[]
  readonly ranks: readonly { readonly source: string; readonly rank: Rank; readonly reason: Text }[]
}

type Quad = ReturnType<typeof quad>

interface Entry {
  readonly source: number
  readonly subject: number
}

interface Job {
  /** In order of priority. */
  readonly sources: readonly (MergeSource & { readonly rank: Rank })[]
  readonly decisions: Decision[]
  /** Per source: subjects whose statements are left out. */
  readonly left: readonly Set<number>[]
  /** Catalogues whose contents were moved to the main one. */
  readonly moved: Set<string>
  /** IRI → the one that is kept. */
  readonly renamed: Map<string, string>
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const MEMBERS = new Set(['dataset', 'service'].map((name) => DCAT + name))
const PARTS = new Set([`${DCAT}catalog`, 'http://purl.org/dc/terms/hasPart'])

/** Merges graphs. The order of the sources decides between catalogues of the same rank. */
export async function mergeGraphs(given: readonly MergeSource[]): Promise<Merged> {
  const sources = given
    .map((source) => ({ ...source, rank: source.isPreferred ? (1 as const) : sectorRank(source.graph) }))
    .sort((a, b) => a.rank - b.rank)
  const job: Job = {
    sources,
    decisions: [],
    left: sources.map(() => new Set()),
    moved: new Set(),
    renamed: new Map(),
  }
  const main = chooseMain(job)
  await chooseDescriptions(job, main)
  const graph = unite(job, main)
  return {
    graph,
    decisions: job.decisions,
    ranks: sources.map(({ name, rank }) => ({ source: name, rank, reason: rankNames[rank] })),
  }
}

/** The main catalogue of the first source; the others give up their own metadata. */
function chooseMain(job: Job): string | undefined {
  let main: string | undefined
  job.sources.forEach(({ graph, name }, source) => {
    catalogsOf(graph).forEach((subject) => {
      const iri = text(graph, subject)
      const called = { iri, name: createNamer(graph).subject(subject), kept: name }
      if (main === undefined) {
        main = iri
        job.decisions.push({ ...called, kind: 'main', droppedFrom: [], reason: reasons.main })
      } else if (iri !== main && isStub(graph, subject))
        job.decisions.push({ ...called, kind: 'stub', droppedFrom: [], reason: reasons.stub })
      else if (iri !== main) {
        job.left[source].add(subject)
        job.moved.add(iri)
        job.decisions.push({
          ...called,
          kind: 'moved',
          kept: main,
          droppedFrom: [name],
          reason: reasons.moved,
        })
      }
    })
  })
  return main
}

const reasons = {
  main: {
    sv: 'huvudkatalog: den första katalogen i den källa som går före',
    en: 'main catalogue: the first catalogue of the source that goes first',
  },
  stub: {
    sv: 'delkatalogen säger bara att den finns: portalen hämtar den från dess egen adress',
    en: 'the sub-catalogue only says that it exists: the portal fetches it from its own address',
  },
  moved: {
    sv: 'innehållet flyttades till huvudkatalogen; katalogens egna uppgifter följer inte med',
    en: 'the contents were moved to the main catalogue; what the catalogue says of itself is not kept',
  },
  equal: { sv: 'beskrivningarna säger detsamma', en: 'the descriptions say the same' },
  order: { sv: 'samma företräde; källan står först', en: 'same priority; the source is given first' },
  inside: {
    sv: 'två gånger i samma källa; den första behölls',
    en: 'twice in one source; the first was kept',
  },
} as const satisfies Record<string, Text>

function isStub({ out }: Graph, subject: number): boolean {
  for (let row = out.offset[subject]; row < out.offset[subject + 1]; row++)
    if (out.predicate[row] !== ID.type) return false
  return true
}

/** One description of each thing. */
async function chooseDescriptions(job: Job, main: string | undefined): Promise<void> {
  const byKey = new Map<string, Entry[]>()
  job.sources.forEach(({ graph }, source) => {
    for (let subject = 0; subject < graph.dictionary.count; subject++) {
      if (graph.dictionary.kind[subject] !== IRI || job.left[source].has(subject)) continue
      if (graph.out.offset[subject] === graph.out.offset[subject + 1]) continue
      const key = mergeKey(graph, subject)
      const known = byKey.get(key)
      if (known) known.push({ source, subject })
      else byKey.set(key, [{ source, subject }])
    }
  })
  for (const [key, entries] of byKey) if (entries.length > 1) await choose(job, entries, key === main)
}

async function choose(job: Job, [winner, ...losers]: readonly Entry[], isMain: boolean): Promise<void> {
  const { sources } = job
  const kept = sources[winner.source]
  const iri = text(kept.graph, winner.subject)
  const hash = await entityHash(kept.graph, winner.subject)
  let isEqual = true
  for (const { source, subject } of losers) {
    const { graph } = sources[source]
    if ((await entityHash(graph, subject)).hash !== hash.hash) isEqual = false
    // Members of the main catalogue are gathered from every source.
    job.left[source].add(subject)
    const other = text(graph, subject)
    if (other !== iri) job.renamed.set(other, iri)
  }
  const second = losers[0]
  const reason = isEqual
    ? reasons.equal
    : second.source === winner.source
      ? reasons.inside
      : sources[second.source].rank === kept.rank
        ? reasons.order
        : rankNames[kept.rank]
  const isTold = !isEqual || isMain || isIdentified(kept.graph, winner.subject)
  if (!isTold) return
  job.decisions.push({
    kind: isEqual ? 'equal' : 'duplicate',
    iri,
    name: createNamer(kept.graph).subject(winner.subject),
    kept: kept.name,
    droppedFrom: [...new Set(losers.map(({ source }) => sources[source].name))],
    reason,
  })
}

function unite(job: Job, main: string | undefined): Graph {
  const out: Quad[] = []
  const prefixes = new Map<string, string>()
  job.sources.forEach(({ graph, name }, source) => {
    for (const [prefix, iri] of graph.prefixes) if (!prefixes.has(prefix)) prefixes.set(prefix, iri)
    const alone = unreachable(graph, job.left[source])
    for (const subject of alone.dropped)
      job.decisions.push({
        kind: 'dropped',
        iri: text(graph, subject),
        name: createNamer(graph).subject(subject),
        kept: '',
        droppedFrom: [name],
        reason: droppedReason,
      })
    const catalogs = new Set(catalogsOf(graph))
    let i = 0
    for (const each of quadsOf(graph)) {
      const subject = graph.quads.subject[i++]
      const own = alone.subjects.has(subject) ? undefined : renamedQuad(job, each as Quad, source)
      if (own && !isGonePart(job, own)) out.push(own)
      else if (!own && main !== undefined && catalogs.has(subject) && MEMBERS.has(each.predicate.value))
        out.push(...membership(job, each as Quad, { main, source }))
    }
  })
  return { ...fromQuads(out), prefixes }
}

const droppedReason: Text = {
  sv: 'hörde bara till en beskrivning som inte behölls',
  en: 'belonged only to a description that was not kept',
}

/** True for a link to a catalogue that is no more. */
function isGonePart({ moved }: Job, { predicate, object }: Quad): boolean {
  return PARTS.has(predicate.value) && moved.has(object.value)
}

function membership(
  job: Job,
  each: Quad,
  { main, source }: { main: string; source: number },
): readonly Quad[] {
  const moved = renamedQuad(job, each, source)
  return [quad(namedNode(main), moved.predicate, moved.object) as Quad]
}

/** The statement with the names that are kept, and blank nodes that no other source has. */
function renamedQuad({ renamed }: Job, { subject, predicate, object, graph }: Quad, source: number): Quad {
  const rename = <T extends { termType: string; value: string }>(term: T): T => {
    if (term.termType === 'BlankNode') return blankNode(`s${source}_${term.value}`) as unknown as T
    const to = term.termType === 'NamedNode' ? renamed.get(term.value) : undefined
    return to === undefined ? term : (namedNode(to) as unknown as T)
  }
  return quad(rename(subject), predicate, rename(object), graph) as Quad
}
