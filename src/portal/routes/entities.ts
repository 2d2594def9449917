// Addresses of entities: their pages and documents, whatever address they are asked for by.
import { findEntity } from '../../publish/index.ts'
import type { Entity } from '../data/entities.ts'
import { type EntityKind, segments } from '../data/entity-kinds.ts'
import { redirect, respond } from '../http/respond.ts'
import { documentAnswer, entityAtPath, linkHeader, wantedForm } from '../machine/documents.ts'
import { tombstoneAnswer } from '../machine/tombstone.ts'
import type { Page } from '../page.ts'
import { catalogPage, partPage } from '../pages/catalogs.ts'
import { datasetPage } from '../pages/dataset.ts'
import { organisationPage } from '../pages/organisation.ts'
import { conceptPage } from '../pages/own-concepts.ts'
import { seriesPage } from '../pages/series.ts'
import { servicePage } from '../pages/service.ts'
import { specificationPage } from '../pages/specification.ts'
import type { Visit } from '../visit.ts'
import { type App, type Call, pageAnswer, visitOf } from './incoming.ts'

const pages: Readonly<Record<EntityKind, (visit: Visit, entity: Entity) => Page>> = {
  dataset: datasetPage,
  series: seriesPage,
  service: servicePage,
  agent: organisationPage,
  specification: specificationPage,
  catalog: catalogPage,
  concept: conceptPage,
  terminology: conceptPage,
  distribution: partPage,
  contact: partPage,
}

export function addEntityRoutes(app: App): void {
  for (const kind of Object.keys(segments) as EntityKind[]) {
    const handler = (call: Call) => {
      const { byId } = call.env.site.holdings.entities
      const entity = byId.get(call.req.param('id') ?? '')
      return entity?.kind === kind ? entityAnswer(call, entity) : missing(call)
    }
    app.get(`/${segments[kind]}/:id{[^/]+_[a-z0-9]+}`, handler)
    app.get(`/${segments[kind]}/:id{[^/]+_[a-z0-9]+}/:slug`, handler)
  }
  // Any IRI that is known: where it leads here.
  app.get('/resource', async (call) => {
    const iri = call.env.query.get('uri') ?? ''
    const entity = call.env.site.holdings.entities.byIri.get(iri)
    if (entity) return redirect(visitOf(call).pageOf(entity), 303, { Vary: 'Accept' })
    return (await tombstoneAnswer(call, iri)) ?? missing(call)
  })
}

/** The page or the document of an entity, as the request wants it. */
export async function entityAnswer(call: Call, entity: Entity): Promise<Response> {
  const { site, query } = call.env
  const published = findEntity(site.holdings.reading.graph, entity.iri)
  if (!published) return pageAnswer(call, (visit) => pages[entity.kind](visit, entity))
  const form = wantedForm(call.req.raw, query, published)
  if (form === undefined) return notAcceptable(call)
  if (form !== 'html') return documentAnswer(call.req.raw, site, published, form)
  return pageAnswer(call, (visit) => pages[entity.kind](visit, entity), {
    Vary: 'Accept, Cookie',
    Link: linkHeader(site, published),
  })
}

/** The last resort: an address that is that of a document, that is an entity's own IRI, or that was. */
export async function byAddress(call: Call): Promise<Response> {
  const { site, path, query, lang } = call.env
  const found = lang === 'sv' ? entityAtPath(site, path) : undefined
  if (found?.form) return documentAnswer(call.req.raw, site, found.entity, found.form)
  if (found) {
    const form = wantedForm(call.req.raw, query, found.entity)
    if (form === undefined) return notAcceptable(call)
    if (form !== 'html') return documentAnswer(call.req.raw, site, found.entity, form)
    const entity = site.holdings.entities.byIri.get(found.entity.iri)
    if (entity) return redirect(visitOf(call).pageOf(entity), 303, { Vary: 'Accept' })
    return documentAnswer(call.req.raw, site, found.entity, 'turtle')
  }
  const own = `${site.base}${path.slice(1).replace(/\.(ttl|rdf|nt|jsonld|html)$/, '')}`
  return (await tombstoneAnswer(call, own)) ?? missing(call)
}

export function missing(call: Call): Promise<Response> {
  return pageAnswer(call, () => undefined)
}

function notAcceptable(call: Call): Response {
  return respond(call.req.raw, {
    status: 406,
    mediaType: 'text/plain; charset=utf-8',
    body: 'text/html\ntext/turtle\napplication/ld+json\napplication/rdf+xml\napplication/n-triples\n',
    headers: { Vary: 'Accept' },
    isOpen: true,
  })
}
