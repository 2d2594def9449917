// DOCTYPE: only the internal entities it declares are used. What it says about other files is never fetched.
// XML 1.0 §2.8, §4.2.
import {
  APOSTROPHE,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  decode,
  GT,
  indexOf,
  NAME_START,
  QUOTE,
  skipName,
  skipSpace,
  startsWith,
} from './bytes.ts'
import { reportEntity } from './references.ts'
import { type Reader, report, reportOnce } from './state.ts'
import { entityReasons, xmlReasons } from './words.ts'

/** Reads `<!DOCTYPE …>` at the position; returns the name it gives the root. */
export function readDoctype(r: Reader): string {
  const { bytes, end } = r
  const start = skipSpace(bytes, r.pos + 9, end)
  let i = skipName(bytes, start, end)
  const root = decode(bytes, start, i)
  while (i < end && bytes[i] !== GT) {
    if (bytes[i] === BRACKET_OPEN) i = readSubset(r, i + 1)
    else i = isQuote(bytes[i]) ? afterQuoted(r, i) : i + 1
  }
  if (i >= end) report(r, r.pos, xmlReasons.truncatedMarkup)
  r.pos = Math.min(i + 1, end)
  return root
}

const isQuote = (c: number) => c === QUOTE || c === APOSTROPHE

function afterQuoted(r: Reader, at: number): number {
  const close = r.bytes.indexOf(r.bytes[at], at + 1)
  return close < 0 ? r.end : close + 1
}

/** Reads the declarations between `[` and `]`; returns the offset after `]`. */
function readSubset(r: Reader, from: number): number {
  const { bytes, end } = r
  let i = from
  for (;;) {
    i = skipSpace(bytes, i, end)
    if (i >= end) return end
    if (bytes[i] === BRACKET_CLOSE) return i + 1
    if (startsWith(bytes, i, '<!ENTITY')) i = readEntity(r, i)
    else if (startsWith(bytes, i, '<!--')) i = after(r, i, '-->')
    else if (startsWith(bytes, i, '<?')) i = after(r, i, '?>')
    else if (startsWith(bytes, i, '<!')) i = afterDeclaration(r, i)
    else if (bytes[i] === 0x25) {
      reportEntity(r, i, '%', entityReasons.parameter)
      i = skipName(bytes, i + 1, end) + 1
    } else {
      reportOnce(r, 'doctype', i, xmlReasons.doctypeContent)
      i++
    }
  }
}

function after(r: Reader, at: number, close: string): number {
  const found = indexOf(r.bytes, close, at)
  return found < 0 ? r.end : found + close.length
}

function afterDeclaration(r: Reader, at: number): number {
  let i = at
  while (i < r.end && r.bytes[i] !== GT) i = isQuote(r.bytes[i]) ? afterQuoted(r, i) : i + 1
  return Math.min(i + 1, r.end)
}

/** `<!ENTITY name "text">`; the first declaration of a name counts. */
function readEntity(r: Reader, at: number): number {
  const { bytes, end } = r
  const start = skipSpace(bytes, at + 8, end)
  if (bytes[start] === 0x25) {
    reportEntity(r, at, '%', entityReasons.parameter)
    return afterDeclaration(r, at)
  }
  const stop = skipName(bytes, start, end)
  if (stop === start || NAME_START[bytes[start]] === 0) {
    reportOnce(r, 'doctype', at, xmlReasons.doctypeContent)
    return afterDeclaration(r, at)
  }
  const name = decode(bytes, start, stop)
  const value = skipSpace(bytes, stop, end)
  const internal = isQuote(bytes[value])
  if (!internal) reportEntity(r, at, name, entityReasons.external(name))
  const text = internal ? decode(bytes, value + 1, Math.max(value + 1, afterQuoted(r, value) - 1)) : undefined
  if (!r.entities.has(name)) r.entities.set(name, { value: text, at, expansion: undefined })
  return afterDeclaration(r, at)
}
