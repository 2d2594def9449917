// The second opinion on SHACL: shacl-engine asked about one shape and one focus node at a time, which is the form
// in which it does not lose results between focus nodes. Results of both engines become comparable lines.
import type * as RDF from '@rdfjs/types'
// @ts-expect-error: the package has no types
import { Validator } from 'shacl-engine'
import {
  type CompiledShapes,
  compileShapes,
  pathText,
  runShapes,
  type ShaclResult,
  validateShapes,
} from '../../src/check/shacl/index.ts'
import {
  blankNode,
  datasetView,
  defaultGraph,
  fromQuads,
  type Graph,
  literal,
  namedNode,
  quad,
  quadsOf,
  termOf,
  variable,
} from '../../src/rdf/index.ts'

const SH = 'http://www.w3.org/ns/shacl#'
const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const SUBCLASS = namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf')
const RDFS_CLASS = namedNode('http://www.w3.org/2000/01/rdf-schema#Class')
const sh = (local: string) => namedNode(SH + local)
const factory = { namedNode, blankNode, literal, variable, quad, defaultGraph: () => defaultGraph }

interface Step {
  readonly quantifier: 'one' | 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne'
  readonly start: 'subject' | 'object'
  readonly predicates: readonly RDF.Term[]
}

interface OracleResult {
  readonly focusNode: { readonly term: RDF.Term }
  readonly path: readonly Step[] | null | undefined
  readonly value: { readonly term: RDF.Term } | undefined
  readonly constraintComponent: RDF.Term
  readonly severity: RDF.Term
}

interface Oracle {
  validate(data: object, shapes: readonly object[]): Promise<{ results: OracleResult[] }>
}

/** Which engine's memory is used: as published, or without the memory of what it has seen (it forgets results by it). */
export interface OracleOptions {
  readonly background?: Graph
  readonly withoutMemory?: boolean
}

/** (focus, path, component, value, severity) of every result, as sorted lines. */
export type Lines = readonly string[]

function node(term: RDF.Term): string {
  if (term.termType === 'NamedNode') return term.value
  if (term.termType === 'BlankNode') return `_:${term.value}`
  if (term.termType !== 'Literal') return term.termType
  return `"${term.value}"${term.language ? `@${term.language}` : `^^${term.datatype.value}`}`
}

interface Facts {
  readonly focus: RDF.Term
  readonly path: string
  readonly component: string
  readonly value: RDF.Term | undefined
  readonly severity: string
}

function line({ focus, path, component, value, severity }: Facts): string {
  const parts = [node(focus), path, component, value ? node(value) : '-', severity]
  return parts.join(' | ').replaceAll(SH, 'sh:')
}

const compiledShapes = new WeakMap<Graph, CompiledShapes>()

function compiledOf(shapes: Graph): CompiledShapes {
  let compiled = compiledShapes.get(shapes)
  if (!compiled) compiledShapes.set(shapes, (compiled = compileShapes(shapes)))
  return compiled
}

/** What the compiled engine finds. */
export function ownLines(shapes: Graph, data: Graph, options: OracleOptions = {}): Lines {
  const compiled = compiledOf(shapes)
  const background = options.background ? { background: options.background } : {}
  const term = (value: number | RDF.Term): RDF.Term =>
    typeof value === 'number' ? termOf(data, value) : value
  return validateShapes(compiled, data, background)
    .map(({ focus, path, component, value, severity }: ShaclResult) =>
      line({
        focus: term(focus),
        path: path ? pathText(path) : '-',
        component,
        value: value === undefined ? undefined : term(value),
        severity,
      }),
    )
    .sort()
}

/** Components whose results have no sh:value (SHACL §4); shacl-engine lets one leak in from a shape around. */
const withoutValue = new Set(
  ['MinCount', 'MaxCount', 'HasValue', 'UniqueLang', 'QualifiedMinCount', 'QualifiedMaxCount'].map(
    (name) => `${SH}${name}ConstraintComponent`,
  ),
)

const oracles = new WeakMap<Graph, Map<string, Oracle>>()

/** What shacl-engine finds, over the same data with the same background. */
export async function oracleLines(shapes: Graph, data: Graph, options: OracleOptions = {}): Promise<Lines> {
  const background = options.background ? { background: options.background } : {}
  const { graph } = runShapes(compiledOf(shapes), data, background)
  const dataset = datasetView(graph)
  const axioms = [...dataset.match(null, SUBCLASS)]
  const oracle = oracleOf(shapes, axioms, options)
  const lines: string[] = []
  for (const [shape, focus] of focusPairs(shapes, data, axioms)) {
    const { results } = await oracle.validate({ dataset, terms: [focus] }, [{ terms: [shape] }])
    for (const { focusNode, path, value, constraintComponent, severity } of results)
      lines.push(
        line({
          focus: focusNode.term,
          path: path ? stepsText(path) : '-',
          component: constraintComponent.value,
          value: withoutValue.has(constraintComponent.value) ? undefined : value?.term,
          severity: severity.value,
        }),
      )
  }
  return lines.sort()
}

