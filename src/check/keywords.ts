// Keywords: one per value, short, in lower case (rules 46, 47).
import type { Problem } from '../finding.ts'
import { type Dictionary, type Graph, LITERAL, lang, lookup, text } from '../rdf/index.ts'
import { DCAT } from './namespaces.ts'
import type { Check } from './types.ts'
import { links } from './walk.ts'

const KEYWORD = `${DCAT}keyword`
const MAX_WORDS = 3
/** How many different keywords with a capital make a habit. */
const HABIT = 3
const RULES = ['', 'keyword-list', 'keyword-long', 'keyword-case', 'keyword-capital'] as const
const COMMA = 44
const SEMICOLON = 59
const CASE = 3
const CAPITAL = 4
/** Memo value of a keyword that nobody looked at yet. */
const UNKNOWN = 255

/** Rules keyword-list, keyword-long, keyword-case (surely wrong) and keyword-capital (may be a name). */
export const keywords: Check = (graph) => {
  const problems: Problem[] = []
  const verdicts = new Uint8Array(graph.dictionary.count).fill(UNKNOWN)
  let capitals = 0
  let lower = 0
  const { subject, object } = links(graph, KEYWORD)
  for (const value of object) {
    if (verdicts[value] !== UNKNOWN) continue
    verdicts[value] = isPlain(graph.dictionary, value) ? 0 : judge(graph, value)
    if (verdicts[value] === CAPITAL) capitals++
    else if (verdicts[value] === 0) lower++
  }
  const isHabit = capitals >= HABIT && capitals > lower
  for (let i = 0; i < object.length; i++) {
    let verdict = verdicts[object[i]]
    if (verdict === 0) continue
    // A capital on nearly every keyword, or the same word without one elsewhere: no name.
    if (verdict === CAPITAL && (isHabit || verdicts[inLowerCase(graph, object[i])] === 0)) verdict = CASE
    problems.push({ rule: RULES[verdict], focus: subject[i], path: KEYWORD, value: object[i] })
  }
  return problems
}

/** Quick test on the bytes: true for a few words that begin with a small letter of ASCII and hold no separator. */
function isPlain({ kind, arena, start, length }: Dictionary, term: number): boolean {
  if (kind[term] !== LITERAL) return true
  const begin = start[term]
  const end = begin + length[term]
  if (arena[begin] < 97 || arena[begin] > 122) return false
  let blanks = 0
  for (let i = begin + 1; i < end; i++) {
    const c = arena[i]
    if (c === COMMA || c === SEMICOLON) return false
    if (c <= 32) blanks++
  }
  return blanks < MAX_WORDS
}

/** The same keyword in lower case, or -1 when the file does not have it. */
function inLowerCase(graph: Graph, term: number): number {
  const { dictionary: d } = graph
  return lookup(d, LITERAL, text(graph, term).toLowerCase(), d.datatype[term], d.lang[term])
}

/** Index into RULES. */
function judge(graph: Graph, term: number): number {
  const keyword = text(graph, term).trim()
  if (/[,;]/.test(keyword)) return 1
  const words = keyword.split(/\s+/)
  if (words.length > MAX_WORDS) return 2
  // German nouns begin with a capital.
  if (lang(graph, term)?.toLowerCase().startsWith('de')) return 0
  return /^\p{Lu}\p{Ll}+$/u.test(words[0]) ? CAPITAL : 0
}
