// The domain catalogues as plain JSON: every key is a term of our published context, and nothing is lost on the way.
import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { domains } from '../src/framework/index.ts'
import { parse, quadsOf, syntaxes } from '../src/rdf/index.ts'
import { canonical } from './support/canonical.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const context = (
  JSON.parse(readFileSync('vocab/context.jsonld', 'utf8')) as { '@context': Record<string, Json> }
)['@context']
const LANGUAGES = ['sv', 'en']

/** Every key and class name below a value. */
function* namesIn(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* namesIn(item)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (!key.startsWith('@') && !LANGUAGES.includes(key)) yield key
    if (key === '@type') yield* [inner].flat() as string[]
    yield* namesIn(inner)
  }
}

describe.each(domains.map(({ id }) => id))('the catalogue %s as JSON-LD', (id) => {
  const read = async () => {
    const name = `fixtures/catalogs/${id}.ttl`
    const graph = await parse({ name, bytes: readFileSync(name) })
    return { graph, text: [...syntaxes.jsonld.write(graph)].join('') }
  }

  it('has only keys of our context, none of them an address', async () => {
    const { text } = await read()
    const { '@context': own, '@graph': content } = JSON.parse(text) as Record<string, Json>
    const names = [...new Set(namesIn(content))]
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => name.includes(':') || !(name in context))).toEqual([])
    for (const [key, definition] of Object.entries(own as Record<string, Json>))
      expect([key, definition]).toEqual([key, context[key]])
  })

  it('says the same when we read it and when jsonld.js does', async () => {
    const { graph, text } = await read()
    const wanted = await canonical([...quadsOf(graph)])
    const again = await parse({ name: `${id}.jsonld`, bytes: new TextEncoder().encode(text) })
    expect(again.problems).toEqual([])
    expect(await canonical([...quadsOf(again)])).toBe(wanted)
    expect(await canonical((await jsonld.toRDF(JSON.parse(text))) as never)).toBe(wanted)
  })

  it('can lean on the published context by its address alone', async () => {
    const { graph, text } = await read()
    const bare = { ...(JSON.parse(text) as object), '@context': 'https://w3id.org/grunddata/context.jsonld' }
    const again = await parse({ name: `${id}.jsonld`, bytes: new TextEncoder().encode(JSON.stringify(bare)) })
    expect(again.problems).toEqual([])
    expect(await canonical([...quadsOf(again)])).toBe(await canonical([...quadsOf(graph)]))
  })
})
