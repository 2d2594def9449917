// Sources in pages that lead astray, and services whose answers never end.
import { give, packedBomb, type SourceAnswer, type SourceBehaviour, turtle } from './source-words.ts'

const HYDRA = 'http://www.w3.org/ns/hydra/core#'

interface PageWish {
  readonly datasets: readonly [number, number]
  /** Address of the next page, in Turtle: an IRI in brackets or a literal. */
  readonly next?: string
  readonly total?: number
  /** Something that differs between pages that are otherwise the same. */
  readonly more?: string
}

function page(base: string, { datasets: [from, to], next, total, more = '' }: PageWish): string {
  const controls = [
    ...(next === undefined ? [] : [`<${base}> <${HYDRA}next> ${next} .\n`]),
    ...(total === undefined ? [] : [`<${base}> <${HYDRA}totalItems> ${total} .\n`]),
  ]
  return turtle(from, to, controls.join('') + more)
}

const pages =
  (make: (number: number, base: string, origin: string) => PageWish): SourceAnswer =>
  (request, response, asked) =>
    give(page(asked.base, make(asked.page, asked.base, asked.origin)))(request, response, asked)

/** The second page is bad in some way, the first leads to it. */
const thenBad =
  (bad: SourceAnswer): SourceAnswer =>
  (request, response, asked) =>
    (asked.page === 1 ? pages((_, base) => ({ datasets: [1, 2], next: `<${base}?page=2>`, total: 4 })) : bad)(
      request,
      response,
      asked,
    )

const to = (base: string, number: number) => `<${base}?page=${number}>`

const csw = (inside: string, attributes: string) =>
  `<csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><csw:SearchResults ${attributes}>${inside}</csw:SearchResults></csw:GetRecordsResponse>`
const record =
  '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco"><gmd:fileIdentifier><gco:CharacterString>a</gco:CharacterString></gmd:fileIdentifier></gmd:MD_Metadata>'

