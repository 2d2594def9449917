// The character classes of the Turtle grammar as byte tables, and as code point ranges for what is beyond ASCII.

/** Bits of {@link CLASS}. */
export const NAME = 1
export const SPACE = 2
export const IRI_STOP = 4
export const STRING_STOP = 8
/** May follow an object: `,` `;` `.` `]` `}`. */
export const AFTER_OBJECT = 16
/** Cannot stand right after a prefixed name, but often does in one that should have been an IRI. */
export const GLUED = 32
export const DIGIT = 64
export const LETTER = 128

/** Per byte: the classes it belongs to. NAME holds every byte above ASCII; {@link isNameCharacter} decides on those. */
export const CLASS = new Uint8Array(256)

function mark(characters: string, bit: number): void {
  for (const character of characters) CLASS[character.charCodeAt(0)] |= bit
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
mark(letters, NAME | LETTER)
mark('0123456789', NAME | DIGIT)
mark('_-', NAME)
for (let c = 128; c < 256; c++) CLASS[c] |= NAME
mark(' \t\r\n', SPACE)
for (let c = 0; c <= 32; c++) CLASS[c] |= IRI_STOP
mark('<>\\', IRI_STOP)
mark('"\'\\\r\n', STRING_STOP)
mark(',;.]}', AFTER_OBJECT)
mark('/?=&@+~!$*', GLUED)

/** Bytes by name, for those that the reader asks about often. */
export const BYTE = {
  newline: 10,
  return: 13,
  quote: 34,
  hash: 35,
  percent: 37,
  apostrophe: 39,
  openParen: 40,
  closeParen: 41,
  plus: 43,
  comma: 44,
  minus: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  greater: 62,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  caret: 94,
  underscore: 95,
  a: 97,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
  tilde: 126,
} as const

// PN_CHARS_BASE beyond ASCII, as first and last code points (Turtle 1.1 §6.5).
const baseRanges = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00,
  0x2fef, 0x3001, 0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd, 0x10000, 0xeffff,
]
const extraRanges = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040]

function within(ranges: readonly number[], code: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) if (code >= ranges[i] && code <= ranges[i + 1]) return true
  return false
}

/** PN_CHARS_BASE. */
export function isNameStart(code: number): boolean {
  return code < 128 ? (CLASS[code] & LETTER) !== 0 : within(baseRanges, code)
}

/** PN_CHARS. */
export function isNameCharacter(code: number): boolean {
  if (code < 128) return (CLASS[code] & NAME) !== 0
  return within(baseRanges, code) || within(extraRanges, code)
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const lower = byte | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}

/** True when `byte` is white space or the end of the text (undefined). */
export function isSpaceOrEnd(byte: number | undefined): boolean {
  return byte === undefined || (CLASS[byte] & SPACE) !== 0
}

/** True when the word (lower case ASCII) stands at `at` in any case and is not part of a longer word or name. */
export function wordAt(bytes: Uint8Array, at: number, word: string): boolean {
  const next = bytes[at + word.length]
  return directiveAt(bytes, at, word) && next !== BYTE.colon && next !== BYTE.dot
}

/** {@link wordAt} for the word after an `@`, which may touch what follows. */
export function directiveAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes[at + i] | 32) !== word.charCodeAt(i)) return false
  const next = bytes[at + word.length]
  return next === undefined || (CLASS[next] & NAME) === 0
}

/** A piece of UTF-8 as a string. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8')
}
