// Text on a terminal: how many columns it takes, wrapping by words, cutting, and making control characters harmless.

const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u
const NARROW =
  /^[\u0020-\u02ff\u2000-\u200a\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u257f\u26a0\u2713\u2717]*$/
const ZERO = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]/u
let segmenter: Intl.Segmenter | undefined

/** Made when a text first needs it: its tables take longer to load than most runs take to print. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('sv', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** Columns that a text takes on a terminal: 2 for wide characters and emoji, 0 for lone combining marks. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment)
  return width
}

function graphemeWidth(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2
  return ZERO.test(grapheme) ? 0 : 1
}

/**
 * The text with control characters and bidirectional overrides shown as visible signs, so that data cannot
 * command the terminal; a tab or line break becomes a space.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n|[\t\n\r\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u001f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

/** As much of the start of a text as fits in `width` columns. */
export function takeStart(text: string, width: number): string {
  if (NARROW.test(text)) return text.slice(0, Math.max(0, width))
  let room = width
  let out = ''
  for (const { segment } of graphemes(text)) {
    room -= graphemeWidth(segment)
    if (room < 0) break
    out += segment
  }
  return out
}

/** As much of the end of a text as fits in `width` columns. */
export function takeEnd(text: string, width: number): string {
  if (NARROW.test(text)) return text.slice(Math.max(0, text.length - Math.max(0, width)))
  const parts = [...graphemes(text)].map(({ segment }) => segment)
  let room = width
  let from = parts.length
  while (from > 0 && room >= graphemeWidth(parts[from - 1])) room -= graphemeWidth(parts[--from])
  return parts.slice(from).join('')
}

/** The text filled with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Lines of at most `width` columns, broken between words; a longer word (an IRI) stays whole so that it can be copied. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