export const pagingSources: Readonly<Record<string, SourceBehaviour>> = {
  'page-good': {
    does: 'has three pages, as it should',
    reader: 'hydra',
    answer: pages((n, base) => ({ datasets: [n, n], total: 3, ...(n < 3 && { next: to(base, n + 1) }) })),
    expect: { datasets: 3, isComplete: true, failures: [], maxRequests: 3 },
  },
  'page-cycle': {
    does: 'leads from page 1 to 2 to 3 to 2',
    reader: 'hydra',
    answer: pages((n, base) => ({ datasets: [n, n], next: to(base, n === 3 ? 2 : n + 1) })),
    expect: { datasets: 3, isComplete: true, notes: ['source-page-cycle'], maxRequests: 3 },
  },
  'page-self': {
    does: 'leads from page 1 to page 1',
    reader: 'hydra',
    answer: pages((_, base) => ({ datasets: [1, 1], next: `<${base}>` })),
    expect: { datasets: 1, isComplete: true, notes: ['source-page-cycle'], maxRequests: 1 },
  },
  'page-same': {
    does: 'gives the same page at ever new addresses',
    reader: 'hydra',
    answer: (request, response, asked) =>
      give(
        page(asked.base, { datasets: [1, 2], next: to(asked.base, 2) }).replace(
          'page=2',
          `page=${asked.page + 1}`,
        ),
      )(request, response, asked),
    expect: { datasets: 2, isComplete: false, notes: ['source-page-repeated'], maxRequests: 2 },
  },
  'page-dressed': {
    does: 'gives the same datasets at ever new addresses, each time with another remark',
    reader: 'hydra',
    answer: pages((n, base) => ({ datasets: [1, 2], next: to(base, n + 1), more: `# ${n}\n` })),
    expect: { datasets: 2, isComplete: false, notes: ['source-page-repeated'], maxRequests: 2 },
  },
  'page-empty': {
    does: 'gives empty pages for ever',
    reader: 'hydra',
    answer: pages((n, base) => ({
      datasets: n === 1 ? [1, 1] : [1, 0],
      next: to(base, n + 1),
      more: `# ${n}\n`,
    })),
    expect: { datasets: 1, isComplete: false, maxRequests: 3 },
  },
  'page-10000': {
    does: 'has ten thousand pages',
    reader: 'hydra',
    answer: pages((n, base) => ({ datasets: [n, n], ...(n < 10_000 && { next: to(base, n + 1) }) })),
    expect: { datasets: 50, isComplete: false, failures: ['limit'], maxRequests: 50 },
  },
  'next-literal': {
    does: 'writes the next page as a text',
    reader: 'hydra',
    answer: pages((n, base) => ({ datasets: [n, n], ...(n < 2 && { next: `"${base}?page=2"` }) })),
    expect: { datasets: 2, isComplete: true, notes: ['source-next-literal'] },
  },
  'next-relative': {
    does: 'writes the next page as the end of an address, in a text',
    reader: 'hydra',
    answer: pages((n) => ({ datasets: [n, n], ...(n < 2 && { next: '"?page=2"' }) })),
    expect: { datasets: 2, isComplete: true, notes: ['source-next-literal'] },
  },
  'next-file': {
    does: 'leads to a file of ours as its next page',
    reader: 'hydra',
    answer: pages(() => ({ datasets: [1, 1], next: '<file:///etc/hostname>' })),
    expect: { datasets: 1, isComplete: false, failures: ['refused'] },
  },
  'next-metadata': {
    does: 'leads to the metadata address of a cloud as its next page',
    reader: 'hydra',
    answer: pages(() => ({ datasets: [1, 1], next: '<http://169.254.169.254/latest/>' })),
    expect: { datasets: 1, isComplete: false, failures: ['refused'], notes: ['source-next-foreign'] },
  },
  'next-proxy': {
    does: 'gives the next page the address behind its proxy',
    reader: 'hydra',
    answer: pages((n, base) => ({
      datasets: [n, n],
      ...(n < 2 && { next: `<http://backend.invalid:8080${new URL(base).pathname}?page=2>` }),
    })),
    expect: { datasets: 2, isComplete: true, notes: ['source-next-foreign'], failures: [] },
  },
  'next-many': {
    does: 'leads from every page to every other',
    reader: 'hydra',
    answer: pages((n, base) => ({
      datasets: [n, n],
      next: [1, 2, 3, 4].map((other) => to(base, other)).join(', '),
    })),
    expect: { datasets: 4, isComplete: false, notes: ['source-page-repeated'], maxRequests: 5 },
  },
  'total-more': {
    does: 'promises a hundred datasets and has two',
    reader: 'hydra',
    answer: pages(() => ({ datasets: [1, 2], total: 100 })),
    expect: { datasets: 2, isComplete: false, notes: ['source-total-differs'] },
  },
  'total-less': {
    does: 'promises one dataset and has two',
    reader: 'hydra',
    answer: pages(() => ({ datasets: [1, 2], total: 1 })),
    expect: { datasets: 2, isComplete: true, notes: ['source-total-differs'] },
  },
  'total-varies': {
    does: 'gives another total on each page',
    reader: 'hydra',
    answer: pages((n, base) => ({ datasets: [n, n], total: n + 1, ...(n < 2 && { next: to(base, 2) }) })),
    expect: { datasets: 2, isComplete: true, notes: ['source-total-varies'] },
  },
  'page-missing': {
    does: 'has no second page though the first leads to it',
    reader: 'hydra',
    answer: thenBad((_, response) => void response.writeHead(404).end()),
    expect: { datasets: 2, isComplete: false, failures: ['not-found'] },
  },
  'page-reset': {
    does: 'hangs up in the middle of the second page',
    reader: 'hydra',
    answer: thenBad(
      (_, response) =>
        void response
          .writeHead(200, { 'content-length': '5000' })
          .write(turtle(3, 3), () => response.destroy()),
    ),
    expect: { datasets: 2, isComplete: false, failures: ['connection'] },
  },
  'page-silent': {
    does: 'never answers for the second page',
    reader: 'hydra',
    answer: thenBad(() => {}),
    expect: { datasets: 2, isComplete: false, failures: ['timeout'] },
  },
  'page-login': {
    does: 'shows a page to log in as its second page',
    reader: 'hydra',
    answer: thenBad(give('<!doctype html><title>Logga in</title>', 'text/html')),
    expect: { datasets: 2, isComplete: false, failures: ['content'] },
  },
  'page-first-only': {
    does: 'has pages that the reader of one document does not see',
    answer: pages((_, base) => ({ datasets: [1, 2], next: to(base, 2) })),
    expect: { datasets: 2, isComplete: false, notes: ['source-more-pages'] },
  },
  'part-missing': {
    does: 'names a sub-catalogue that is not there',
    reader: 'subcatalogs',
    answer: (request, response, asked) =>
      (asked.page === 1
        ? give(
            turtle(
              1,
              1,
              `<https://data.example.se/> dct:hasPart <${asked.base}?page=2> . <${asked.base}?page=2> a dcat:Catalog .\n`,
            ),
          )
        : give('', 'text/plain', 404))(request, response, asked),
    expect: { datasets: 1, isComplete: false, failures: ['not-found'] },
  },
  'part-private': {
    does: 'names a sub-catalogue in a private network',
    reader: 'subcatalogs',
    answer: give(
      turtle(
        1,
        1,
        '<https://data.example.se/> dct:hasPart <http://10.0.0.1/k> . <http://10.0.0.1/k> a dcat:Catalog .\n',
      ),
    ),
    expect: { datasets: 1, isComplete: false, failures: ['refused'] },
  },
  'part-circle': {
    does: 'names a sub-catalogue that names the main one',
    reader: 'subcatalogs',
    answer: (request, response, asked) => {
      const other = `${asked.base}?page=${asked.page === 1 ? 2 : 1}`
      const self = `${asked.base}?page=${asked.page}`
      give(
        turtle(
          asked.page,
          asked.page,
          `<${self}> a dcat:Catalog ; dct:hasPart <${other}> . <${other}> a dcat:Catalog .\n`,
        ),
      )(request, response, asked)
    },
    expect: { datasets: 2, isComplete: true, maxRequests: 2 },
  },
  'csw-circle': {
    does: 'is a catalogue service whose next record is always the first',
    reader: 'csw',
    answer: give(csw(record, 'numberOfRecordsMatched="9" nextRecord="1"'), 'application/xml'),
    expect: { datasets: 0, isComplete: false, notes: ['source-total-differs'], maxRequests: 2 },
  },
  'csw-same': {
    does: 'is a catalogue service that gives the same record for ever',
    reader: 'csw',
    answer: give(csw(record, 'numberOfRecordsMatched="1000000"'), 'application/xml'),
    expect: { datasets: 0, isComplete: false, failures: ['limit'], maxRequests: 50 },
  },
  'csw-error': {
    does: 'is a catalogue service that answers with an exception',
    reader: 'csw',
    answer: give(
      '<ows:ExceptionReport xmlns:ows="x"><ows:ExceptionText>nere</ows:ExceptionText></ows:ExceptionReport>',
      'application/xml',
    ),
    expect: { datasets: 0, isComplete: false, failures: ['content'], maxRequests: 2 },
  },
  'csw-bomb': {
    does: 'is a catalogue service with an entity bomb',
    reader: 'csw',
    answer: give(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${csw('&b;', '')}`, 'application/xml'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'ckan-same': {
    does: 'is a CKAN site that gives the same packages for ever',
    reader: 'ckan',
    answer: give(
      '{"success": true, "result": {"count": 1000000, "results": [{"id": "a", "title": "A"}]}}',
      'application/json',
    ),
    expect: { datasets: 1, isComplete: false, failures: ['limit'], maxRequests: 51 },
  },
  'ckan-page': {
    does: 'is no CKAN site',
    reader: 'ckan',
    answer: give('<!doctype html><title>Hej</title>', 'text/html'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'sitemap-circle': {
    does: 'is a sitemap that names itself',
    reader: 'sitemap',
    answer: (request, response, asked) =>
      give(
        `<sitemapindex><sitemap><loc>${asked.base}</loc></sitemap><sitemap><loc>${asked.base}?page=2</loc></sitemap></sitemapindex>`,
        'application/xml',
      )(request, response, asked),
    expect: { datasets: 0, isComplete: true, maxRequests: 2 },
  },
  'sitemap-file': {
    does: 'is a sitemap that names files of ours',
    reader: 'sitemap',
    answer: give(
      '<urlset><url><loc>file:///etc/hostname</loc></url><url><loc>http://10.0.0.1/</loc></url></urlset>',
      'application/xml',
    ),
    expect: { datasets: 0, isComplete: false, failures: ['refused', 'refused'] },
  },
  'sitemap-bomb': {
    does: 'is a packed sitemap that swells to 200 MB',
    reader: 'sitemap',
    answer: give(packedBomb(32), 'application/gzip'),
    expect: { datasets: 0, isComplete: false, failures: ['too-large'] },
  },
  'sparql-page': {
    does: 'is a web page where a SPARQL service was promised',
    reader: 'sparql',
    answer: give('<!doctype html><title>Frågeverktyg</title>', 'text/html'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
}
