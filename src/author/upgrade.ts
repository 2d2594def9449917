// Old catalogues made into DCAT-AP-SE 3.0.1 by every row of the table of versions. What is certain is done, in the text
// itself where its syntax allows that; the rest is proposed. A second upgrade finds nothing more to do.
import { loadVocabularies } from '../profile/index.ts'
import { type Graph, type SyntaxId, syntaxes, text } from '../rdf/index.ts'
import { edit } from './edit.ts'
import type { Change } from './edit-change.ts'
import { graphAfter } from './edit-graph.ts'
import {
  agentIdentifier,
  agentType,
  catalogLicence,
  datasetPublisher,
  recommended,
  seriesCandidates,
} from './upgrade-needs.ts'
import { renamedProperties, versionOf } from './upgrade-properties.ts'
import type { Row, Step, UpgradeOptions } from './upgrade-row.ts'
import { byteSize, hvdLeaf, licences, oldValues, roles } from './upgrade-values.ts'

/** Every row of the table of versions that asks for something. */
export const upgradeRows: readonly Row[] = [
  renamedProperties,
  versionOf,
  oldValues,
  byteSize,
  licences,
  agentIdentifier,
  catalogLicence,
  datasetPublisher,
  agentType,
  roles,
  hvdLeaf,
  seriesCandidates,
  recommended,
]

/** A step by name instead of by ids, so that it outlives its graph. */
export interface Told extends Omit<Step, 'changes' | 'subject'> {
  readonly subject: string
  readonly line: number
}

export interface Upgraded {
  readonly bytes: Uint8Array
  /** False when the whole text was written anew. */
  readonly isInPlace: boolean
  readonly done: readonly Told[]
  /** What a person has to decide. */
  readonly proposed: readonly Told[]
  /** Changes that were certain but could not be made in place. */
  readonly left: readonly Told[]
}

export interface Upgrading extends UpgradeOptions {
  readonly read: (bytes: Uint8Array) => Promise<Graph>
  /** Offset to line. */
  readonly lineOf: (graph: Graph, at: number) => number
  /** Writes the text anew even where it could be edited. */
  readonly isRewriting?: boolean
}

const MAX_ROUNDS = 100

/** Upgrades a text to 3.0.1. Nothing is written anywhere. */
export async function upgradeText(bytes: Uint8Array, options: Upgrading): Promise<Upgraded> {
  const done: Told[] = []
  let left: readonly Told[] = []
  let current = bytes
  let isInPlace = true
  for (let round = 0; ; round++) {
    const graph = await options.read(current)
    const steps = stepsFor(graph, options)
    const certain = steps.filter(({ changes }) => changes !== undefined)
    const told = (each: Step) => tell(graph, each, options)
    const proposed = steps.filter(({ changes }) => changes === undefined).map(told)
    if (certain.length === 0 || round === MAX_ROUNDS)
      return { bytes: current, isInPlace, done, proposed, left: certain.length === 0 ? [] : left }
    const canEdit = !options.isRewriting && EDITABLE.has(graph.source?.syntax ?? '')
    const outcome = canEdit ? await inPlace(graph, certain, options) : anew(graph, certain)
    done.push(...outcome.made.map(told))
    left = certain.filter((each) => !outcome.made.includes(each)).map(told)
    if (outcome.made.length === 0) return { bytes: current, isInPlace, done, proposed, left }
    current = outcome.bytes
    if (!canEdit) isInPlace = false
  }
}

const EDITABLE: ReadonlySet<string> = new Set(['turtle', 'trig', 'ntriples', 'nquads', 'rdfxml'])

function stepsFor(graph: Graph, options: UpgradeOptions): readonly Step[] {
  const context = { graph, options, vocabularies: loadVocabularies() }
  return upgradeRows.flatMap((row) => [...row(context)])
}

function tell(graph: Graph, { changes: _, subject, ...step }: Step, { lineOf }: Upgrading): Told {
  return { ...step, subject: text(graph, subject), line: lineOf(graph, step.at) }
}

interface Outcome {
  readonly bytes: Uint8Array
  readonly made: readonly Step[]
}

/** Steps of several changes are made one by one, so that none is made by half. */
async function inPlace(graph: Graph, steps: readonly Step[], { read }: Upgrading): Promise<Outcome> {
  const simple = steps.filter(({ changes }) => changes?.length === 1)
  if (simple.length === 0) return oneByOne(graph, steps, read)
  const owner = new Map<Change, Step>(simple.map((step) => [step.changes![0], step]))
  const outcome = await edit({ graph, changes: [...owner.keys()], reread: read })
  if (outcome.done.length === 0) return oneByOne(graph, steps, read)
  return { bytes: outcome.bytes, made: outcome.done.map((change) => owner.get(change)!) }
}

async function oneByOne(graph: Graph, steps: readonly Step[], reread: Upgrading['read']): Promise<Outcome> {
  const several = steps.filter(({ changes }) => (changes?.length ?? 0) > 1)
  const attempts = several.length > 1 ? [several, ...several.map((step) => [step])] : [several]
  for (const made of attempts) {
    const changes = made.flatMap((step) => step.changes ?? [])
    const outcome = await edit({ graph, changes, reread })
    if (changes.length > 0 && outcome.done.length === changes.length) return { bytes: outcome.bytes, made }
  }
  return { bytes: graph.source!.bytes, made: [] }
}

function anew(graph: Graph, steps: readonly Step[]): Outcome {
  const changes = steps.flatMap((step) => step.changes ?? [])
  const syntax = syntaxes[(graph.source?.syntax || 'turtle') as SyntaxId]
  const pieces = [...syntax.write(graphAfter(graph, changes), { prefixes: graph.prefixes })]
  return { bytes: Buffer.from(pieces.join(''), 'utf8'), made: steps }
}
