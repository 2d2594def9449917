// Changes of a text in Turtle, TriG, N-Triples or N-Quads, made where the statements stand: everything else in the
// text, comments and white space too, stays as it is.
import { type Graph, ID, text } from '../rdf/index.ts'
import type { Addition, Change, Renaming, Replacement } from './edit-change.ts'
import { type Plan, type PlannedEdit, refuse } from './edit-plan.ts'
import { termAt } from './edit-term.ts'
import { decodeSpan, indentAt, lineBreakOf, removal } from './edit-text.ts'
import { iriOfToken, type Names, nameFor, namesOf, termFor, type Written } from './edit-turtle-names.ts'
import { type Owner, type Property, readTurtleTree, type Span, type Value } from './edit-turtle-tree.ts'

/** Plans changes of the text of a graph that was read from a syntax of the Turtle family. */
export function planTurtle(graph: Graph, changes: readonly Change[]): readonly Plan[] {
  const { bytes, syntax } = graph.source!
  const tree = readTurtleTree(bytes)
  const isPlain = syntax === 'ntriples' || syntax === 'nquads'
  const names = namesOf(bytes, tree, isPlain)
  const whole = movedAsOne(names, changes)
  return changes.map((change) => {
    if (change.kind === 'rename') return rename(names, change)
    if (change.kind === 'add') return add(names, graph, change)
    return replace(names, graph, change, whole)
  })
}

/** Properties all of whose values get the same new property: there the property alone is rewritten. */
function movedAsOne({ tree }: Names, changes: readonly Change[]): ReadonlySet<Property> {
  const moved = new Map<Property, string[]>()
  for (const change of changes) {
    if (change.kind !== 'replace' || change.path === undefined || change.values.length === 0) continue
    const property = tree.values.get(change.statement.at)?.property
    if (property) moved.set(property, [...(moved.get(property) ?? []), change.path])
  }
  const asOne = [...moved].filter(
    ([{ values }, paths]) => values.length === paths.length && new Set(paths).size === 1,
  )
  return new Set(asOne.map(([property]) => property))
}

function replace(names: Names, graph: Graph, change: Replacement, whole: ReadonlySet<Property>): Plan {
  const { at, object, predicate } = change.statement
  const value = names.tree.values.get(at)
  if (!value) return replaceInList(names, graph, change)
  if (change.values.length === 0) return { edits: remove(names, value) }
  const token = decodeSpan(names.bytes, value.start, value.end)
  const old = { text: token, term: termAt(graph, object) }
  const isNewPath = change.path !== undefined && change.path !== text(graph, predicate)
  const written = change.values.map((term) => termFor(names, term, old))
  const needs = written.flatMap((each) => each.needs)
  const texts = written.map((each) => each.text)
  if (names.isPlain) return { edits: replaceLine(names, value, texts, isNewPath ? change.path : undefined) }
  const same: PlannedEdit = { start: value.start, end: value.end, text: listed(names, value, texts) }
  if (!isNewPath) return { edits: [same, ...needs] }
  const verb = nameFor(names, change.path!)
  const all = [...needs, ...verb.needs]
  if (value.property.values.length === 1 || whole.has(value.property))
    return { edits: [...verbEdit(value, verb), same, ...all] }
  const last = value.property.values.at(-1)!
  const place = last === value ? value.property.values.at(-2)!.end : last.end
  const moved = nextProperty(names, value.property, `${verb.text} ${listed(names, value, texts)}`)
  if (last === value && !decodeSpan(names.bytes, place, last.start).includes('#'))
    return { edits: [{ start: place, end: last.end, text: moved }, ...all] }
  return { edits: [...remove(names, value), { start: place, end: place, text: moved }, ...all] }
}

/** The verb of a property that is rewritten for several values is the same edit each time. */
function verbEdit({ property }: Value, verb: Written): readonly PlannedEdit[] {
  return [{ ...span(property.verb), text: verb.text, isShared: true }]
}

const span = ({ start, end }: Span) => ({ start, end })

