// `&…;` in text and attribute values: characters by number, the five of XML itself, and declared entities,
// whose expansion is bounded in depth and in total size. A `&` that begins nothing is kept and reported.
import {
  AMP,
  type ByteBuffer,
  decode,
  HASH,
  pushByte,
  pushBytes,
  pushText,
  SEMICOLON,
  skipName,
} from './bytes.ts'
import { type Entity, type Reader, report, reportOnce } from './state.ts'
import { entityReasons, xmlReasons } from './words.ts'

const predefined = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

const MAX_NESTING = 8
const MAX_ENTITY = 65_536
const MIN_EXPANSION = 1_048_576

/** Appends what the reference at `at` stands for and returns the offset after it. */
export function readReference(r: Reader, at: number, out: ByteBuffer): number {
  const { bytes, end } = r
  const from = bytes[at + 1] === HASH ? at + 2 : at + 1
  const stop = skipName(bytes, from, end)
  if (stop === from || stop >= end || bytes[stop] !== SEMICOLON) {
    report(r, at, xmlReasons.ampersand)
    pushByte(out, AMP)
    return at + 1
  }
  if (from === at + 2) readCharacter(r, at, stop + 1, out)
  else readEntity(r, at, decode(bytes, from, stop), out)
  return stop + 1
}

function readCharacter(r: Reader, at: number, stop: number, out: ByteBuffer): void {
  const written = decode(r.bytes, at, stop)
  const character = characterOf(written)
  if (character === undefined) {
    report(r, at, xmlReasons.characterReference(written))
    pushText(out, written)
  } else pushText(out, character)
}

/** The character of `&#10;` or `&#xA;`, when XML 1.0 allows it (§2.2). */
function characterOf(written: string): string | undefined {
  const digits = /^&#(?:([0-9]{1,8})|x([0-9A-Fa-f]{1,7}));$/.exec(written)
  if (!digits) return undefined
  const code = digits[1] === undefined ? Number.parseInt(digits[2], 16) : Number.parseInt(digits[1], 10)
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return allowed ? String.fromCodePoint(code) : undefined
}

function readEntity(r: Reader, at: number, name: string, out: ByteBuffer): void {
  const character = predefined.get(name)
  if (character !== undefined) {
    pushText(out, character)
    return
  }
  const entity = r.entities.get(name)
  if (!entity) report(r, at, xmlReasons.entity(name))
  const expansion = entity && expansionOf(r, name, entity)
  if (!expansion) {
    pushText(out, `&${name};`)
    return
  }
  r.expanded += expansion.length
  if (r.expanded > Math.max(MIN_EXPANSION, r.end * 4)) {
    reportOnce(r, 'entities', at, entityReasons.tooMuch(name), 'syntax-rdfxml-entity')
    pushText(out, `&${name};`)
  } else pushBytes(out, expansion, 0, expansion.length)
}

function expansionOf(r: Reader, name: string, entity: Entity): Uint8Array | null {
  if (entity.expansion === undefined) {
    const text = expand(r, name, new Set())
    entity.expansion = text === undefined ? null : new TextEncoder().encode(text)
    if (text === undefined && entity.value !== undefined)
      reportEntity(r, entity.at, name, entityReasons.markup(name))
  }
  return entity.expansion
}

/** The text of an entity, or undefined when it is not short plain text or contains itself. */
function expand(r: Reader, name: string, open: Set<string>): string | undefined {
  const entity = r.entities.get(name)
  if (entity?.value === undefined || open.has(name) || open.size >= MAX_NESTING) return undefined
  if (entity.expansion === null) return undefined
  if (entity.expansion) return decode(entity.expansion, 0, entity.expansion.length)
  const value = entity.value.replace(/&#\w+;/g, (written) => characterOf(written) ?? written)
  if (value.includes('<') || value.length > MAX_ENTITY) return undefined
  open.add(name)
  let text = ''
  for (const part of value.split(/(&[^&;\s]+;)/)) {
    const piece = part.startsWith('&') && part.endsWith(';') ? referenceText(r, part, open) : part
    if (piece === undefined || text.length + piece.length > MAX_ENTITY) {
      entity.expansion = null
      return undefined
    }
    text += piece
  }
  open.delete(name)
  return text
}

function referenceText(r: Reader, written: string, open: Set<string>): string | undefined {
  if (written.startsWith('&#')) return characterOf(written)
  const name = written.slice(1, -1)
  return predefined.get(name) ?? expand(r, name, open)
}

/** States once per entity why it is not used. */
export function reportEntity(
  r: Reader,
  at: number,
  name: string,
  reason: typeof entityReasons.parameter,
): void {
  reportOnce(r, `entity ${name}`, at, reason, 'syntax-rdfxml-entity')
}

/** Reports a character XML does not allow, once per character. */
export function reportControl(r: Reader, at: number, code: number): void {
  reportOnce(r, `control ${code}`, at, xmlReasons.control(code))
}
