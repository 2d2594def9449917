// Problem → Finding, the one place where it happens: severity and words by rule, names for subjects, the line.
import { compactName, propertyLabel } from '../dcat/index.ts'
import type { Finding, Lang, Location, Problem, Severity, Text } from '../finding.ts'
import { BLANK, datatype, type Graph, IRI, iriId, lang, locationAt, offsetOf, text } from '../rdf/index.ts'
import { fixers } from './fixers/index.ts'
import { createNamer, lowerFirst, type Namer, quote, shorten, upperFirst } from './names.ts'
import type { Profile, Rule } from './types.ts'

const MAX_VALUE = 80

/** A function that completes the problems of one graph; undefined when the profile does not have the rule. */
export function createCompleter(
  graph: Graph,
  profile: Profile,
  file: string,
): (problem: Problem) => Finding | undefined {
  const namer = createNamer(graph)
  const locate = createLocator(graph, file)
  return (seen) => {
    const problem = withIri(graph, seen)
    const rule = profile.rules.get(problem.rule) ?? foreignRule(problem)
    if (!rule) return undefined
    const location = locate(problem)
    const path = pathOf(problem, rule, namer)
    const correction = correctionOf(graph, problem, rule, profile)
    const hint = correction?.hint ?? rule.hint
    return {
      rule: rule.id,
      severity: rule.severity,
      message: messageOf(rule.message, { graph, problem, namer, path, file }),
      focus: focusOf(graph, problem, namer, file),
      ...(path ? { path } : {}),
      ...(problem.value === undefined ? {} : { value: valueText(graph, problem.value, namer) }),
      location,
      ...(hint ? { hint: fillText(hint, { graph, problem, namer, path, file }) } : {}),
      ...(correction?.fix ? { fix: correction.fix } : {}),
      ...(rule.seeAlso ? { seeAlso: rule.seeAlso } : {}),
    }
  }
}

/** What a reader says of an IRI names it in words; the term lets a fixer propose another. */
function withIri(graph: Graph, problem: Problem): Problem {
  if (problem.value !== undefined || !problem.rule.startsWith('iri-')) return problem
  const value = iriId(graph, String(problem.params?.iri))
  return value < 0 ? problem : { ...problem, value }
}

/** A shape of somebody else's, which says itself what it means. */
function foreignRule(problem: Problem): Rule | undefined {
  const message = problem.params?.message
  if (typeof message !== 'object') return undefined
  return {
    id: problem.rule,
    severity: (problem.params?.severity as Severity | undefined) ?? 'error',
    message,
    description: message,
    file: '',
  }
}

function correctionOf(graph: Graph, problem: Problem, rule: Rule, profile: Profile) {
  if (!rule.fixer) return undefined
  return fixers[rule.fixer]?.({
    graph,
    problem,
    rule,
    // Read when a fixer asks for them, which few do.
    get vocabularies() {
      return profile.vocabularies
    },
  })
}

function pathOf(problem: Problem, rule: Rule, namer: Namer): Finding['path'] {
  const written = problem.path ?? rule.path
  if (written === undefined) return undefined
  // Of alternatives the first is the one to write.
  const [first] = written.split('|')
  const iri = first.startsWith('^') ? first.slice(1) : first
  const subjectClass = problem.focus === undefined ? rule.targetClass : namer.classOf(problem.focus)
  const short = compactName(iri)
  return { iri: first, label: propertyLabel(iri, subjectClass) ?? { sv: short, en: short } }
}

function focusOf(graph: Graph, problem: Problem, namer: Namer, file: string): Finding['focus'] {
  if (problem.focus === undefined) return { label: { sv: file, en: file } }
  const type = namer.classOf(problem.focus)
  return {
    ...(graph.dictionary.kind[problem.focus] === IRI ? { iri: text(graph, problem.focus) } : {}),
    ...(type ? { type } : {}),
    label: namer.subject(problem.focus),
  }
}

interface Fill {
  readonly graph: Graph
  readonly problem: Problem
  readonly namer: Namer
  readonly path: Finding['path']
  readonly file: string
}

