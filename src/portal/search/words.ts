// Words and stems of Swedish text: how a question and what it is asked about come to meet.
// å, ä and ö are letters of their own, so nothing is folded but case.

const MAX_WORDS = 12
const MAX_WORD = 64

/** The words of a text in lower case, in their order. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** A question as its quoted phrases and its single words, cut to what is sensible. */
export function readQuestion(question: string): {
  readonly words: readonly string[]
  readonly phrases: readonly string[]
} {
  const parts = question.slice(0, 200).split(/["”“]/)
  const phrases = parts.filter((_, i) => i % 2 === 1 && i < parts.length - 1)
  const rest = parts.filter((_, i) => i % 2 === 0 || i === parts.length - 1)
  const cut = (text: string) =>
    wordsOf(text)
      .slice(0, MAX_WORDS)
      .map((word) => word.slice(0, MAX_WORD))
  return {
    words: cut(rest.join(' ')),
    phrases: phrases.map((phrase) => cut(phrase).join(' ')).filter((phrase) => phrase !== ''),
  }
}

const vowels = 'aeiouyåäö'
const sEndings = 'bcdfghjklmnoprtvy'
// The endings of the Snowball algorithm for Swedish, https://snowballstem.org/algorithms/swedish/stemmer.html
/** Endings that a stem is without, the longest first. */
export const endings: readonly string[] = (
  'heterna hetens anden andes andet arens arnas ernas ornas andens heten heter arna erna orna ande arne aste aren ades ' +
  'erns ade are ern ens het ast ad en ar er or as es at a e'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)
const pairs = ['dd', 'gd', 'nn', 'dt', 'gt', 'kt', 'tt']

/** The stem of a word, as good as rules alone make it. */
export function stem(word: string): string {
  const region = regionOf(word)
  let out = withoutEnding(word, region)
  if (pairs.some((pair) => out.endsWith(pair)) && out.length - 2 >= region) out = out.slice(0, -1)
  return withoutSuffix(out, region)
}

/** After the first consonant that follows a vowel, and never before the fourth letter. */
function regionOf(word: string): number {
  for (let i = 1; i < word.length; i++)
    if (vowels.includes(word[i - 1]) && !vowels.includes(word[i])) return Math.max(3, i + 1)
  return word.length
}

function withoutEnding(word: string, region: number): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= region)
  if (ending) return word.slice(0, -ending.length)
  const isGenitive = word.endsWith('s') && word.length - 1 >= region && sEndings.includes(word.at(-2) ?? '')
  return isGenitive ? word.slice(0, -1) : word
}

function withoutSuffix(word: string, region: number): string {
  const cut = (suffix: string, keep: number) =>
    word.endsWith(suffix) && word.length - suffix.length >= region
      ? word.slice(0, word.length - suffix.length + keep)
      : undefined
  return cut('fullt', 4) ?? cut('löst', 3) ?? cut('lig', 0) ?? cut('els', 0) ?? cut('ig', 0) ?? word
}
