// Catalogues on loopback as authorities serve them: with ETags, conditional answers, and a count of who asked what.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Served {
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: number
}

export interface CatalogServer {
  readonly base: string
  /** What stands at a path, or nothing: then it answers 404. Change it between runs. */
  readonly paths: Map<string, Served>
  readonly requests: { readonly path: string; readonly status: number; readonly isConditional: boolean }[]
  readonly close: () => Promise<void>
}

export async function startCatalogServer(): Promise<CatalogServer> {
  const paths = new Map<string, Served>()
  const requests: CatalogServer['requests'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const served = paths.get(path)
    const asked = request.headers['if-none-match']
    const etag = served && `"${createHash('sha256').update(served.body).digest('hex').slice(0, 16)}"`
    const status = !served
      ? 404
      : asked === etag && served.status === undefined
        ? 304
        : (served.status ?? 200)
    requests.push({ path, status, isConditional: asked !== undefined })
    response.writeHead(status, {
      ...(etag && { etag }),
      ...(status === 200 && { 'content-type': served?.type ?? 'text/turtle' }),
    })
    response.end(status === 200 ? served?.body : undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

export interface MadeDataset {
  readonly id: string
  readonly title?: string
  readonly modified?: string
  readonly publisher?: string
  readonly isHvd?: boolean
  readonly identifier?: string
  readonly isBroken?: boolean
}

const HEAD = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
`

/** A small catalogue in Turtle with the datasets given; addresses below `home`. */
export function catalogText(home: string, datasets: readonly MadeDataset[]): string {
  const publisher = `${home}org`
  const list = datasets.map(({ id }) => `<${home}${id}>`).join(' , ')
  return `${HEAD}
<${home}catalog> a dcat:Catalog ; dct:title "Katalog"@sv ; dct:description "Beskrivning"@sv ; dct:publisher <${publisher}>
  ${list === '' ? '' : `; dcat:dataset ${list}`} .
<${publisher}> a foaf:Agent ; foaf:name "Myndigheten"@sv .
${datasets.map((dataset) => datasetText(home, dataset)).join('\n')}`
}

function datasetText(home: string, dataset: MadeDataset): string {
  const {
    id,
    title = `Datamängd ${id}`,
    modified,
    publisher = `${home}org`,
    isHvd,
    identifier,
    isBroken,
  } = dataset
  const more = [
    ...(isBroken ? [] : [`dct:title "${title}"@sv`]),
    `dct:description "Om ${title}"@sv`,
    `dct:publisher <${publisher}>`,
    'dcat:contactPoint [ a vcard:Organization ; vcard:fn "Kontakt" ; vcard:hasEmail <mailto:info@example.se> ]',
    ...(modified ? [`dct:modified "${modified}"^^xsd:date`] : []),
    ...(identifier ? [`dct:identifier "${identifier}"`] : []),
    ...(isHvd
      ? ['<http://data.europa.eu/r5r/applicableLegislation> <http://data.europa.eu/eli/reg_impl/2023/138/oj>']
      : []),
  ]
  return `<${home}${id}> a dcat:Dataset ; ${more.join(' ; ')} .`
}
