// EntryStore's read API over what the portal holds, so that programs made for Sveriges dataportal work here too.
// A context is a source, an entry is an entity. Only reading; what is written elsewhere answers 405.
import { entityGraph, type FormName, findEntity, forms } from '../../publish/index.ts'
import { text } from '../../rdf/index.ts'
import type { Entity } from '../data/entities.ts'
import { changedOn } from '../data/facts.ts'
import { respond } from '../http/respond.ts'
import { documentAnswer, wantedForm } from '../machine/documents.ts'
import { type RdfJson, rdfJson } from '../machine/rdf-json.ts'
import { fieldHash, readSolr } from '../machine/solr.ts'
import type { Site } from '../site.ts'
import { titleOf } from '../visit.ts'
import type { App, Call } from './incoming.ts'
import { told } from './problems.ts'
import { tooMany } from './toolkit.ts'

const TERMS = 'http://entrystore.org/terms/'
const DCT = 'http://purl.org/dc/terms/'
const MAX_LIMIT = 100

export function addEntryStoreRoutes(app: App): void {
  app.get('/store/search', search)
  app.get('/store/lookup', (call) => {
    const { entities } = call.env.site.holdings
    const entity = entities.byIri.get(call.env.query.get('uri') ?? '')
    return entity ? json(call, entryOf(call.env.site, entity)) : unknown(call)
  })
  app.get('/store/management/status', (call) => json(call, { status: 'online', service: 'grunddata' }))
  app.get('/store/auth/user', (call) =>
    json(call, {
      user: '_guest',
      id: '_guest',
      uri: `${call.env.site.base}store/_principals/resource/_guest`,
    }),
  )
  app.get('/store/:context/entry/:entry', (call) => withEntity(call, (entity) => entryAnswer(call, entity)))
  app.get('/store/:context/metadata/:entry', (call) =>
    withEntity(call, (entity) => metadataAnswer(call, entity)),
  )
  app.get('/store/:context/merged-metadata/:entry', (call) =>
    withEntity(call, (entity) => metadataAnswer(call, entity)),
  )
  app.get('/store/:context/cached-external-metadata/:entry', (call) =>
    withEntity(call, (entity) => metadataAnswer(call, entity)),
  )
  app.get('/store/:context/resource/:entry', (call) =>
    withEntity(
      call,
      (entity) =>
        new Response(null, {
          status: 303,
          headers: { Location: encodeURI(safe(entity.iri)), 'Access-Control-Allow-Origin': '*' },
        }),
    ),
  )
  app.get('/store/:context', (call) => {
    const { entities, sources } = call.env.site.holdings
    const context = call.req.param('context')
    if (!sources.some(({ id }) => id === context)) return unknown(call)
    return json(
      call,
      entities.all.filter(({ source }) => source === context).map(({ id }) => entryId(id)),
    )
  })
  app.all('/store/*', (call) =>
    call.req.method === 'GET' || call.req.method === 'HEAD'
      ? unknown(call)
      : told(
          call,
          {
            status: 405,
            code: 'READ_ONLY',
            detail: { sv: 'Här går det bara att läsa.', en: 'This is for reading only.' },
          },
          { Allow: 'GET, HEAD' },
        ),
  )
}

function safe(iri: string): string {
  try {
    return decodeURI(iri)
  } catch {
    return iri
  }
}

function entryId(id: string): string {
  return id.slice(id.lastIndexOf('_') + 1)
}

function withEntity(call: Call, answer: (entity: Entity) => Response): Response {
  const { byId } = call.env.site.holdings.entities
  const entity = byId.get(`${call.req.param('context')}_${call.req.param('entry')}`)
  return entity ? answer(entity) : unknown(call)
}

function unknown(call: Call): Response {
  return told(call, {
    status: 404,
    code: 'SOURCE_NOT_FOUND',
    detail: { sv: 'Posten finns inte.', en: 'There is no such entry.' },
  })
}

function json(call: Call, value: unknown): Response {
  return respond(call.req.raw, {
    mediaType: 'application/json',
    body: `${JSON.stringify(value)}\n`,
    isOpen: true,
  })
}

/** What is known of an entry beside its metadata. */
function infoOf(site: Site, { source, id, iri, term }: Entity): RdfJson {
  const root = `${site.base}store/${source}`
  const entry = entryId(id)
  const uri = (value: string) => [{ type: 'uri' as const, value }]
  const changed = changedOn(site.holdings, term)
  const own = {
    [`${TERMS}resource`]: uri(iri),
    [`${TERMS}metadata`]: uri(`${root}/metadata/${entry}`),
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': uri(`${TERMS}Link`),
    ...(changed !== undefined && {
      [`${DCT}modified`]: [
        {
          type: 'literal' as const,
          value: changed.length === 10 ? `${changed}T00:00:00.000Z` : changed,
          datatype: 'http://www.w3.org/2001/XMLSchema#dateTime',
        },
      ],
    }),
  }
  return Object.assign(Object.create(null) as RdfJson, { [`${root}/entry/${entry}`]: own })
}

