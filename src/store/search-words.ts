// What is searched for and in: words, with the marks that query languages give a meaning taken out.

/** The words of a question, in lower case; at most sixteen. */
export function searchWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 16)
}

const LITERAL = /"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+))?/g

/** Every literal with a language, or without a datatype, in canonical N-Quads: what people wrote. */
export function literalTexts(nquads: string): string {
  const found: string[] = []
  for (const line of nquads.split('\n')) {
    if (line.includes('"^^')) continue
    for (const [, text] of line.matchAll(LITERAL)) found.push(text.replace(/\\[nrt"\\]/g, ' '))
  }
  return found.join('\n')
}
