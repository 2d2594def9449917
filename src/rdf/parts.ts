// A large text read in parts, one graph a part: what a reader must do for that, and reading a file that way.
import type { Problem } from '../finding.ts'
import { decodeDocument } from './decode.ts'
import { detectSyntax } from './detect.ts'
import type { FileText } from './file-text.ts'
import type { Graph } from './graph.ts'
import type { SyntaxId } from './syntax.ts'

export interface PartOptions {
  readonly base?: string
  /** What the part before gave, nothing for the first. */
  readonly carry: unknown
  /** Nothing follows these bytes. */
  readonly isLast: boolean
}

/** A part of a text. */
export interface Part {
  /** Its places are offsets in the bytes given, moved by `shift`. */
  readonly graph: Graph
  /** How many of the bytes given it takes. */
  readonly used: number
  /** What to take from an offset in the graph to have one in the bytes given; 0 when absent. */
  readonly shift?: number
  readonly carry: unknown
}

/** A part and where in the file its bytes begin: the offset of a place is its `at` and `start`. */
export interface FilePart {
  readonly graph: Graph
  readonly start: number
  /** Its bytes, and where they begin in the file. */
  readonly bytes: Uint8Array
  readonly offset: number
}

type Document = { readonly name: string; readonly bytes: Uint8Array }
type PartReader = (
  document: Document,
  options: PartOptions & { readonly syntax: SyntaxId },
) => Promise<Part | undefined>

const turtleFamily: PartReader = async (document, options) =>
  (await import('./turtle/index.ts')).readTurtlePart(document, options)

/** The syntaxes that can be read in parts. JSON-LD is not one: any key of an object may come before its @context. */
const readers: Partial<Record<SyntaxId, PartReader>> = {
  turtle: turtleFamily,
  trig: turtleFamily,
  ntriples: turtleFamily,
  nquads: turtleFamily,
  rdfxml: async (document, options) => (await import('./rdfxml/index.ts')).readRdfXmlPart(document, options),
}

export interface InParts {
  readonly syntax: SyntaxId
  /** What detection and decoding have to say. */
  readonly problems: readonly Problem[]
  readonly parts: () => AsyncGenerator<FilePart>
}

const HEAD = 1 << 16

/**
 * A file of UTF-8 as parts of about `size` bytes; undefined when its syntax or encoding cannot be read that way.
 * A part is larger where no statement ends within it.
 */
export function openParts(
  { name, file }: { readonly name: string; readonly file: FileText },
  options: { readonly syntax?: SyntaxId; readonly size: number },
): InParts | undefined {
  if (!file.isUtf8 || file.size > MAX_OFFSET) return undefined
  const document = { name, bytes: file.read(0, HEAD) }
  const { syntax, problems } = detectSyntax(document, options.syntax ? { syntax: options.syntax } : {})
  const reader = syntax && readers[syntax]
  if (!syntax || !reader || decodeDocument(document.bytes).problems.length > 0) return undefined
  return { syntax, problems, parts: () => readParts({ name, file, syntax, reader, size: options.size }) }
}

/** Places are columns of 32 bits. */
const MAX_OFFSET = 0xfffffff0

interface Reading {
  readonly name: string
  readonly file: FileText
  readonly syntax: SyntaxId
  readonly reader: PartReader
  readonly size: number
}

async function* readParts({ name, file, syntax, reader, size }: Reading): AsyncGenerator<FilePart> {
  let carry: unknown
  let start = 0
  for (let wanted = size; start < file.size || start === 0; ) {
    const bytes = file.read(start, wanted)
    const isLast = start + bytes.length >= file.size
    const part = await reader({ name, bytes }, { syntax, carry, isLast })
    if (!part) {
      wanted *= 2
      continue
    }
    yield {
      graph: part.graph,
      start: start - (part.shift ?? 0),
      bytes: bytes.subarray(0, part.used),
      offset: start,
    }
    carry = part.carry
    wanted = size
    start += part.used
    if (isLast) return
  }
}
