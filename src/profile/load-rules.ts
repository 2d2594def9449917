// Reads the rules out of a profile's shapes: id, severity, words, and what class and property each is about.
import type { Severity, Text } from '../finding.ts'
import { type Graph, ID, IRI, iriId, objects, subjects, text } from '../rdf/index.ts'
import type { Expanded } from './expand.ts'
import { firstIri, firstText, hasType, isSubject, textOf } from './load-read.ts'
import { own, RULE, rdfs, sh } from './load-terms.ts'
import type { Rule } from './types.ts'

const severities: ReadonlyMap<string, Severity> = new Map([
  [sh.warning, 'warning'],
  [sh.info, 'info'],
])

/** The rules of the shapes by id. `foreign` names files whose shapes are rules whatever their namespace. */
export function readRules(
  { shapes, fileOf, schemeOf }: Expanded,
  foreign: ReadonlySet<string>,
): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>()
  for (const [iri, file] of fileOf) {
    const term = iriId(shapes, iri)
    if (term < 0 || !isSubject(shapes, term)) continue
    if (!iri.startsWith(RULE) && !(foreign.has(file) && isShape(shapes, term))) continue
    rules.set(ruleId(iri), ruleOf({ shapes, term, iri, file, scheme: schemeOf.get(iri) }))
  }
  return rules
}

/** The id of a rule: the local name of its IRI. */
export function ruleId(iri: string): string {
  if (iri.startsWith(RULE)) return iri.slice(RULE.length)
  return /[^/#:]+$/.exec(iri)?.[0] ?? iri
}

function isShape(graph: Graph, term: number): boolean {
  if (hasType(graph, term, sh.NodeShape) || hasType(graph, term, sh.PropertyShape)) return true
  return (
    objects(graph, term, iriId(graph, sh.path)).length > 0 ||
    objects(graph, term, iriId(graph, sh.targetClass)).length > 0 ||
    subjects(graph, iriId(graph, sh.property), term).length > 0
  )
}

interface RuleSource {
  readonly shapes: Graph
  readonly term: number
  readonly iri: string
  readonly file: string
  readonly scheme: string | undefined
}

function ruleOf({ shapes, term, iri, file, scheme: listed }: RuleSource): Rule {
  const scheme = listed ?? firstIri(shapes, term, own.scheme)
  const id = ruleId(iri)
  const message = textOf(shapes, term, sh.message) ?? textOf(shapes, term, sh.name) ?? withoutWords(id)
  const hint = textOf(shapes, term, own.hint)
  const seeAlso = firstText(shapes, term, rdfs.seeAlso)
  const fixer = firstText(shapes, term, own.fixer)
  const path = pathOf(shapes, term)
  const targetClass = targetOf(shapes, term)
  return {
    id,
    severity: severities.get(firstIri(shapes, term, sh.severity) ?? '') ?? 'error',
    message,
    description: textOf(shapes, term, sh.description) ?? message,
    ...(hint ? { hint } : {}),
    ...(seeAlso === undefined ? {} : { seeAlso }),
    ...(targetClass === undefined ? {} : { targetClass }),
    ...(path === undefined ? {} : { path }),
    ...(fixer === undefined ? {} : { fixer }),
    ...(scheme === undefined ? {} : { scheme }),
    file,
    ...frameworkFacts(shapes, term),
  }
}

/** What a rule of the national framework says beside what every rule says; nothing for others. */
function frameworkFacts(shapes: Graph, term: number): Partial<Rule> {
  const derivesFrom = firstIri(shapes, term, own.derivesFrom)
  if (derivesFrom === undefined) return {}
  const name = textOf(shapes, term, sh.name)
  const evidence = firstText(shapes, term, own.evidence) as Rule['evidence']
  const frameworkCheck = firstText(shapes, term, own.frameworkCheck)
  const notAssessed = textOf(shapes, term, own.notAssessed)
  return {
    derivesFrom,
    ...(name && { name }),
    ...(evidence && { evidence }),
    ...(frameworkCheck !== undefined && { frameworkCheck }),
    ...(notAssessed && { notAssessed }),
  }
}

function withoutWords(id: string): Text {
  return {
    sv: `Rätta {focus}: regeln ${id} är inte uppfylld.`,
    en: `Correct {focus}: the rule ${id} is not met.`,
  }
}

/** The property of a rule: stated with `grunddata:path`, or the shape's path, `^` before an inverse one. */
function pathOf(graph: Graph, term: number): string | undefined {
  const stated = firstIri(graph, term, own.path) ?? firstIri(graph, term, sh.path)
  if (stated !== undefined) return stated
  for (const path of objects(graph, term, iriId(graph, sh.path))) {
    const inverse = firstIri(graph, path, sh.inversePath)
    if (inverse !== undefined) return `^${inverse}`
  }
  return undefined
}

/** The class a rule is about: its own target, or that of the shape it is a property of. */
function targetOf(graph: Graph, term: number): string | undefined {
  const stated = firstIri(graph, term, own.appliesTo)
  if (stated !== undefined) return stated
  const target = iriId(graph, sh.targetClass)
  const ownTarget = objects(graph, term, target)
  if (ownTarget.length > 0) return text(graph, ownTarget[0])
  for (const parent of subjects(graph, iriId(graph, sh.property), term)) {
    const targets = objects(graph, parent, target)
    if (targets.length > 0) return text(graph, targets[0])
    if (graph.dictionary.kind[parent] === IRI && objects(graph, parent, ID.type).length > 0)
      return implicitClass(graph, parent)
  }
  return undefined
}

const RDFS_CLASS = 'http://www.w3.org/2000/01/rdf-schema#Class'

function implicitClass(graph: Graph, shape: number): string | undefined {
  return hasType(graph, shape, RDFS_CLASS) ? text(graph, shape) : undefined
}
