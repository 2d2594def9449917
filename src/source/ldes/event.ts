// Members of a page as events: what happened to which object, when, and what it says now. A member that cannot be
// understood is told of and left out; the rest of the page goes on.
import { createHash } from 'node:crypto'
import { BLANK, type Graph, IRI, iriId, objects, text } from '../../rdf/index.ts'
import type { FeedContext, KindMark } from './context.ts'
import { type FeedFault, type FeedNote, faultOf, noteOf } from './faults.ts'
import { type FeedInstant, readInstant } from './instant.ts'
import type { FeedPage } from './page.ts'
import { type FeedPath, follow } from './path.ts'
import { type MemberPlace, placeOf } from './place.ts'
import { statementsOf, subjectsOf } from './statements.ts'
import { AS, RDF, TREE } from './vocabulary.ts'

/** `upsert`: the member does not say whether the object is new. */
export type EventKind = 'create' | 'update' | 'upsert' | 'delete'

export interface FeedEvent {
  /** IRI of the member. */
  readonly member: string
  /** IRI of the entity it is about. */
  readonly object: string
  readonly kind: EventKind
  /** When it was published, as written; absent when the member does not say, or not in a way that can be read. */
  readonly published?: string
  /** Its place among members of the same time. */
  readonly sequence?: string
  /** Name of the transaction that it is part of. */
  readonly transaction?: string
  /**
   * What is said of the entity and of what is embedded with it, as lines of N-Triples; empty for `delete`. The labels
   * of blank nodes are those of this member alone, so that descriptions can be put together as they are.
   */
  readonly nquads: string
  /** Address of the page it stood on. */
  readonly page: string
  /** When the page was read, ISO 8601 in UTC. */
  readonly read?: string
}

/** A member, understood or not, and its place in the stream. */
export type Member = MemberPlace &
  (
    | { readonly event: FeedEvent; readonly notes: readonly FeedNote[] }
    | { readonly fault: FeedFault }
    /** Says that a transaction is finished, and nothing else. */
    | { readonly ending: string }
  )

/** The members of a stream on a page, in the order of its terms; `address` is what the page is called. */
export function* readMembers(page: FeedPage, context: FeedContext, address: string): Generator<Member> {
  const { control } = page
  const bySubject = rowsBySubject(page)
  for (const term of objects(control, iriId(control, context.stream), iriId(control, `${TREE}member`)))
    yield control.dictionary.kind[term] === IRI
      ? readMember({ page, context, address, bySubject }, term)
      : { fault: faultOf('member-blank', { member: text(control, term), page: address }), transactions: [] }
}

/** IRI of a member; empty for one that has none. */
export function iriOf(member: Member): string {
  if ('event' in member) return member.event.member
  return 'fault' in member ? (member.fault.member ?? '') : member.ending
}

interface Reading {
  readonly page: FeedPage
  readonly context: FeedContext
  readonly address: string
  readonly bySubject: ReadonlyMap<number, readonly number[]>
}

/** Rows of the default graph by subject: blank nodes of a member may be described there. */
function rowsBySubject({ graph, rows }: FeedPage): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const row of rows.get(0) ?? []) {
    const subject = graph.quads.subject[row]
    const list = found.get(subject)
    if (list) list.push(row)
    else found.set(subject, [row])
  }
  return found
}

