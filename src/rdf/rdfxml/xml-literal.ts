// rdf:parseType="Literal": the content as a literal in exclusive canonical XML with comments
// (RDF 1.1 XML Syntax §7.2.17; Exclusive XML Canonicalization 1.0), so that the same content is the same term.
import { hashBytes, intern, LITERAL } from '../dictionary.ts'
import {
  AMP,
  BANG,
  type ByteBuffer,
  CR,
  createBuffer,
  decode,
  GT,
  indexOf,
  LT,
  pushByte,
  pushText,
  QUESTION,
  SLASH,
  skipName,
  startsWith,
} from './bytes.ts'
import { state } from './frames.ts'
import { attributeCode, CODE, leaveScope, type Name, RDF } from './names.ts'
import { type Frame, frameName, MAX_DEPTH, type Reader, ROLE, report, reportOnce } from './state.ts'
import { nameText, readTag, undeclared, valueText } from './tag.ts'
import { addCdata, beginsMarkup, decodeText } from './text.ts'
import { xmlReasons } from './words.ts'

interface Open {
  readonly name: string
  readonly scope: number
  /** Namespaces written out so far, by prefix. */
  readonly shown: ReadonlyMap<string, string>
}

/** Reads up to the end tag of the property, and states the literal. */
export function readXmlLiteral(r: Reader, frame: Frame): void {
  const out = createBuffer()
  if (!r.tag.empty) readContent(r, frame, out)
  frame.role = ROLE.filled
  if (r.truncated) return
  const datatype = r.builder.iriText(`${RDF}XMLLiteral`, frame.at)
  const hash = hashBytes(out.bytes, 0, out.length)
  state(r, frame, intern(r.builder.dictionary, LITERAL, out.bytes, 0, out.length, hash, datatype))
}

function readContent(r: Reader, frame: Frame, out: ByteBuffer): void {
  const { bytes, end } = r
  const stack: Open[] = []
  while (r.pos < end) {
    const next = bytes[r.pos + 1]
    if (bytes[r.pos] !== LT || !beginsMarkup(r, r.pos)) writeText(r, out)
    else if (next === SLASH) {
      if (!endTag(r, frame, stack, out)) return
    } else if (next === BANG || next === QUESTION) writeMarkup(r, out)
    else writeStart(r, stack, out)
  }
  r.truncated = true
  unwind(r, stack, 0, out)
}

/** Ends an element of the literal; false at the end tag of the property itself, which is left to the caller. */
function endTag(r: Reader, frame: Frame, stack: Open[], out: ByteBuffer): boolean {
  const { bytes, end } = r
  const stop = skipName(bytes, r.pos + 2, end)
  const name = decode(bytes, r.pos + 2, stop)
  const level = stack.findLastIndex((open) => open.name === name)
  if (level < 0 && name === frameName(r, frame)) {
    if (stack.length > 0) report(r, r.pos, xmlReasons.mismatch(name, stack[stack.length - 1].name))
    unwind(r, stack, 0, out)
    return false
  }
  if (level < 0) report(r, r.pos, xmlReasons.strayEnd(name))
  else {
    const inner = stack[stack.length - 1]
    if (level < stack.length - 1) report(r, r.pos, xmlReasons.mismatch(name, inner.name))
    unwind(r, stack, level, out)
  }
  const close = bytes.indexOf(GT, stop)
  r.pos = close < 0 ? end : close + 1
  return true
}

function unwind(r: Reader, stack: Open[], level: number, out: ByteBuffer): void {
  while (stack.length > level) {
    const open = stack.pop()
    if (!open) return
    pushText(out, `</${open.name}>`)
    leaveScope(r.names, open.scope)
  }
}

