// What an element of a record says: texts with their languages, anchors, codes. The language principle of the
// mapping: free text is in the language of the record (DCAT-AP-SE, docs/geodata/principles.md).
import type { Location } from '../finding.ts'
import type { DraftValue } from './draft.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

export interface IsoText {
  readonly text: string
  readonly lang: string
  readonly at: Location
}

/** The languages of a record. */
export interface IsoLanguages {
  /** Of everything that says nothing else. */
  readonly main: string
  /** By the id that translations refer to: `#locale-eng`. */
  readonly byLocale: ReadonlyMap<string, string>
}

/** ISO 639-2 (also 639-1) as a language tag: `swe` is `sv`. Undefined for what is no code. */
export function languageTag(code: string): string | undefined {
  const plain = code
    .trim()
    .toLowerCase()
    .replace(/^.*[/#]/, '')
  if (!/^[a-z]{2,3}([-_;][a-z]{2})?$/.test(plain)) return undefined
  try {
    return new Intl.Locale(plain.slice(0, plain.search(/[-_;]|$/))).language
  } catch {
    return undefined
  }
}

/** Languages of a record: its own, and those of its translations. Without any it is taken to be Swedish. */
export function languagesOf(record: XmlNode): IsoLanguages {
  const stated = first(
    record,
    'language/LanguageCode',
    'language/CharacterString',
    'language/Anchor',
    'defaultLocale/PT_Locale/language/LanguageCode',
  )
  const main = (stated && languageTag(codeOf(stated))) ?? 'sv'
  const locales = [...all(record, 'locale/PT_Locale'), ...all(record, 'otherLocale/PT_Locale')]
  const byLocale = new Map<string, string>()
  for (const locale of [...all(record, 'defaultLocale/PT_Locale'), ...locales]) {
    const code = first(locale, 'language/LanguageCode', 'languageCode/LanguageCode')
    const lang = code && languageTag(codeOf(code))
    if (locale.attributes.id !== undefined && lang) byLocale.set(`#${locale.attributes.id}`, lang)
  }
  return { main, byLocale }
}

/** The texts of an element that holds a CharacterString, an Anchor or translations, one per language. */
export function textsOf(holder: XmlNode | undefined, languages: IsoLanguages): readonly IsoText[] {
  const found = new Map<string, IsoText>()
  const add = (node: XmlNode | undefined, lang: string | undefined) => {
    if (node && node.text !== '' && lang !== undefined && !found.has(lang))
      found.set(lang, { text: node.text, lang, at: node.at })
  }
  add(first(holder, 'CharacterString', 'Anchor'), languages.main)
  for (const node of all(holder, 'PT_FreeText/textGroup/LocalisedCharacterString'))
    add(node, languages.byLocale.get(node.attributes.locale ?? ''))
  return [...found.values()]
}

/** The text of an element in its own language. */
export function plainText(holder: XmlNode | undefined): string | undefined {
  const text = first(holder, 'CharacterString', 'Anchor', 'URL')?.text
  return text === '' ? undefined : text
}

/** The address that an Anchor leads to, or a text that is one itself. */
export function anchorOf(holder: XmlNode | undefined): string | undefined {
  // An address broken over lines, as editors wrap it, is one address.
  const href = first(holder, 'Anchor')?.attributes.href?.replace(/\s+/g, '')
  if (href) return href
  const text = first(holder, 'CharacterString', 'Anchor')?.text ?? ''
  return /^https?:\/\/\S+$/.test(text) ? text : undefined
}

/** A code: of the list that the element names, else what it says. */
export function codeOf(node: XmlNode): string {
  return (node.attributes.codeListValue ?? node.text).trim()
}

/** A code that stands in an element of a property: `role/CI_RoleCode`. */
export function codeIn(holder: XmlNode | undefined, path: string): string | undefined {
  const node = first(holder, path)
  const code = node && codeOf(node)
  return code === '' ? undefined : code
}

/** Values of a property, one per language. */
export function textValues(property: string, texts: readonly IsoText[]): readonly DraftValue[] {
  return texts.map(({ text, lang, at }) => ({
    property,
    content: { kind: 'written', text, lang },
    place: at,
  }))
}

export function iriValue(property: string, iri: string, place: Location): DraftValue {
  return { property, content: { kind: 'exact', term: { iri } }, place }
}

export function writtenValue(property: string, text: string, place: Location): DraftValue {
  return { property, content: { kind: 'written', text }, place }
}
