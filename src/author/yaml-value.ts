// Values of the model as people write them in YAML: labels for codes, ids for references, addresses without mailto:.
// Whatever would not be read back as the same term is written as a term instead.
import { isSameTerm, type PropertyKey, type Term } from '../dcat/index.ts'
import type { Lang } from '../finding.ts'
import type { Profile } from '../profile/index.ts'
import { listsOf } from './codes.ts'
import { resolveWritten } from './resolve.ts'
import type { Ids } from './yaml-ids.ts'

export interface ValueContext {
  readonly ids: Ids
  readonly vocabularies: Profile['vocabularies']
  /** Language of labels, and of texts that do not say theirs. */
  readonly language: Lang
}

/** The text to write for a term as a value of a property; undefined when none reads back as it. */
export function writtenFor(key: PropertyKey, term: Term, context: ValueContext): string | undefined {
  return candidates(key, term, context).find((text) => readsAs(key, text, term, context))
}

function readsAs(key: PropertyKey, text: string, term: Term, { ids, vocabularies, language }: ValueContext) {
  if (text.trim() === '') return false
  const lang = 'literal' in term ? term.lang : undefined
  const content = { kind: 'written', text, ...(lang !== undefined && { lang }) } as const
  const place = { file: '', line: 1, column: 1 }
  const resolved = resolveWritten(
    key,
    { property: key.key, content, place },
    { plan: ids, vocabularies, language },
  )
  return 'term' in resolved && isSameTerm(resolved.term, term)
}

function candidates(
  key: PropertyKey,
  term: Term,
  { ids, vocabularies, language }: ValueContext,
): readonly string[] {
  if ('literal' in term) return [term.literal]
  const node = 'iri' in term ? term.iri : `_:${term.blank}`
  const found: string[] = []
  for (const list of listsOf(key.rows, vocabularies)) {
    const label = list.concepts.get(node)?.label[language]
    if (label !== undefined) found.push(label)
  }
  const id = ids.byIri.get(node)?.id
  if (id !== undefined) found.push(id)
  const prefix = key.rows[0].prefix
  if (prefix !== undefined && node.startsWith(prefix)) found.push(node.slice(prefix.length))
  return [...found, node]
}
