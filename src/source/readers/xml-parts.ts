// Cuts an XML document into parts that stand on their own: each element of a name, with the namespaces around it.
// Knows no DTD and no entities but the five; stops at the first of either, and at a depth that no catalogue has.
import { SaxesParser, type SaxesTagNS } from 'saxes'

export interface XmlPart {
  /** The element as a document of its own. */
  readonly text: string
}

export interface XmlParts {
  readonly parts: readonly XmlPart[]
  /** Attributes of the first element of each name asked for, by local name. */
  readonly attributes: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Text of the elements that were asked for, in order. */
  readonly texts: ReadonlyMap<string, readonly string[]>
  /** Of each element that was asked for, in order: the first text of each of its children, by local name. */
  readonly records: readonly Readonly<Record<string, string>>[]
  /** Local name of the root; empty when there is none. */
  readonly root: string
  /** What is wrong with the text; what was read before it is there. */
  readonly fault: string | undefined
}

export interface XmlWish {
  /** `{namespace}local` names, or local names alone, of the elements to cut out. */
  readonly parts?: readonly string[]
  readonly attributes?: readonly string[]
  readonly texts?: readonly string[]
  readonly records?: readonly string[]
}

const MAX_DEPTH = 500

/** Never throws. */
export function cutXml(
  text: string,
  { parts = [], attributes = [], texts = [], records = [] }: XmlWish,
): XmlParts {
  const found: XmlPart[] = []
  const attributesOf = new Map<string, Readonly<Record<string, string>>>()
  const textsOf = new Map<string, string[]>()
  const made: Readonly<Record<string, string>>[] = []
  const road: SaxesTagNS[] = []
  let root = ''
  let fault: string | undefined
  let cut: { start: number; depth: number } | undefined
  let record: { readonly depth: number; readonly values: Record<string, string> } | undefined
  let chars = ''
  const parser = new SaxesParser({ xmlns: true, position: true })
  const stop = (why: string): never => {
    fault ??= why
    throw STOP
  }
  const isWanted = (tag: SaxesTagNS, names: readonly string[]) =>
    names.includes(tag.local) || names.includes(`{${tag.uri}}${tag.local}`)
  parser.on('error', (error) => stop(error.message))
  parser.on('doctype', () => stop('DOCTYPE'))
  parser.on('opentag', (tag) => {
    if (road.length === 0) root = tag.local
    if (road.push(tag) > MAX_DEPTH) stop(`depth ${MAX_DEPTH}`)
    chars = ''
    if (isWanted(tag, attributes) && !attributesOf.has(tag.local))
      attributesOf.set(
        tag.local,
        Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
      )
    if (!record && isWanted(tag, records)) record = { depth: road.length, values: {} }
    if (cut || !isWanted(tag, parts)) return
    cut = { start: text.lastIndexOf('<', parser.position - 1), depth: road.length }
  })
  parser.on('text', (piece) => {
    chars += piece
  })
  parser.on('cdata', (piece) => {
    chars += piece
  })
  parser.on('closetag', (tag) => {
    if (isWanted(tag, texts)) {
      const all = textsOf.get(tag.local)
      if (all) all.push(chars.trim())
      else textsOf.set(tag.local, [chars.trim()])
    }
    if (record && road.length === record.depth + 1) record.values[tag.local] ??= chars.trim()
    if (record?.depth === road.length) {
      made.push(record.values)
      record = undefined
    }
    if (cut?.depth === road.length) {
      found.push({ text: standAlone(text.slice(cut.start, parser.position), road) })
      cut = undefined
    }
    road.pop()
    chars = ''
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error !== STOP) fault ??= error instanceof Error ? error.message : String(error)
  }
  return { parts: found, attributes: attributesOf, texts: textsOf, records: made, root, fault }
}

const STOP = new Error('stop')

/** The element with the prefixes that were declared around it. */
function standAlone(element: string, road: readonly SaxesTagNS[]): string {
  const declared = new Map<string, string>()
  for (const tag of road.slice(0, -1))
    for (const [prefix, uri] of Object.entries(tag.ns ?? {})) declared.set(prefix, uri)
  const own = road.at(-1)?.ns ?? {}
  const added = [...declared]
    .filter(([prefix, uri]) => !(prefix in own) && uri !== '' && prefix !== 'xml' && prefix !== 'xmlns')
    .map(([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escaped(uri)}"`)
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element.replace(/^<[^\s/>]+/, (name) => name + added)}\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
