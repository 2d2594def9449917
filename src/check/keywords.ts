// Keywords: one per value, short, in lower case (rules 46, 47).
import type { Problem } from '../finding.ts'
import { type Dictionary, datatype, type Graph, iriId, LITERAL, lang, lookup, text } from '../rdf/index.ts'
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
export const keywords: Check = (graph, { view }) => {
  const problems: Problem[] = []
  const all = view?.overview ?? graph
  const { verdicts: known, isHabit } = habits(all)
  const verdicts = all === graph ? known : verdictsOf(graph)
  const { subject, object } = links(graph, KEYWORD)
  for (let i = 0; i < object.length; i++) {
    let verdict = verdicts[object[i]]
    if (verdict === 0) continue
    // A capital on nearly every keyword, or the same word without one elsewhere: no name.
    if (verdict === CAPITAL && (isHabit || known[inLowerCase(graph, object[i], all)] === 0)) verdict = CASE
    problems.push({ rule: RULES[verdict], focus: subject[i], path: KEYWORD, value: object[i] })
  }
  return problems
}

const remembered = new WeakMap<Graph, { readonly verdicts: Uint8Array; readonly isHabit: boolean }>()

/** How a graph writes its keywords: the verdict on each, and whether capitals are the habit. */
function habits(graph: Graph) {
  let found = remembered.get(graph)
  if (!found) {
    const verdicts = verdictsOf(graph)
    let capitals = 0
    let lower = 0
    for (const verdict of verdicts)
      if (verdict === CAPITAL) capitals++
      else if (verdict === 0) lower++
    found = { verdicts, isHabit: capitals >= HABIT && capitals > lower }
    remembered.set(graph, found)
  }
  return found
}

/** Per term index into RULES, UNKNOWN for what is no keyword. */
function verdictsOf(graph: Graph): Uint8Array {
  const verdicts = new Uint8Array(graph.dictionary.count).fill(UNKNOWN)
  for (const value of links(graph, KEYWORD).object)
    if (verdicts[value] === UNKNOWN)
      verdicts[value] = isPlain(graph.dictionary, value) ? 0 : judge(graph, value)
  return verdicts
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

/** The same keyword in lower case in another graph or this one, or -1 when it is not there. */
function inLowerCase(graph: Graph, term: number, all: Graph): number {
  const { dictionary: d } = all
  const word = text(graph, term).toLowerCase()
  const tag = lang(graph, term)
  const language = tag === undefined ? 0 : d.langIndex.get(tag)
  const type = datatype(graph, term)
  const datatypeId = type === undefined ? -1 : iriId(all, type)
  if (language === undefined || datatypeId < 0) return -1
  return lookup(d, LITERAL, word, datatypeId, language)
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