/** An engine over the shapes; the class axioms of the data stand with them, where shacl-engine looks for them. */
function oracleOf(
  shapes: Graph,
  axioms: readonly RDF.Quad[],
  { withoutMemory = false }: OracleOptions,
): Oracle {
  const known = oracles.get(shapes) ?? new Map<string, Oracle>()
  oracles.set(shapes, known)
  const key = `${withoutMemory}${axioms.map((q) => `${node(q.subject)} ${node(q.object)}`).join()}`
  let oracle = known.get(key)
  if (!oracle) {
    const dataset =
      axioms.length > 0 ? datasetView(fromQuads([...quadsOf(shapes), ...axioms])) : datasetView(shapes)
    oracle = new Validator(dataset, { factory }) as Oracle
    if (withoutMemory) judgeAnew(oracle)
    known.set(key, oracle)
  }
  return oracle
}

/** Makes the engine judge a shape anew wherever it comes to it; with recursive shapes it would not come to an end. */
function judgeAnew(oracle: Oracle): void {
  type Inner = {
    shape(pointer: unknown): { validate: unknown; shapeValidator: { validate(c: unknown): unknown } } | null
  }
  const inner = oracle as unknown as Inner
  const original = inner.shape.bind(oracle)
  inner.shape = (pointer) => {
    const shape = original(pointer)
    if (shape) shape.validate = (context: unknown) => shape.shapeValidator.validate(context)
    return shape
  }
}

/** Every shape with each of its focus nodes (SHACL §2.1.3), found without the engine under test. */
function* focusPairs(
  shapes: Graph,
  data: Graph,
  axioms: readonly RDF.Quad[],
): Generator<readonly [shape: RDF.Term, focus: RDF.Term]> {
  const view = datasetView(shapes)
  const own = datasetView(data)
  const above = [...axioms, ...view.match(null, SUBCLASS)]
  const focus = new Map<RDF.Term, Map<string, RDF.Term>>()
  const add = (shape: RDF.Term, nodes: Iterable<RDF.Term>) => {
    const list = focus.get(shape) ?? new Map<string, RDF.Term>()
    focus.set(shape, list)
    for (const term of nodes) list.set(node(term), term)
  }
  const instances = function* (top: RDF.Term) {
    const classes = new Map([[node(top), top]])
    for (const [, upper] of classes)
      for (const { subject, object } of above) if (object.equals(upper)) classes.set(node(subject), subject)
    for (const [, type] of classes) for (const { subject } of own.match(null, RDF_TYPE, type)) yield subject
  }
  for (const { subject, object } of view.match(null, sh('targetClass'))) add(subject, instances(object))
  for (const { subject, object } of view.match(null, sh('targetNode'))) add(subject, [object])
  for (const { subject, object } of view.match(null, sh('targetSubjectsOf')))
    add(
      subject,
      [...own.match(null, object)].map((q) => q.subject),
    )
  for (const { subject, object } of view.match(null, sh('targetObjectsOf')))
    add(
      subject,
      [...own.match(null, object)].map((q) => q.object),
    )
  for (const { subject } of view.match(null, RDF_TYPE, RDFS_CLASS))
    if (['NodeShape', 'PropertyShape'].some((kind) => view.match(subject, RDF_TYPE, sh(kind)).size > 0))
      add(subject, instances(subject))
  for (const [shape, nodes] of focus) for (const [, term] of nodes) yield [shape, term]
}

const MARKS = { one: '', zeroOrMore: '*', oneOrMore: '+', zeroOrOne: '?' }

function stepsText(steps: readonly Step[]): string {
  const texts = steps.map(({ quantifier, start, predicates }) => {
    const names = predicates.map(({ value }) => value).join('|')
    const inner = predicates.length > 1 && steps.length > 1 ? `(${names})` : names
    return `${start === 'object' ? '^' : ''}${inner}${MARKS[quantifier]}`
  })
  return steps.length === 1
    ? texts[0]
    : texts.map((text) => (/[*+?]$/.test(text) ? `(${text})` : text)).join('/')
}

/** Lines that one has more often than the other: `-` those of the oracle alone, `+` those of the compiled engine alone. */
export function difference(own: Lines, oracle: Lines): string[] {
  const balance = new Map<string, number>()
  for (const text of own) balance.set(text, (balance.get(text) ?? 0) + 1)
  for (const text of oracle) balance.set(text, (balance.get(text) ?? 0) - 1)
  return [...balance]
    .filter(([, count]) => count !== 0)
    .map(([text, count]) => `${count > 0 ? '+' : '-'}${Math.abs(count)} ${text}`)
    .sort()
}
