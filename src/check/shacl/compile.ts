// Shapes graph → compiled shapes: everything that can be known before any data is seen.
import { type Graph, ID, iriId } from '../../rdf/index.ts'
import { subclassesOf, subclassPairs } from './classes.ts'
import { constraints, silentParameters } from './constraints/index.ts'
import { foreignShapes } from './impure.ts'
import type { CompiledShapes, Constraint, Path, Shape, Target } from './model.ts'
import { readPath } from './path.ts'
import { createReader, type ShapesReader } from './reader.ts'
import { RDFS, SH } from './vocabulary.ts'

type Draft = { -readonly [K in keyof Shape]: Shape[K] }

const targetKinds = {
  targetClass: 'class',
  targetNode: 'node',
  targetSubjectsOf: 'subjectsOf',
  targetObjectsOf: 'objectsOf',
  target: 'foreign',
} as const

/** Reads a shapes graph. The outcome holds no data and may be run over any number of graphs. Ill-formed parts are told in `problems`. */
export function compileShapes(graph: Graph): CompiledShapes {
  const reader = createReader(graph)
  const foreign = foreignShapes(reader)
  const byTerm = new Map<number, Draft>()
  const shapes: Draft[] = []
  const pending: Draft[] = []
  const shapeOf = (term: number): Draft => {
    let shape = byTerm.get(term)
    if (!shape) {
      shape = draft(reader, term, shapes.length)
      byTerm.set(term, shape)
      shapes.push(shape)
      pending.push(shape)
    }
    return shape
  }
  const targets = readTargets(reader, shapeOf)
  for (let shape = pending.pop(); shape; shape = pending.pop())
    if (!shape.deactivated)
      readConstraints(reader, shape, { shapeOf, isForeign: (term) => foreign.has(term) })
  markRecursive(shapes)
  const needsFallback =
    targets.some((target) => target.kind === 'foreign') ||
    shapes.some((shape) => shape.constraints.some((constraint) => constraint.on === 'foreign'))
  return { graph, shapes, targets, needsFallback, problems: reader.problems }
}

function draft(reader: ShapesReader, term: number, index: number): Draft {
  const [severity] = reader.values(term, 'severity')
  return {
    index,
    term,
    name: reader.name(term),
    path: undefined,
    severity: severity === undefined ? `${SH}Violation` : reader.text(severity),
    messages: [...reader.values(term, 'message')].filter(reader.isLiteral).map(reader.literal),
    deactivated: reader.isTrue(reader.values(term, 'deactivated')[0]),
    constraints: [],
    references: [],
    recursive: true,
  }
}

interface Surroundings {
  readonly shapeOf: (term: number) => Draft
  readonly isForeign: (term: number) => boolean
}

function readConstraints(reader: ShapesReader, shape: Draft, { shapeOf, isForeign }: Surroundings): void {
  const { term } = shape
  const path = pathOf(reader, shape)
  if (path === 'ill-formed') return
  shape.path = path
  const found: Constraint[] = []
  const references = new Set<Draft>()
  const context = {
    reader,
    term,
    isProperty: path !== undefined,
    isForeign,
    shape: (other: number) => {
      const inner = shapeOf(other)
      references.add(inner)
      return inner
    },
  }
  for (const [name, value] of parameters(reader, term)) {
    const constraint = constraints[name]?.(context, value)
    if (constraint) found.push(constraint)
    else if (!(name in constraints) && !silentParameters.has(name))
      reader.complain(term, `sh:${name} is unknown`)
  }
  shape.constraints = found
  shape.references = [...references]
}

function pathOf(reader: ShapesReader, { term }: Draft): Path | undefined | 'ill-formed' {
  const [node, second] = reader.values(term, 'path')
  if (node === undefined) return undefined
  const path = second === undefined ? readPath(reader, node) : undefined
  if (path) return path
  reader.complain(term, 'sh:path is ill formed')
  return 'ill-formed'
}

/** The statements about a shape in the sh: namespace: local name and value. */
function* parameters(reader: ShapesReader, term: number): Generator<[string, number]> {
  const { out } = reader.graph
  for (let row = out.offset[term]; row < out.offset[term + 1]; row++) {
    const iri = reader.text(out.predicate[row])
    if (iri.startsWith(SH)) yield [iri.slice(SH.length), out.value[row]]
  }
}

function readTargets(reader: ShapesReader, shapeOf: (term: number) => Draft): Target[] {
  const { graph } = reader
  const kinds = new Map<number, Target['kind']>()
  for (const [name, kind] of Object.entries(targetKinds)) kinds.set(iriId(graph, SH + name), kind)
  const shapeTypes = [`${SH}NodeShape`, `${SH}PropertyShape`].map((iri) => iriId(graph, iri))
  const classes = subclassesOf(subclassPairs(graph), iriId(graph, `${RDFS}Class`))
  const { out } = graph
  const targets: Target[] = []
  for (let subject = 0; subject < graph.dictionary.count; subject++) {
    let isShape = false
    let isClass = false
    for (let row = out.offset[subject]; row < out.offset[subject + 1]; row++) {
      const value = out.value[row]
      const kind = kinds.get(out.predicate[row])
      if (kind) targets.push({ shape: shapeOf(subject), kind, term: value })
      if (out.predicate[row] !== ID.type) continue
      if (shapeTypes.includes(value)) isShape = true
      if (classes.has(value)) isClass = true
    }
    if (isShape) shapeOf(subject)
    if (isShape && isClass && reader.isIri(subject))
      targets.push({ shape: shapeOf(subject), kind: 'class', term: subject })
  }
  return targets
}

/** Strips shapes that refer to nothing left, until only those remain that lead into a circle. */
function markRecursive(shapes: readonly Draft[]): void {
  const users = new Map<Shape, Draft[]>()
  const left = new Map<Draft, number>()
  for (const shape of shapes) {
    left.set(shape, shape.references.length)
    for (const reference of shape.references) {
      const list = users.get(reference)
      if (list) list.push(shape)
      else users.set(reference, [shape])
    }
  }
  const free = shapes.filter((shape) => shape.references.length === 0)
  for (const shape of free) {
    shape.recursive = false
    for (const user of users.get(shape) ?? []) {
      const rest = left.get(user)! - 1
      left.set(user, rest)
      if (rest === 0) free.push(user)
    }
  }
}
