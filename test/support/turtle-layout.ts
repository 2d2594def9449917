// The same Turtle in another dress: other white space and comments between the tokens, which mean nothing.
import { syntaxes } from '../../src/rdf/index.ts'

/** Tokens of a Turtle text without syntax errors. */
export function tokensOf(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  const tokens: string[] = []
  for (let i = 0; i < bytes.length; ) {
    const c = bytes[i]
    if (c <= 32) i++
    else if (c === 35) while (i < bytes.length && bytes[i] !== 10) i++
    else {
      const end = syntaxes.turtle.tokenEnd(bytes, i)
      tokens.push(bytes.subarray(i, end).toString())
      i = end
    }
  }
  return tokens
}

const gaps = [
  '\n',
  '\n  ',
  '\n\t',
  ' ',
  '\r\n    ',
  '  ',
  '\n\n',
  ' # å, ä; ö.\n',
  '\n# "x" ; <y> .\n  ',
  '\t',
]

/** The tokens with gaps chosen by numbers. */
export function dressed(tokens: readonly string[], choices: readonly number[]): string {
  return tokens.map((token, i) => token + gaps[choices[i % choices.length] % gaps.length]).join('')
}

/** The comments of a text dressed so, in order. */
export function commentsOf(text: string): readonly string[] {
  return text.match(/# (?:å, ä; ö\.|"x" ; <y> \.)\n/g) ?? []
}
