// Whole numbers as parameters of constraints.
import type { ShapeContext } from './types.ts'

/** The whole number that a parameter states; undefined and a complaint when it is none. */
export function wholeNumber({ reader, term }: ShapeContext, name: string, value: number): number | undefined {
  const text = reader.isLiteral(value) ? reader.text(value) : ''
  if (/^\+?\d+$/.test(text)) return Number(text)
  reader.complain(term, `sh:${name} is not a whole number`)
  return undefined
}
