// An entity's content as canonical text: its statements and those of the nameless nodes that hang on it, the nameless
// nodes given addresses made from what they say. The same content is the same text, however it was written.
import { createHash } from 'node:crypto'
import { entityClosure } from './closure.ts'
import { BLANK, IRI, langOf, textOf } from './dictionary.ts'
import { canonicalNQuads } from './entity-hash.ts'
import type { Graph } from './graph.ts'
import { quoted, tagOf } from './write/escape.ts'

/** Where the addresses of nameless nodes begin (RDF 1.1, section 3.5: skolem IRIs). */
export const SKOLEM = 'https://w3id.org/grunddata/genid/'

export interface EntityText {
  /** Its own, or one made from the content when the entity is nameless. */
  readonly iri: string
  /** Canonical N-Quads (RDFC-1.0) without nameless nodes: sorted lines, each with its line feed. */
  readonly nquads: string
  /** Of `nquads`: {@link contentHash}. */
  readonly hash: string
  /** The same without the dates that change by themselves. */
  readonly stableHash: string
}

/** `rdfc:` and 64 hexadecimal digits of SHA-256. */
export function contentHash(nquads: string): string {
  return `rdfc:${sha256(nquads)}`
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Dates that say when a description was made or touched, not what it describes. */
const dates: ReadonlySet<string> = new Set([
  'http://purl.org/dc/terms/modified',
  'http://schema.org/dateModified',
  'https://schema.org/dateModified',
  'http://purl.org/pav/lastUpdateOn',
  'http://www.w3.org/ns/prov#generatedAtTime',
])

/**
 * The canonical text of a subject (a term id) and its closure; undefined when its nameless nodes are so entangled that
 * canonicalization would take too long. Characters that an IRI may not hold come out percent-encoded.
 */
export async function entityText(graph: Graph, subject: number): Promise<EntityText | undefined> {
  const { subjects, isTree } = entityClosure(graph, subject)
  if (!isTree) return entangledText(graph, subject)
  const all = treeText(graph, subjects, isKept)
  const stable = subjects.some((node) => hasDate(graph, node)) ? treeText(graph, subjects, isNoDate) : all
  return { ...all, hash: contentHash(all.nquads), stableHash: contentHash(stable.nquads) }
}

type Keeps = (graph: Graph, predicate: number) => boolean
const isKept: Keeps = () => true
const isNoDate: Keeps = (graph, predicate) => !dates.has(textOf(graph.dictionary, predicate))

function hasDate({ out, dictionary }: Graph, node: number): boolean {
  for (let row = out.offset[node]; row < out.offset[node + 1]; row++)
    if (dates.has(textOf(dictionary, out.predicate[row]))) return true
  return false
}

/** From the leaves up: a nameless node is called by the hash of its lines, the second of equal ones `-2`. */
function treeText(
  graph: Graph,
  subjects: readonly number[],
  keeps: Keeps,
): { readonly iri: string; readonly nquads: string } {
  const { out, dictionary } = graph
  const names = new Map<number, string>()
  const used = new Map<string, number>()
  const lines: string[] = []
  for (const node of [...subjects].reverse()) {
    const own: string[] = []
    for (let row = out.offset[node]; row < out.offset[node + 1]; row++) {
      if (!keeps(graph, out.predicate[row])) continue
      const object = names.get(out.value[row]) ?? termText(graph, out.value[row])
      own.push(`${termText(graph, out.predicate[row])} ${object} .\n`)
    }
    if (dictionary.kind[node] === BLANK) {
      const hash = sha256(own.sort().join('')).slice(0, 32)
      const n = (used.get(hash) ?? 0) + 1
      used.set(hash, n)
      names.set(node, `<${SKOLEM}${hash}${n > 1 ? `-${n}` : ''}>`)
    }
    const name = names.get(node) ?? termText(graph, node)
    for (const line of new Set(own)) lines.push(`${name} ${line}`)
  }
  const iri = names.get(subjects[0]) ?? termText(graph, subjects[0])
  return { iri: iri.slice(1, -1), nquads: lines.sort().join('') }
}

const CANONICAL_BLANK = /_:(c14n\d+)/g

/** Nameless nodes that are shared or in a circle are named by RDFC-1.0. */
async function entangledText(graph: Graph, subject: number): Promise<EntityText | undefined> {
  if (!areIrisWell(graph, subject)) return undefined
  const canonical = await canonicalNQuads(graph, subject)
  if (canonical === undefined) return undefined
  const name = sha256(canonical).slice(0, 32)
  const skolem = (text: string) => text.replace(CANONICAL_BLANK, `<${SKOLEM}${name}-$1>`)
  const lines = canonical
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${withoutLiteral(line, skolem)}\n`)
  const nquads = lines.sort().join('')
  const isNameless = graph.dictionary.kind[subject] === BLANK
  const iri = isNameless ? `${SKOLEM}${name}` : textOf(graph.dictionary, subject)
  const stable = lines.filter((line) => !dates.has(/^\S+ <([^>]*)>/.exec(line)?.[1] ?? '')).join('')
  return { iri, nquads, hash: contentHash(nquads), stableHash: contentHash(stable) }
}

/** Changes a line of N-Quads outside its literal. */
function withoutLiteral(line: string, change: (text: string) => string): string {
  const start = line.indexOf('"')
  if (start < 0) return change(line)
  return change(line.slice(0, start)) + line.slice(start)
}

function areIrisWell(graph: Graph, subject: number): boolean {
  const { out, dictionary } = graph
  for (const node of entityClosure(graph, subject).subjects)
    for (let row = out.offset[node]; row < out.offset[node + 1]; row++)
      for (const term of [node, out.predicate[row], out.value[row]])
        if (dictionary.kind[term] === IRI && ILL.test(textOf(dictionary, term))) return false
  return true
}

const ILL = /[\u0000-\u0020<>"{}|^`\\]/
const ILL_ALL = /[\u0000-\u0020<>"{}|^`\\]/g

/** The IRI with the characters that it may not hold percent-encoded. */
export function encodedIri(iri: string): string {
  if (!ILL.test(iri)) return iri
  return iri.replace(ILL_ALL, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

function termText({ dictionary }: Graph, term: number): string {
  if (dictionary.kind[term] === IRI) return `<${encodedIri(textOf(dictionary, term))}>`
  const text = quoted(textOf(dictionary, term))
    .replace(/\\u0008/g, '\\b')
    .replace(/\\u000C/g, '\\f')
  const lang = langOf(dictionary, term)
  if (lang !== undefined) return `${text}@${tagOf(lang)}`
  const datatype = textOf(dictionary, dictionary.datatype[term])
  return datatype === XSD_STRING ? text : `${text}^^<${encodedIri(datatype)}>`
}

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
