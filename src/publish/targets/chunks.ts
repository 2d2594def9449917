// A graph as N-Triples in bodies of limited size. A nameless node is only the same node within one body, so a body ends
// where no nameless node is known on both sides.
import { BLANK, type Graph, writeNTriples } from '../../rdf/index.ts'

/** Bodies of at most `maxBytes` where whole things allow it; one even for an empty graph. */
export function* chunksOf(graph: Graph, maxBytes: number): Generator<Uint8Array> {
  const isSplit = !hasSharedNodes(graph)
  let parts: Buffer[] = []
  let size = 0
  for (const text of wholes(writeNTriples(graph), isSplit)) {
    const part = Buffer.from(text, 'utf8')
    if (size > 0 && size + part.length > maxBytes) {
      yield Buffer.concat(parts)
      parts = []
      size = 0
    }
    parts.push(part)
    size += part.length
  }
  yield Buffer.concat(parts)
}

/** The text cut before each line that begins with an IRI and follows one that is about something else. */
function* wholes(pieces: Iterable<string>, isSplit: boolean): Generator<string> {
  let held = ''
  for (const piece of pieces) {
    held += piece
    if (!isSplit) continue
    const cut = lastCut(held)
    if (cut <= 0) continue
    yield held.slice(0, cut)
    held = held.slice(cut)
  }
  if (held !== '') yield held
}

/** Where the last thing in a text of whole lines begins: nothing that comes later can belong to what is before. */
function lastCut(text: string): number {
  for (let at = text.lastIndexOf('\n<'); at > 0; at = text.lastIndexOf('\n<', at - 1)) {
    const subject = text.slice(at + 1, text.indexOf(' ', at))
    const before = text.lastIndexOf('\n', at - 1) + 1
    if (!text.startsWith(`${subject} `, before)) return at + 1
  }
  return 0
}

/** True when a nameless node is mentioned more than once, or by none: then it may be met again anywhere. */
function hasSharedNodes({ dictionary, out }: Graph): boolean {
  const mentions = new Uint8Array(dictionary.count)
  for (let row = 0; row < out.size; row++) {
    const value = out.value[row]
    if (dictionary.kind[value] === BLANK && ++mentions[value] > 1) return true
  }
  for (let term = 0; term < dictionary.count; term++)
    if (dictionary.kind[term] === BLANK && mentions[term] === 0 && out.offset[term + 1] > out.offset[term])
      return true
  return false
}
