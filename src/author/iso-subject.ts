// What a resource is about: keywords, themes and subjects out of descriptiveKeywords and topicCategory.
import type { DraftValue } from './draft.ts'
import { anchorOf, codeOf, type IsoLanguages, iriValue, plainText, textsOf, textValues } from './iso-text.ts'
import { type InspireTheme, inspireThemes, topicThemes } from './iso-themes.ts'
import { DATA_THEME, HVD_REGULATION, INSPIRE_THEME, TOPIC } from './iso-words.ts'
import { all, first, type XmlNode } from './iso-xml.ts'

const HVD_CATEGORY = 'http://data.europa.eu/bna/'
const isHvd = (iri: string) => iri.startsWith(HVD_CATEGORY) && iri !== `${HVD_CATEGORY}asd487ae75`

/** Values of keyword, theme, subject, hvdCategory and applicableLegislation. */
export function subjectValues(identification: XmlNode, languages: IsoLanguages): readonly DraftValue[] {
  const groups = all(identification, 'descriptiveKeywords/MD_Keywords').map(groupOf)
  const values: DraftValue[] = []
  for (const { thesaurus, keywords } of groups) {
    if (thesaurus === 'initiative') continue
    for (const keyword of keywords) values.push(...keywordValues(keyword, thesaurus, languages))
  }
  const topics = all(identification, 'topicCategory/MD_TopicCategoryCode')
  for (const topic of topics) values.push(iriValue('subject', TOPIC + codeOf(topic), topic.at))
  return distinct([...values, ...dataThemes(groups, topics, values)])
}

type Thesaurus = 'free' | 'inspire' | 'priority' | 'gemet' | 'initiative' | 'other'

interface Group {
  readonly thesaurus: Thesaurus
  readonly keywords: readonly XmlNode[]
}

function groupOf(node: XmlNode): Group {
  const title = first(node, 'thesaurusName/CI_Citation/title')
  const named = `${plainText(title) ?? ''} ${anchorOf(title) ?? ''}`.toLowerCase()
  return { thesaurus: thesaurusOf(named.trim()), keywords: all(node, 'keyword') }
}

function thesaurusOf(named: string): Thesaurus {
  if (named === '') return 'free'
  if (/initiativ/.test(named)) return 'initiative'
  if (/prioritydataset|priority data ?set/.test(named)) return 'priority'
  if (/inspire.*theme|inspire.*tema|inspire\.ec\.europa\.eu\/theme/.test(named)) return 'inspire'
  return /gemet/.test(named) ? 'gemet' : 'other'
}

/**
 * A keyword, and the concept it leads to. Words of European vocabularies are often left in English in Swedish
 * records: they are keywords only where their language is certain.
 */
function keywordValues(
  keyword: XmlNode,
  thesaurus: Thesaurus,
  languages: IsoLanguages,
): readonly DraftValue[] {
  const iri = anchorOf(keyword)
  const theme = thesaurus === 'inspire' ? themeOf(keyword) : undefined
  if (theme) {
    const texts = [
      { text: asKeyword(theme.label.sv), lang: 'sv', at: keyword.at },
      { text: asKeyword(theme.label.en), lang: 'en', at: keyword.at },
    ].filter(({ lang }) => lang === languages.main || [...languages.byLocale.values()].includes(lang))
    return [...textValues('keyword', texts), iriValue('theme', INSPIRE_THEME + theme.code, keyword.at)]
  }
  if (iri?.startsWith(DATA_THEME)) return [iriValue('theme', iri, keyword.at)]
  if (iri !== undefined && isHvd(iri)) return [iriValue('hvdCategory', iri, keyword.at)]
  if (iri === HVD_REGULATION) return [iriValue('applicableLegislation', iri, keyword.at)]
  const isCertain = thesaurus === 'free' || thesaurus === 'other' || isTranslated(keyword)
  const words = isCertain ? textValues('keyword', textsOf(keyword, languages)) : []
  return iri === undefined ? words : [...words, iriValue('subject', iri, keyword.at)]
}

/** Keywords are written with a small letter, unlike headings. */
function asKeyword(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

function isTranslated(keyword: XmlNode): boolean {
  return all(keyword, 'PT_FreeText/textGroup').length > 0
}

function themeOf(keyword: XmlNode): InspireTheme | undefined {
  const code = /inspire\.ec\.europa\.eu\/theme\/([a-z]{2})\b/.exec(anchorOf(keyword) ?? '')?.[1]
  if (code !== undefined) return inspireThemes.get(code)
  const plain = fold(plainText(keyword) ?? '')
  return [...inspireThemes.values()].find(({ label }) => fold(label.sv) === plain || fold(label.en) === plain)
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')
}

/** EU data themes: those that stand there, else those of the INSPIRE themes, else those of the topic categories. */
function dataThemes(
  groups: readonly Group[],
  topics: readonly XmlNode[],
  stated: readonly DraftValue[],
): readonly DraftValue[] {
  const isStated = stated.some(
    ({ property, content }) =>
      property === 'theme' &&
      content.kind === 'exact' &&
      'iri' in content.term &&
      content.term.iri.startsWith(DATA_THEME),
  )
  if (isStated) return []
  const themes = groups
    .filter(({ thesaurus }) => thesaurus === 'inspire')
    .flatMap(({ keywords }) => keywords)
    .flatMap((keyword) => {
      const theme = themeOf(keyword)
      return theme ? [iriValue('theme', DATA_THEME + theme.dataTheme, keyword.at)] : []
    })
  if (themes.length > 0) return themes
  return topics.flatMap((topic) =>
    (topicThemes[codeOf(topic)] ?? []).map((code) => iriValue('theme', DATA_THEME + code, topic.at)),
  )
}

function distinct(values: readonly DraftValue[]): readonly DraftValue[] {
  const byMeaning = new Map<string, DraftValue>()
  for (const value of values) {
    const key = `${value.property} ${JSON.stringify(value.content)}`
    if (!byMeaning.has(key)) byMeaning.set(key, value)
  }
  return [...byMeaning.values()]
}
