// What an event says: the content of a thing as the named graph of the event.
import {
  BLANK,
  type GraphBuilder,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
  langOf,
  SKOLEM,
  syntaxes,
  textOf,
} from '../../rdf/index.ts'
import type { FeedEntry } from './history.ts'

export interface Payload {
  readonly event: string
  readonly entry: FeedEntry
  readonly content: string
}

/** Adds what an event says as its named graph; nameless nodes that were given addresses are nameless again. */
export async function addPayload(builder: GraphBuilder, { event, entry, content }: Payload): Promise<void> {
  const from = await syntaxes.nquads.parse({ name: event, bytes: Buffer.from(content, 'utf8') })
  const { dictionary: old, quads } = from
  const { dictionary } = builder
  const ids = new Map<number, number>()
  const made = (term: number): number => {
    if (old.kind[term] === BLANK) return internAnonymous(dictionary)
    const text = textOf(old, term)
    if (old.kind[term] === IRI)
      return text.startsWith(SKOLEM) && text !== entry.iri
        ? internAnonymous(dictionary)
        : internString(dictionary, IRI, text)
    const tag = langOf(old, term)
    if (tag !== undefined)
      return internString(dictionary, LITERAL, text, ID.langString, internLang(dictionary, tag))
    return internString(dictionary, LITERAL, text, id(old.datatype[term]))
  }
  const id = (term: number): number => {
    const known = ids.get(term)
    if (known !== undefined) return known
    const fresh = made(term)
    ids.set(term, fresh)
    return fresh
  }
  const graph = builder.iriText(event, 0) + 1
  for (let row = 0; row < quads.count; row++)
    builder.add(id(quads.subject[row]), id(quads.predicate[row]), id(quads.object[row]), 0, graph)
}
