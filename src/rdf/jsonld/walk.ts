// The direct reader: from JSON tokens to triples in one walk, without building objects.
// Expansion and RDF conversion of JSON-LD 1.1 API §5.1 and §8.1 for the contexts that context.ts knows.
import { ID } from '../dictionary.ts'
import { deriveContext } from './context.ts'
import { emptyContext, expandIri } from './expand-iri.ts'
import { isString, tokenText, tokenValue } from './json-value.ts'
import {
  anonymous,
  give,
  iriTerm,
  jsonLiteral,
  keyHash,
  langNumber,
  nativeLiteral,
  nodeTerm,
  type Reading,
  report,
  scalarTerm,
  stringLiteral,
} from './reading.ts'
import { reasons } from './reasons.ts'
import { AS_JSON, createScope, type Key, keyOf, NO_KEY, type Scope } from './scope.ts'
import { ARRAY, DROPPED, FALSE, NULL, NUMBER, OBJECT, type Tape, TRUE } from './tape.ts'

const CONTEXT_HASH = keyHash('@context')

/** Reads a whole document; afterwards `reading.isBeyond` tells whether the result counts. */
export function walkDocument(reading: Reading): void {
  const { tape } = reading
  if (tape.count === 0) return
  const scope = createScope(emptyContext(reading.source.base))
  const isUnwrapped = tape.kind[0] === OBJECT && isOnlyGraph(reading, scope)
  if (tape.kind[0] === OBJECT) reading.rootContext = enter(reading, scope, 0).context
  collect(
    reading,
    isUnwrapped ? enter(reading, scope, 0) : scope,
    NO_KEY,
    isUnwrapped ? graphValue(reading, scope) : 0,
  )
  forget(reading, 0)
}

function forget(reading: Reading, mark: number): void {
  reading.ids.length = mark
  reading.ats.length = mark
}

/** The scope inside an object: its own @context applied. */
function enter(reading: Reading, scope: Scope, object: number): Scope {
  const { tape } = reading
  const stop = tape.next[object]
  for (let key = object + 1; key < stop; key = tape.next[key + 1]) {
    if (tape.hash[key] === CONTEXT_HASH && tape.kind[key] !== DROPPED && tokenText(tape, key) === '@context')
      return innerScope(reading, scope, key + 1)
  }
  return scope
}

function innerScope(reading: Reading, scope: Scope, token: number): Scope {
  const { tape } = reading
  const text = Buffer.from(tape.bytes.subarray(tape.start[token], tape.end[token])).toString('latin1')
  const known = scope.inner.get(text)
  if (known) return known
  const context = deriveContext(scope.context, tokenValue(tape, token), reading.source)
  if (!context) reading.isBeyond = true
  const inner = context ? createScope(context) : scope
  scope.inner.set(text, inner)
  return inner
}

/** True when the root object holds nothing but @graph, which then is the default graph. */
function isOnlyGraph(reading: Reading, outer: Scope): boolean {
  const { tape, builder } = reading
  const scope = enter(reading, outer, 0)
  let hasGraph = false
  for (let token = 1; token < tape.next[0]; token = tape.next[token + 1]) {
    if (tape.kind[token] === DROPPED) continue
    const key = keyOf(scope, builder, tape, token)
    if (key.keyword === '@graph') hasGraph = true
    else if (key.keyword !== '' && key.keyword !== '@context') return false
    else if (key.predicate >= 0 && tape.kind[token + 1] !== NULL) return false
  }
  return hasGraph
}

function graphValue(reading: Reading, outer: Scope): number {
  const { tape, builder } = reading
  const scope = enter(reading, outer, 0)
  for (let token = 1; token < tape.next[0]; token = tape.next[token + 1]) {
    if (tape.kind[token] !== DROPPED && keyOf(scope, builder, tape, token).keyword === '@graph')
      return token + 1
  }
  return 0
}

