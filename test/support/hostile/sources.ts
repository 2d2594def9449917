// What a hostile source can hold, and what must come of reading it: texts, encodings, pages, validators.
import { gzipSync } from 'node:zlib'
import { give, packedBomb, type SourceBehaviour, turtle } from './source-words.ts'
import { pagingSources } from './sources-paging.ts'
import { validatorSources } from './sources-validators.ts'

const RDF =
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"'

function rdfxml(inside: string, { head = '', doctype = '' } = {}): string {
  return `${head}${doctype}<rdf:RDF ${RDF}>${inside}</rdf:RDF>`
}

const dataset = (title: string) =>
  `<dcat:Dataset rdf:about="https://data.example.se/1"><dct:title xml:lang="sv">${title}</dct:title></dcat:Dataset>`

const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const big = (text: string) => Buffer.from(text, 'utf16le').swap16()

const texts: Readonly<Record<string, SourceBehaviour>> = {
  good: {
    does: 'is as it should be',
    answer: give(turtle(1, 3)),
    expect: { datasets: 3, isComplete: true, failures: [] },
  },
  'entity-bomb': {
    does: 'is XML whose entities grow to 10¹² copies',
    answer: give(
      rdfxml(dataset('&l12;'), { doctype: `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>` }),
      'application/rdf+xml',
    ),
    expect: { datasets: 1, isComplete: false, problems: ['syntax-rdfxml-entity'] },
  },
  'entity-external': {
    does: 'is XML that wants to read a file of ours',
    answer: give(
      rdfxml(dataset('&file;'), { doctype: '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>' }),
      'application/rdf+xml',
    ),
    expect: { datasets: 1, isComplete: false, problems: ['syntax-rdfxml-entity'] },
  },
  'entity-address': {
    does: 'is XML that wants us to ask an address for an entity',
    answer: (request, response, asked) =>
      give(
        rdfxml(dataset('&page;'), { doctype: `<!DOCTYPE x [<!ENTITY page SYSTEM "${asked.base}?page=2">]>` }),
        'application/rdf+xml',
      )(request, response, asked),
    expect: { datasets: 1, isComplete: false, problems: ['syntax-rdfxml-entity'], maxRequests: 1 },
  },
  'deep-json': {
    does: 'is JSON 100 000 levels deep',
    answer: give(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/ld+json'),
    expect: { datasets: 0, isComplete: false },
  },
  'deep-xml': {
    does: 'is XML 100 000 levels deep',
    answer: give(
      rdfxml(`${'<dct:x><dct:y>'.repeat(50_000)}${'</dct:y></dct:x>'.repeat(50_000)}`),
      'application/rdf+xml',
    ),
    expect: { datasets: 0, isComplete: false },
  },
  'deep-turtle': {
    does: 'is Turtle with 100 000 brackets in one another',
    answer: give(
      turtle(1, 1, `<https://data.example.se/1> dct:relation ${'[ dct:relation '.repeat(100_000)}`),
    ),
    expect: { datasets: 1, isComplete: false },
  },
  'login-page': {
    does: 'shows a page to log in, with 200',
    answer: give('<!doctype html><title>Logga in</title><form><input type="password"></form>', 'text/html'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'login-redirect': {
    does: 'sends to a page to log in',
    answer: (request, response, asked) =>
      asked.page === 1
        ? void response.writeHead(302, { location: `${asked.base}?page=2` }).end()
        : give('<!doctype html><title>Logga in</title>', 'text/html')(request, response, asked),
    expect: { datasets: 0, isComplete: false, failures: ['content'], notes: ['source-redirect-code'] },
  },
  'error-text': {
    does: 'tells of an error in words, with 200',
    answer: give('Internal error: database is down', 'text/plain'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'error-json': {
    does: 'tells of an error in JSON, with 200',
    answer: give('{"error": "token expired"}', 'application/json'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'error-xml': {
    does: 'tells of an error in XML, with 200',
    answer: give('<?xml version="1.0"?><ServiceException>nere</ServiceException>', 'application/xml'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'empty-text': {
    does: 'is empty',
    answer: give(''),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'empty-catalog': {
    does: 'is a catalogue of good form without a single dataset',
    answer: give(turtle(1, 0)),
    expect: { datasets: 0, isComplete: true, failures: [] },
  },
  'charset-wrong': {
    does: 'says iso-8859-1 and sends UTF-8',
    answer: give(turtle(1, 1), 'text/turtle; charset=iso-8859-1'),
    expect: { datasets: 1, isComplete: true },
  },
  'charset-missing': {
    does: 'sends windows-1252 without saying so',
    answer: give(latin1(turtle(1, 1))),
    expect: { datasets: 1, isComplete: true, problems: ['document-encoding'] },
  },
  'charset-declared': {
    does: 'declares ISO-8859-1 in the XML and another charset in the header',
    answer: give(
      latin1(rdfxml(dataset('Sjö'), { head: '<?xml version="1.0" encoding="ISO-8859-1"?>' })),
      'application/rdf+xml; charset=utf-8',
    ),
    expect: { datasets: 1, isComplete: true, problems: ['document-encoding'] },
  },
  'utf-16': {
    does: 'is UTF-16 with a byte order mark',
    answer: give(utf16(turtle(1, 1))),
    expect: { datasets: 1, isComplete: true, problems: ['document-encoding'] },
  },
  'utf-16-big': {
    does: 'is UTF-16, the other way round and without a byte order mark',
    answer: give(big(rdfxml(dataset('Sjö'), { head: '<?xml version="1.0"?>' })), 'application/rdf+xml'),
    expect: { datasets: 1, isComplete: true, problems: ['document-encoding'] },
  },
  'bom-first': {
    does: 'begins with a byte order mark',
    answer: give(`\ufeff${turtle(1, 1)}`),
    expect: { datasets: 1, isComplete: true, problems: ['document-bom'] },
  },
  'bom-middle': {
    does: 'is two files put together, with a byte order mark in the middle',
    answer: give(`${turtle(1, 1)}\ufeff${turtle(2, 2)}`),
    expect: { datasets: 2, isComplete: false, notes: ['source-text-lost'] },
  },
  'mixed-encodings': {
    does: 'is half UTF-8 and half windows-1252',
    answer: give(Buffer.concat([Buffer.from(turtle(1, 1)), latin1(turtle(2, 2))])),
    expect: { datasets: 2, isComplete: true, problems: ['document-encoding', 'document-mojibake'] },
  },
  mojibake: {
    does: 'was encoded twice',
    answer: give(latin1(turtle(1, 1)).toString('latin1').replaceAll('ä', 'Ã¤')),
    expect: { datasets: 1, isComplete: true, problems: ['document-mojibake'] },
  },
  'nul-bytes': {
    does: 'has zero bytes in its texts',
    answer: give(turtle(1, 2).replace('Datamängd 1', 'Data\u0000mängd 1')),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'control-characters': {
    does: 'has characters that XML forbids',
    answer: give(rdfxml(dataset('a\u0008b')), 'application/rdf+xml'),
    expect: { datasets: 1, isComplete: false, problems: ['syntax-rdfxml'] },
  },
  'cut-rdfxml': {
    does: 'is RDF/XML that ends in the middle',
    answer: give(rdfxml(dataset('Ett')).slice(0, -30), 'application/rdf+xml'),
    expect: { datasets: 1, isComplete: false, notes: ['source-text-lost'] },
  },
  'cut-turtle': {
    does: 'is Turtle that ends in the middle',
    answer: give(turtle(1, 3).slice(0, -20)),
    expect: { datasets: 3, isComplete: false, notes: ['source-text-lost'] },
  },
  'cut-jsonld': {
    does: 'is JSON-LD that ends in the middle',
    answer: give(
      '{"@graph": [{"@id": "https://data.example.se/1", "@type": "http://www.w3.org/ns/dcat#Data',
      'application/ld+json',
    ),
    expect: { datasets: 0, isComplete: false },
  },
  'cut-letter': {
    does: 'ends in the middle of a letter',
    answer: give(Buffer.from(`${turtle(1, 1)}# å`).subarray(0, -1)),
    expect: { datasets: 1, isComplete: true },
  },
  'type-html': {
    does: 'is RDF/XML that says it is a web page',
    answer: give(rdfxml(dataset('Ett')), 'text/html'),
    expect: { datasets: 1, isComplete: true, problems: ['document-media-type'] },
  },
  'type-vague': {
    does: 'is Turtle that says nothing of what it is',
    answer: give(turtle(1, 1), 'application/octet-stream'),
    expect: { datasets: 1, isComplete: true },
  },
  'context-private': {
    does: 'is JSON-LD whose words are to be fetched from an address',
    answer: (request, response, asked) =>
      give(
        JSON.stringify({
          '@context': `${asked.base}?page=2`,
          '@id': 'https://data.example.se/1',
          '@type': 'Dataset',
        }),
        'application/ld+json',
      )(request, response, asked),
    expect: { datasets: 0, isComplete: false, maxRequests: 1 },
  },
  'iri-broken': {
    does: 'has addresses with spaces, brackets and two addresses in one',
    answer: give(
      turtle(
        1,
        2,
        '<https://data.example.se/1> dct:relation <https://a.se/x y>, <https://a.se/[1]>, <http://a.sehttp://b.se> .\n',
      ),
    ),
    expect: { datasets: 2, isComplete: true, problems: ['iri-space'] },
  },
  'literal-huge': {
    does: 'has a title of a million letters',
    answer: give(turtle(1, 1, `<https://data.example.se/1> dct:title "${'x'.repeat(1_000_000)}" .\n`)),
    expect: { datasets: 1, isComplete: true },
  },
  triples: {
    does: 'has more triples than anybody has agreed to',
    answer: give(turtle(1, 8_000), 'text/turtle'),
    expect: { datasets: 0, isComplete: false, failures: ['limit'] },
  },
  zip: {
    does: 'is an archive',
    answer: give(Buffer.from('504b0304140000000800', 'hex'), 'application/zip'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'gzip-unsaid': {
    does: 'is packed and does not say so',
    answer: give(gzipSync(turtle(1, 1))),
    expect: { datasets: 1, isComplete: true, failures: [], notes: ['source-packed'] },
  },
  'gzip-unsaid-bomb': {
    does: 'is a packed file that swells to 200 MB',
    answer: give(packedBomb(35), 'application/gzip'),
    expect: { datasets: 0, isComplete: false, failures: ['too-large'] },
  },
  'gzip-unsaid-cut': {
    does: 'is a packed file that ends in the middle',
    answer: give(gzipSync(turtle(1, 1)).subarray(0, -12), 'application/gzip'),
    expect: { datasets: 0, isComplete: false, failures: ['content'] },
  },
  'catalog-agent': {
    does: 'has a catalogue that is its own publisher',
    answer: give(
      turtle(
        1,
        1,
        '<https://data.example.se/> a <http://xmlns.com/foaf/0.1/Agent> ; dct:publisher <https://data.example.se/> .\n',
      ),
    ),
    expect: { datasets: 1, isComplete: true, failures: [] },
  },
  'robots-forbid': {
    does: 'forbids us by robots.txt',
    robots: true,
    answer: give(turtle(1, 1)),
    expect: { datasets: 0, isComplete: false, failures: ['robots'], maxRequests: 1 },
  },
}

/** Every source by name: the first part of its path. */
export const sourceBehaviours: Readonly<Record<string, SourceBehaviour>> = {
  ...texts,
  ...pagingSources,
  ...validatorSources,
}
