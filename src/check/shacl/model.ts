// What shapes become when they are compiled: plain data and functions that know nothing of any data graph yet.
import type * as RDF from '@rdfjs/types'
import type { Graph } from '../../rdf/index.ts'
import type { Binding } from './binding.ts'

/** A SHACL property path (SHACL §2.3.1), with IRIs as text. */
export type Path =
  | { readonly kind: 'predicate'; readonly iri: string }
  | { readonly kind: 'inverse' | 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne'; readonly path: Path }
  | { readonly kind: 'sequence' | 'alternative'; readonly paths: readonly Path[] }

/** Where the values of a focus node stand: `values[begin]` up to `values[end - 1]`, distinct. */
export type FocusCheck = (
  focus: number,
  values: Uint32Array | number[],
  begin: number,
  end: number,
  at: Uint32Array | undefined,
) => void

/** Notes a violation of one constraint; `value` is -1 when there is none, `predicate` replaces the shape's path. */
export type Emit = (focus: number, value: number, options?: EmitOptions) => void

export interface EmitOptions {
  /** Term id of a predicate that is the result path in place of the shape's own. */
  readonly predicate?: number
  /** Byte offset of the statement at fault. */
  readonly at?: number
}

/** A constraint that each value meets or breaks by itself. Answers are remembered per value. */
export interface ValueConstraint {
  readonly on: 'value'
  /** Local name of the sh: constraint component. */
  readonly component: string
  /** Constraints with equal keys are the same constraint, and share their memory. */
  readonly key: string
  /** The shapes that decide it. */
  readonly shapes?: readonly Shape[]
  readonly bind: (binding: Binding) => (value: number) => boolean
}

/** A constraint over all values of a focus node together. */
export interface FocusConstraint {
  readonly on: 'focus'
  readonly component: string
  readonly bind: (binding: Binding, emit: Emit) => FocusCheck
}

/** A constraint that the fallback engine must judge: `parameter` is the sh: property and `value` its value. */
export interface ForeignConstraint {
  readonly on: 'foreign'
  readonly component: string
  readonly parameter: string
  /** Term id in the shapes graph. */
  readonly value: number
}

export type Constraint = ValueConstraint | FocusConstraint | ForeignConstraint

export interface Shape {
  /** Position in {@link CompiledShapes.shapes}. */
  readonly index: number
  /** Term id in the shapes graph. */
  readonly term: number
  /** IRI, or `_:` and a name for a blank node. */
  readonly name: string
  /** Undefined for a node shape. */
  readonly path: Path | undefined
  /** IRI; sh:Violation when not stated. */
  readonly severity: string
  readonly messages: readonly RDF.Literal[]
  readonly deactivated: boolean
  readonly constraints: readonly Constraint[]
  /** Shapes that this one refers to. */
  readonly references: readonly Shape[]
  /** True when the shape refers to itself by some road. */
  readonly recursive: boolean
}

/** What the nodes are that a shape is applied to (SHACL §2.1.3). Classes and predicates are IRIs. */
export interface Target {
  readonly shape: Shape
  readonly kind: 'class' | 'node' | 'subjectsOf' | 'objectsOf' | 'foreign'
  /** Term id in the shapes graph: the class, the node, the predicate or the sh:target. */
  readonly term: number
}

/** Shapes ready to be run over any number of data graphs. */
export interface CompiledShapes {
  readonly graph: Graph
  readonly shapes: readonly Shape[]
  readonly targets: readonly Target[]
  /** True when something is left to the fallback engine, so that only `validateAll` gives every result. */
  readonly needsFallback: boolean
  /** What is not understood or ill formed in the shapes, in English; those constraints are not applied. */
  readonly problems: readonly string[]
}

export interface ValidateOptions {
  /** Statements that are visible but are never focus nodes: vocabularies and class axioms. */
  readonly background?: Graph
  /** Per term of the data 0 when it is not to be a focus node; default: all are. */
  readonly home?: Uint8Array
}

/** A validation result (SHACL §3.6.2). A node that the data graph does not hold is an RDF/JS term. */
export interface ShaclResult {
  readonly focus: number | RDF.Term
  /** IRI of the source shape, or `_:` and a name. */
  readonly shape: string
  readonly source: Shape
  readonly path?: Path
  readonly value?: number | RDF.Term
  /** IRI of the constraint component. */
  readonly component: string
  /** IRI of the severity. */
  readonly severity: string
  readonly messages: readonly RDF.Literal[]
  /** Byte offset in the data of the value that is one too many. */
  readonly at?: number
  /** sh:sourceConstraint: term id in the shapes graph of the sh:sparql constraint. */
  readonly constraint?: number
}
