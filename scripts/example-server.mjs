// A server on loopback with the example catalogues, for examples/sources.yaml: npm run example:server [-- port].
// It answers as good servers do (ETag, 304, robots.txt) and has one address that redirects and one catalogue with errors.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { parse, writeJsonLd, writeRdfXml } from '../dist/rdf/index.js'

const port = Number(process.argv[2] ?? 8765)
const folder = fileURLToPath(new URL('../fixtures/catalogs/', import.meta.url))

const writers = {
  ttl: { type: 'text/turtle', write: (_, text) => text },
  rdf: { type: 'application/rdf+xml', write: async (graph) => [...(await writeRdfXml(graph))].join('') },
  jsonld: { type: 'application/ld+json', write: async (graph) => [...(await writeJsonLd(graph))].join('') },
}

const hydra = 'http://www.w3.org/ns/hydra/core#'
const page = (base, number, next) => `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix hydra: <${hydra}> .

<https://data.exempel.se/sidor> a dcat:Catalog ;
  dcterms:title "En katalog i flera sidor"@sv ;
  hydra:totalItems 3 ;
  dcat:dataset <https://data.exempel.se/sidor/${number}> .
${next ? `<${base}/sidor?sida=${number}> hydra:next <${base}/sidor?sida=${next}> .\n` : ''}
<https://data.exempel.se/sidor/${number}> a dcat:Dataset ;
  dcterms:title "Datamängd ${number}"@sv ;
  dcterms:description "Den ${number}:a datamängden, på en sida för sig."@sv .
`

async function bodyOf(url) {
  if (url.pathname === '/sidor') {
    const number = Number(url.searchParams.get('sida') ?? 1)
    return number >= 1 && number <= 3
      ? { type: 'text/turtle', text: page(url.origin, number, number < 3 && number + 1) }
      : undefined
  }
  const [, name, extension] = /^\/([a-z0-9.-]+)\.(ttl|rdf|jsonld)$/.exec(url.pathname) ?? []
  if (!name || !existsSync(`${folder}${name}.ttl`)) return undefined
  const bytes = readFileSync(`${folder}${name}.ttl`)
  const { type, write } = writers[extension]
  return { type, text: await write(await parse({ name, bytes }), bytes.toString('utf8')) }
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  if (url.pathname === '/robots.txt') return response.end('User-agent: *\nAllow: /\n')
  if (url.pathname === '/flyttad') return response.writeHead(302, { location: '/person.ttl' }).end()
  const found = await bodyOf(url)
  if (!found) return response.writeHead(404).end()
  const etag = `"${createHash('sha256').update(found.text).digest('hex').slice(0, 16)}"`
  const headers = { 'content-type': `${found.type}; charset=utf-8`, etag }
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end()
  return response.writeHead(200, headers).end(found.text)
})
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/ (Ctrl-C)`))
