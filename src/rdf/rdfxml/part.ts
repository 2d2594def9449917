// An RDF/XML document read in parts, for documents too large to hold: each part begins and ends between the children of
// rdf:RDF. The parts after the first are read behind the document's beginning, up to and with the tag of rdf:RDF.
import type { Document } from '../document.ts'
import { createGraphBuilder } from '../graph.ts'
import type { Part, PartOptions } from '../parts.ts'
import { LT, NAME_START } from './bytes.ts'
import { endDocument, readMarkup } from './document.ts'
import { createReader, ROLE } from './state.ts'
import { rdfxmlTokenEnd } from './token-end.ts'

/** What a part must know of those before it. */
interface Carry {
  /** The document up to its first node element. */
  readonly head: Uint8Array
  readonly ids: ReadonlySet<string>
  readonly said: ReadonlySet<string>
  readonly reported: number
}

interface Cut {
  readonly at: number
  readonly quads: number
  readonly problems: number
  readonly reported: number
}

/** Reads the beginning of `bytes`; undefined when no place to end is found, so that more bytes are needed. */
export function readRdfXmlPart(
  { name, bytes }: Document,
  { base, carry, isLast }: PartOptions,
): Part | undefined {
  const before = carry as Carry | undefined
  const head = before?.head ?? new Uint8Array(0)
  const whole = head.length === 0 ? bytes : Buffer.concat([head, bytes])
  const builder = createGraphBuilder(Math.ceil(whole.length / 96))
  const r = createReader(whole, builder, base)
  for (const id of before?.ids ?? []) r.ids.add(id)
  let first = -1
  let cut: Cut | undefined
  let reported = 0
  while (r.pos < r.end) {
    const isBetween = r.depth === 1 && r.stack[1].role === ROLE.nodes && whole[r.pos] === LT
    if (isBetween && NAME_START[whole[r.pos + 1]] === 1) {
      if (first < 0) {
        first = r.pos
        // What there is to say about the beginning was said when it was read the first time.
        if (before) restore()
      } else if (r.reported === reported)
        cut = { at: r.pos, quads: builder.count(), problems: builder.problems.length, reported }
      reported = r.reported
    }
    readMarkup(r)
  }
  if (isLast) endDocument(r)
  else if (!cut) return undefined
  else {
    builder.remove(cut.quads, builder.count())
    builder.problems.length = cut.problems
  }
  const graph = builder.finish({ file: name, bytes: whole, syntax: 'rdfxml', tokenEnd: rdfxmlTokenEnd })
  return {
    graph,
    used: (isLast ? whole.length : (cut as Cut).at) - head.length,
    shift: head.length,
    carry: {
      head: before?.head ?? whole.slice(0, first),
      ids: r.ids,
      said: r.said,
      reported: cut?.reported ?? 0,
    },
  }

  function restore(): void {
    builder.problems.length = 0
    r.said.clear()
    for (const key of before!.said) r.said.add(key)
    r.reported = before!.reported
  }
}
