// shacl-engine behind the few questions that we put to it; its own types are not published.
import type * as RDF from '@rdfjs/types'

/** Steps of a property path as shacl-engine keeps them. */
export type EnginePath = readonly {
  readonly quantifier: string
  readonly start: string
  readonly predicates: readonly RDF.Term[]
}[]

export interface EngineResult {
  readonly shape: { readonly ptr: { readonly term: RDF.Term }; readonly message: readonly RDF.Literal[] }
  readonly path: EnginePath | null | undefined
  readonly value: { readonly term: RDF.Term } | undefined
  readonly message: readonly RDF.Literal[]
  readonly constraintComponent: RDF.Term
}

/** One shape to be asked about one focus node. */
export interface Question {
  readonly shape: RDF.Term
  readonly focus: RDF.Term
  readonly data: RDF.DatasetCore
}

export interface Engine {
  /** What the shape itself finds wrong with the focus node. */
  readonly validate: (question: Question) => Promise<EngineResult[]>
  /** The nodes that a SPARQL target selects. */
  readonly targets: (target: RDF.Term, data: RDF.DatasetCore) => Promise<RDF.Term[]>
}

interface Validator {
  validate(
    data: { dataset: RDF.DatasetCore; terms: readonly RDF.Term[] },
    shapes: readonly { terms: readonly RDF.Term[] }[],
  ): Promise<{ results: EngineResult[] }>
  readonly shapesPtr: { node(terms: readonly RDF.Term[]): unknown }
}

type Resolve = (target: unknown, context: object) => Promise<RDF.Term[]>

/** Loads the engine over a shapes graph; importing it costs about 0.3 s. */
export async function createEngine(shapes: RDF.DatasetCore, factory: object): Promise<Engine> {
  const { Validator } = await load<{
    Validator: new (shapes: RDF.DatasetCore, options: object) => Validator
  }>('shacl-engine')
  const { targetResolvers, validations } = await load<{
    targetResolvers: ReadonlyMap<RDF.Term, Resolve>
    validations: object
  }>('shacl-engine/sparql.js')
  const validator = new Validator(shapes, { factory, validations })
  return {
    validate: async ({ shape, focus, data }) => {
      const report = await validator.validate({ dataset: data, terms: [focus] }, [{ terms: [shape] }])
      return report.results.filter((result) => result.shape.ptr.term.equals(shape))
    },
    targets: async (target, data) => {
      const context = { factory, focusNode: { dataset: data } }
      const pointer = validator.shapesPtr.node([target])
      const found: RDF.Term[] = []
      for (const resolve of targetResolvers.values()) found.push(...(await resolve(pointer, context)))
      return found
    },
  }
}

async function load<Module>(name: 'shacl-engine' | 'shacl-engine/sparql.js'): Promise<Module> {
  // @ts-expect-error: the package has no types
  return name === 'shacl-engine' ? await import('shacl-engine') : await import('shacl-engine/sparql.js')
}
