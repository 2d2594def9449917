// The limits: reading and hashing every byte, and finding where the tokens of Turtle begin and end, with nothing made of them.
// Usage: node floor.mjs <hash|tokens> <data>
import { readFileSync } from 'node:fs'
import { tell } from './lines.mjs'

const [kind, file] = process.argv.slice(2)
const start = performance.now()
const bytes = readFileSync(file)
const found = kind === 'hash' ? hash(bytes) : tokens(bytes)
tell({ parse: Math.round(performance.now() - start), results: found })

/** FNV-1a over all bytes. */
function hash(bytes) {
  let value = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) value = Math.imul(value ^ bytes[i], 0x01000193)
  return value >>> 0
}

/** How many tokens there are: IRIs and strings to their ends, the rest by white space. */
function tokens(bytes) {
  let count = 0
  let i = 0
  while (i < bytes.length) {
    const byte = bytes[i]
    if (byte <= 0x20) i++
    else {
      count++
      i =
        byte === 0x3c
          ? past(bytes, i + 1, 0x3e)
          : byte === 0x22
            ? pastString(bytes, i + 1)
            : pastWord(bytes, i)
    }
  }
  return count
}

function past(bytes, from, end) {
  let i = from
  while (i < bytes.length && bytes[i] !== end) i++
  return i + 1
}

function pastString(bytes, from) {
  let i = from
  while (i < bytes.length && bytes[i] !== 0x22) i += bytes[i] === 0x5c ? 2 : 1
  return i + 1
}

function pastWord(bytes, from) {
  let i = from + 1
  while (i < bytes.length && bytes[i] > 0x20) i++
  return i
}
