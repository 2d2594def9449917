// What is gone: 410 with a page for people and JSON-LD for programs, so that nobody waits for it to come back.
import { negotiate } from '../http/negotiate.ts'
import { respond } from '../http/respond.ts'
import { gonePage } from '../pages/others.ts'
import { type Call, pageAnswer } from '../routes/incoming.ts'

/** The answer for an IRI that was; undefined for one that never was. */
export async function tombstoneAnswer(call: Call, iri: string): Promise<Response | undefined> {
  const tombstone = await call.env.site.history?.gone(iri)
  if (!tombstone) return undefined
  const type = negotiate(call.req.header('accept') ?? null, [
    'text/html',
    'application/ld+json',
    'application/json',
  ])
  if (type === undefined || type === 'text/html')
    return pageAnswer(call, (visit) => gonePage(visit, tombstone), { Vary: 'Accept' })
  const body = {
    '@context': {
      prov: 'http://www.w3.org/ns/prov#',
      dcterms: 'http://purl.org/dc/terms/',
      adms: 'http://www.w3.org/ns/adms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': tombstone.iri,
    'adms:status': {
      '@id': 'http://publications.europa.eu/resource/authority/distribution-status/WITHDRAWN',
    },
    'prov:invalidatedAtTime': { '@value': tombstone.at, '@type': 'xsd:dateTime' },
    ...(tombstone.title !== undefined && { 'dcterms:title': tombstone.title }),
  }
  return respond(call.req.raw, {
    status: 410,
    mediaType: type,
    body: `${JSON.stringify(body, undefined, 2)}\n`,
    headers: { Vary: 'Accept' },
    isOpen: true,
  })
}
