// What a server says about a document, against what the document is.
import { describe, expect, it } from 'vitest'
import { validateDocument } from '../src/validate.ts'

const turtle = new TextEncoder().encode('<https://data.example.se/a> a <http://www.w3.org/ns/dcat#Catalog> .')

describe('document-media-type', () => {
  it('is told when the server says something else than the content is', async () => {
    const { reports } = await validateDocument({ name: 'a', bytes: turtle, mediaType: 'application/ld+json' })
    expect(reports[0].findings.map(({ rule }) => rule)).toContain('document-media-type')
  })

  it('is not told when they agree', async () => {
    const { reports } = await validateDocument({ name: 'a', bytes: turtle, mediaType: 'text/turtle' })
    expect(reports[0].findings.map(({ rule }) => rule)).not.toContain('document-media-type')
  })
})

describe('network rules', () => {
  it('are counted as not assessed without the network, never passed over', async () => {
    const text = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
<https://e.se/k> a dcat:Catalog ; dct:hasPart <https://e.se/sub> ; dcat:landingPage <https://e.se/l> .
<https://e.se/sub> a dcat:Catalog .
<https://e.se/d> a dcat:Distribution ; dcat:accessURL <https://e.se/x> .
<https://e.se/s> a dcat:DataService ; dcat:endpointDescription <https://e.se/openapi.json> .`
    const { reports } = await validateDocument({ name: 'a.ttl', bytes: new TextEncoder().encode(text) })
    expect(reports[0].notAssessed.map(({ rule, count }) => `${rule} ${count}`).sort()).toEqual([
      'access-url-unreachable 1',
      'api-description-unreachable 1',
      'landing-page-unreachable 1',
      'subcatalog-unreachable 1',
    ])
  })
})