function messageOf(template: Text, fill: Fill): Text {
  const { sv, en } = fillText(template, fill)
  return { sv: upperFirst(sv), en: upperFirst(en) }
}

function fillText(template: Text, fill: Fill): Text {
  return { sv: fillIn(template.sv, 'sv', fill), en: fillIn(template.en, 'en', fill) }
}

function fillIn(template: string, language: Lang, fill: Fill): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => placeholder(name, language, fill) ?? whole)
}

function placeholder(
  name: string,
  language: Lang,
  { graph, problem, namer, path, file }: Fill,
): string | undefined {
  if (name === 'focus') return problem.focus === undefined ? file : namer.subject(problem.focus)[language]
  if (name === 'path') return path ? lowerFirst(path.label[language]) : undefined
  if (name === 'value' && problem.value !== undefined)
    return valueInSentence(graph, problem.value, language, namer)
  const param = problem.params?.[name]
  if (param === undefined) return undefined
  return typeof param === 'object' ? param[language] : shorten(String(param), MAX_VALUE)
}

function valueInSentence(graph: Graph, value: number, language: Lang, namer: Namer): string {
  const kind = graph.dictionary.kind[value]
  if (kind === BLANK) return namer.subject(value)[language]
  const written = shorten(text(graph, value).replace(/\s+/g, ' '), MAX_VALUE)
  return kind === IRI ? `<${written}>` : quote(written, language)
}

/** A value for machines and lists: an IRI as it is, a literal in Turtle's way, a blank node by its road. */
function valueText(graph: Graph, value: number, namer: Namer): string {
  const kind = graph.dictionary.kind[value]
  if (kind === BLANK) return namer.subject(value).en
  const written = text(graph, value)
  if (kind === IRI) return written
  const tag = lang(graph, value)
  if (tag) return `${JSON.stringify(written)}@${tag}`
  const type = compactName(datatype(graph, value) ?? '')
  return type === 'xsd:string' ? JSON.stringify(written) : `${JSON.stringify(written)}^^${type}`
}

function createLocator(graph: Graph, file: string): (problem: Problem) => Location {
  const { source } = graph
  const place = graph.places ?? (source && ((at: number, end?: number) => locationAt(source, at, end)))
  const pathIds = new Map<string, number>()
  const idOf = (iri: string) => {
    let id = pathIds.get(iri)
    if (id === undefined) pathIds.set(iri, (id = iriId(graph, iri)))
    return id
  }
  return (problem) => {
    if (!place) return { file, line: 1, column: 1 }
    if (problem.at !== undefined) return place(problem.at, problem.end)
    const offset = placeOf(graph, problem, idOf)
    return offset < 0 ? { file, line: 1, column: 1 } : place(offset)
  }
}

function placeOf(graph: Graph, problem: Problem, idOf: (iri: string) => number): number {
  const { focus, path, value } = problem
  if (focus === undefined) return -1
  if (path?.startsWith('^') && value !== undefined) return offsetOf(graph, value, idOf(path.slice(1)), focus)
  if (path === undefined || path.startsWith('^')) return offsetOf(graph, focus)
  const places = statedAt(graph, { focus, properties: path.split('|').map(idOf), value })
  // Of values that are too many, the second is the first one too many.
  const index = value === undefined && problem.rule.endsWith('-repeated') ? 1 : 0
  return places[index] ?? places[0] ?? offsetOf(graph, focus)
}

interface Stated {
  readonly focus: number
  readonly properties: readonly number[]
  readonly value: number | undefined
}

/** Byte offsets of the statements of a subject with one of the properties (and the value, when given), in order. */
function statedAt(graph: Graph, { focus, properties, value }: Stated): readonly number[] {
  const { offset, predicate, value: values, at } = graph.out
  const found: number[] = []
  for (let row = offset[focus]; row < offset[focus + 1]; row++) {
    if (!properties.includes(predicate[row])) continue
    if (value === undefined || values[row] === value) found.push(at[row])
  }
  return found.sort((a, b) => a - b)
}
