// The whole catalogue at once, and what crawlers and feed readers ask for.
import { entitiesOf, type FormName, forms, publishers } from '../../publish/index.ts'
import { syntaxes, writeNTriples } from '../../rdf/index.ts'
import { respond } from '../http/respond.ts'
import { atomFeed } from '../machine/atom.ts'
import { xml } from '../machine/xml.ts'
import { changesOf } from '../pages/changes.ts'
import type { Site } from '../site.ts'
import { pathOf } from '../visit.ts'
import type { App, Call } from './incoming.ts'

const HOUR = 3600

/** Path → media type and how it is written. Paths are those that `grunddata publish` writes. */
const dumps: Readonly<
  Record<string, { readonly mediaType: string; readonly write: (site: Site) => Iterable<string> }>
> = {
  '/datasets/dcat': {
    mediaType: 'application/rdf+xml',
    write: ({ holdings }) => syntaxes.rdfxml.write(holdings.reading.graph),
  },
  '/all.rdf': {
    mediaType: 'application/rdf+xml',
    write: ({ holdings }) => syntaxes.rdfxml.write(holdings.reading.graph),
  },
  '/catalogue.ttl': {
    mediaType: 'text/turtle',
    write: ({ holdings }) => syntaxes.turtle.write(holdings.reading.graph),
  },
  '/catalogue.jsonld': { mediaType: 'application/ld+json', write: (site) => bodyOf(site, 'jsonld') },
  '/dump.nq': { mediaType: 'application/n-quads', write: (site) => bodyOf(site, 'nquads') },
  '/dump.nt': {
    mediaType: 'application/n-triples',
    write: ({ holdings }) => writeNTriples(holdings.reading.graph),
  },
  '/context.jsonld': { mediaType: 'application/ld+json', write: (site) => bodyOf(site, 'context') },
}

function bodyOf({ holdings, base }: Site, name: 'jsonld' | 'nquads' | 'context'): Iterable<string> {
  for (const { body } of publishers[name](holdings.reading.graph, { base }))
    if (typeof body !== 'string' && !(body instanceof Uint8Array)) return body
  return []
}

const kept = new WeakMap<Site, Map<string, Uint8Array>>()

/** Written once and kept as bytes: parts of it may be asked for. */
function dumpOf(site: Site, path: string): Uint8Array {
  const bodies = kept.get(site) ?? new Map<string, Uint8Array>()
  kept.set(site, bodies)
  const key = path === '/all.rdf' ? '/datasets/dcat' : path
  let body = bodies.get(key)
  if (!body) {
    const pieces: Buffer[] = []
    for (const piece of dumps[key].write(site)) pieces.push(Buffer.from(piece, 'utf8'))
    bodies.set(key, (body = Buffer.concat(pieces)))
  }
  return body
}

export function addWholeRoutes(app: App): void {
  for (const [path, { mediaType }] of Object.entries(dumps))
    app.get(path, (call) =>
      respond(call.req.raw, {
        mediaType: mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
        body: dumpOf(call.env.site, path),
        isOpen: true,
        hasRanges: true,
      }),
    )
  app.get('/feed.atom', async (call) => {
    const { site } = call.env
    return respond(call.req.raw, {
      mediaType: 'application/atom+xml; charset=utf-8',
      body: atomFeed(site, await changesOf(site, 100)),
      isOpen: true,
    })
  })
  app.get('/sitemap.xml', (call) =>
    respond(call.req.raw, { mediaType: 'application/xml', body: sitemap(call.env.site), keep: HOUR }),
  )
  app.get('/sitemap.json', (call) =>
    respond(call.req.raw, {
      mediaType: 'application/json',
      body: sitemapJson(call.env.site),
      keep: HOUR,
      isOpen: true,
    }),
  )
  app.get('/robots.txt', (call) =>
    respond(call.req.raw, {
      mediaType: 'text/plain; charset=utf-8',
      body: robots(call.env.site),
      keep: HOUR,
    }),
  )
  app.get('/.well-known/void', (call) =>
    respond(call.req.raw, {
      mediaType: 'text/turtle; charset=utf-8',
      body: voidText(call.env.site),
      isOpen: true,
    }),
  )
  app.get('/static/*', staticAnswer)
}

function staticAnswer(call: Call): Response {
  const asset = call.env.site.assets.byPath.get(call.env.path)
  if (!asset) return respond(call.req.raw, { status: 404, mediaType: 'text/plain', body: 'Not found\n' })
  return respond(call.req.raw, { ...asset, keep: 'forever' })
}

const listedKinds = [
  'dataset',
  'series',
  'service',
  'agent',
  'specification',
  'catalog',
  'terminology',
  'concept',
] as const
const MAX_URLS = 50_000

function pagesOf(site: Site): readonly string[] {
  const fixed = [
    '/',
    '/datasets',
    '/organisations',
    '/specifications',
    '/concepts',
    '/domains',
    '/quality',
    '/infrastructure',
    '/toolkit',
    '/rules',
    '/api',
  ]
  const { entities } = site.holdings
  const own = listedKinds.flatMap((kind) => entities.ofKind(kind).map((entity) => pathOf(site, entity)))
  return [...fixed, ...own].slice(0, MAX_URLS)
}

function sitemap(site: Site): string {
  const root = site.base.replace(/\/$/, '')
  const urls = pagesOf(site).map(
    (path) =>
      `<url><loc>${xml(root + path)}</loc><xhtml:link rel="alternate" hreflang="en" href="${xml(`${root}/en${path}`)}"/></url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

/** What the portal of Sweden calls so: the addresses of resources with their types. */
function sitemapJson(site: Site): string {
  const root = site.base.replace(/\/$/, '')
  const resources = listedKinds.flatMap((kind) =>
    site.holdings.entities
      .ofKind(kind)
      .map((entity) => ({ uri: entity.iri, id: entity.id, type: kind, url: root + pathOf(site, entity) })),
  )
  return `${JSON.stringify({ resources })}\n`
}

function robots({ base }: Site): string {
  return `User-agent: *\nDisallow: /account\nDisallow: /toolkit?\nDisallow: /en/toolkit?\nDisallow: /sparql\nCrawl-delay: 1\n\nSitemap: ${base}sitemap.xml\n`
}

function voidText({ base, holdings, title }: Site): string {
  const { graph } = holdings.reading
  const names = Object.keys(forms) as readonly FormName[]
  const features: readonly string[] = names.flatMap((name) =>
    name === 'turtle'
      ? ['Turtle']
      : name === 'rdfxml'
        ? ['RDF_XML']
        : name === 'ntriples'
          ? ['N-Triples']
          : [],
  )
  return `@prefix void: <http://rdfs.org/ns/void#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

<${base}.well-known/void> a void:DatasetDescription ; void:topic <${base}#catalogue> .
<${base}#catalogue> a void:Dataset ;
  dcterms:title ${JSON.stringify(title.sv)}@sv , ${JSON.stringify(title.en)}@en ;
  void:dataDump <${base}dump.nt> , <${base}datasets/dcat> , <${base}catalogue.ttl> ;
  void:sparqlEndpoint <${base}sparql> ;
  void:triples ${graph.out.size} ;
  void:entities ${entitiesOf(graph, base).length} ;
  void:feature ${features.map((name) => `<http://www.w3.org/ns/formats/${name}>`).join(' , ')} .
`
}
