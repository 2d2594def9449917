// Languages of texts: one value per language, English beside Swedish, and the languages a catalogue promises
// (rules 12, 35, 53, 54).
import type { Problem } from '../finding.ts'
import { type Graph, iriId, objects, offsetOf, text } from '../rdf/index.ts'
import { ADMS, AUTHORITY, DCAT, DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links } from './walk.ts'

const LANGUAGE = `${AUTHORITY}language/`
const TEXTS = [
  { path: `${DCT}title`, name: 'title' },
  { path: `${DCT}description`, name: 'description' },
] as const
const CLASSES = ['Catalog', 'Dataset', 'DatasetSeries', 'Distribution', 'DataService']

/** Rules title/description-language-repeated, title/description/version-notes-english-missing, catalog-language-unused. */
export const languages: Check = (graph) => {
  const problems: Problem[] = []
  const tags = tagNumbers(graph)
  const promised = catalogLanguages(graph, problems)
  for (const { path, name } of TEXTS) {
    const predicate = iriId(graph, path)
    for (const className of CLASSES)
      for (const focus of instances(graph, DCAT + className)) {
        const texts = objects(graph, focus, predicate)
        const twice = repeated(graph, { focus, predicate, texts }, tags.full)
        if (twice !== undefined)
          problems.push({ rule: `${name}-language-repeated`, focus, path, value: twice })
        if (lacksEnglish(graph, texts, tags.english) && !promised.has(focus))
          problems.push({ rule: `${name}-english-missing`, focus, path })
      }
  }
  versionNotes(graph, tags.english, problems)
  return problems
}

/** Per number in the dictionary's `lang` column: a number that is the same for tags that differ in case only. */
function tagNumbers({ dictionary: { langs } }: Graph) {
  const full = new Uint16Array(langs.length + 1)
  const english = new Uint8Array(langs.length + 1)
  const numbers = new Map<string, number>()
  langs.forEach((tag, index) => {
    const key = tag.toLowerCase()
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
    full[index + 1] = numbers.get(key) as number
    english[index + 1] = /^en(?:-|$)/.test(key) ? 1 : 0
  })
  return { full, english }
}

/** The texts of a subject. */
interface Texts {
  readonly focus: number
  readonly predicate: number
  readonly texts: Uint32Array
}

/** The value that comes second in the file in a language that has two. */
function repeated(graph: Graph, { focus, predicate, texts }: Texts, full: Uint16Array): number | undefined {
  const { lang } = graph.dictionary
  let found = false
  for (let i = 1; i < texts.length && !found; i++)
    for (let j = 0; j < i && !found; j++)
      found = full[lang[texts[i]]] !== 0 && full[lang[texts[j]]] === full[lang[texts[i]]]
  if (!found) return undefined
  const place = (value: number) => offsetOf(graph, focus, predicate, value)
  const inOrder = [...texts].sort((a, b) => place(a) - place(b))
  const tags = inOrder.map((value) => full[lang[value]])
  return inOrder.find((_, i) => tags[i] !== 0 && tags.indexOf(tags[i]) < i)
}

/** True when there are texts with a language, and none of them is English. */
function lacksEnglish({ dictionary: { lang } }: Graph, texts: Uint32Array, english: Uint8Array): boolean {
  let tagged = false
  for (const value of texts) {
    if (english[lang[value]]) return false
    if (lang[value] !== 0) tagged = true
  }
  return tagged
}

function versionNotes(graph: Graph, english: Uint8Array, problems: Problem[]): void {
  const path = `${ADMS}versionNotes`
  const predicate = iriId(graph, path)
  let last = -1
  for (const focus of links(graph, path).subject) {
    if (focus === last) continue
    last = focus
    if (lacksEnglish(graph, objects(graph, focus, predicate), english))
      problems.push({ rule: 'version-notes-english-missing', focus, path })
  }
}

/** Reports languages that a catalogue lists and does not use; returns the catalogues where that language is English. */
function catalogLanguages(graph: Graph, problems: Problem[]): Set<number> {
  const promised = new Set<number>()
  const path = `${DCT}language`
  const language = iriId(graph, path)
  for (const focus of instances(graph, `${DCAT}Catalog`)) {
    const used = TEXTS.map((field) => primaryTags(graph, objects(graph, focus, iriId(graph, field.path))))
    for (const value of objects(graph, focus, language)) {
      const tag = primaryTagOf(text(graph, value))
      if (tag === undefined || used.every((tags) => tags.size === 0 || tags.has(tag))) continue
      if (tag === 'en') promised.add(focus)
      problems.push({ rule: 'catalog-language-unused', focus, path, value, params: { tag } })
    }
  }
  return promised
}

function primaryTags({ dictionary: d }: Graph, texts: Uint32Array): Set<string> {
  const tags = new Set<string>()
  for (const value of texts)
    if (d.lang[value]) tags.add(d.langs[d.lang[value] - 1].toLowerCase().split('-')[0])
  return tags
}

/** EU language IRI to the tag written in RDF: SWE → sv. ISO 639-3 codes have their short form in the ICU tables. */
function primaryTagOf(iri: string): string | undefined {
  if (!iri.startsWith(LANGUAGE)) return undefined
  const code = iri.slice(LANGUAGE.length)
  if (!/^[A-Z]{3}$/.test(code)) return undefined
  return Intl.getCanonicalLocales(code.toLowerCase())[0]
}
