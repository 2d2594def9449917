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

  const scalars = indexScalars(tape)
  const objects: number[] = []
  for (let token = 0; token < tape.count; token++) if (tape.kind[token] === OBJECT) objects.push(token)

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
      const own = within(scope, objects)
      const token = iri === undefined && own >= 0 ? own : scope
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

/** Scalars by text, and by `…` and the end of the text for compact and relative IRIs. */
function indexScalars(tape: Tape): Map<string, number[]> {
  const index = new Map<string, number[]>()
  const add = (text: string, token: number) => {
    const list = index.get(text)
    if (list) list.push(token)
    else index.set(text, [token])
  }
  for (let token = 0; token < tape.count; token++) {
    if (tape.kind[token] === OBJECT || tape.kind[token] === ARRAY) continue
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
