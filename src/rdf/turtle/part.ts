// A text of the Turtle family read in parts, for texts too large to hold: each part ends where a statement begins that
// was read without a fault after one that was, so that reading on from there gives what reading all at once gives.
import type { Document } from '../document.ts'
import type { Part, PartOptions } from '../parts.ts'
import type { SyntaxId } from '../syntax.ts'
import { readLines } from './lines.ts'
import { createReader, type Namespace, type Reader } from './reader.ts'
import { readStatements } from './statements.ts'
import { turtleTokenEnd } from './token-end.ts'

/** What a part must know of those before it. */
interface Carry {
  readonly namespaces: ReadonlyMap<string, Namespace>
  readonly prefixes: ReadonlyMap<string, string>
  readonly base: string
  readonly baseDeclared: boolean
  readonly baseReported: boolean
  readonly faults: number
}

/** Where a part may end: the offset of a statement, and what had been read before it. */
interface Cut extends Carry {
  readonly at: number
  readonly quads: number
  readonly problems: number
}

/** How far a reader may look beyond the statement it reads. */
const LOOK_AHEAD = 4096

/** Reads the beginning of `bytes`; undefined when no place to end is found, so that more bytes are needed. */
export async function readTurtlePart(
  { name, bytes }: Document,
  { syntax, base = '', carry, isLast }: PartOptions & { readonly syntax: SyntaxId },
): Promise<Part | undefined> {
  const lines = syntax === 'ntriples' || syntax === 'nquads'
  const r = createReader(bytes, { lines, trig: syntax === 'trig', base })
  if (carry) restore(r, carry as Carry)
  let cut: Cut | undefined
  let namespaces: ReadonlyMap<string, Namespace> = new Map(r.namespaces)
  let prefixes: ReadonlyMap<string, string> = new Map(r.builder.prefixes)
  let declarations = r.declarations
  let faults = r.faults
  let unknown = 0
  let wasGood = false
  const { problems } = r.builder
  let before = { problems: 0, base: r.base, baseDeclared: r.baseDeclared, baseReported: r.baseReported }
  const after = (at: number, quads: number) => {
    const isGood = r.faults === faults && r.unknown.length === unknown
    if (isGood && wasGood && at > 0 && r.pos < r.end - LOOK_AHEAD && !r.block)
      cut = { at, quads, namespaces, prefixes, faults, ...before }
    wasGood = isGood
    faults = r.faults
    unknown = r.unknown.length
    if (r.declarations !== declarations) {
      declarations = r.declarations
      namespaces = new Map(r.namespaces)
      prefixes = new Map(r.builder.prefixes)
    }
    before = {
      problems: problems.length,
      base: r.base,
      baseDeclared: r.baseDeclared,
      baseReported: r.baseReported,
    }
  }
  if (lines) readLines(r, syntax === 'nquads', after)
  else readStatements(r, after)
  if (!isLast) {
    if (!cut) return undefined
    takeBack(r, cut)
  }
  if (r.unknown.length > 0) await (await import('./hand-over.ts')).handOver(r, syntax)
  const graph = r.builder.finish({ file: name, bytes, syntax, tokenEnd: turtleTokenEnd })
  return { graph, used: isLast ? bytes.length : (cut as Cut).at, carry: cut }
}

function restore(r: Reader, carry: Carry): void {
  for (const [name, namespace] of carry.namespaces) r.namespaces.set(name, namespace)
  for (const [name, iri] of carry.prefixes) r.builder.prefixes.set(name, iri)
  r.base = carry.base
  r.baseDeclared = carry.baseDeclared
  r.baseReported = carry.baseReported
  r.faults = carry.faults
}

/** Forgets what was read from the cut on. */
function takeBack(r: Reader, { at, quads, problems }: Cut): void {
  const { builder } = r
  builder.remove(quads, builder.count())
  builder.problems.length = problems
  while (r.unknown.length > 0 && r.unknown[r.unknown.length - 1].start >= at) r.unknown.pop()
}
