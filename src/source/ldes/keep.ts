// What is known of a feed's entities as plain data and back, for a file or a store's key and value. Statements that are
// kept elsewhere already are referred to, so that they are kept once.
import { canonicalGraph, entityText, type Graph, iriId, SKOLEM, syntaxes } from '../../rdf/index.ts'
import type { Contents, KeptContent } from '../contents.ts'
import type { FeedEntities } from './apply.ts'
import { entityOf, type FeedEntity } from './entities.ts'
import type { Version } from './order.ts'

/** How the hash of the object's content begins; then an IRI and the beginning of a hash for each embedded thing. */
type Reference = readonly string[]

/** Plain JSON. */
export interface KeptEntities<S extends string | Reference = string> {
  /** By the IRI of the object: its statements, or a reference to them. */
  readonly entities: Readonly<Record<string, S>>
  readonly versions: Readonly<Record<string, Version>>
}

export type ReferringEntities = KeptEntities<string | Reference>

/** Digits of a hash that tell the versions of one thing from each other. */
const DIGITS = 12

/** Keeps everything by itself. */
export function keepEntities({ entities, versions }: FeedEntities): KeptEntities {
  const kept = [...entities].map(([object, { nquads }]) => [object, nquads] as const)
  return { entities: Object.fromEntries(kept), versions: Object.fromEntries(versions) }
}

/** What {@link keepEntities} kept. */
export function restoreEntities({ entities, versions }: KeptEntities): FeedEntities {
  const restored = Object.entries(entities).map(
    ([object, nquads]) => [object, entityOf(object, nquads)] as const,
  )
  return { entities: new Map(restored), versions: new Map(Object.entries(versions)) }
}

/** Entities with the things of the source as they were kept, by IRI. */
export interface Restored {
  readonly known: FeedEntities
  readonly contents: ReadonlyMap<string, KeptContent>
  /** Entities as they were restored from references: as long as they are the same, so is what was referred to. */
  readonly references: ReadonlyMap<FeedEntity, Reference>
}

/** Restores what refers to contents, too. Undefined when something that was referred to is not kept any more. */
export async function restoreFrom(
  { entities, versions }: ReferringEntities,
  kept: Contents,
): Promise<Restored | undefined> {
  const contents = new Map<string, KeptContent>()
  for await (const content of kept.all()) contents.set(content.iri, content)
  const restored = new Map<string, FeedEntity>()
  const references = new Map<FeedEntity, Reference>()
  for (const [object, said] of Object.entries(entities)) {
    if (typeof said === 'string') {
      restored.set(object, entityOf(object, said))
      continue
    }
    const iris = irisOf(object, said)
    const parts = await Promise.all(iris.map(([iri, hash]) => partOf(iri, hash)))
    if (!parts.every((part) => part !== undefined)) return undefined
    const statements = nameless(parts, { iris: iris.map(([iri]) => iri), number: restored.size })
    const entity = entityOf(object, statements)
    restored.set(object, entity)
    references.set(entity, said)
  }
  return { known: { entities: restored, versions: new Map(Object.entries(versions)) }, contents, references }

  async function partOf(iri: string, hash: string): Promise<string | undefined> {
    const present = contents.get(iri)
    return present && digits(present.hash) === hash ? present.nquads : kept.version(iri, hash)
  }
}

/** Keeps entities, each that the contents hold already as a reference. `graph` is all of them together. */
export async function keepReferring(
  { entities, versions }: FeedEntities,
  { graph, contents, references }: Pick<Restored, 'contents' | 'references'> & { readonly graph: Graph },
): Promise<ReferringEntities> {
  const kept: Record<string, string | Reference> = {}
  for (const [object, entity] of entities)
    kept[object] =
      references.get(entity) ?? (await referenceTo(object, entity, { graph, contents })) ?? entity.nquads
  return { entities: kept, versions: Object.fromEntries(versions) }
}

/** The reference from which exactly the entity comes back, but for the labels of nameless nodes; undefined if none does. */
async function referenceTo(
  object: string,
  { nquads, embedded }: FeedEntity,
  { graph, contents }: { readonly graph: Graph; readonly contents: ReadonlyMap<string, KeptContent> },
): Promise<Reference | undefined> {
  const iris = [object, ...embedded]
  const found: KeptContent[] = []
  for (const iri of iris) {
    const content = contents.get(iri)
    const id = content ? iriId(graph, iri) : -1
    if (!content || id < 0 || (await entityText(graph, id))?.nquads !== content.nquads) return undefined
    found.push(content)
  }
  const parts = found.map((content) => content.nquads)
  const back = nameless(parts, { iris, number: 0 })
  if (shape(back) !== shape(nquads)) return undefined
  // A nameless node that two of the things share would be one for each of them.
  if (embedded.length > 0 && nquads.includes('_:') && !(await isSame(back, nquads))) return undefined
  return found.flatMap(({ iri, hash }, n) => (n === 0 ? [digits(hash)] : [iri, digits(hash)]))
}

function irisOf(object: string, [hash, ...embedded]: Reference): readonly (readonly [string, string])[] {
  const pairs = embedded.flatMap((iri, n) => (n % 2 === 0 ? [[iri, embedded[n + 1]] as const] : []))
  return [[object, hash], ...pairs]
}

function digits(hash: string): string {
  return hash.slice(hash.indexOf(':') + 1).slice(0, DIGITS)
}

const MADE = new RegExp(`<(${SKOLEM.replace(/[.]/g, '\\.')}([^>]*))>`, 'g')

/** Statements in which addresses that were made for nameless nodes are labels again, which no other entity uses. */
function nameless(
  parts: readonly string[],
  { iris, number }: { readonly iris: readonly string[]; readonly number: number },
): string {
  const renamed = (part: string, n: number) =>
    part.replace(MADE, (all, iri: string, name: string) =>
      iris.includes(iri) ? all : `_:k${number}x${n}x${name.replace(/[^0-9a-zA-Z]/g, 'x')}`,
    )
  return parts.map(renamed).join('')
}

async function isSame(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([a, b].map(canonical))
  return left !== undefined && left === right
}

async function canonical(statements: string): Promise<string | undefined> {
  return canonicalGraph(await syntaxes.ntriples.parse({ name: '-', bytes: Buffer.from(statements, 'utf8') }))
}

/** The lines without the labels of nameless nodes, sorted. */
function shape(statements: string): string {
  return statements
    .replace(/_:[0-9a-zA-Z]+/g, '_:')
    .split('\n')
    .sort()
    .join('\n')
}
