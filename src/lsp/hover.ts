// Hover: the text of the property or the code value under the pointer.
import type { Lang } from '../finding.ts'
import type { Profile } from '../profile/index.ts'
import { conceptAt, propertyNamed, propertyText } from './knowledge.ts'
import { type Form, placeAt } from './place.ts'
import { cursorAt, expandWord, tokensOf } from './turtle-cursor.ts'

export interface HoverText {
  readonly markdown: string
  /** Character offsets of what it is about. */
  readonly from: number
  readonly to: number
}

/** What to show for a character offset; undefined for things the profile says nothing about. */
export function hoverAt(
  text: string,
  offset: number,
  { form, profile, lang }: { form: Form; profile: Profile; lang: Lang },
): HoverText | undefined {
  const word = wordAt(text, offset, form)
  if (!word) return undefined
  const place = placeAt(text, word.to, form)
  const iri = iriOf(word.text, text, form, place.property)
  const said =
    place.wants === 'property' || iri === undefined || !conceptAt(profile, iri)
      ? propertyText(profile, iri ?? '', place.types, lang)
      : conceptText(profile, iri, lang)
  return said === undefined ? undefined : { markdown: said, from: word.from, to: word.to }
}

function wordAt(text: string, offset: number, form: Form) {
  if (form === 'turtle')
    return tokensOf(text).find(
      ({ from, to, text: word }) => from <= offset && offset < to && !/^[;,.[\]()]$/.test(word),
    )
  for (const match of text.matchAll(
    form === 'json' ? /"(?:\\.|[^"\\\n])*"/g : /[^\s:#"'{}[\],-][^\s#"'{}[\],]*/g,
  )) {
    const raw = match[0].replace(/^"|"$/g, '').replace(/:$/, '')
    const from = match.index + (match[0].startsWith('"') ? 1 : 0)
    if (from <= offset && offset <= from + raw.length) return { text: raw, from, to: from + raw.length }
  }
  return undefined
}

function iriOf(word: string, text: string, form: Form, property: string | undefined): string | undefined {
  if (form === 'turtle') return expandWord(word, cursorAt(text, text.length).prefixes)
  return /^https?:/.test(word) ? word : (propertyNamed(word) ?? property)
}

function conceptText(profile: Profile, iri: string, lang: Lang): string | undefined {
  const found = conceptAt(profile, iri)
  if (!found) return undefined
  return `**${found.concept.label[lang]}**\n\n${found.vocabulary.title[lang]}\n\n<${iri}>`
}
