// Statements that go to n3: what RDF 1.1 can hold comes in at the statement's place, the rest is a finding.
import { describe, expect, it } from 'vitest'
import { offsetOf, parse, quadsOf, type SyntaxId } from '../src/rdf/index.ts'

const head = '@prefix e: <http://e.se/> .\n@base <http://e.se/> .\n'

async function read(text: string, syntax: SyntaxId = 'turtle') {
  const isLines = syntax === 'ntriples' || syntax === 'nquads'
  const bytes = Buffer.from(isLines ? text : head + text)
  const graph = await parse({ name: 'x', bytes }, { syntax })
  const names = new Map<string, string>()
  const term = ({ termType, value }: { termType: string; value: string }) => {
    if (termType !== 'BlankNode') return value.replace(/^http:\/\/(?:e\.se\/|.*#)/, '')
    if (!names.has(value)) names.set(value, `_${names.size}`)
    return names.get(value)!
  }
  const lines = [...quadsOf(graph)].map((q) =>
    [q.subject, q.predicate, q.object, q.graph].map(term).join(' ').trim(),
  )
  return { graph, bytes, lines, problems: graph.problems.map(({ rule }) => rule) }
}

const UNSUPPORTED = 'syntax-turtle-unsupported'

describe('a statement beyond our reader', () => {
  it.each([
    ['a quoted triple as subject', '<< e:a e:b e:c >> e:p "1" .', ['_0 p 1'], [UNSUPPORTED]],
    ['a triple term', 'e:a e:b <<( e:x e:y e:z )>> , e:d .', ['a b d'], [UNSUPPORTED]],
    [
      'an annotation with a tree in it',
      'e:a e:b e:c {| e:p [ e:q "1" ] |} ; e:r "2" .',
      ['a b c', '_0 q 1', '_1 p _0', 'a r 2'],
      [UNSUPPORTED],
    ],
    [
      'a reifier with a name',
      'e:a e:b e:c ~ _:r {| e:p "1" |} . _:r e:q "2" .',
      ['_0 q 2', 'a b c', '_0 p 1'],
      [UNSUPPORTED],
    ],
    [
      'a relative IRI inside',
      '<a> e:b <c> {| e:p <d> |} .',
      ['a b c', '_0 p d'],
      ['iri-relative-base', UNSUPPORTED],
    ],
    [
      'brackets read by both',
      'e:a e:p [ e:q "1" ] ; e:b e:c ~ .',
      ['_0 q 1', 'a p _0', 'a b c'],
      [UNSUPPORTED],
    ],
    ['a statement of the version', '@version "1.2" .\ne:a e:b e:c .', ['a b c'], []],
    ['a statement of the version, as in SPARQL', "VERSION '1.2'\ne:a e:b e:c .", ['a b c'], []],
  ])('with %s', async (_, text, lines, problems) => {
    const found = await read(text)
    expect(found.problems).toEqual(problems)
    expect(found.lines).toEqual(lines)
  })

  it('keeps the place of its statement', async () => {
    const { graph, bytes } = await read('e:x e:y "0" .\n\n<< e:a e:b e:c >> e:p "1" .\n')
    const at = bytes.indexOf('<< e:a')
    const [last] = [...graph.quads.at.subarray(0, graph.quads.count)].slice(-1)
    expect(last).toBe(at)
    expect(graph.problems[0].at).toBe(at)
    const subject = graph.quads.subject[graph.quads.count - 1]
    expect(offsetOf(graph, subject)).toBe(at)
  })

  it('is left with what our reader made of it when n3 refuses it too', async () => {
    const { lines, problems } = await read('e:a e:b e:c ; e:d << e:x >> ; e:f "2" .\ne:z e:p "3" .')
    expect(problems).toEqual([UNSUPPORTED])
    expect(lines).toEqual(['a b c', 'a f 2', 'z p 3'])
  })

  it('costs the statements around it nothing', async () => {
    const { lines } = await read('e:a e:p "1" .\n<< e:a e:b e:c >> e:q "2" .\ne:z e:p [ e:q "3" ] .\n')
    expect(lines).toEqual(['a p 1', '_0 q 3', 'z p _0', '_1 q 2'])
  })

  it('goes to the graph that it stands in', async () => {
    const { lines } = await read('e:g { e:a e:b e:c {| e:p "1" |} }\ne:z e:p "3" .', 'trig')
    expect(lines).toEqual(['z p 3', 'a b c g', '_0 p 1 g'])
  })

  it('is one line in N-Triples and N-Quads', async () => {
    const line = '<http://e.se/a> <http://e.se/b> <<( <http://e.se/x> <http://e.se/y> <http://e.se/z> )>>'
    const next = '<http://e.se/z> <http://e.se/p> "3"'
    expect(await read(`${line} .\n${next} .\n`, 'ntriples')).toMatchObject({
      lines: ['z p 3'],
      problems: [UNSUPPORTED],
    })
    expect(await read(`${line} <http://e.se/g> .\n${next} .\n`, 'nquads')).toMatchObject({ lines: ['z p 3'] })
  })

  it('uses the prefixes and the base that hold where it stands', async () => {
    const { lines } = await read(
      '<< e:a e:b e:c >> e:p "1" .\n@prefix e: <http://e.se/other/> .\n@base <http://e.se/deep/> .\n<< e:a e:b e:c >> e:p <x> .\n',
    )
    expect(lines).toEqual(['_0 p 1', '_1 other/p deep/x'])
  })
})
