// Short names for IRIs: the project's prefixes, those asked for, and those the source declared.
import { type Dictionary, IRI, textOf } from '../dictionary.ts'
import type { Graph } from '../graph.ts'
import { namespaces } from '../namespaces.ts'
import type { WriteOptions } from '../syntax.ts'
import { bracketed } from './escape.ts'

/** Namespace IRI → prefix. Every namespace ends with `#` or `/`; every prefix is a plain word. */
export type Prefixes = ReadonlyMap<string, string>

/** The prefixes a writer may use, in order of preference. */
export function prefixesFor(graph: Graph, options: WriteOptions): Prefixes {
  const prefixes = new Map<string, string>()
  const taken = new Set<string>()
  const wanted = [...Object.entries(namespaces), ...(options.prefixes ?? []), ...graph.prefixes]
  for (const [name, namespace] of wanted) {
    const isUsable = /^[A-Za-z][\w-]*$/.test(name) && /[#/]$/.test(namespace) && !/^xml/i.test(name)
    if (!isUsable || prefixes.has(namespace) || taken.has(name)) continue
    prefixes.set(namespace, name)
    taken.add(name)
  }
  return prefixes
}

/** Where the local name of an IRI begins. */
export function localStart(iri: string): number {
  const hash = iri.lastIndexOf('#')
  return (hash >= 0 ? hash : iri.lastIndexOf('/')) + 1
}

const LOCAL = /^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/

/** `prefix:local`, or undefined when no prefix fits or the local name would need escapes. */
export function compactIri(prefixes: Prefixes, iri: string): string | undefined {
  const cut = localStart(iri)
  const prefix = prefixes.get(iri.slice(0, cut))
  if (prefix === undefined) return undefined
  const local = iri.slice(cut)
  return LOCAL.test(local) ? `${prefix}:${local}` : undefined
}

/**
 * The namespaces of the IRIs that `marked` holds a 1 for, by prefix; sorted by prefix. The form of each such IRI,
 * short or in angle brackets, goes into `forms` at its term id.
 */
export function usedPrefixes(
  dictionary: Dictionary,
  prefixes: Prefixes,
  { marked, forms }: { readonly marked: Uint8Array; readonly forms: string[] },
): readonly (readonly [string, string])[] {
  const used = new Map<string, string>()
  for (let id = 0; id < dictionary.count; id++) {
    if (marked[id] === 0 || dictionary.kind[id] !== IRI) continue
    const iri = textOf(dictionary, id)
    const name = compactIri(prefixes, iri)
    forms[id] = name ?? bracketed(iri)
    if (name !== undefined) used.set(name.slice(0, name.indexOf(':')), iri.slice(0, localStart(iri)))
  }
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Labels b1, b2 … for blank nodes in the order they are asked for. */
export function createLabels(): (term: number) => string {
  const labels = new Map<number, string>()
  return (term) => {
    let label = labels.get(term)
    if (label === undefined) {
      label = `b${labels.size + 1}`
      labels.set(term, label)
    }
    return label
  }
}
