// Contexts that must be fetched before the walk begins: found by their addresses, loaded by the caller's function.
import { isAbsolute, resolveIri } from '../iri.ts'
import { bundledContext } from './bundled.ts'
import { isString, type Json, tokenText, tokenValue } from './json-value.ts'
import { DROPPED, OBJECT, type Tape } from './tape.ts'

/** Absolute URLs of contexts that a JSON value of @context names. */
function addresses(value: Json, base: string | undefined): string[] {
  if (typeof value === 'string') return [base === undefined ? value : resolveIri(value, base)]
  if (Array.isArray(value)) return value.flatMap((item) => addresses(item, base))
  return []
}

/** Every @context value in the text, wherever it stands. */
function contextValues(tape: Tape): Json[] {
  const found: Json[] = []
  for (let token = 0; token < tape.count; token++) {
    if (tape.kind[token] !== OBJECT) continue
    for (let key = token + 1; key < tape.next[token]; key = tape.next[key + 1]) {
      const isContext = tape.end[key] - tape.start[key] === 10 && tape.kind[key] !== DROPPED
      if (isContext && isString(tape, key) && tokenText(tape, key) === '@context')
        found.push(tokenValue(tape, key + 1))
    }
  }
  return found
}

const MAX_CONTEXTS = 20

/** Loads what the text refers to and is not bundled, and what that refers to; failures are left out. */
export async function loadContexts(
  tape: Tape,
  base: string | undefined,
  load: (url: string) => Promise<unknown>,
): Promise<ReadonlyMap<string, Json>> {
  const loaded = new Map<string, Json>()
  const queue = contextValues(tape).flatMap((value) => addresses(value, base))
  const tried = new Set<string>()
  for (let url = queue.shift(); url !== undefined && tried.size < MAX_CONTEXTS; url = queue.shift()) {
    if (tried.has(url) || !isAbsolute(url) || bundledContext(url) !== undefined) continue
    tried.add(url)
    const document = await load(url).catch(() => undefined)
    if (document === undefined) continue
    loaded.set(url, document as Json)
    const inner = (document as { readonly '@context'?: Json } | null)?.['@context']
    if (inner !== undefined) queue.push(...addresses(inner, url))
  }
  return loaded
}
