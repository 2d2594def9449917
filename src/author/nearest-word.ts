// Did you mean: the word of a few that somebody misspelt.
import { distance } from 'fastest-levenshtein'

/** The word that is least far from `written`, with one slip in three letters; undefined when none is near. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  const wanted = written.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const word of words) {
    const far = distance(wanted, word.toLowerCase())
    if (far < least) {
      best = word
      least = far
    }
  }
  return best
}
