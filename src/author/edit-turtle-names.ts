// Names in a Turtle text: an IRI with the prefixes that the text declares, and what a name in the text stands for.
import { namespaces } from '../dcat/index.ts'
import { resolveIri } from '../rdf/index.ts'
import type { PlannedEdit } from './edit-plan.ts'
import { type Term, unescaped } from './edit-term.ts'
import { decodeSpan, lineBreakOf } from './edit-text.ts'
import type { Span, TurtleTree } from './edit-turtle-tree.ts'

/** What is needed to write names in one text. */
export interface Names {
  readonly bytes: Uint8Array
  readonly tree: TurtleTree
  /** True for N-Triples and N-Quads, which have no prefixes. */
  readonly isPlain: boolean
  readonly byNamespace: ReadonlyMap<string, string>
  readonly byPrefix: ReadonlyMap<string, string>
}

/** A piece of text, and the declarations it needs. */
export interface Written {
  readonly text: string
  readonly needs: readonly PlannedEdit[]
}

/** The names of a text. A prefix that is declared twice is not used. */
export function namesOf(bytes: Uint8Array, tree: TurtleTree, isPlain: boolean): Names {
  const byPrefix = new Map<string, string>()
  const twice = new Set<string>()
  for (const { prefix, namespace } of tree.declarations) {
    if (byPrefix.has(prefix) && byPrefix.get(prefix) !== namespace) twice.add(prefix)
    byPrefix.set(prefix, namespace)
  }
  const usable = [...byPrefix].filter(([prefix]) => !twice.has(prefix)).reverse()
  const byNamespace = new Map(usable.map(([prefix, namespace]) => [namespace, prefix]))
  return { bytes, tree, isPlain, byNamespace, byPrefix }
}

const LOCAL = /^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/

/** An IRI in angle brackets. */
export function bracketed(iri: string): string {
  const toHex = (c: string) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, toHex)}>`
}

/** An IRI by a declared prefix, else by a usual prefix that is then declared, else in full. */
export function nameFor(names: Names, iri: string, declare = true): Written {
  const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
  const local = iri.slice(cut)
  const full = { text: bracketed(iri), needs: [] }
  if (names.isPlain || !LOCAL.test(local)) return full
  const namespace = iri.slice(0, cut)
  const prefix = names.byNamespace.get(namespace)
  if (prefix !== undefined) return { text: `${prefix}:${local}`, needs: [] }
  const usual = Object.entries(namespaces).find(([, known]) => known === namespace)?.[0]
  if (!declare || usual === undefined || names.byPrefix.has(usual)) return full
  return { text: `${usual}:${local}`, needs: [declaration(names, usual, namespace)] }
}

/** The declaration of a prefix, after the others of the text. */
function declaration({ bytes, tree }: Names, prefix: string, namespace: string): PlannedEdit {
  const last = tree.declarations.at(-1)
  const isSparql = last?.isSparql ?? false
  const text = isSparql ? `PREFIX ${prefix}: <${namespace}>` : `@prefix ${prefix}: <${namespace}> .`
  const line = lineBreakOf(bytes)
  return last
    ? { start: last.end, end: last.end, text: `${line}${text}`, isShared: true }
    : { start: 0, end: 0, text: `${text}${line}`, isShared: true }
}

/** The IRI that a token stands for; undefined for what is no name. */
export function iriOfToken({ bytes, byPrefix }: Names, { start, end }: Span, base = ''): string | undefined {
  const written = decodeSpan(bytes, start, end)
  if (written.startsWith('<')) {
    const raw = unescaped(written.slice(1, written.endsWith('>') ? -1 : undefined))
    return base === '' || /^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : resolveIri(base, raw)
  }
  const colon = written.indexOf(':')
  const namespace = colon < 0 ? undefined : byPrefix.get(written.slice(0, colon))
  return namespace === undefined ? undefined : namespace + written.slice(colon + 1).replace(/\\(.)/g, '$1')
}

/** The token that is replaced: how it is written, and what it says. */
export interface Old {
  readonly text: string
  readonly term: Term | undefined
}

/** A term in the manner of the one it replaces: brackets stay brackets, the same text keeps its quotation marks. */
export function termFor(names: Names, term: Term, old?: Old): Written {
  if (term.kind === 'iri') {
    if (old?.text.startsWith('<')) return { text: bracketed(term.text), needs: [] }
    return nameFor(names, term.text, false)
  }
  const quotes =
    old?.term?.kind === 'literal' && old.term.text === term.text ? quotedPart(old.text) : undefined
  const text = quotes ?? quoted(term.text)
  if (term.lang !== undefined) return { text: `${text}@${term.lang}`, needs: [] }
  if (term.datatype === undefined) return { text, needs: [] }
  const name = nameFor(names, term.datatype)
  return { text: `${text}^^${name.text}`, needs: name.needs }
}

/** A literal token without its tag or datatype; undefined for a bare number or word. */
function quotedPart(token: string): string | undefined {
  const found = /^("""[\s\S]*"""|'''[\s\S]*'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/u.exec(token)
  return found?.[1]
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function quoted(text: string): string {
  const toHex = (c: string) =>
    ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return `"${text.replace(/["\\\u0000-\u001f\u007f]/g, toHex)}"`
}
