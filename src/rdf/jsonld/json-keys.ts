// Names that stand twice in one JSON object: the later one counts, as in JSON.parse, and is reported.

import { tokenText } from './json-value.ts'
import { DROPPED, type JsonFault, STRING, type Tape } from './tape.ts'

const FEW = 24

/** Marks all but the last of equal keys of an object as DROPPED. */
export function dropDuplicateKeys(tape: Tape, object: number, faults: JsonFault[]): void {
  const keys: number[] = []
  const stop = tape.next[object]
  for (let key = object + 1; key < stop; key = tape.next[key + 1]) keys.push(key)
  if (keys.length <= FEW && keys.every((key) => tape.kind[key] === STRING)) dropAmongFew(tape, keys, faults)
  else dropAmongMany(tape, keys, faults)
}

function dropAmongFew(tape: Tape, keys: readonly number[], faults: JsonFault[]): void {
  for (let i = 1; i < keys.length; i++) {
    const hash = tape.hash[keys[i]]
    for (let k = 0; k < i; k++) {
      if (tape.hash[keys[k]] === hash && tokenText(tape, keys[k]) === tokenText(tape, keys[i]))
        drop(tape, keys[k], keys[i], faults)
    }
  }
}

function dropAmongMany(tape: Tape, keys: readonly number[], faults: JsonFault[]): void {
  const seen = new Map<string, number>()
  for (const key of keys) {
    const text = tokenText(tape, key)
    const earlier = seen.get(text)
    if (earlier !== undefined) drop(tape, earlier, key, faults)
    seen.set(text, key)
  }
}

function drop(tape: Tape, earlier: number, later: number, faults: JsonFault[]): void {
  if (tape.kind[earlier] === DROPPED) return
  const key = tokenText(tape, earlier)
  tape.kind[earlier] = DROPPED
  faults.push({ rule: 'syntax-jsonld-duplicate-key', at: tape.start[later], key })
}
