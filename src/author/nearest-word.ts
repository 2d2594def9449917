// Did you mean: the word of a few that somebody misspelt.
import { distance } from 'fastest-levenshtein'

/** Letters that may be wrong: two in five, since letters that change places are two. */
const SLIPS = 0.4

/** The word that is least far from `written`; undefined when none is near. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  const wanted = written.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length * SLIPS)) + 1
  for (const word of words) {
    const far = distance(wanted, word.toLowerCase())
    if (far < least) {
      best = word
      least = far
    }
  }
  return best
}
