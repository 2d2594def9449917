// XML as a small tree of elements by local name, each with its place. Hides the tokenizer, and that records nest
// every value in elements of namespaces that differ between editions of the standard.
import { SaxesParser } from 'saxes'
import type { Location } from '../finding.ts'

export interface XmlNode {
  /** Local name: `MD_Metadata`. */
  readonly name: string
  readonly namespace: string
  /** Attributes by local name: `href`, `codeListValue`, `nilReason`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** The text directly in the element, trimmed. */
  readonly text: string
  /** Where its `<` stands. */
  readonly at: Location
}

export interface XmlRead {
  readonly root?: XmlNode
  /** The first thing that is not well formed; what was read before it is in the tree. */
  readonly broken?: { readonly reason: string; readonly at: Location }
}

type Open = { -readonly [Key in keyof XmlNode]: XmlNode[Key] } & { children: XmlNode[]; text: string }

/** Reads a text. Never throws: entities that the text declares itself are not expanded, and tell of a broken text. */
export function readXml(text: string, file: string): XmlRead {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const placeOf = placesIn(text, file)
  const open: Open[] = []
  let root: XmlNode | undefined
  let broken: XmlRead['broken']
  parser.on('error', (error) => {
    broken ??= {
      reason: error.message.replace(/^(file:)?\d+:\d+:\s*/, '').replace(/\.$/, ''),
      at: placeOf(parser.position),
    }
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const node: Open = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(Object.values(attributes).map((each) => [each.local, each.value])),
      children: [],
      text: '',
      at: placeOf(text.lastIndexOf('<', parser.position - 1)),
    }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  const addText = (piece: string) => {
    const node = open.at(-1)
    if (node) node.text += piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const node = open.pop()
    if (node) node.text = node.text.trim()
  })
  parser.write(text).close()
  return { ...(root && { root }), ...(broken && { broken }) }
}

/** Places of offsets that only grow. */
function placesIn(text: string, file: string): (offset: number) => Location {
  let [line, lineStart, seen] = [1, 0, 0]
  return (offset) => {
    if (offset < seen) [line, lineStart, seen] = [1, 0, 0]
    for (let next = text.indexOf('\n', seen); next >= 0 && next < offset; next = text.indexOf('\n', seen)) {
      line++
      lineStart = seen = next + 1
    }
    return { file, line, column: Math.max(offset - lineStart, 0) + 1 }
  }
}

/** The elements that a path of local names leads to: `citation/CI_Citation/title`; `*` is any name. */
export function all(node: XmlNode | undefined, path: string): readonly XmlNode[] {
  let found: readonly XmlNode[] = node ? [node] : []
  for (const step of path.split('/'))
    found = found.flatMap(({ children }) =>
      step === '*' ? children : children.filter(({ name }) => name === step),
    )
  return found
}

/** The first element that one of the paths leads to. */
export function first(node: XmlNode | undefined, ...paths: readonly string[]): XmlNode | undefined {
  for (const path of paths) {
    const [found] = all(node, path)
    if (found) return found
  }
  return undefined
}

/** Every element below a node (and the node) for which `fits` is true; not searched inside those. */
export function findAll(node: XmlNode, fits: (node: XmlNode) => boolean): readonly XmlNode[] {
  const found: XmlNode[] = []
  const waiting = [node]
  for (let next = waiting.pop(); next; next = waiting.pop())
    if (fits(next)) found.push(next)
    else for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i])
  return found
}
