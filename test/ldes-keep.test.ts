// What a reader remembers of entities that the store holds already: references, from which the same comes back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalGraph, entityText, iriId, parse, SKOLEM, writeNTriples } from '../src/rdf/index.ts'
import type { Contents, KeptContent } from '../src/source/contents.ts'
import { applyEvents, type FeedEntities, graphOf, nothingKnown } from '../src/source/ldes/apply.ts'
import { keepEntities, keepReferring, restoreFrom } from '../src/source/ldes/keep.ts'

const EX = 'https://data.example.se/'

/** Feed entities of Turtle texts, each with blank nodes of its own. */
async function known(texts: Readonly<Record<string, string>>): Promise<FeedEntities> {
  const events = Object.entries(texts).map(async ([name, turtle], n) => {
    const bytes = Buffer.from(`@prefix ex: <${EX}> . @prefix made: <${SKOLEM}> .\n${turtle}`)
    const graph = await parse({ name: '-', bytes }, { syntax: 'turtle' })
    const nquads = [...writeNTriples(graph)].join('').replaceAll('_:', `_:n${n}x`)
    return { member: `${EX}m${n}`, object: `${EX}${name}`, kind: 'upsert' as const, nquads, page: EX }
  })
  return applyEvents(nothingKnown, await Promise.all(events))
}

/** The contents that a store has after everything was applied to it. */
async function contentsOf(feed: FeedEntities): Promise<readonly KeptContent[]> {
  const graph = await graphOf(feed)
  const iris = [...feed.entities].flatMap(([object, { embedded }]) => [object, ...embedded])
  const texts = await Promise.all(iris.map(async (iri) => entityText(graph, iriId(graph, iri))))
  return texts.flatMap((text) => text ?? [])
}

function contents(all: readonly KeptContent[], older: readonly KeptContent[] = []): Contents {
  return {
    all: async function* () {
      yield* all
    },
    version: async (iri, digits) =>
      older.find((content) => content.iri === iri && content.hash.includes(digits))?.nquads,
  }
}

/** Keeps with the contents given, through text as a store does. */
async function kept(feed: FeedEntities, all: readonly KeptContent[]) {
  const graph = await graphOf(feed)
  const byIri = new Map(all.map((content) => [content.iri, content]))
  const value = await keepReferring(feed, { graph, contents: byIri, references: new Map() })
  return JSON.parse(JSON.stringify(value)) as typeof value
}

const canonical = async (feed: FeedEntities) => canonicalGraph(await graphOf(feed))

const texts = {
  plain: 'ex:plain a ex:Thing ; ex:title "Åäö \\"citat\\"\\n"@sv , "1"^^ex:number .',
  contact: 'ex:contact a ex:Thing ; ex:contact [ ex:name "A" ; ex:tel [ ex:value "1" ] ] , [ ex:name "B" ] .',
  same: 'ex:same a ex:Thing ; ex:contact [ ex:name "A" ; ex:tel [ ex:value "1" ] ] .',
  alike: 'ex:alike ex:part ex:one , [ ex:name "X" ] . ex:one ex:part [ ex:name "X" ] , [ ex:name "X" ] .',
  embeds: 'ex:embeds a ex:Thing ; ex:part ex:inner . ex:inner a ex:Part ; ex:size [ ex:value 3 ] .',
}

describe('entities kept by reference', () => {
  it('come back as they were, and take few bytes', async () => {
    const feed = await known(texts)
    const all = await contentsOf(feed)
    const value = await kept(feed, all)
    expect(value.entities).toEqual({
      [`${EX}plain`]: [expect.stringMatching(/^[0-9a-f]{12}$/)],
      [`${EX}contact`]: [expect.any(String)],
      [`${EX}same`]: [expect.any(String)],
      [`${EX}alike`]: [expect.any(String), `${EX}one`, expect.any(String)],
      [`${EX}embeds`]: [expect.any(String), `${EX}inner`, expect.any(String)],
    })
    const restored = await restoreFrom(value, contents(all))
    expect(await canonical(restored!.known)).toBe(await canonical(feed))
    expect(restored!.known.entities.get(`${EX}embeds`)).toMatchObject({
      embedded: [`${EX}inner`],
      typed: [`${EX}embeds`, `${EX}inner`],
    })
    // Kept once more without being looked at again.
    const again = await keepReferring(restored!.known, {
      ...restored!,
      graph: await graphOf(restored!.known),
    })
    expect(again).toEqual(value)
  })

  it.each([
    [
      'a nameless node that two things share',
      'ex:a ex:p _:x ; ex:q ex:b . ex:b ex:p _:x . _:x ex:name "X" .',
    ],
    ['a nameless node without statements that two things share', 'ex:a ex:p _:x . ex:b ex:p _:x .'],
    ['a nameless node that hangs on nothing', 'ex:a ex:name "A" . [] ex:name "B" .'],
    ['an address that looks made', 'ex:a ex:p made:0123 .'],
    ['an address with what no address may hold', 'ex:a ex:p <https://data.example.se/\\u0020x> .'],
  ])('are kept as they are when that would lose something: %s', async (_, turtle) => {
    const feed = await known({ a: turtle })
    const all = await contentsOf(feed)
    const value = await kept(feed, all)
    const restored = await restoreFrom(value, contents(all))
    expect(await canonical(restored!.known)).toBe(await canonical(feed))
    if (!turtle.includes('\\u0020')) expect(value).toEqual(keepEntities(feed))
  })

  it('come back from an earlier version when the present one is another, and not at all when that is gone', async () => {
    const feed = await known(texts)
    const all = await contentsOf(feed)
    const value = await kept(feed, all)
    const other = await contentsOf(await known({ plain: 'ex:plain ex:title "Annan" .' }))
    const changed = [...all.filter(({ iri }) => iri !== `${EX}plain`), ...other]
    const restored = await restoreFrom(value, contents(changed, all))
    expect(await canonical(restored!.known)).toBe(await canonical(feed))
    expect(await restoreFrom(value, contents(changed))).toBeUndefined()
  })

  it('come back whatever of them is kept elsewhere', async () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd')
    const node = fc.oneof(
      names.map((name) => `ex:${name}`),
      fc.constantFrom('_:x', '_:y', '_:z', '"text"', '"på svenska"@sv'),
    )
    const subject = fc.oneof(
      names.map((name) => `ex:${name}`),
      fc.constantFrom('_:x', '_:y'),
    )
    const line = fc
      .tuple(subject, fc.constantFrom('ex:p', 'ex:q'), node)
      .map((terms) => `${terms.join(' ')} .`)
    const turtle = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, turtle, { maxKeys: 4 }), fc.nat(255), async (all, mask) => {
        const feed = await known(all)
        const whole = await contentsOf(feed)
        const some = whole.filter((_, n) => (mask >> (n % 8)) & 1)
        const restored = await restoreFrom(await kept(feed, some), contents(some))
        expect(await canonical(restored!.known)).toBe(await canonical(feed))
        for (const [object, { embedded }] of feed.entities)
          expect([...restored!.known.entities.get(object)!.embedded].sort()).toEqual([...embedded].sort())
      }),
      { numRuns: 100 },
    )
  })
})
