// Words near another: misspelt ones corrected, begun ones completed.

type Counts = ReadonlyMap<string, number>

/** The most common word that is one or two letters away, else the word; letters that changed places count as one. */
export function nearestWord(
  word: string,
  counts: Counts,
  distanceOf: (a: string, b: string) => number,
): string {
  const limit = word.length < 5 ? 1 : 2
  let best = word
  let score = Number.POSITIVE_INFINITY
  for (const [candidate, count] of counts) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const distance = isSwapped(word, candidate) ? 1 : distanceOf(word, candidate)
    const rank = distance - Math.min(count, 1000) / 1001
    if (distance > limit || rank >= score) continue
    score = rank
    best = candidate
  }
  return best
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

const CONSIDERED = 500

/** Known words with a beginning, the most common first. */
export function wordsBeginning(
  beginning: string,
  {
    sorted,
    counts,
    limit,
  }: { readonly sorted: readonly string[]; readonly counts: Counts; readonly limit: number },
): readonly string[] {
  const start = beginning.normalize('NFC').toLowerCase()
  if (start === '') return []
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] < start) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let i = low; sorted[i]?.startsWith(start) && found.length < CONSIDERED; i++) found.push(sorted[i])
  return found.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, limit)
}
