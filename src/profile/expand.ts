// From what we write to standard SHACL: merges the files of a profile into one graph, leaves out rules that are
// replaced or switched off, and writes every `grunddata:inScheme` out as `sh:in` with the concepts of that list.
import { GrunddataError } from '../errors.ts'
import {
  BLANK,
  createGraphBuilder,
  type Graph,
  type GraphBuilder,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  iriId,
  LITERAL,
  langOf,
  objects,
  text,
  textOf,
} from '../rdf/index.ts'
import { isSubject } from './load-read.ts'
import { own, RULE, sh } from './load-terms.ts'
import type { Vocabulary } from './types.ts'
import { valuesOfVocabulary } from './vocabulary.ts'

/** A Turtle file of a profile. `file` is relative to shapes/, or the user's own path. */
export interface ShapeFile {
  readonly file: string
  readonly graph: Graph
}

export interface ExpandOptions {
  /** In order; a rule stated again in a later file replaces the earlier one. */
  readonly files: readonly ShapeFile[]
  /** IRIs of rules to leave out. */
  readonly without: ReadonlySet<string>
  readonly vocabularies: ReadonlyMap<string, Vocabulary>
}

export interface Expanded {
  readonly shapes: Graph
  /** By IRI of the shape or rule: the file it is stated in. */
  readonly fileOf: ReadonlyMap<string, string>
  /** By IRI of the rule: the scheme its values come from. */
  readonly schemeOf: ReadonlyMap<string, string>
}

/** One graph of standard SHACL. Throws CONFIG_INVALID for a concept scheme that is not among the vocabularies. */
export function expand({ files, without, vocabularies }: ExpandOptions): Expanded {
  const fileOf = new Map<string, string>()
  for (const { file, graph } of files) for (const iri of namedSubjects(graph)) fileOf.set(iri, file)
  const builder = createGraphBuilder(1 << 14)
  const lists = new Map<string, number>()
  const schemeOf = new Map<string, string>()
  for (const each of files) {
    const dropped = droppedTerms(each, fileOf, without)
    const copy = copier(each.graph, builder)
    const schemes = new Map<number, string[]>()
    const inScheme = iriId(each.graph, own.inScheme)
    const { count, subject, predicate, object } = each.graph.quads
    for (let i = 0; i < count; i++) {
      if (dropped[subject[i]] !== 0 || dropped[object[i]] === 2) continue
      if (predicate[i] === inScheme) {
        const of = schemes.get(subject[i])
        if (of) of.push(text(each.graph, object[i]))
        else schemes.set(subject[i], [text(each.graph, object[i])])
        continue
      }
      const s = copy(subject[i])
      builder.subject(s, 0)
      builder.add(s, copy(predicate[i]), copy(object[i]), 0)
    }
    for (const [term, iris] of schemes) {
      builder.add(copy(term), builder.iriText(sh.in, 0), listOf(builder, lists, iris, vocabularies), 0)
      const rule = ownerOf(each.graph, term)
      if (rule !== undefined && !schemeOf.has(rule)) schemeOf.set(rule, iris[0])
    }
  }
  return { shapes: builder.finish(), fileOf, schemeOf }
}

function* namedSubjects(graph: Graph): Generator<string> {
  const { kind } = graph.dictionary
  for (let term = 0; term < graph.dictionary.count; term++)
    if (kind[term] === IRI && isSubject(graph, term)) yield text(graph, term)
}

/** Per term: 1 = its statements are left out (replaced later), 2 = references to it too (switched off). */
function droppedTerms(
  { file, graph }: ShapeFile,
  fileOf: ReadonlyMap<string, string>,
  without: ReadonlySet<string>,
): Uint8Array {
  const dropped = new Uint8Array(graph.dictionary.count)
  const deactivated = iriId(graph, sh.deactivated)
  for (const iri of without) {
    const term = iriId(graph, iri)
    if (term >= 0) dropped[term] = 2
  }
  for (let term = 0; term < graph.dictionary.count; term++) {
    if (graph.dictionary.kind[term] !== IRI || dropped[term] === 2 || !isSubject(graph, term)) continue
    const off = [...objects(graph, term, deactivated)].some((value) => text(graph, value) === 'true')
    const iri = text(graph, term)
    if (off) dropped[term] = 2
    else if (iri.startsWith(RULE) && fileOf.get(iri) !== file) dropped[term] = 1
  }
  for (let term = 0; term < dropped.length; term++) if (dropped[term] === 2) dropBelow(graph, term, dropped)
  return dropped
}

/** The anonymous nodes below a rule that is switched off go with it. */
function dropBelow(graph: Graph, term: number, dropped: Uint8Array): void {
  const { offset, value } = graph.out
  for (let row = offset[term]; row < offset[term + 1]; row++) {
    const next = value[row]
    if (graph.dictionary.kind[next] !== BLANK || dropped[next] !== 0) continue
    dropped[next] = 1
    dropBelow(graph, next, dropped)
  }
}

function copier(graph: Graph, builder: GraphBuilder): (term: number) => number {
  const { dictionary } = graph
  const copied = new Int32Array(dictionary.count).fill(-1)
  const copy = (term: number): number => {
    if (copied[term] >= 0) return copied[term]
    return (copied[term] = add(term))
  }
  const add = (term: number): number => {
    const kind = dictionary.kind[term]
    if (kind === BLANK) return internAnonymous(builder.dictionary)
    const written = textOf(dictionary, term)
    if (kind === IRI) return internString(builder.dictionary, IRI, written)
    const tag = langOf(dictionary, term)
    const datatype = copy(dictionary.datatype[term])
    const language = tag === undefined ? 0 : internLang(builder.dictionary, tag)
    return internString(builder.dictionary, LITERAL, written, datatype, language)
  }
  return copy
}

/** The RDF list of all concepts of some schemes; the same schemes give the same list. */
function listOf(
  builder: GraphBuilder,
  lists: Map<string, number>,
  schemes: readonly string[],
  vocabularies: ReadonlyMap<string, Vocabulary>,
): number {
  const key = [...schemes].sort().join(' ')
  const known = lists.get(key)
  if (known !== undefined) return known
  let head: number = ID.nil
  for (const scheme of schemes) {
    const vocabulary = vocabularies.get(scheme)
    if (!vocabulary) throw unknownScheme(scheme)
    for (const value of valuesOfVocabulary(vocabulary)) {
      const cell = internAnonymous(builder.dictionary)
      const kind = value.kind === 'literal' ? LITERAL : IRI
      builder.add(cell, ID.first, internString(builder.dictionary, kind, value.text), 0)
      builder.add(cell, ID.rest, head, 0)
      head = cell
    }
  }
  lists.set(key, head)
  return head
}

/** The IRI of the named shape that a term is part of: itself, or the one that leads to the anonymous node. */
function ownerOf(graph: Graph, term: number): string | undefined {
  let at = term
  const inverse = graph.inverse()
  while (graph.dictionary.kind[at] === BLANK) {
    const row = inverse.offset[at]
    if (row === inverse.offset[at + 1]) return undefined
    at = inverse.value[row]
  }
  return text(graph, at)
}

function unknownScheme(scheme: string): GrunddataError {
  return new GrunddataError('CONFIG_INVALID', {
    sv: `En regel hänvisar till listan <${scheme}>, som inte finns bland vokabulärerna.`,
    en: `A rule refers to the list <${scheme}>, which is not among the vocabularies.`,
  })
}