/** Several values with commas, spaced as the text does it. */
function listed({ bytes, tree }: Names, value: Value, texts: readonly string[]): string {
  if (texts.length === 1) return texts[0]
  const known = value.property.values.find(({ comma }) => comma >= 0) ?? firstComma(tree.owners)
  const isTight = known !== undefined && known.comma === known.end
  const isBroken = known !== undefined && known.property === value.property && newline(bytes, known.comma + 1)
  const gap = isBroken ? `${lineBreakOf(bytes)}${indentAt(bytes, value.start)}` : ' '
  return texts.join(`${isTight ? '' : ' '},${gap}`)
}

function firstComma(owners: readonly Owner[]): Value | undefined {
  for (const { properties } of owners)
    for (const { values } of properties) {
      const found = values.find(({ comma }) => comma >= 0)
      if (found) return found
    }
  return undefined
}

function newline(bytes: Uint8Array, at: number): boolean {
  let i = at
  while (bytes[i] === 32 || bytes[i] === 9 || bytes[i] === 13) i++
  return bytes[i] === 10
}

/** ` ; property value` on a line of its own, indented like the properties before. */
function nextProperty({ bytes }: Names, property: Property, written: string): string {
  const { owner } = property
  const other = owner.properties.find(({ verb }) => onOwnLine(bytes, verb.start))
  const indent = other ? indentAt(bytes, other.verb.start) : `${indentAt(bytes, owner.subject.start)}  `
  return ` ;${lineBreakOf(bytes)}${indent}${written}`
}

function onOwnLine(bytes: Uint8Array, at: number): boolean {
  let i = at - 1
  while (bytes[i] === 32 || bytes[i] === 9) i--
  return i < 0 || bytes[i] === 10
}

/** An item of a list can only be exchanged for another. */
function replaceInList(names: Names, graph: Graph, { statement, values, path }: Replacement): Plan {
  if (path !== undefined || values.length !== 1) return refuse('list')
  const { tokenEnd } = graph.source!
  const end = tokenEnd(names.bytes, statement.at)
  const old = { text: decodeSpan(names.bytes, statement.at, end), term: termAt(graph, statement.object) }
  const written = termFor(names, values[0], old)
  return { edits: [{ start: statement.at, end, text: written.text }, ...written.needs] }
}

/** The statement of N-Triples once for each value. */
function replaceLine(
  { bytes }: Names,
  value: Value,
  texts: readonly string[],
  path: string | undefined,
): readonly PlannedEdit[] {
  const { owner, verb } = value.property
  const before = decodeSpan(bytes, owner.subject.start, verb.start)
  const gap = decodeSpan(bytes, verb.end, value.start)
  const after = decodeSpan(bytes, value.end, owner.end)
  const property = path === undefined ? decodeSpan(bytes, verb.start, verb.end) : `<${path}>`
  const lines = texts.map((written) => `${before}${property}${gap}${written}${after}`)
  return [{ start: owner.subject.start, end: owner.end, text: lines.join(lineBreakOf(bytes)) }]
}

function remove(names: Names, value: Value): readonly PlannedEdit[] {
  const { bytes, isPlain } = names
  const { property } = value
  const { owner, values } = property
  const others = owner.properties.filter((each) => each.values.length > 0)
  if (isPlain || (others.length === 1 && values.length === 1 && !owner.isNested))
    return removeTokens(bytes, [
      owner.subject,
      property.verb,
      value,
      { start: owner.end - 1, end: owner.end },
    ])
  if (values.length > 1) return removeValue(bytes, value)
  if (others.length === 1) return removeTokens(bytes, [property.verb, value])
  return removeProperty(bytes, property, others)
}

function removeValue(bytes: Uint8Array, value: Value): readonly PlannedEdit[] {
  const { values } = value.property
  const index = values.indexOf(value)
  const before = values[index - 1]
  if (index === values.length - 1) return backTo(bytes, before.end, before.comma, [value])
  const next = values[index + 1].start
  const isPlainGap = /^[\s,]*$/.test(decodeSpan(bytes, value.end, next))
  if (isPlainGap) return [{ start: value.start, end: next, text: '' }]
  return removeTokens(bytes, [value, { start: value.comma, end: value.comma + 1 }])
}