/** Puts the terms of a JSON value on the stack of values. */
function collect(reading: Reading, scope: Scope, key: Key, token: number): void {
  const { tape } = reading
  if (reading.isBeyond) return
  const kind = tape.kind[token]
  if (key.as === AS_JSON) give(reading, jsonLiteral(reading, token), tape.start[token])
  else if (kind === ARRAY) collectArray(reading, scope, key, token)
  else if (kind === OBJECT) collectObject(reading, scope, key, token)
  else if (kind !== NULL && key !== NO_KEY)
    give(reading, scalarTerm(reading, scope, key, token), tape.start[token])
}

function collectArray(reading: Reading, scope: Scope, key: Key, token: number): void {
  const { tape } = reading
  const stop = tape.next[token]
  for (let item = token + 1; item < stop; item = tape.next[item]) {
    const isInnerList = key.isList && tape.kind[item] === ARRAY
    if (isInnerList) give(reading, list(reading, scope, key, item), tape.start[item])
    else collect(reading, scope, key, item)
  }
}

/** A list of the values of a token, as rdf:first and rdf:rest; returns its head. */
function list(reading: Reading, scope: Scope, key: Key, token: number): number {
  const { builder, tape } = reading
  const mark = reading.ids.length
  if (tape.kind[token] === ARRAY) collectArray(reading, scope, key, token)
  else collect(reading, scope, key, token)
  let rest: number = ID.nil
  for (let i = reading.ids.length - 1; i >= mark; i--) {
    const cell = anonymous(reading)
    builder.add(cell, ID.first, reading.ids[i], reading.ats[i], reading.graph)
    builder.add(cell, ID.rest, rest, reading.ats[i], reading.graph)
    builder.subject(cell, reading.ats[i])
    rest = cell
  }
  forget(reading, mark)
  return rest
}

/** The tokens of an object's keywords, and whether anything else is there; -1 for what is missing. */
interface Parts {
  id: number
  value: number
  list: number
  set: number
  type: number
  language: number
  entries: number
}

function partsOf(reading: Reading, scope: Scope, object: number): Parts {
  const { tape, builder } = reading
  const parts: Parts = { id: -1, value: -1, list: -1, set: -1, type: -1, language: -1, entries: 0 }
  const stop = tape.next[object]
  for (let token = object + 1; token < stop; token = tape.next[token + 1]) {
    if (tape.kind[token] === DROPPED) continue
    const { keyword } = keyOf(scope, builder, tape, token)
    if (keyword !== '@context') parts.entries++
    if (keyword === '') continue
    if (keyword === '@id') parts.id = token + 1
    else if (keyword === '@value') parts.value = token + 1
    else if (keyword === '@list') parts.list = token + 1
    else if (keyword === '@set') parts.set = token + 1
    else if (keyword === '@type') parts.type = token + 1
    else if (keyword === '@language') parts.language = token + 1
    else if (keyword === '@nest' || keyword === '@preserve') reading.isBeyond = !reading.source.lenient
  }
  return parts
}

function collectObject(reading: Reading, outer: Scope, key: Key, object: number): void {
  const scope = enter(reading, outer, object)
  const parts = partsOf(reading, scope, object)
  if (reading.isBeyond) return
  if (parts.value >= 0) {
    if (key !== NO_KEY) give(reading, valueTerm(reading, scope, parts), reading.tape.start[parts.value])
  } else if (parts.list >= 0) {
    // What becomes of arrays in arrays in a list object depends on where it stands, and is for jsonld.js.
    if (hasInnerArray(reading.tape, parts.list)) reading.isBeyond = !reading.source.lenient
    if (key !== NO_KEY && !reading.isBeyond)
      give(reading, list(reading, scope, { ...key, isList: true }, parts.list), reading.tape.start[object])
  } else if (parts.set >= 0) set(reading, scope, key, parts.set)
  else if (parts.language >= 0 && parts.entries === 1) return
  else give(reading, node(reading, scope, object, parts), placeOf(reading, object, parts))
}

