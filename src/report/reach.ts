// How far a group of findings reaches, as a sentence.
import type { Lang } from '../finding.ts'
import type { FindingGroup } from './group.ts'
import { counted, number, phrases } from './words.ts'

/** `Gäller 812 av 900 datamängder.` or, when the whole is unknown, `Förekommer 812 gånger.` */
export function reachOf(group: FindingGroup, lang: Lang): string {
  const words = phrases[lang]
  if (!group.of) return words.times(number(group.count, lang))
  return words.concerns(number(group.subjects, lang), counted(group.of.kind, group.of.total, lang))
}
