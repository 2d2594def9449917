// Keywords: one per value, short, in lower case (rules 46, 47).
import type { Problem } from '../finding.ts'
import { type Graph, LITERAL, lang, text } from '../rdf/index.ts'
import { DCAT } from './namespaces.ts'
import type { Check } from './types.ts'
import { links } from './walk.ts'

const KEYWORD = `${DCAT}keyword`
const MAX_WORDS = 3
/** How many different keywords with a capital make a habit. */
const HABIT = 3
const RULES = ['', 'keyword-list', 'keyword-long', 'keyword-case', 'keyword-capital'] as const
const CASE = 3
const CAPITAL = 4
/** Memo value of a keyword that nobody looked at yet. */
const UNKNOWN = 255

/** Rules keyword-list, keyword-long, keyword-case (surely wrong) and keyword-capital (may be a name). */
export const keywords: Check = (graph) => {
  const problems: Problem[] = []
  const verdicts = new Uint8Array(graph.dictionary.count).fill(UNKNOWN)
  const lower = new Set<string>()
  let capitals = 0
  const { subject, object } = links(graph, KEYWORD)
  for (const value of object) {
    if (verdicts[value] !== UNKNOWN) continue
    const verdict = graph.dictionary.kind[value] === LITERAL ? judge(graph, value) : 0
    verdicts[value] = verdict
    if (verdict === CAPITAL) capitals++
    else if (verdict === 0) lower.add(text(graph, value))
  }
  const isHabit = capitals >= HABIT && capitals > lower.size
  for (let i = 0; i < object.length; i++) {
    let verdict = verdicts[object[i]]
    if (verdict === 0) continue
    // A capital on nearly every keyword, or the same word without one elsewhere: no name.
    if (verdict === CAPITAL && (isHabit || lower.has(text(graph, object[i]).toLowerCase()))) verdict = CASE
    problems.push({ rule: RULES[verdict], focus: subject[i], path: KEYWORD, value: object[i] })
  }
  return problems
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