function hasInnerArray(tape: Tape, token: number): boolean {
  if (tape.kind[token] !== ARRAY) return false
  for (let item = token + 1; item < tape.next[token]; item = tape.next[item])
    if (tape.kind[item] === ARRAY) return true
  return false
}

/** The values of a set object. Sets in lists, and sets of nothing, are for jsonld.js: they become inner lists or nodes. */
function set(reading: Reading, scope: Scope, key: Key, token: number): void {
  const isOdd = key.isList || reading.tape.kind[token] === NULL
  if (isOdd && !reading.source.lenient) reading.isBeyond = true
  else collect(reading, scope, key, token)
}

function placeOf(reading: Reading, object: number, parts: Parts): number {
  const { tape } = reading
  return tape.start[parts.id >= 0 && isString(tape, parts.id) ? parts.id : object]
}

/** The literal of a value object; -1 for null. */
function valueTerm(reading: Reading, scope: Scope, parts: Parts): number {
  const { tape } = reading
  const token = parts.value
  const type = parts.type >= 0 && isString(tape, parts.type) ? tokenText(tape, parts.type) : ''
  if (type !== '' && expandIri(scope.context, type, true, false) === '@json')
    return jsonLiteral(reading, token)
  const kind = tape.kind[token]
  if (kind === NULL) return -1
  if (kind === OBJECT || kind === ARRAY) {
    report(reading, tape.start[token], reasons.valueObject)
    return -1
  }
  const datatype = type === '' ? -1 : iriTerm(reading, scope, parts.type, true)
  if (kind === NUMBER || kind === TRUE || kind === FALSE) return nativeLiteral(reading, token, datatype)
  if (parts.language < 0 || tape.kind[parts.language] === NULL)
    return stringLiteral(reading, token, Math.max(datatype, 0), 0)
  if (isString(tape, parts.language))
    return stringLiteral(reading, token, 0, langNumber(reading, tokenText(tape, parts.language)))
  report(reading, tape.start[parts.language], reasons.language)
  return stringLiteral(reading, token, 0, 0)
}

/** A node object: its triples are added; returns its term. */
function node(reading: Reading, scope: Scope, object: number, parts: Parts): number {
  const { tape, builder } = reading
  const subject = subjectOf(reading, scope, parts)
  if (parts.id < 0 || parts.entries > 1) builder.subject(subject, placeOf(reading, object, parts))
  const stop = tape.next[object]
  for (let token = object + 1; token < stop && !reading.isBeyond; token = tape.next[token + 1]) {
    if (tape.kind[token] === DROPPED) continue
    const key = keyOf(scope, builder, tape, token)
    if (key.predicate >= 0) property(reading, scope, key, subject, token + 1)
    else if (key.keyword !== '') keywordEntry(reading, scope, key.keyword, subject, token + 1)
  }
  return subject
}

function subjectOf(reading: Reading, scope: Scope, parts: Parts): number {
  const { tape } = reading
  if (parts.id < 0) return anonymous(reading)
  if (isString(tape, parts.id)) {
    const id = iriTerm(reading, scope, parts.id, false)
    if (id >= 0) return id
    return nodeTerm(reading, tokenText(tape, parts.id), tape.start[parts.id])
  }
  if (tape.kind[parts.id] !== NULL) report(reading, tape.start[parts.id], reasons.id)
  return anonymous(reading)
}

function keywordEntry(reading: Reading, scope: Scope, keyword: string, subject: number, token: number): void {
  if (keyword === '@type') types(reading, scope, subject, token)
  else if (keyword === '@reverse') reverseMap(reading, scope, subject, token)
  else if (keyword === '@graph' || keyword === '@included') {
    const before = reading.graph
    const mark = reading.ids.length
    if (keyword === '@graph') reading.graph = subject + 1
    collect(reading, scope, NO_KEY, token)
    forget(reading, mark)
    reading.graph = before
  }
}

