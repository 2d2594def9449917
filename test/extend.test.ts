// Two extensions of one graph: each has its own terms, and nothing of the other's.
import { expect, it } from 'vitest'
import { extendGraph, iriId, lang, parse, text } from '../src/rdf/index.ts'

const read = (written: string) => parse({ name: 'k.ttl', bytes: Buffer.from(written) })
const BLANK = 2

it('a blank node of one has nothing of a text of the other', async () => {
  const graph = await read('<https://example.se/a> <https://example.se/p> "x"@sv .')
  const texts = await read('<https://example.se/z> <https://example.se/p> "y"@sv , "z"@sv .')
  const blanks = await read('[] <https://example.se/p> [] , [] , [] .')
  const first = extendGraph(graph)
  for (let term = 0; term < texts.dictionary.count; term++) first.term(texts, term)
  const second = extendGraph(graph)
  const ids: number[] = []
  for (let term = 0; term < blanks.dictionary.count; term++)
    if (blanks.dictionary.kind[term] === BLANK) ids.push(second.term(blanks, term))
  const [one, other] = [first.finish(), second.finish()]
  expect(ids.map((id) => [lang(other, id), other.dictionary.datatype[id]])).toEqual(
    ids.map(() => [undefined, 0]),
  )
  const named = iriId(one, 'https://example.se/z')
  expect(text(one, named)).toBe('https://example.se/z')
  expect(iriId(other, 'https://example.se/z')).toBe(-1)
  expect(iriId(graph, 'https://example.se/z')).toBe(-1)
})
