// How a thing in a graph is called in a sentence: its class and title, or the road to it.
import { classes, classOfType, propertyLabel } from '../dcat/index.ts'
import type { Lang, Text } from '../finding.ts'
import { BLANK, type Graph, ID, iriId, LITERAL, lang, objects, text } from '../rdf/index.ts'

const TITLES = [
  'http://purl.org/dc/terms/title',
  'http://xmlns.com/foaf/0.1/name',
  'http://www.w3.org/2006/vcard/ns#fn',
  'http://www.w3.org/2000/01/rdf-schema#label',
  'http://www.w3.org/2004/02/skos/core#prefLabel',
]
const MAX_TITLE = 60
const MAX_ROAD = 4

/** Names of subjects of one graph; each is worked out once. */
export interface Namer {
  /** e.g. `datamängden ”Luftkvalitet”` / `the dataset “Luftkvalitet”`. */
  readonly subject: (term: number) => Text
  /** Class IRI the name was built on, if the subject has one we know. */
  readonly classOf: (term: number) => string | undefined
}

export function createNamer(graph: Graph): Namer {
  const titleIds = TITLES.map((iri) => iriId(graph, iri)).filter((id) => id >= 0)
  const names = new Map<number, Text>()
  const classes = new Map<number, string | undefined>()

  const classOf = (term: number): string | undefined => {
    if (!classes.has(term)) classes.set(term, knownClass(graph, term))
    return classes.get(term)
  }
  const subject = (term: number): Text => {
    let name = names.get(term)
    if (!name) {
      name = both((language) => nameIn(term, language, 0))
      names.set(term, name)
    }
    return name
  }
  const nameIn = (term: number, language: Lang, depth: number): string => {
    const noun = definite(classOf(term), language)
    const title = titleOf(graph, term, titleIds, language)
    if (title) return noun ? `${noun} ${quote(title, language)}` : quote(title, language)
    const road = depth < MAX_ROAD ? roadTo(term, language, depth) : undefined
    if (road) return road
    if (graph.dictionary.kind[term] === BLANK) return noun ?? unnamed[language]
    return noun ? `${noun} <${text(graph, term)}>` : `<${text(graph, term)}>`
  }
  const roadTo = (term: number, language: Lang, depth: number): string | undefined => {
    const parent = parentOf(graph, term)
    if (!parent) return undefined
    const noun =
      definite(classOf(term), language) ?? valueNoun(graph, parent, classOf(parent.subject), language)
    const parentTitle = titleOf(graph, parent.subject, titleIds, language)
    const parentName = parentTitle
      ? quote(parentTitle, language)
      : nameIn(parent.subject, language, depth + 1)
    return language === 'sv' ? `${noun} för ${parentName}` : `${noun} of ${parentName}`
  }
  return { subject, classOf }
}

const unnamed: Text = { sv: 'en resurs utan namn', en: 'a resource without a name' }

function both(name: (language: Lang) => string): Text {
  return { sv: name('sv'), en: name('en') }
}

/** A title in the quotation marks of the language. */
export function quote(title: string, language: Lang): string {
  return language === 'sv' ? `”${title}”` : `“${title}”`
}

function definite(classIri: string | undefined, language: Lang): string | undefined {
  return classIri === undefined ? undefined : classOfType(classIri)?.definite[language]
}

/** The most telling of a subject's classes: the first, in the order of the property table, that it knows. */
function knownClass(graph: Graph, term: number): string | undefined {
  let best: { iri: string; rank: number } | undefined
  for (const type of objects(graph, term, ID.type)) {
    const iri = text(graph, type)
    const facts = classOfType(iri)
    if (!facts) continue
    // A series is often typed as a dataset too; the series is what people call it.
    const rank = iri.endsWith('#DatasetSeries') ? -1 : classes.indexOf(facts)
    if (!best || rank < best.rank) best = { iri, rank }
  }
  return best?.iri
}

function titleOf(
  graph: Graph,
  term: number,
  titleIds: readonly number[],
  language: Lang,
): string | undefined {
  let best: string | undefined
  let bestScore = 0
  for (const predicate of titleIds) {
    for (const value of objects(graph, term, predicate)) {
      if (graph.dictionary.kind[value] !== LITERAL) continue
      const score = languageScore(lang(graph, value), language)
      if (score <= bestScore) continue
      const candidate = shorten(text(graph, value).trim().replace(/\s+/g, ' '), MAX_TITLE)
      if (!candidate) continue
      best = candidate
      bestScore = score
    }
    if (best) return best
  }
  return best
}

function languageScore(tag: string | undefined, language: Lang): number {
  const primary = tag?.toLowerCase().split('-')[0]
  if (primary === language) return 4
  if (primary === 'sv') return 3
  if (primary === undefined) return 2
  return 1
}

/** At most `max` characters, with an ellipsis when something was cut. */
export function shorten(value: string, max: number): string {
  const characters = [...value]
  return characters.length <= max ? value : `${characters.slice(0, max - 1).join('')}…`
}

interface Parent {
  readonly subject: number
  readonly predicate: number
}

const MAX_PARENTS = 100

/**
 * The statement that has the term as its value, of several the one that reads first by subject and property, so that
 * a name does not hang on the order of a file; type statements and itself do not count.
 */
function parentOf(graph: Graph, term: number): Parent | undefined {
  const { offset, predicate, value } = graph.inverse()
  let best: Parent | undefined
  let bestKey = ''
  const end = Math.min(offset[term + 1], offset[term] + MAX_PARENTS)
  for (let row = offset[term]; row < end; row++) {
    if (value[row] === term || predicate[row] === ID.type) continue
    const isNamed = graph.dictionary.kind[value[row]] !== BLANK
    const key = `${isNamed ? `0${text(graph, value[row])}` : '1'} ${text(graph, predicate[row])}`
    if (best && key >= bestKey) continue
    best = { subject: value[row], predicate: predicate[row] }
    bestKey = key
  }
  return best
}

function valueNoun(graph: Graph, parent: Parent, parentClass: string | undefined, language: Lang): string {
  const label = propertyLabel(text(graph, parent.predicate), parentClass)
  if (!label) return language === 'sv' ? 'resursen' : 'the resource'
  const name = lowerFirst(label[language])
  return language === 'sv' ? `uppgiften ”${name}”` : `the “${name}”`
}

/** First letter small, unless the word is an acronym. */
export function lowerFirst(value: string): string {
  return /^[A-ZÅÄÖ]{2}/.test(value) ? value : value.charAt(0).toLowerCase() + value.slice(1)
}

/** First letter capital. */
export function upperFirst(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1)
}
