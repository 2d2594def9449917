// The same catalogue as three judges see it: the Swedish rules, the assessment of data.europa.eu, and the published
// shapes of DCAT-AP; where they differ and why. Slips of the shapes are counted apart.
import { classOfType, compactName, propertyLabel } from '../dcat/index.ts'
import type { Text } from '../finding.ts'
import { type Graph, ID, iriId, objects, subjects, text } from '../rdf/index.ts'
import {
  differentSeverity,
  metricReasons,
  otherDistribution,
  type Reason,
  reasonOfEu,
  reasonOfSweden,
  slips,
} from './compare-reasons.ts'
import { type EuDefect, type EuProblem, expandEuName } from './eu-judge.ts'
import { euRows } from './eu-rows.ts'
import { metrics, percentageOf, type RatingId, ratingOf } from './metrics.ts'
import { type DatasetScore, groupScore } from './score.ts'

export type Judge = 'se' | 'eu' | 'itb'

/** A problem that the Swedish rules see. Names are prefixed; `property` is empty for what is of no one property. */
export interface SwedishProblem {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly type: string
  readonly property: string
}

export interface Tally {
  readonly errors: number
  readonly warnings: number
}

export interface Points {
  readonly points: number
  readonly percentage: number
  readonly rating: RatingId
}

export interface Difference {
  /** Prefixed names of the classes, and of the property. */
  readonly types: readonly string[]
  readonly property: string
  readonly label: Text
  readonly se: Tally & { readonly rules: readonly string[] }
  readonly itb: Tally & { readonly kinds: readonly string[] }
  readonly why: Text
  readonly remedy?: Text
}

export interface MetricDifference {
  readonly id: string
  readonly label: Text
  readonly max: number
  /** Mean points per dataset; null where the judge does not count it. */
  readonly se: number | null
  readonly eu: number | null
  readonly why: Text
}

export interface Slip {
  readonly id: EuDefect
  readonly count: number
  /** True when the shapes say nothing where they ought to. */
  readonly isSilent: boolean
  readonly severity: 'error' | 'warning'
  readonly what: Text
}

export interface Comparison {
  readonly source: string
  readonly datasets: number
  readonly se: Tally & Points
  readonly eu: Points & {
    /** Datasets that the structure of the shapes faults. */
    readonly nonConforming: number
  }
  /** `slips`: results that only slips give; not among errors and warnings. */
  readonly itb: Tally & { readonly slips: Tally }
  /** What the shapes say after the rewriting to the form of the EU, slips left out. */
  readonly itbAfter?: Tally
  readonly metrics: readonly MetricDifference[]
  readonly differences: readonly Difference[]
  /** Remarks on which both agree. */
  readonly agreements: number
  readonly slips: readonly Slip[]
  /** Datasets marked as high-value and not; the shapes for high-value datasets look at all. */
  readonly highValue: { readonly marked: number; readonly unmarked: number }
}

export interface CompareInput {
  readonly source: string
  readonly swedish: readonly SwedishProblem[]
  readonly european: readonly EuProblem[]
  readonly europeanAfter?: readonly EuProblem[]
  readonly scores: { readonly se: readonly DatasetScore[]; readonly eu: readonly DatasetScore[] }
  readonly nonConforming: number
}

/** Sets the judges side by side. */
export function compareJudges(graph: Graph, input: CompareInput): Comparison {
  const real = input.european.filter(({ defect }) => defect === undefined)
  const silent = input.european.filter(({ isSilent }) => isSilent)
  const { differences, agreements } = differencesOf(input.swedish, real, silent)
  return {
    source: input.source,
    datasets: input.scores.se.length,
    se: { ...tally(input.swedish), ...pointsOf(input.scores.se) },
    eu: { ...pointsOf(input.scores.eu), nonConforming: input.nonConforming },
    itb: {
      ...tally(real),
      slips: tally(input.european.filter(({ defect, isSilent }) => defect !== undefined && !isSilent)),
    },
    ...(input.europeanAfter && {
      itbAfter: tally(input.europeanAfter.filter(({ defect }) => defect === undefined)),
    }),
    metrics: metricDifferences(input.scores),
    differences,
    agreements,
    slips: slipsOf(input.european),
    highValue: highValueOf(graph),
  }
}

function tally(problems: readonly { readonly severity: 'error' | 'warning' }[]): Tally {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: problems.length - errors }
}

function pointsOf(scores: readonly DatasetScore[]): Points {
  const { points } = groupScore(scores)
  return {
    points: Math.round(points * 10) / 10,
    percentage: percentageOf(points),
    rating: ratingOf(points).id,
  }
}

interface Pair {
  readonly swedish: SwedishProblem[]
  readonly european: EuProblem[]
}

function differencesOf(
  swedish: readonly SwedishProblem[],
  european: readonly EuProblem[],
  silent: readonly EuProblem[],
) {
  const pairs = new Map<string, Pair>()
  const pairOf = (type: string, property: string): Pair => {
    const key = `${type} ${property}`
    let pair = pairs.get(key)
    if (!pair) pairs.set(key, (pair = { swedish: [], european: [] }))
    return pair
  }
  for (const each of swedish) pairOf(each.type, each.property).swedish.push(each)
  for (const each of european) pairOf(each.type, each.property).european.push(each)
  const unsaid = new Map(silent.map((each) => [`${each.type} ${each.property}`, each.defect]))
  const differences: Difference[] = []
  let agreements = 0
  for (const [key, pair] of pairs) {
    const defect = pair.european.length === 0 ? unsaid.get(key) : undefined
    const reason = defect ? { why: slips[defect] } : reasonFor(pair)
    if (reason) differences.push(differenceOf(key, pair, reason))
    else agreements++
  }
  const weight = ({ se, itb }: Difference) => (se.errors + itb.errors) * 1000 + se.warnings + itb.warnings
  return { differences: united(differences).sort((a, b) => weight(b) - weight(a)), agreements }
}

