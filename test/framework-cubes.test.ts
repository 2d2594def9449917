// The data cubes against the integrity constraints of RDF Data Cube that matter here, and the order of phases.
import { readdirSync, readFileSync } from 'node:fs'
import { Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'

const QB = 'http://purl.org/linked-data/cube#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const folder = 'vocab/national/'
const store = new Store(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ttl'))
    .flatMap((name) =>
      new Parser({ blankNodePrefix: `${name}-` }).parse(readFileSync(folder + name, 'utf8')),
    ),
)
const values = (subject: string, property: string) =>
  store.getObjects(subject, property, null).map((term) => term.value)
const cubes = store.getSubjects(`${RDF}type`, `${QB}DataSet`, null).map((term) => term.value)

/** The components of a cube's structure by kind: dimension, measure, attribute. */
function structure(cube: string): ReadonlyMap<string, string[]> {
  const [definition] = values(cube, `${QB}structure`)
  const nodes = store.getObjects(definition, `${QB}component`, null)
  const of = (kind: string) =>
    nodes.flatMap((node) => store.getObjects(node, QB + kind, null).map((term) => term.value))
  return new Map(['dimension', 'measure', 'attribute'].map((kind) => [kind, of(kind)]))
}

describe('the cubes', () => {
  it('are five', () => {
    expect(cubes.map((cube) => cube.replace('https://w3id.org/grunddata/', '')).sort()).toEqual([
      'funding',
      'funding-totals',
      'usage-indicator-7',
      'usage-infrastructure',
      'usage-mina-ombud',
    ])
  })

  describe.each(cubes)('%s', (cube) => {
    const parts = structure(cube)
    const observations = store.getSubjects(`${QB}dataSet`, cube, null).map((term) => term.value)

    it('has two dimensions, one measure and a unit', () => {
      expect([...parts.values()].map((each) => each.length)).toEqual([2, 1, 1])
      expect(observations.length).toBeGreaterThan(0)
    })

    it('gives every component of its structure once in every observation', () => {
      const components = [...parts.values()].flat()
      const faults = observations.filter((each) => components.some((part) => values(each, part).length !== 1))
      expect(faults).toEqual([])
    })

    it('has one observation for each combination of dimensions', () => {
      const keys = observations.map((each) =>
        (parts.get('dimension') ?? []).map((part) => values(each, part)[0]).join(' '),
      )
      expect(new Set(keys).size).toBe(keys.length)
    })

    it('takes its values from the code lists that it names', () => {
      const components = [...parts.values()].flat()
      const coded = components.filter((part) => values(part, `${QB}codeList`).length === 1)
      expect(coded.length).toBeGreaterThan(1)
      for (const part of coded) {
        const [list] = values(part, `${QB}codeList`)
        const outside = observations.filter(
          (each) => !values(values(each, part)[0], `${SKOS}inScheme`).includes(list),
        )
        expect([part, outside]).toEqual([part, []])
      }
    })
  })
})
