// The property that has taken the place of an older one; the value stays.
import { compactName } from '../../dcat/index.ts'
import { iriId, objects } from '../../rdf/index.ts'
import { type FixContext, type Fixer, literalTerm, sameTerm, type Value, valueOfTerm } from './term.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'

interface Successor {
  readonly path: string
  /** False when the two do not mean quite the same. */
  readonly certain: boolean
  /** The new property takes a text without language. */
  readonly plain?: boolean
}

/** Old property → new one (docs/changes.md of DCAT-AP-SE; the differences of its versions). */
const successors: Readonly<Record<string, Successor>> = {
  'http://schema.org/startDate': { path: `${DCAT}startDate`, certain: true },
  'http://schema.org/endDate': { path: `${DCAT}endDate`, certain: true },
  'https://schema.org/startDate': { path: `${DCAT}startDate`, certain: true },
  'https://schema.org/endDate': { path: `${DCAT}endDate`, certain: true },
  'http://www.w3.org/2002/07/owl#versionInfo': { path: `${DCAT}version`, certain: true, plain: true },
  'http://www.w3.org/ns/adms#version': { path: `${DCAT}version`, certain: false, plain: true },
  'http://www.w3.org/ns/adms#contactPoint': { path: `${DCAT}contactPoint`, certain: false },
  [`${DCT}hasVersion`]: { path: `${DCAT}hasVersion`, certain: true },
  [`${DCT}isVersionOf`]: { path: `${DCAT}isVersionOf`, certain: false },
  [`${DCAT}role`]: { path: `${DCAT}hadRole`, certain: true },
}

/** Same value, new property; a guess where the subject already states the new property. */
export const deprecatedProperty: Fixer = (context) => {
  const { graph, problem, rule } = context
  const successor = successors[problem.path ?? rule.path ?? '']
  if (!successor) return undefined
  const value = problem.value === undefined ? onlyValue(context) : valueOfTerm(graph, problem.value)
  const name = compactName(successor.path)
  const description = { sv: `Skriv egenskapen som ${name}.`, en: `Write the property as ${name}.` }
  if (!value) return { hint: description }
  const taken =
    problem.focus !== undefined && objects(graph, problem.focus, iriId(graph, successor.path)).length > 0
  return {
    fix: {
      kind: successor.certain && !taken ? 'safe' : 'suggested',
      description,
      replacement: termFor(value, successor),
      replacePath: successor.path,
    },
  }
}

function onlyValue({ graph, problem, rule }: FixContext): Value | undefined {
  if (problem.focus === undefined) return undefined
  const values = objects(graph, problem.focus, iriId(graph, problem.path ?? rule.path ?? ''))
  return values.length === 1 ? valueOfTerm(graph, values[0]) : undefined
}

function termFor(value: Value, { plain }: Successor): string {
  return plain && value.kind === 'literal' ? literalTerm(value.text) : sameTerm(value)
}