function removeProperty(
  bytes: Uint8Array,
  property: Property,
  others: readonly Property[],
): readonly PlannedEdit[] {
  const value = property.values[0]
  const next = others[others.indexOf(property) + 1]
  const isPlainGap = next && /^[\s;]*$/.test(gapsOf(bytes, [property.verb, value, next.verb]))
  if (isPlainGap) return [{ start: property.verb.start, end: next.verb.start, text: '' }]
  const { semicolon } = property
  if (semicolon >= 0)
    return removeTokens(bytes, [property.verb, value, { start: semicolon, end: semicolon + 1 }])
  const before = others[others.indexOf(property) - 1]
  // A semicolon before the full stop is allowed, so a comment after it may stay where it is.
  return backTo(bytes, before.values.at(-1)!.end, -1, [property.verb, value])
}

/** Takes the last of several away, back to the end of the one before unless a comment stands between. */
function backTo(
  bytes: Uint8Array,
  previous: number,
  separator: number,
  tokens: readonly Span[],
): readonly PlannedEdit[] {
  const end = tokens[tokens.length - 1].end
  if (/^[\s;,]*$/.test(gapsOf(bytes, [{ start: previous, end: previous }, ...tokens])))
    return [{ start: previous, end, text: '' }]
  const rest = removeTokens(bytes, tokens)
  return separator < 0 ? rest : [removal(bytes, separator, separator + 1), ...rest]
}

/** What stands between tokens. */
function gapsOf(bytes: Uint8Array, tokens: readonly Span[]): string {
  const gap = (i: number) => decodeSpan(bytes, tokens[i].end, tokens[i + 1].start)
  return tokens.map((_, i) => (i + 1 < tokens.length ? gap(i) : '')).join('')
}

/** Takes tokens away with what stands between them, but never a comment. */
function removeTokens(bytes: Uint8Array, tokens: readonly Span[]): readonly PlannedEdit[] {
  if (/^\s*$/.test(gapsOf(bytes, tokens)))
    return [removal(bytes, tokens[0].start, tokens[tokens.length - 1].end)]
  return tokens.map(({ start, end }) => ({ start, end, text: '' }))
}

function rename(names: Names, { from, to }: Renaming): Plan {
  const edits = names.tree.names
    .filter((token) => iriOfToken(names, token) === from)
    .map((token) => ({ ...span(token), text: bracketed(names, token, to) }))
  return edits.length > 0 ? { edits } : refuse('place')
}

function bracketed(names: Names, token: Span, iri: string): string {
  const old = decodeSpan(names.bytes, token.start, token.end)
  return termFor(names, { kind: 'iri', text: iri }, { text: old, term: undefined }).text
}

function add(names: Names, graph: Graph, { subject, path, value }: Addition): Plan {
  const at = graph.subjectAt[subject] - 1
  const owner = names.tree.owners.find((each) => each.subject.start === at && each.properties.length > 0)
  const last = owner?.properties.findLast(({ values }) => values.length > 0)
  if (!owner || !last) return refuse('place')
  const written = termFor(names, value)
  const isType = path === text(graph, ID.type) && !names.isPlain
  const verb = isType ? { text: 'a', needs: [] } : nameFor(names, path)
  const needs = [...written.needs, ...verb.needs]
  const stated = `${verb.text} ${written.text}`
  if (names.isPlain) {
    const { bytes } = names
    const line = `${lineBreakOf(bytes)}${decodeSpan(bytes, owner.subject.start, owner.subject.end)} ${stated} .`
    return { edits: [{ start: owner.end, end: owner.end, text: line }] }
  }
  const place = last.values.at(-1)!.end
  return { edits: [{ start: place, end: place, text: nextProperty(names, last, stated) }, ...needs] }
}
