// Which language a text without a tag is probably in. Always a guess: nobody has read the text.
import { type Graph, ID, iriId, lang, objects, subjects, text } from '../../rdf/index.ts'
import { type Fixer, faultyValue, literalTerm, suggested } from './term.ts'

const LANGUAGES = 'http://publications.europa.eu/resource/authority/language/'

/** A missing tag by the subject's other texts or the catalogue's language; a three-letter tag by its two letters. */
export const languageTag: Fixer = (context) => {
  const value = faultyValue(context)
  if (value?.kind !== 'literal' || value.text.trim() === '') return undefined
  const { graph, problem } = context
  const tag = value.lang === undefined ? guess(graph, problem.focus, problem.path) : canonical(value.lang)
  if (tag === undefined || tag === value.lang) return undefined
  return suggested(literalTerm(value.text, { lang: tag }), {
    sv: `Ange språket, till exempel @${tag}, efter texten.`,
    en: `State the language, such as @${tag}, after the text.`,
  })
}

function guess(graph: Graph, focus: number | undefined, path: string | undefined): string | undefined {
  if (focus === undefined) return undefined
  const taken = path === undefined ? new Set<string>() : new Set(tagsOf(graph, focus, iriId(graph, path)))
  const candidates = [...byFrequency(tagsOf(graph, focus)), ...catalogLanguages(graph)]
  return candidates.find((tag) => !taken.has(tag))
}

function tagsOf(graph: Graph, subject: number, property = -1): string[] {
  const { offset, predicate, value } = graph.out
  const tags: string[] = []
  for (let row = offset[subject]; row < offset[subject + 1]; row++) {
    const tag = property < 0 || predicate[row] === property ? lang(graph, value[row]) : undefined
    if (tag !== undefined) tags.push(tag.toLowerCase())
  }
  return tags
}

function byFrequency(tags: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}

/** The tags of the languages that the file's catalogues state, Swedish first. */
function catalogLanguages(graph: Graph): string[] {
  const found = new Set<string>()
  const property = iriId(graph, 'http://purl.org/dc/terms/language')
  for (const catalog of subjects(graph, ID.type, iriId(graph, 'http://www.w3.org/ns/dcat#Catalog')))
    for (const value of objects(graph, catalog, property)) {
      const iri = text(graph, value)
      const tag = iri.startsWith(LANGUAGES) ? canonical(iri.slice(LANGUAGES.length)) : undefined
      if (tag) found.add(tag)
    }
  return [...found].sort((a, b) => Number(b === 'sv') - Number(a === 'sv'))
}

/** `SWE` → `sv`, `sv_SE` → `sv-SE`; undefined for what is no tag at all. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().replace(/_/g, '-'))[0]
  } catch {
    return undefined
  }
}