function types(reading: Reading, scope: Scope, subject: number, token: number): void {
  const { tape, builder } = reading
  if (tape.kind[token] === ARRAY) {
    for (let item = token + 1; item < tape.next[token]; item = tape.next[item])
      types(reading, scope, subject, item)
    return
  }
  if (!isString(tape, token)) {
    if (tape.kind[token] !== NULL) report(reading, tape.start[token], reasons.type)
    return
  }
  const type = iriTerm(reading, scope, token, true)
  if (type >= 0) builder.add(subject, ID.type, type, tape.start[token], reading.graph)
}

function reverseMap(reading: Reading, scope: Scope, subject: number, token: number): void {
  const { tape, builder } = reading
  if (tape.kind[token] !== OBJECT) {
    report(reading, tape.start[token], reasons.object)
    return
  }
  for (let inner = token + 1; inner < tape.next[token]; inner = tape.next[inner + 1]) {
    if (tape.kind[inner] === DROPPED) continue
    const key = keyOf(scope, builder, tape, inner)
    if (key.predicate >= 0)
      property(reading, scope, { ...key, isReverse: !key.isReverse }, subject, inner + 1)
  }
}

function property(reading: Reading, scope: Scope, key: Key, subject: number, token: number): void {
  const { builder, tape } = reading
  const mark = reading.ids.length
  const isMap = tape.kind[token] === OBJECT
  if (key.isLanguageMap && isMap && partsOf(reading, scope, token).value < 0)
    languageMap(reading, scope, token)
  else if (key.isIndexMap && isMap) indexMap(reading, scope, key, token)
  else if (key.isList && needsList(reading, scope, token))
    give(reading, list(reading, scope, key, token), tape.start[token])
  else collect(reading, scope, key, token)
  for (let i = mark; i < reading.ids.length; i++) {
    const value = reading.ids[i]
    const at = reading.ats[i]
    if (!key.isReverse) builder.add(subject, key.predicate, value, at, reading.graph)
    else if (builder.dictionary.kind[value] !== 4)
      builder.add(value, key.predicate, subject, at, reading.graph)
    else report(reading, at, reasons.reverse)
  }
  forget(reading, mark)
}

/** True for a value that a list container makes a list of: neither null, however written, nor a list already. */
function needsList(reading: Reading, outer: Scope, token: number): boolean {
  const { kind } = reading.tape
  if (kind[token] !== OBJECT) return kind[token] !== NULL
  const parts = partsOf(reading, enter(reading, outer, token), token)
  if (parts.value >= 0) return kind[parts.value] !== NULL || parts.type >= 0
  return parts.list < 0 && !(parts.language >= 0 && parts.entries === 1)
}

function languageMap(reading: Reading, scope: Scope, object: number): void {
  const { tape } = reading
  for (let token = object + 1; token < tape.next[object]; token = tape.next[token + 1]) {
    if (tape.kind[token] === DROPPED) continue
    const tag = tokenText(tape, token)
    const isNone = tag === '@none' || expandIri(scope.context, tag, true, false) === '@none'
    const lang = isNone ? 0 : langNumber(reading, tag)
    const value = token + 1
    const isArray = tape.kind[value] === ARRAY
    const stop = isArray ? tape.next[value] : value + 1
    for (let item = isArray ? value + 1 : value; item < stop; item = tape.next[item]) {
      if (isString(tape, item)) give(reading, stringLiteral(reading, item, 0, lang), tape.start[item])
      else if (tape.kind[item] !== NULL) report(reading, tape.start[item], reasons.languageMap)
    }
  }
}

function indexMap(reading: Reading, scope: Scope, key: Key, object: number): void {
  const { tape } = reading
  for (let token = object + 1; token < tape.next[object]; token = tape.next[token + 1])
    if (tape.kind[token] !== DROPPED) collect(reading, scope, key, token + 1)
}
