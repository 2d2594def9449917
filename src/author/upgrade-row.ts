// What a row of the table of versions gives for a catalogue: changes to make, and matters for a person to decide.
import { expandName } from '../dcat/index.ts'
import type { Text } from '../finding.ts'
import type { Vocabulary } from '../profile/index.ts'
import { type Graph, ID, iriId, objects, offsetOf } from '../rdf/index.ts'
import type { Change, Statement } from './edit-change.ts'
import { type Term, termAt, termKey } from './edit-term.ts'

/** One thing that the upgrade does, or proposes. */
export interface Step {
  /** What is done, or what should be; the same sentence for all of its kind. */
  readonly text: Text
  /** Byte offset in the source, -1 for none. */
  readonly at: number
  readonly subject: number
  /** Made together, or not at all; absent for a proposal. */
  readonly changes?: readonly Change[]
  /** What to write, when there is a guess. */
  readonly proposal?: string
}

export interface UpgradeOptions {
  /** Gives datasets without a publisher that of their catalogue. */
  readonly inheritPublisher?: boolean
  /** States the licence CC0 for catalogues without one. */
  readonly cc0?: boolean
}

export interface RowContext {
  readonly graph: Graph
  readonly options: UpgradeOptions
  readonly vocabularies: ReadonlyMap<string, Vocabulary>
}

export type Row = (context: RowContext) => Iterable<Step>

/** The statements with a property, in document order. */
export function* stating({ quads, ...graph }: Graph, name: string): Generator<Statement> {
  const property = iriId({ quads, ...graph }, fullName(name))
  if (property < 0) return
  for (let i = 0; i < quads.count; i++)
    if (quads.predicate[i] === property)
      yield { subject: quads.subject[i], predicate: property, object: quads.object[i], at: quads.at[i] }
}

/** `dcat:version` or a whole IRI → the IRI. */
export const fullName = (name: string) => (name.includes('//') ? name : expandName(name))

/** The subjects of a class, in document order. */
export function* instances(graph: Graph, ...names: readonly string[]): Generator<number> {
  const seen = new Set<number>()
  const types = new Set(names.map((name) => iriId(graph, fullName(name))))
  for (let i = 0; i < graph.quads.count; i++) {
    const subject = graph.quads.subject[i]
    if (graph.quads.predicate[i] !== ID.type || !types.has(graph.quads.object[i]) || seen.has(subject))
      continue
    seen.add(subject)
    yield subject
  }
}

/** True when a subject is of one of the classes. */
export function isA(graph: Graph, subject: number, ...names: readonly string[]): boolean {
  const types = objects(graph, subject, ID.type)
  return names.some((name) => types.includes(iriId(graph, fullName(name))))
}

/** The values of a property of a subject. */
export function valuesOf(graph: Graph, subject: number, name: string): readonly Term[] {
  const found = [...objects(graph, subject, iriId(graph, fullName(name)))]
  return found.flatMap((id) => termAt(graph, id) ?? [])
}

/** True when a subject states something with a property. */
export function states(graph: Graph, subject: number, name: string): boolean {
  return objects(graph, subject, iriId(graph, fullName(name))).length > 0
}

/** The change from a statement to another value or property; a value that is stated there already is dropped. */
export function rewrite(graph: Graph, statement: Statement, value: Term, name?: string): Change {
  const path = name === undefined ? undefined : fullName(name)
  const stated = name === undefined ? othersOf(graph, statement) : valuesOf(graph, statement.subject, name)
  const isStated = stated.some((each) => termKey(each) === termKey(value))
  return {
    kind: 'replace',
    statement,
    values: isStated ? [] : [value],
    ...(path === undefined || isStated ? {} : { path }),
  }
}

function othersOf(graph: Graph, { subject, predicate, object }: Statement): readonly Term[] {
  const others = [...objects(graph, subject, predicate)].filter((each) => each !== object)
  return others.flatMap((id) => termAt(graph, id) ?? [])
}

/** Where a subject is described. */
export const placeOf = (graph: Graph, subject: number) => offsetOf(graph, subject)
