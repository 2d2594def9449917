import { describe, expect, it } from 'vitest'
import { compileShapes, shapes, validateShapes } from '../src/check/shacl/index.ts'
import { quietIo } from '../src/io.ts'
import type { Profile } from '../src/profile/index.ts'
import { turtle } from './support/shapes-suites.ts'

const prefixes = `
@prefix ex: <http://example.se/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rule: <https://w3id.org/grunddata/rule/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

function profileOf(ttl: string, concepts: readonly string[] = []): Profile {
  const concept = (iri: string) =>
    [iri, { iri, label: { sv: iri, en: iri }, scheme: 'http://example.se/scheme', aliases: [] }] as const
  return {
    id: 'test',
    version: '1',
    title: { sv: 'Prov', en: 'Test' },
    seeAlso: 'https://example.se/',
    shapes: turtle(prefixes + ttl),
    rules: new Map(),
    vocabularies: new Map([
      [
        'http://example.se/scheme',
        {
          iri: 'http://example.se/scheme',
          name: 'scheme',
          title: { sv: 'Lista', en: 'List' },
          complete: true,
          concepts: new Map(concepts.map(concept)),
        },
      ],
    ]),
  }
}

async function run(profile: Profile, data: string) {
  const graph = turtle(prefixes + data)
  return shapes(graph, { profile, io: quietIo(), notAssessed: () => {} })
}

describe('the shapes check', () => {
  it('names a problem by the local name of the rule', async () => {
    const profile = profileOf(`
      [] sh:targetClass ex:Dataset ; sh:property rule:dataset-title-missing .
      rule:dataset-title-missing sh:path ex:title ; sh:minCount 1 .`)
    const [problem, ...rest] = await run(profile, 'ex:a a ex:Dataset . ex:b a ex:Dataset ; ex:title "B" .')
    expect(rest).toEqual([])
    expect(problem).toMatchObject({ rule: 'dataset-title-missing', path: 'http://example.se/title' })
    expect(problem.params).toBeUndefined()
  })

  it('makes a readable id and words for shapes of others', async () => {
    const profile = profileOf(`
      ex:DatasetShape sh:targetClass ex:Dataset ;
        sh:property [ sh:path ex:landingPage ; sh:minCount 1 ; sh:severity sh:Warning ] ,
          [ sh:path [ sh:inversePath ex:dataset ] ; sh:minCount 1 ] ;
        sh:property ex:WithWords .
      ex:WithWords sh:path ex:title ; sh:minCount 1 ; sh:message "Title!"@en .`)
    const problems = await run(profile, 'ex:a a ex:Dataset .')
    expect(problems.map((problem) => [problem.rule, problem.path]).sort()).toEqual([
      ['WithWords', 'http://example.se/title'],
      ['dataset-inverse-dataset-mincount', '^http://example.se/dataset'],
      ['dataset-landing-page-mincount', 'http://example.se/landingPage'],
    ])
    const words = problems.map((problem) => problem.params)
    expect(words).toContainEqual({ message: { sv: 'Title!', en: 'Title!' }, severity: 'error' })
    expect(words.map((params) => params?.severity)).toContain('warning')
  })

  it('says one thing once when two roads lead to it', async () => {
    const profile = profileOf(`
      [] sh:targetClass ex:A ; sh:property [ sh:path ex:p ; sh:property rule:r ] , [ sh:path ex:q ; sh:property rule:r ] .
      rule:r sh:path ex:title ; sh:minCount 1 .`)
    expect(await run(profile, 'ex:a a ex:A ; ex:p ex:b ; ex:q ex:b .')).toHaveLength(1)
  })

  it('knows the concepts of the vocabularies, and never checks them', async () => {
    const profile = profileOf(
      `[] sh:targetClass ex:Dataset ; sh:property rule:theme-class , rule:theme-scheme .
       rule:theme-class sh:path ex:theme ; sh:class skos:Concept .
       rule:theme-scheme sh:path ex:theme ; sh:node [ sh:property [ sh:path skos:inScheme ; sh:hasValue ex:scheme ] ] .
       [] sh:targetClass skos:Concept ; sh:property rule:never .
       rule:never sh:path ex:nothing ; sh:minCount 1 .`,
      ['http://example.se/known', 'http://example.se/unused'],
    )
    const problems = await run(profile, 'ex:a a ex:Dataset ; ex:theme ex:known , ex:unknown .')
    expect(problems.map((problem) => problem.rule).sort()).toEqual(['theme-class', 'theme-scheme'])
  })
})

describe('class axioms', () => {
  it('are read from the shapes, the data and the background', () => {
    const compiled = compileShapes(
      turtle(
        `${prefixes} [] sh:targetClass ex:Top ; sh:property [ sh:path ex:p ; sh:minCount 1 ] . ex:A rdfs:subClassOf ex:Top .`,
      ),
    )
    const data = turtle(`${prefixes} ex:B rdfs:subClassOf ex:A . ex:b a ex:B . ex:c a ex:C . ex:d a ex:D .`)
    const background = turtle(`${prefixes} ex:C rdfs:subClassOf ex:B . ex:x a ex:Top .`)
    expect(validateShapes(compiled, data)).toHaveLength(1)
    expect(validateShapes(compiled, data, { background })).toHaveLength(2)
  })
})