function readMember(reading: Reading, term: number): Member {
  const { page, context, address } = reading
  const { control } = page
  const member = text(control, term)
  const place = placeOf(control, term, context)
  const { transactions } = place
  const fail = (code: Parameters<typeof faultOf>[0], value?: string): Member => ({
    ...place,
    fault: faultOf(code, { member, page: address, ...(value !== undefined && { value }) }),
  })
  if (transactions.length > 1) return fail('transaction-many', transactions.join(', '))
  const objectPath = context.versionOfPath ?? `${AS}object`
  const found = follow(control, term, objectPath)
  if (found.length === 0 && place.isFinal) return { ...place, ending: member }
  if (found.length === 0) return fail('object-missing')
  if (found.length > 1) return fail('object-many', found.map((each) => text(control, each)).join(', '))
  if (control.dictionary.kind[found[0]] !== IRI) return fail('object-not-iri', text(control, found[0]))
  const object = text(control, found[0])
  const kind = kindOf(control, term, context)
  if (typeof kind !== 'string') return fail(kind.fault, kind.value)
  const times = follow(
    control,
    term,
    context.versionTimestampPath ?? context.timestampPath ?? `${AS}published`,
  )
  if (times.length > 1 && new Set(times.map((time) => stampOf(control, time))).size > 1)
    return fail('published-many', times.map((time) => text(control, time)).join(', '))
  const nquads = kind === 'delete' ? '' : payloadOf(reading, { member: term, object, objectPath })
  if (kind !== 'delete' && nquads === '') return fail('payload-missing', object)
  if (kind !== 'delete' && !subjectsOf(nquads).includes(object)) return fail('payload-about-others', object)
  const published = times.length > 0 ? text(control, times[0]) : undefined
  const isDated = published !== undefined && readInstant(published) !== undefined
  const [sequence] = follow(control, term, context.versionSequencePath ?? context.sequencePath ?? NOTHING)
  const notes: FeedNote[] = []
  const about = { member, page: address }
  // A stream may be ordered by numbers alone.
  const isNumbered = sequence !== undefined && context.timestampPath === undefined
  if (published === undefined) {
    if (!isNumbered) notes.push(noteOf('published-missing', about))
  } else if (!isDated) notes.push(noteOf('published-invalid', { ...about, value: published }))
  if (kind === 'delete' && page.rows.has(iriId(page.graph, member) + 1))
    notes.push(noteOf('delete-with-payload', about))
  return {
    ...place,
    event: {
      member,
      object,
      kind,
      ...(isDated && { published }),
      ...(sequence !== undefined && { sequence: text(control, sequence) }),
      ...(transactions.length > 0 && { transaction: transactions[0] }),
      nquads,
      page: address,
    },
    notes,
  }
}

const NOTHING: FeedPath = { alternatives: [] }

function stampOf(control: Graph, time: number): string {
  const instant: FeedInstant | undefined = readInstant(text(control, time))
  return instant ? `${instant.ms}.${instant.rest}` : text(control, time)
}

/** Which kind the member says it is; saying none is an upsert. */
function kindOf(
  control: Graph,
  member: number,
  context: FeedContext,
): EventKind | { readonly fault: 'kind-conflict' | 'kind-unknown'; readonly value: string } {
  const has = ({ path, values }: KindMark) =>
    follow(control, member, path).some((value) => values.includes(text(control, value)))
  const isCreate = has(context.create)
  const isUpdate = has(context.update)
  const isDelete = has(context.delete)
  if (isDelete && (isCreate || isUpdate))
    return { fault: 'kind-conflict', value: kinds(control, member).join(', ') }
  if (isDelete) return 'delete'
  if (isCreate) return isUpdate ? 'upsert' : 'create'
  if (isUpdate) return 'update'
  const activity = kinds(control, member).find((type) => type.startsWith(AS))
  return activity === undefined ? 'upsert' : { fault: 'kind-unknown', value: activity }
}

function kinds(control: Graph, member: number): readonly string[] {
  return follow(control, member, `${RDF}type`).map((type) => text(control, type))
}

interface Subject {
  /** Term id in the control graph. */
  readonly member: number
  readonly object: string
  readonly objectPath: FeedPath
}

/**
 * The member's named graph and what its blank nodes say in the default graph. A stream of versions without named
 * graphs says it of the member itself: then the member's name is replaced by the object's.
 */
function payloadOf(reading: Reading, { member, object, objectPath }: Subject): string {
  const { page, context, bySubject } = reading
  const { graph, control } = page
  const name = iriId(graph, text(control, member))
  const own = page.rows.get(name + 1)
  const isVersion = own === undefined && objectPath !== `${AS}object`
  const left = new Set(
    isVersion ? bookkeeping(context, objectPath).map((path) => iriId(graph, `${path}`)) : [],
  )
  const start = own ?? (isVersion ? (bySubject.get(name) ?? []) : [])
  const rows = closure(
    graph,
    start.filter((row) => !left.has(graph.quads.predicate[row])),
    bySubject,
  )
  return statementsOf(graph, rows, {
    prefix: `m${createHash('sha256').update(text(control, member)).digest('hex').slice(0, 12)}x`,
    ...(isVersion && { renamed: { term: name, iri: `<${object}>` } }),
  })
}

/** What a version says for the stream's sake and not of the object. */
function bookkeeping({ timestampPath, transaction }: FeedContext, objectPath: FeedPath) {
  return [objectPath, timestampPath, transaction?.path, transaction?.finalized?.path]
}

function closure(
  graph: Graph,
  start: readonly number[],
  bySubject: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const { quads, dictionary } = graph
  const rows = [...start]
  const done = new Set<number>()
  for (let next = 0; next < rows.length; next++)
    for (const term of [quads.subject[rows[next]], quads.object[rows[next]]]) {
      if (dictionary.kind[term] !== BLANK || done.has(term)) continue
      done.add(term)
      for (const row of bySubject.get(term) ?? []) rows.push(row)
    }
  return rows
}
