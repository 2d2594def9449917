// The outer form of an XML text: where elements, tags and attributes begin and end. It forgives what is not well
// formed; whoever edits by it checks the result by reading again.
import { decodeSpan } from './edit-text.ts'

export interface XmlAttribute {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Between the quotation marks. */
  readonly valueStart: number
  readonly valueEnd: number
}

export interface XmlElement {
  readonly name: string
  readonly parent: XmlElement | undefined
  /** The `<` of the start tag, and just after its `>`. */
  readonly start: number
  readonly tagEnd: number
  readonly isEmpty: boolean
  readonly attributes: readonly XmlAttribute[]
  readonly children: XmlElement[]
  /** The `<` of the end tag, and just after its `>`. */
  contentEnd: number
  end: number
}

export interface XmlTree {
  readonly bytes: Uint8Array
  /** By the offset of their `<`. */
  readonly elements: ReadonlyMap<number, XmlElement>
  /** By the offset of their name, with the element they stand on. */
  readonly attributes: ReadonlyMap<number, { readonly element: XmlElement; readonly attribute: XmlAttribute }>
  /** The entities that the document type declares. */
  readonly entities: ReadonlyMap<string, string>
}

const LT = 60
const NAME = /^[^\s/>=]+/
const ATTRIBUTE = /([^\s=/>]+)(\s*=\s*)("[^"]*"|'[^']*')/g

/** Reads the form of an XML text. */
export function readXmlTree(bytes: Uint8Array): XmlTree {
  const elements = new Map<number, XmlElement>()
  const attributes = new Map<number, { element: XmlElement; attribute: XmlAttribute }>()
  const entities = new Map<string, string>()
  let open: XmlElement | undefined
  for (let at = bytes.indexOf(LT); at >= 0; ) {
    const head = decodeSpan(bytes, at, Math.min(at + 9, bytes.length))
    const end = markupEnd(bytes, at, head)
    if (head.startsWith('</')) open = close(bytes, open, at, end)
    else if (head.startsWith('<!D') || head.startsWith('<!d')) noteEntities(bytes, at, end, entities)
    else if (!/^<[!?]/.test(head)) {
      const element = readTag(bytes, at, end, open)
      elements.set(at, element)
      for (const attribute of element.attributes) attributes.set(attribute.start, { element, attribute })
      open?.children.push(element)
      if (!element.isEmpty) open = element
    }
    at = bytes.indexOf(LT, Math.max(end, at + 1))
  }
  return { bytes, elements, attributes, entities }
}

function markupEnd(bytes: Uint8Array, at: number, head: string): number {
  const after = (mark: string, from: number) => {
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(mark, from)
    return found < 0 ? bytes.length : found + mark.length
  }
  if (head.startsWith('<!--')) return after('-->', at + 4)
  if (head.startsWith('<![CDATA[')) return after(']]>', at + 9)
  if (head.startsWith('<?')) return after('?>', at + 2)
  if (/^<!doctype/i.test(head)) return doctypeEnd(bytes, at)
  return tagEnd(bytes, at)
}

function doctypeEnd(bytes: Uint8Array, at: number): number {
  const close = tagEnd(bytes, at)
  const bracket = bytes.indexOf(91, at)
  if (bracket < 0 || bracket > close) return close
  const end = bytes.indexOf(93, bracket)
  return end < 0 ? bytes.length : tagEnd(bytes, end)
}

function tagEnd(bytes: Uint8Array, at: number): number {
  let quote = 0
  for (let i = at + 1; i < bytes.length; i++) {
    const c = bytes[i]
    if (quote !== 0) quote = c === quote ? 0 : quote
    else if (c === 34 || c === 39) quote = c
    else if (c === 62) return i + 1
  }
  return bytes.length
}

function readTag(bytes: Uint8Array, at: number, end: number, parent: XmlElement | undefined): XmlElement {
  const written = decodeSpan(bytes, at + 1, end - 1)
  const name = NAME.exec(written)?.[0] ?? ''
  const isEmpty = written.endsWith('/')
  const element: XmlElement = {
    name,
    parent,
    start: at,
    tagEnd: end,
    isEmpty,
    attributes: written.length > name.length ? readAttributes(written, name.length, at + 1) : [],
    children: [],
    contentEnd: end,
    end,
  }
  return element
}

function readAttributes(written: string, from: number, base: number): readonly XmlAttribute[] {
  const found: XmlAttribute[] = []
  for (const { index, 0: whole, 1: name, 2: equals, 3: value } of written.slice(from).matchAll(ATTRIBUTE)) {
    const start = base + Buffer.byteLength(written.slice(0, from + index))
    const valueStart = start + Buffer.byteLength(name + equals) + 1
    const valueEnd = valueStart + Buffer.byteLength(value) - 2
    found.push({ name, start, end: start + Buffer.byteLength(whole), valueStart, valueEnd })
  }
  return found
}

/** Closes the element that an end tag names; the ones inside it that nobody closed end there too. */
function close(
  bytes: Uint8Array,
  open: XmlElement | undefined,
  at: number,
  end: number,
): XmlElement | undefined {
  const name = NAME.exec(decodeSpan(bytes, at + 2, end))?.[0]
  let element = open
  while (element && element.name !== name) element = element.parent
  if (!element) return open
  element.contentEnd = at
  element.end = end
  return element.parent
}

function noteEntities(bytes: Uint8Array, at: number, end: number, entities: Map<string, string>): void {
  const written = decodeSpan(bytes, at, end)
  for (const [, name, double, single] of written.matchAll(/<!ENTITY\s+(\S+)\s+(?:"([^"]*)"|'([^']*)')/g))
    entities.set(name, double ?? single)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The value of an attribute with its references resolved. */
export function attributeText({ bytes, entities }: XmlTree, { valueStart, valueEnd }: XmlAttribute): string {
  const written = decodeSpan(bytes, valueStart, valueEnd)
  if (!written.includes('&')) return written
  return written.replace(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|([^;\s]+));/g, (whole, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    return NAMED[name] ?? entities.get(name) ?? whole
  })
}

/** The value of an attribute that is in force at an element, its own or an outer one's. */
export function inForce(tree: XmlTree, element: XmlElement | undefined, name: string): string | undefined {
  for (let each = element; each; each = each.parent) {
    const found = each.attributes.find((attribute) => attribute.name === name)
    if (found) return attributeText(tree, found)
  }
  return undefined
}
