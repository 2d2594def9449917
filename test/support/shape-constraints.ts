// What a shape constrains, itself and the anonymous shapes in it taken together.
import type { Vocabulary } from '../../src/profile/index.ts'
import { BLANK, type Graph, ID, iriId, objects, text } from '../../src/rdf/index.ts'

const SH = 'http://www.w3.org/ns/shacl#'

export interface Constraints {
  /** Largest sh:minCount or sh:qualifiedMinCount. */
  readonly min: number
  readonly max: number | undefined
  /** Local name of the shape's own sh:nodeKind; those of conditions inside do not count. */
  readonly nodeKind: string | undefined
  readonly datatypes: readonly string[]
  readonly patterns: readonly string[]
  readonly classes: readonly string[]
  /** Values of the sh:in lists, in order, that are no whole vocabulary as well. */
  readonly values: readonly string[]
  /** Names of the vocabularies that are written out in a sh:in. */
  readonly schemes: (vocabularies: ReadonlyMap<string, Vocabulary>) => readonly string[]
}

/** The constraints of a rule's shape. */
export function constraintsOf(shapes: Graph, rule: string): Constraints {
  const shape = iriId(shapes, `https://w3id.org/grunddata/rule/${rule}`)
  const nodes = below(shapes, shape)
  const ids = (node: number, name: string) => [...objects(shapes, node, iriId(shapes, SH + name))]
  const texts = (name: string) => nodes.flatMap((node) => ids(node, name).map((term) => text(shapes, term)))
  const counts = (...names: string[]) => names.flatMap(texts).map(Number)
  const lists = nodes.flatMap((node) => ids(node, 'in')).map((head) => listOf(shapes, head))
  const maxima = counts('maxCount', 'qualifiedMaxCount').filter((count) => count > 0)
  return {
    min: Math.max(0, ...counts('minCount', 'qualifiedMinCount')),
    max: maxima.length === 0 ? undefined : Math.min(...maxima),
    nodeKind: ids(shape, 'nodeKind').map((term) => text(shapes, term).slice(SH.length))[0],
    datatypes: texts('datatype'),
    patterns: texts('pattern'),
    classes: texts('class'),
    values: lists.flat(),
    schemes: (vocabularies) => schemesOf(lists, vocabularies),
  }
}

/** The shape and the anonymous nodes below it, lists among them, without the members of sh:in. */
function below(shapes: Graph, shape: number): readonly number[] {
  const found: number[] = []
  const skipped = new Set([iriId(shapes, `${SH}in`), iriId(shapes, `${SH}path`)])
  const visit = (node: number): void => {
    found.push(node)
    const { offset, predicate, value } = shapes.out
    for (let row = offset[node]; row < offset[node + 1]; row++) {
      const next = value[row]
      if (shapes.dictionary.kind[next] === BLANK && !skipped.has(predicate[row]) && !found.includes(next))
        visit(next)
    }
  }
  visit(shape)
  return found
}

function listOf(shapes: Graph, head: number): readonly string[] {
  const values: string[] = []
  for (let cell = head; cell !== ID.nil; cell = objects(shapes, cell, ID.rest)[0])
    values.push(text(shapes, objects(shapes, cell, ID.first)[0]))
  return values
}

function schemesOf(
  lists: readonly (readonly string[])[],
  vocabularies: ReadonlyMap<string, Vocabulary>,
): readonly string[] {
  const written = new Set(lists.map((list) => [...list].sort().join(' ')))
  return [...vocabularies.values()]
    .filter(({ concepts }) => written.has([...concepts.keys()].sort().join(' ')))
    .map(({ name }) => name)
}
