// The words of a correction: one sentence that a person can act on.
import type { Finding, Lang } from '../finding.ts'
import { phrases } from './words.ts'

/** `Skriv i stället: <…>`, `Menade du <…>?`, or the fix's own words when it has no replacement. */
export function fixText(finding: Finding, lang: Lang): string {
  const fix = finding.fix
  if (!fix) return ''
  if (fix.replacement === undefined) return fix.description[lang]
  const words = phrases[lang]
  return fix.kind === 'safe'
    ? `${words.replace}: ${fix.replacement}`
    : `${words.didYouMean} ${fix.replacement}? ${fix.description[lang]}`
}
