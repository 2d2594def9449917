// The same term in another graph.
import { BLANK, type Graph, ID, IRI, iriId, LITERAL, lookup, text } from '../../rdf/index.ts'

/** The id in `to` of a term of `from`, or -1; a blank node is in one graph only. */
export function resolveAcross(from: Graph, term: number, to: Graph): number {
  const { kind, datatype, lang: tag, langs } = from.dictionary
  if (kind[term] === BLANK) return -1
  if (kind[term] === IRI) return iriId(to, text(from, term))
  const type = resolveAcross(from, datatype[term], to)
  if (type < 0) return -1
  if (type !== ID.langString) return lookup(to.dictionary, LITERAL, text(from, term), type)
  const language = to.dictionary.langIndex.get(langs[tag[term] - 1])
  return language === undefined ? -1 : lookup(to.dictionary, LITERAL, text(from, term), type, language)
}
