// What a row of the constraint table is given and gives back.
import type { Constraint, Shape } from '../model.ts'
import type { ShapesReader } from '../reader.ts'

export interface ShapeContext {
  readonly reader: ShapesReader
  /** The shape that is compiled: its term id in the shapes graph. */
  readonly term: number
  readonly isProperty: boolean
  /** Another shape of the same graph, which this one then refers to. */
  readonly shape: (term: number) => Shape
  /** True when a shape needs the fallback engine somewhere inside. */
  readonly isForeign: (term: number) => boolean
}

/** Compiles one value of a parameter; undefined when there is nothing to check. */
export type Compile = (context: ShapeContext, value: number) => Constraint | undefined
