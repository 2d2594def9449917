// Small corrections of texts: spaces, tags, case, check sums.
import { type Correction, type Fixer, faultyValue, literalTerm, safe, suggested, type Value } from './term.ts'

function ofLiteral(change: (value: Value) => Correction | undefined): Fixer {
  return (context) => {
    const value = faultyValue(context)
    return value?.kind === 'literal' ? change(value) : undefined
  }
}

/** A text with a language tag → the same text without. */
export const stripLanguageTag: Fixer = ofLiteral(({ text, lang }) =>
  lang === undefined
    ? undefined
    : safe(literalTerm(text), {
        sv: 'Ta bort språkangivelsen, eftersom värdet är detsamma på alla språk.',
        en: 'Remove the language tag, because the value is the same in every language.',
      }),
)

/** Space at the beginning and end is taken away. */
export const trimSpace: Fixer = ofLiteral((value) => {
  const trimmed = value.text.trim()
  if (trimmed === value.text || trimmed === '') return undefined
  return safe(literalTerm(trimmed, value), {
    sv: 'Ta bort mellanslag och radbrytningar före och efter texten.',
    en: 'Remove spaces and line breaks before and after the text.',
  })
})

/** Lower case; a guess, because names and abbreviations keep their capitals. */
export const keywordLowercase: Fixer = ofLiteral((value) => {
  const lower = value.text.toLocaleLowerCase(value.lang?.startsWith('tr') ? 'tr' : 'sv')
  if (lower === value.text) return undefined
  return suggested(literalTerm(lower, value), {
    sv: 'Skriv nyckelordet med små bokstäver, om det inte är ett namn eller en förkortning.',
    en: 'Write the keyword in lower case, unless it is a name or an abbreviation.',
  })
})

/** `luft, vatten; mark` → three keywords: the first in `replacement`, the others in `also`. */
export const keywordSplit: Fixer = ofLiteral((value) => {
  const words = value.text
    .split(/[,;\n|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const terms = [...new Set(words)].map((word) => literalTerm(word, value))
  if (terms.length === 0 || (terms.length === 1 && words[0] === value.text)) return undefined
  const list = terms.join(' , ')
  return {
    fix: {
      kind: 'suggested',
      replacement: terms[0],
      also: terms.slice(1),
      description: {
        sv: `Dela upp texten i egna nyckelord: ${list}.`,
        en: `Split the text into keywords: ${list}.`,
      },
    },
  }
})

/** A check sum in hexadecimal → lower case without spaces, colons or the name of the algorithm. */
export const checksumHexLowercase: Fixer = ofLiteral((value) => {
  const hex = value.text
    .trim()
    .replace(/^(sha-?1|0x)\s*[:=]?\s*/i, '')
    .replace(/[\s:-]/g, '')
    .toLowerCase()
  if (hex === value.text || !/^([0-9a-f]{2})+$/.test(hex)) return undefined
  return safe(literalTerm(hex, value), {
    sv: 'Skriv kontrollsumman med siffrorna 0–9 och små bokstäver a–f.',
    en: 'Write the checksum with the digits 0–9 and the small letters a–f.',
  })
})
