// The sitemap of the entities' documents (https://www.sitemaps.org/protocol.html): one file, or an index of several
// when there are more addresses than one may hold.
import type { Graph } from '../rdf/index.ts'
import type { Artifact, Site } from './artifact.ts'
import { entitiesOf } from './entities.ts'
import { documentUrl } from './forms.ts'
import { changedAt } from './titles.ts'
import { noXml, type Xml, xml } from './xml.ts'

const MAX_ADDRESSES = 50_000
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Publishes `sitemap.xml`, and `sitemap-1.xml` … beside it when it has to be split. */
export function* sitemap(graph: Graph, site: Site): Generator<Artifact> {
  const rows = entitiesOf(graph, site.base).map((entity): Xml => {
    const address = site.pageOf?.(entity.iri) ?? documentUrl(entity, 'jsonld', site.base)
    const date = changedAt(graph, entity.term)
    return xml`  <url><loc>${address}</loc>${date === undefined ? noXml : xml`<lastmod>${date}</lastmod>`}</url>\n`
  })
  if (rows.length <= MAX_ADDRESSES) {
    yield file('sitemap.xml', xml`<urlset xmlns="${NAMESPACE}">\n${rows}</urlset>\n`)
    return
  }
  const parts: Xml[] = []
  for (let from = 0; from < rows.length; from += MAX_ADDRESSES) {
    const path = `sitemap-${parts.length + 1}.xml`
    parts.push(xml`  <sitemap><loc>${site.base}${path}</loc></sitemap>\n`)
    yield file(path, xml`<urlset xmlns="${NAMESPACE}">\n${rows.slice(from, from + MAX_ADDRESSES)}</urlset>\n`)
  }
  yield file('sitemap.xml', xml`<sitemapindex xmlns="${NAMESPACE}">\n${parts}</sitemapindex>\n`)
}

function file(path: string, content: Xml): Artifact {
  return { path, mediaType: 'application/xml', body: HEAD + content.xml }
}
