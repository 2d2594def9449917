// A portal over the fixtures, or over Turtle written in a test; asked without a port.
import { quietIo } from '../../src/io.ts'
import {
  createPortal,
  holdingsOf,
  type OpenedSite,
  openSite,
  type Portal,
  type SiteOptions,
  siteOf,
} from '../../src/portal/index.ts'

export const BASE = 'https://data.example.se/'

export interface TestPortal {
  readonly site: OpenedSite
  readonly portal: Portal
  readonly get: (
    path: string,
    headers?: Readonly<Record<string, string>>,
    method?: string,
  ) => Promise<Response>
  readonly text: (path: string, headers?: Readonly<Record<string, string>>) => Promise<string>
  /** Address of the page of the thing with an IRI. */
  readonly pageOf: (iri: string) => Promise<string>
  readonly close: () => Promise<void>
}

function over(site: OpenedSite): TestPortal {
  const portal = createPortal(site)
  const get: TestPortal['get'] = (path, headers = {}, method = 'GET') =>
    portal(new Request(new URL(path, BASE), { headers, method }))
  return {
    site,
    portal,
    get,
    text: async (path, headers) => (await get(path, headers)).text(),
    pageOf: async (iri) =>
      (await get(`/resource?uri=${encodeURIComponent(iri)}`)).headers.get('location') ?? '',
    close: site.close,
  }
}

type Options = Partial<SiteOptions>

/** The catalogues of fixtures/catalogs. */
export async function fixturePortal(options: Options = {}): Promise<TestPortal> {
  return over(
    await openSite(['fixtures/catalogs'], { base: BASE, io: quietIo(), canFetch: false, ...options }),
  )
}

/** A catalogue of the test's own. */
export async function portalOf(turtle: string, options: Options = {}): Promise<TestPortal> {
  const document = { name: 'katalog.ttl', bytes: Buffer.from(turtle, 'utf8') }
  const holdings = await holdingsOf([document], { base: options.base ?? BASE })
  return over(await siteOf(holdings, { base: BASE, io: quietIo(), canFetch: false, ...options }))
}

export const PREFIXES = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ex: <https://data.example.se/> .
`

/** A dataset with a title and more statements. */
export function dataset(id: string, title: string, more = ''): string {
  return `<https://data.example.se/dataset/${id}> a dcat:Dataset ; dcterms:title "${title}"@sv ${more ? `; ${more}` : ''} .\n`
}