function metadataOf(site: Site, entity: Entity): RdfJson {
  const { graph } = site.holdings.reading
  const published = findEntity(graph, entity.iri)
  return published ? rdfJson(entityGraph(graph, published)) : {}
}

function entryOf(site: Site, entity: Entity) {
  return {
    entryId: entryId(entity.id),
    contextId: entity.source,
    info: infoOf(site, entity),
    metadata: metadataOf(site, entity),
    relations: {},
    rights: ['readmetadata', 'readresource'],
  }
}

function entryAnswer(call: Call, entity: Entity): Response {
  const { site, query } = call.env
  return json(
    call,
    query.has('includeAll')
      ? entryOf(site, entity)
      : {
          entryId: entryId(entity.id),
          contextId: entity.source,
          info: infoOf(site, entity),
          relations: {},
          rights: ['readmetadata', 'readresource'],
        },
  )
}

function metadataAnswer(call: Call, entity: Entity): Response {
  const { site, query } = call.env
  const published = findEntity(site.holdings.reading.graph, entity.iri)
  if (!published) return unknown(call)
  const form: FormName | 'html' | undefined = wantedForm(call.req.raw, query, published)
  const isAsked = query.has('format') || /turtle|rdf|ld\+json|n-triples/.test(call.req.header('accept') ?? '')
  if (isAsked && form !== undefined && form !== 'html' && form in forms)
    return documentAnswer(call.req.raw, site, published, form)
  return json(call, metadataOf(site, entity))
}

async function search(call: Call): Promise<Response> {
  const { site, query, visitor } = call.env
  const wait = await site.access.limiter.take('search', visitor)
  if (wait !== undefined) return tooMany(call, wait)
  const limit = clamp(query.get('limit'), 50, MAX_LIMIT)
  const offset = clamp(query.get('offset'), 0, 1_000_000)
  const matchers = [query.get('query') ?? '*:*', ...query.getAll('filterQuery')].map((each) =>
    readSolr(each, site.holdings),
  )
  const found = site.holdings.entities.all.filter((entity) => matchers.every((matches) => matches(entity)))
  const sorted = inOrder(site, found, query.get('sort') ?? 'score desc')
  const children = sorted.slice(offset, offset + limit).map((entity) => entryOf(site, entity))
  const fields = (query.get('facetFields') ?? '').split(',').filter((field) => field !== '')
  return json(call, {
    offset,
    limit,
    results: found.length,
    resource: { children },
    ...(fields.length > 0 && {
      facetFields: fields
        .slice(0, 20)
        .map((field) => facetOf(site, found, field, clamp(query.get('facetLimit'), 100, 1000))),
    }),
  })
}

function clamp(text: string | null, otherwise: number, most: number): number {
  const value = Number(text ?? otherwise)
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : otherwise
}

/** `modified desc`, `title asc` and by any property's field; the first part decides. */
function inOrder(site: Site, entities: readonly Entity[], sort: string): readonly Entity[] {
  const [field, direction] = sort
    .split(',')[0]
    .trim()
    .split(/[\s+]+/)
  if (field === 'score') return entities
  const { reading } = site.holdings
  const hash = /\.([0-9a-f]{8})$/.exec(field)?.[1]
  const keyOf = (entity: Entity): string => {
    if (field.startsWith('title')) return titleOf(reading, entity, 'sv').text.toLowerCase()
    if (field === 'modified' || hash === fieldHash(`${DCT}modified`))
      return changedOn(site.holdings, entity.term) ?? ''
    return entity.id
  }
  const keyed = entities.map((entity) => ({ entity, key: keyOf(entity) }))
  const sign = direction === 'desc' ? -1 : 1
  return keyed.sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entity }) => entity)
}

function facetOf(site: Site, entities: readonly Entity[], field: string, limit: number) {
  const { reading } = site.holdings
  const { graph } = reading
  const hash = /\.([0-9a-f]{8})$/.exec(field)?.[1]
  const property = hash === undefined ? undefined : propertyOf(graph, hash)
  const counts = new Map<string, number>()
  for (const { term } of entities) {
    const values =
      field === 'rdfType'
        ? reading.iris(term, 'rdf:type')
        : property === undefined
          ? []
          : [...reading.values(term, property)].filter((each) => !reading.isBlank(each)).map(reading.text)
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const values = [...counts].sort((a, b) => b[1] - a[1]).slice(0, limit)
  return { name: field, valueCount: counts.size, values: values.map(([name, count]) => ({ name, count })) }
}

/** The property whose hash ends a field's name. */
function propertyOf(graph: Site['holdings']['reading']['graph'], hash: string): string | undefined {
  const seen = new Set<number>()
  for (let i = 0; i < graph.quads.count; i++) seen.add(graph.quads.predicate[i])
  for (const predicate of seen) {
    const iri = text(graph, predicate)
    if (fieldHash(iri) === hash) return iri
  }
  return undefined
}
