// Where an expanded value was written: a best guess from the tokens inside the object it came from.
// It never points outside the nearest object that is known to hold the value.
import { isString, tokenText } from './json-value.ts'
import { ARRAY, OBJECT, type Tape } from './tape.ts'

export interface Locator {
  /** The node object with this IRI (or without any) inside the token `scope`: its token and byte offset. */
  node(scope: number, iri: string | undefined): { readonly token: number; readonly at: number }
  /** Byte offset of a scalar inside `scope` that reads `text` or ends like it; of `scope` itself when there is none. */
  text(scope: number, text: string): number
  /** Byte offset of the key inside `scope` that stands for a property IRI. */
  key(scope: number, iri: string): number
  /** Byte offset of a token. */
  place(token: number): number
}

/** The part of an IRI that a compact or relative form of it ends with. */
function tail(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'), iri.lastIndexOf(':')) + 1)
}

export function createLocator(tape: Tape): Locator {
  const used = new Uint8Array(tape.count)
  const place = (token: number) => tape.start[token] ?? 0

  const hidden = contextTokens(tape)
  const scalars = indexScalars(tape, hidden)
  const objects: number[] = []
  for (let token = 0; token < tape.count; token++)
    if (tape.kind[token] === OBJECT && hidden[token] === 0) objects.push(token)
  const idKeys = aliasesOfId(tape, hidden)
  const nameless = objects.filter((object) => isNameless(tape, object, idKeys))

  const within = (scope: number, list: readonly number[] | undefined): number => {
    const stop = tape.next[scope]
    let first = -1
    for (let i = list ? lowerBound(list, scope) : 0; list && i < list.length && list[i] < stop; i++) {
      if (first < 0) first = list[i]
      if (used[list[i]] === 0) {
        used[list[i]] = 1
        return list[i]
      }
    }
    return first
  }
  const scalar = (scope: number, text: string) => {
    const exact = within(scope, scalars.get(text))
    return exact >= 0 ? exact : within(scope, scalars.get(`…${tail(text)}`))
  }

  return {
    place,
    node(scope, iri) {
      if (iri !== undefined) {
        const found = scalar(scope, iri)
        if (found >= 0) return { token: holderOf(tape, objects, found), at: place(found) }
      }
      const own = iri === undefined ? within(scope, nameless) : -1
      const token = own >= 0 ? own : scope
      return { token, at: place(token) }
    },
    text(scope, text) {
      const found = scalar(scope, text)
      return place(found >= 0 ? found : scope)
    },
    key(scope, iri) {
      const found = scalars.get(iri) ?? scalars.get(`…${tail(iri)}`)
      const token = found?.[lowerBound(found, scope)]
      return place(token !== undefined && token < tape.next[scope] ? token : scope)
    },
  }
}

/** 1 for every token inside a @context. */
function contextTokens(tape: Tape): Uint8Array {
  const hidden = new Uint8Array(tape.count)
  for (let object = 0; object < tape.count; object++) {
    if (tape.kind[object] !== OBJECT) continue
    for (let key = object + 1; key < tape.next[object]; key = tape.next[key + 1])
      if (tokenText(tape, key) === '@context') hidden.fill(1, key, tape.next[key + 1])
  }
  return hidden
}

/** The keys that mean @id: contexts give them as `"alias": "@id"`. */
function aliasesOfId(tape: Tape, hidden: Uint8Array): ReadonlySet<string> {
  const aliases = new Set(['@id'])
  for (let token = 1; token < tape.count; token++)
    if (hidden[token] === 1 && isString(tape, token) && tokenText(tape, token) === '@id')
      aliases.add(tokenText(tape, token - 1))
  return aliases
}

/** True for an object that may be a node without @id: no value object, no list, and more than a @graph. */
function isNameless(tape: Tape, object: number, idKeys: ReadonlySet<string>): boolean {
  let isOnlyGraph = true
  for (let key = object + 1; key < tape.next[object]; key = tape.next[key + 1]) {
    const name = tokenText(tape, key)
    if (idKeys.has(name) || name === '@value' || name === '@list' || name === '@set') return false
    isOnlyGraph &&= name === '@graph' || name === '@context'
  }
  return !isOnlyGraph || tape.next[object] === object + 1
}

/** Scalars by text, and by `…` and the end of the text for compact and relative IRIs. */
function indexScalars(tape: Tape, hidden: Uint8Array): Map<string, number[]> {
  const index = new Map<string, number[]>()
  const add = (text: string, token: number) => {
    const list = index.get(text)
    if (list) list.push(token)
    else index.set(text, [token])
  }
  for (let token = 0; token < tape.count; token++) {
    if (tape.kind[token] === OBJECT || tape.kind[token] === ARRAY || hidden[token] === 1) continue
    const text = tokenText(tape, token)
    add(text, token)
    if (isString(tape, token) && text.length < 300) add(`…${tail(text)}`, token)
  }
  return index
}

/** The innermost object that holds a token. */
function holderOf(tape: Tape, objects: readonly number[], token: number): number {
  for (let i = lowerBound(objects, token) - 1; i >= 0; i--)
    if (tape.next[objects[i]] > token) return objects[i]
  return 0
}

/** Index of the first entry that is at least `value`. */
function lowerBound(list: readonly number[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
