// Language tags: whether one is well formed (RFC 5646 §2.1), names a language, and is written as it should be.

/** Faults of a tag; a suggestion when it can be read but should be written otherwise. */
export interface LanguageFault {
  readonly suggestion?: string
}

const TAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$/i
/** Names of languages that people write for codes. `se` is Northern Sami, and almost never meant. */
const MEANT: Readonly<Record<string, string>> = {
  se: 'sv',
  svenska: 'sv',
  swedish: 'sv',
  engelska: 'en',
  english: 'en',
  gb: 'en',
}

/** Undefined when the tag is good. */
export function languageFault(tag: string): LanguageFault | undefined {
  if (tag === 'sv' || tag === 'en') return undefined
  const lower = tag.toLowerCase()
  if (MEANT[lower] !== undefined) return { suggestion: MEANT[lower] }
  if (!TAG.test(tag)) return lower.includes('_') ? underscore(lower) : {}
  const [primary] = lower.split('-')
  if (primary === 'x') return undefined
  const [canonical] = Intl.getCanonicalLocales(primary)
  if (canonical !== primary) return { suggestion: canonical + tag.slice(primary.length) }
  return isKnown(primary) ? undefined : {}
}

/** Made when first needed: it takes as long as reading a thousand statements. */
let names: Intl.DisplayNames | undefined

function isKnown(primary: string): boolean {
  // Three-letter codes are too many for the names that come with Node.
  if (primary.length === 3) return true
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  return names.of(primary) !== undefined
}

function underscore(tag: string): LanguageFault {
  const written = tag.replace(/_/g, '-')
  return TAG.test(written) ? { suggestion: written } : {}
}
