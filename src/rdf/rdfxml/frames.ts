// Opening and closing elements: what an element inherits, what its end completes.
import { ID } from '../dictionary.ts'
import { attributeCode, CODE, leaveScope } from './names.ts'
import { type Frame, MAX_DEPTH, type Reader, ROLE, report, reportOnce } from './state.ts'
import { nameText, undeclared } from './tag.ts'
import { baseOf, langOf, literalOf, newBlank } from './terms.ts'
import { rdfReasons, xmlReasons } from './words.ts'

/**
 * Sorts the attributes of the tag: those of the grammar and of xml: by code into `slot`, property attributes into
 * `property`. What means nothing is reported, unless `silent`.
 */
export function classify(r: Reader, silent = false): void {
  const { tag } = r
  for (; tag.slots !== 0; tag.slots &= tag.slots - 1) tag.slot[31 - Math.clz32(tag.slots & -tag.slots)] = 0
  tag.properties = 0
  for (let i = 0; i < tag.count; i++) {
    const name = tag.names[i]
    let code = attributeCode(name)
    if (code === CODE.undeclared && !silent && undeclared(r, name, tag.ats[i])) code = attributeCode(name)
    if (code === CODE.plain || code === CODE.type) tag.property[tag.properties++] = i
    else if ((code >= CODE.ID && code <= CODE.datatype) || code === CODE.lang || code === CODE.base) {
      if (tag.slot[code] === 0) {
        tag.slot[code] = i + 1
        tag.slots |= 1 << code
      } else if (!silent) report(r, tag.ats[i], xmlReasons.duplicate(nameText(r, name)))
    } else if (!silent && code === CODE.noNamespace)
      report(r, tag.ats[i], rdfReasons.attributeNamespace(nameText(r, name)))
    else if (!silent && code < CODE.lang) forbid(r, i)
  }
}

/** Reports that attribute `index` may not stand where it stands. */
export function forbid(r: Reader, index: number): void {
  report(r, r.tag.ats[index], rdfReasons.attributeName(nameText(r, r.tag.names[index])))
}

/** Opens the element of the tag inside the innermost open one. The caller has seen that the depth allows it. */
export function open(r: Reader, role: number): Frame {
  const { tag } = r
  const outer = r.stack[r.depth]
  const frame = r.stack[++r.depth]
  frame.role = role
  frame.at = tag.at
  frame.nameStart = tag.at + 1
  frame.nameEnd = tag.at + 1 + tag.name.length
  frame.subject = -1
  frame.predicate = -1
  frame.count = 0
  frame.statement = -1
  frame.datatype = -1
  frame.filled = false
  frame.scope = tag.scope
  const lang = tag.slot[CODE.lang]
  const base = tag.slot[CODE.base]
  frame.lang = lang === 0 ? outer.lang : langOf(r, lang - 1)
  frame.base = base === 0 ? outer.base : baseOf(r, base - 1, outer.base)
  return frame
}

/** True when one more element may be opened; else it is passed over with all it holds. */
export function mayOpen(r: Reader): boolean {
  if (r.depth < MAX_DEPTH) return true
  reportOnce(r, 'depth', r.tag.at, xmlReasons.depth(MAX_DEPTH))
  leaveScope(r.names, r.tag.scope)
  if (!r.tag.empty) r.beyond++
  return false
}

/** Closes the innermost open element. */
export function close(r: Reader): void {
  const frame = r.stack[r.depth]
  if (frame.role === ROLE.property && !frame.filled && !r.truncated) state(r, frame, literalOf(r, frame))
  else if (frame.role === ROLE.collection) endCollection(r, frame)
  leaveScope(r.names, frame.scope)
  r.depth--
}

/** States (subject, predicate, object) for a property, and the four statements about it when rdf:ID names it. */
export function state(r: Reader, frame: Frame, object: number): void {
  const { builder } = r
  const { subject, predicate, at, statement } = frame
  frame.filled = true
  if (predicate < 0) return
  builder.add(subject, predicate, object, at)
  if (statement < 0) return
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
  builder.add(statement, ID.type, builder.iriText(`${rdf}Statement`, at), at)
  builder.add(statement, builder.iriText(`${rdf}subject`, at), subject, at)
  builder.add(statement, builder.iriText(`${rdf}predicate`, at), predicate, at)
  builder.add(statement, builder.iriText(`${rdf}object`, at), object, at)
}

/** Adds a node to the list that a parseType Collection builds. */
export function appendToCollection(r: Reader, frame: Frame, node: number, at: number): void {
  const cell = newBlank(r)
  r.builder.subject(cell, at)
  if (frame.count < 0) state(r, frame, cell)
  else r.builder.add(frame.count, ID.rest, cell, at)
  r.builder.add(cell, ID.first, node, at)
  frame.count = cell
}

function endCollection(r: Reader, frame: Frame): void {
  if (frame.count < 0) state(r, frame, ID.nil)
  else r.builder.add(frame.count, ID.rest, ID.nil, frame.at)
}