function writeStart(r: Reader, stack: Open[], out: ByteBuffer): void {
  if (!readTag(r)) return
  const { tag } = r
  const name = nameText(r, tag.name)
  if (stack.length === MAX_DEPTH) {
    reportOnce(r, 'depth', tag.at, xmlReasons.depth(MAX_DEPTH))
    leaveScope(r.names, tag.scope)
    return
  }
  const outer = stack.length > 0 ? stack[stack.length - 1].shown : NOTHING_SHOWN
  const declarations = newDeclarations(r, outer)
  const shown = declarations.length === 0 ? outer : new Map([...outer, ...declarations])
  pushText(out, `<${name}`)
  for (const [prefix, iri] of declarations)
    pushText(out, ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeValue(iri)}"`)
  for (const index of sortedAttributes(r))
    pushText(out, ` ${nameText(r, tag.names[index])}="${escapeValue(valueText(r, index))}"`)
  pushByte(out, GT)
  stack.push({ name, scope: tag.scope, shown })
  if (tag.empty) unwind(r, stack, stack.length - 1, out)
}

const NOTHING_SHOWN: ReadonlyMap<string, string> = new Map()

/** The namespaces this element uses and its written ancestors do not declare, by prefix. */
function newDeclarations(r: Reader, shown: ReadonlyMap<string, string>): [string, string][] {
  const { tag } = r
  const used = [tag.name, ...tag.names.slice(0, tag.count).filter((name) => name.prefixed)]
  const fresh = new Map<string, string>()
  for (const name of used) {
    const { text, namespace } = name.prefix
    if (text === 'xml' || text === 'xmlns') continue
    if (text !== '' && namespace === undefined) undeclared(r, name, tag.at)
    const iri = name.prefix.namespace ?? ''
    if ((shown.get(text) ?? '') !== iri) fresh.set(text, iri)
  }
  return [...fresh].sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

function sortedAttributes(r: Reader): number[] {
  const { tag } = r
  const key = (name: Name) => (name.prefixed ? (name.prefix.namespace ?? '') : '')
  const indexes = Array.from({ length: tag.count }, (_, i) => i)
  const shown = indexes.filter((i) => attributeCode(tag.names[i]) !== CODE.xmlns)
  return shown.sort((a, b) => {
    const [x, y] = [tag.names[a], tag.names[b]]
    if (key(x) !== key(y)) return key(x) < key(y) ? -1 : 1
    return x.local < y.local ? -1 : 1
  })
}

function escapeValue(value: string): string {
  const escapes: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '"': '&quot;',
    '\t': '&#x9;',
    '\n': '&#xA;',
    '\r': '&#xD;',
  }
  return value.replace(/[&<"\t\n\r]/g, (c) => escapes[c])
}

const textEscapes = new Map([
  [AMP, '&amp;'],
  [LT, '&lt;'],
  [GT, '&gt;'],
  [CR, '&#xD;'],
])

function writeEscaped(text: ByteBuffer, out: ByteBuffer): void {
  for (let i = 0; i < text.length; i++) {
    const escaped = textEscapes.get(text.bytes[i])
    if (escaped === undefined) pushByte(out, text.bytes[i])
    else pushText(out, escaped)
  }
}

function writeText(r: Reader, out: ByteBuffer): void {
  const text = createBuffer()
  r.pos = decodeText(r, r.pos, text)
  writeEscaped(text, out)
}

/** Comments and processing instructions stay; a CDATA section becomes text. */
function writeMarkup(r: Reader, out: ByteBuffer): void {
  const { bytes, end, pos } = r
  const cdata = startsWith(bytes, pos, '<![CDATA[')
  const comment = startsWith(bytes, pos, '<!--')
  const instruction = bytes[pos + 1] === QUESTION
  const close = cdata ? ']]>' : comment ? '-->' : instruction ? '?>' : '>'
  const from = pos + (cdata ? 9 : comment ? 4 : 2)
  const found = indexOf(bytes, close, from)
  r.pos = found < 0 ? end : found + close.length
  if (found < 0) return
  const text = createBuffer()
  if (cdata) {
    addCdata(r, from, found, text)
    writeEscaped(text, out)
  } else if (comment || instruction) {
    addCdata(r, pos, r.pos, text)
    pushText(out, decode(text.bytes, 0, text.length))
  } else report(r, pos, xmlReasons.markup)
}
