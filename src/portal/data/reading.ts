// Reads the graph by prefixed names and in a language. Hides term ids: what comes out are IRIs, texts and their languages.
import { expandName } from '../../dcat/index.ts'
import type { Lang } from '../../finding.ts'
import {
  BLANK,
  type Graph,
  ID,
  IRI,
  iriId,
  LITERAL,
  lang,
  objects,
  SKOLEM,
  subjects,
  text,
} from '../../rdf/index.ts'

/** A text with the language it is in, when that is not the one that was asked for. */
export interface Said {
  readonly text: string
  readonly lang?: string
}

export interface Reading {
  readonly graph: Graph
  /** Term ids of the values of a property (`dcterms:title`). */
  readonly values: (term: number, property: string) => Uint32Array
  /** Term ids of those that have the value. */
  readonly having: (property: string, value: number) => Uint32Array
  readonly iris: (term: number, property: string) => readonly string[]
  readonly iri: (term: number, property: string) => string | undefined
  readonly literal: (term: number, property: string) => string | undefined
  /** The value in the language, else in another one. */
  readonly said: (term: number, property: string, lang: Lang) => Said | undefined
  /** All values in the language; when it has none, all there are. */
  readonly allSaid: (term: number, property: string, lang: Lang) => readonly Said[]
  readonly hasType: (term: number, type: string) => boolean
  readonly isIri: (term: number) => boolean
  readonly isBlank: (term: number) => boolean
  readonly text: (term: number) => string
  readonly term: (iri: string) => number
}

/** The reading of a graph. Property names are looked up once. */
export function createReading(graph: Graph): Reading {
  const ids = new Map<string, number>()
  const id = (name: string): number => {
    let found = ids.get(name)
    if (found === undefined) {
      found = name === 'rdf:type' ? ID.type : iriId(graph, name.includes('://') ? name : expandName(name))
      ids.set(name, found)
    }
    return found
  }
  const { kind } = graph.dictionary
  const values = (term: number, property: string) => objects(graph, term, id(property))
  const iris = (term: number, property: string) =>
    [...values(term, property)].filter((each) => kind[each] === IRI).map((each) => text(graph, each))
  const literals = (term: number, property: string) =>
    [...values(term, property)].filter((each) => kind[each] === LITERAL)
  // Nameless nodes that a store has given names to.
  const isSkolem = (term: number) => kind[term] === IRI && text(graph, term).startsWith(SKOLEM)
  const tagOf = (value: number) => lang(graph, value)?.toLowerCase().slice(0, 2)
  const say = (value: number, wish: Lang): Said => {
    const tag = lang(graph, value)
    return { text: text(graph, value), ...(tag !== undefined && tagOf(value) !== wish && { lang: tag }) }
  }
  const allSaid = (term: number, property: string, wish: Lang) => {
    const all = literals(term, property)
    const own = all.filter((value) => tagOf(value) === wish)
    const plain = all.filter((value) => tagOf(value) === undefined)
    return (own.length > 0 ? own : plain.length > 0 ? plain : all).map((value) => say(value, wish))
  }
  const said = (term: number, property: string, wish: Lang): Said | undefined => {
    const all = literals(term, property)
    for (const tag of [wish, undefined, 'sv', 'en']) {
      const found = all.find((value) => tagOf(value) === tag)
      if (found !== undefined) return say(found, wish)
    }
    return all.length > 0 ? say(all[0], wish) : undefined
  }
  return {
    graph,
    values,
    having: (property, value) => subjects(graph, id(property), value),
    iris,
    iri: (term, property) => iris(term, property)[0],
    literal: (term, property) => {
      const [first] = literals(term, property)
      return first === undefined ? undefined : text(graph, first)
    },
    said,
    allSaid,
    hasType: (term, type) => values(term, 'rdf:type').includes(iriId(graph, expandName(type))),
    isIri: (term) => kind[term] === IRI && !isSkolem(term),
    isBlank: (term) => kind[term] === BLANK || isSkolem(term),
    text: (term) => text(graph, term),
    term: (iri) => iriId(graph, iri),
  }
}