/** The same difference for the same reason on several classes is one. */
function united(differences: readonly Difference[]): Difference[] {
  const groups = new Map<string, Difference>()
  for (const each of differences) {
    const key = `${each.property} ${each.why.en}`
    const known = each.property === '' ? undefined : groups.get(key)
    groups.set(
      known ? key : `${key} ${each.property === '' ? each.types[0] : ''}`.trim(),
      known ? unite(known, each) : each,
    )
  }
  return [...groups.values()]
}

function unite(a: Difference, b: Difference): Difference {
  const types = [...a.types, ...b.types]
  const sum = (x: Tally, y: Tally): Tally => ({
    errors: x.errors + y.errors,
    warnings: x.warnings + y.warnings,
  })
  return {
    ...a,
    types,
    label: labelOf(types, a.property),
    se: { ...sum(a.se, b.se), rules: [...new Set([...a.se.rules, ...b.se.rules])].sort() },
    itb: { ...sum(a.itb, b.itb), kinds: [...new Set([...a.itb.kinds, ...b.itb.kinds])].sort() },
  }
}

/** Undefined when both say the same. */
function reasonFor({ swedish, european }: Pair): Reason | undefined {
  if (swedish.length === 0) return reasonOfEu(worst(european))
  if (european.length === 0) return reasonOfSweden(worst(swedish))
  return worst(swedish).severity === worst(european).severity ? undefined : differentSeverity
}

function worst<T extends { readonly severity: string }>(problems: readonly T[]): T {
  return problems.find(({ severity }) => severity === 'error') ?? problems[0]
}

function differenceOf(key: string, { swedish, european }: Pair, { why, remedy }: Reason): Difference {
  const [type, property] = key.split(' ')
  return {
    types: [type],
    property,
    label: labelOf([type], property),
    se: { ...tally(swedish), rules: [...new Set(swedish.map(({ rule }) => rule))].sort() },
    itb: { ...tally(european), kinds: [...new Set(european.map(({ kind }) => kind))].sort() },
    why,
    ...(remedy && { remedy }),
  }
}

const wholeCatalogue: Text = { sv: 'Katalogen som helhet', en: 'The catalogue as a whole' }

/** Properties that the specification tells in several rows, each with a label of its own. */
const plainLabels: Readonly<Record<string, Text>> = {
  'dcterms:format': { sv: 'format', en: 'format' },
  'dcterms:spatial': { sv: 'geografiskt område', en: 'spatial coverage' },
  'dcterms:type': { sv: 'typ', en: 'type' },
}

function labelOf(types: readonly string[], property: string): Text {
  const bare = property.replace(/^\^/, '')
  const isName = /^[\w-]+:[^/]/.test(bare)
  const own = plainLabels[bare] ?? (isName ? propertyLabel(expandEuName(bare)) : undefined)
  const text = (lang: 'sv' | 'en') => {
    const names = types.map((type) =>
      /^[\w-]+:[^/]/.test(type) ? (classOfType(expandEuName(type))?.label[lang] ?? type) : type,
    )
    const head = names.join(', ') || wholeCatalogue[lang]
    if (bare === '') return head
    return `${head}: ${own ? `${own[lang].toLowerCase()} (${property})` : property}`
  }
  return { sv: text('sv'), en: text('en') }
}

function metricDifferences({ se, eu }: CompareInput['scores']): readonly MetricDifference[] {
  const [sweden, europe] = [groupScore(se), groupScore(eu)]
  return metrics.flatMap(({ id, label, points: max }, index) => {
    const why = metricReasons[id] ?? otherDistribution
    const mean = (value: number) => Math.round(value * max * 10) / 10
    const ofSweden = id === 'dcatApCompliance' ? null : mean(sweden.values[index])
    const ofEurope = mean(europe.values[index])
    const isAssessed = !Number.isNaN(ofEurope) && !Number.isNaN(ofSweden ?? 0)
    return isAssessed && (ofSweden ?? 0) !== ofEurope
      ? [{ id, label, max, se: ofSweden, eu: ofEurope, why }]
      : []
  })
}

function slipsOf(european: readonly EuProblem[]): readonly Slip[] {
  return (Object.keys(slips) as EuDefect[]).flatMap((id) => {
    const own = european.filter(({ defect }) => defect === id)
    if (own.length === 0) return []
    return [
      {
        id,
        count: own.length,
        isSilent: own[0].isSilent === true,
        severity: own[0].severity,
        what: slips[id],
      },
    ]
  })
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const LEGISLATION = 'http://data.europa.eu/r5r/applicableLegislation'
const HVD = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

function highValueOf(graph: Graph): Comparison['highValue'] {
  const [legislation, hvd] = [iriId(graph, LEGISLATION), iriId(graph, HVD)]
  const datasets = subjects(graph, ID.type, iriId(graph, `${DCAT}Dataset`))
  const marked = datasets.filter((each) => hvd >= 0 && objects(graph, each, legislation).includes(hvd)).length
  return { marked, unmarked: datasets.length - marked }
}

/** The class of a subject by which the rows of DCAT-AP know it, as a prefixed name; else the first type, or empty. */
export function typeNameOf(graph: Graph, term: number): string {
  const types = Array.from(objects(graph, term, ID.type), (type) => compactName(text(graph, type)))
  return types.find((type) => type in euRows) ?? types[0] ?? ''
}
