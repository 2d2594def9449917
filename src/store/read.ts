// Reading entities and the history, a page at a time.
import { sql } from 'kysely'
import { entitiesAt } from './at.ts'
import type { Engine } from './engine.ts'
import { changeOf, entityOf } from './rows.ts'
import type { Db } from './schema.ts'
import { type Change, type ChangeQuery, type Entity, type EntityQuery, publicStates } from './types.ts'

const PAGE = 1_000

/** Pages by the last source and IRI; a page is read at one moment, the whole only with `at`. */
export async function* readEntities(engine: Engine, query: EntityQuery = {}): AsyncIterable<Entity> {
  if (query.at !== undefined) {
    yield* entitiesAt(engine, query)
    return
  }
  let after: Entity | undefined
  for (;;) {
    const rows = await selectEntities(engine.db, query, after).limit(PAGE).execute()
    for (const row of rows) yield (after = entityOf(row))
    if (rows.length < PAGE) return
  }
}

function selectEntities(db: Db, query: EntityQuery, after: Entity | undefined) {
  let select = db
    .selectFrom('entity')
    .innerJoin('content', 'content.hash', 'entity.hash')
    .innerJoin('source', 'source.id', 'entity.source')
    .selectAll('entity')
    .select(['content.facts', 'source.life'])
    .select(query.isBrief ? sql<string>`''`.as('nquads') : 'content.nquads')
    .where('entity.state', 'in', [...(query.states ?? publicStates)])
    .orderBy('entity.source')
    .orderBy('entity.iri')
  if (query.source !== undefined) select = select.where('entity.source', '=', query.source)
  if (query.iri !== undefined) select = select.where('entity.iri', '=', query.iri)
  if (query.types) select = select.where('entity.type', 'in', [...query.types])
  if (query.publisher !== undefined) select = select.where('entity.publisher', '=', query.publisher)
  if (query.isUnited) select = select.where('entity.suppressed_source', 'is', null)
  if (query.changedSince !== undefined) select = select.where('entity.changed', '>', query.changedSince)
  if (after) {
    const { source, iri } = after
    select = select.where((is) =>
      is.or([
        is('entity.source', '>', source),
        is.and([is('entity.source', '=', source), is('entity.iri', '>', iri)]),
      ]),
    )
  }
  return select
}

/** What is known of an IRI: the shown description, else a suppressed one, else one that is held or gone. */
export async function readEntity(
  engine: Engine,
  iri: string,
  { source, at }: { readonly source?: string; readonly at?: string } = {},
): Promise<Entity | undefined> {
  const found: Entity[] = []
  const query: EntityQuery = {
    iri,
    ...(source !== undefined && { source }),
    ...(at !== undefined && { at }),
    states: [...publicStates, 'held', 'gone'],
  }
  for await (const entity of readEntities(engine, query)) found.push(entity)
  const worth = ({ state, suppressedBy }: Entity) => {
    if (state === 'gone') return 2
    return state === 'held' ? 3 : suppressedBy ? 1 : 0
  }
  return found.sort((a, b) => worth(a) - worth(b))[0]
}

export async function* readChanges(engine: Engine, query: ChangeQuery = {}): AsyncIterable<Change> {
  let left = query.limit ?? Number.POSITIVE_INFINITY
  let last = query.isReversed ? undefined : (query.after ?? 0)
  while (left > 0) {
    const wanted = Math.min(PAGE, left)
    const rows = await selectChanges(engine.db, query, last).limit(wanted).execute()
    for (const row of rows) {
      last = row.seq
      yield changeOf(row)
    }
    left -= rows.length
    if (rows.length < wanted) return
  }
}

function selectChanges(db: Db, query: ChangeQuery, last: number | undefined) {
  let select = db
    .selectFrom('change')
    .leftJoin('content', 'content.hash', 'change.hash')
    .selectAll('change')
    .select(query.isBrief ? sql<null>`null`.as('nquads') : 'content.nquads')
    .orderBy('change.seq', query.isReversed ? 'desc' : 'asc')
  if (query.source !== undefined) select = select.where('change.source', '=', query.source)
  if (query.iri !== undefined) select = select.where('change.iri', '=', query.iri)
  if (query.until !== undefined) select = select.where('change.time', '<=', query.until)
  if (query.isReversed && query.after !== undefined) select = select.where('change.seq', '>', query.after)
  if (last !== undefined) select = select.where('change.seq', query.isReversed ? '<' : '>', last)
  return select
}
