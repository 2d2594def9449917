// A plan with names instead of term ids, and in words for a terminal.
import type { Lang, Text } from '../finding.ts'
import type { Graph } from '../rdf/index.ts'
import { nameOf } from './describe.ts'
import type { EditKind } from './edits.ts'
import type { Plan } from './plan.ts'
import { number } from './render.ts'
import { wrapped } from './wrap.ts'

export interface PlanStepReport {
  /** Ids of the edits, which belong together when there are several. */
  readonly edits: readonly string[]
  readonly label: Text
  readonly isOnOther: boolean
  /** For each dataset. */
  readonly points: number
  readonly effort: number
  /** Commands that can do it for values that are nearly right; empty when only a person can. */
  readonly commands: readonly string[]
  readonly datasets: readonly { readonly iri: string | null; readonly label: Text }[]
}

export interface PlanReport extends Omit<Plan, 'steps'> {
  readonly source: string
  readonly steps: readonly PlanStepReport[]
}

/** The plan for a graph's datasets with their names. */
export function describePlan(graph: Graph, source: string, plan: Plan): PlanReport {
  return {
    source,
    ...plan,
    steps: plan.steps.map(({ kinds, isOnOther, points, datasets }) => ({
      edits: kinds.map(({ id }) => id),
      label: { sv: labelOf(kinds, 'sv'), en: labelOf(kinds, 'en') },
      isOnOther,
      points,
      effort: kinds.reduce((sum, { effort }) => sum + effort, 0),
      commands: commandsOf(kinds),
      datasets: datasets.map((term) => nameOf(graph, term)),
    })),
  }
}

function commandsOf(kinds: readonly EditKind[]): readonly string[] {
  const own = kinds.map(({ command }) => command)
  return own.includes(undefined) ? [] : [...new Set(own)].map((command) => `grunddata ${command}`)
}

function labelOf(kinds: readonly EditKind[], lang: Lang): string {
  return kinds
    .map(({ label }, index) =>
      index === 0 ? label[lang] : label[lang].charAt(0).toLowerCase() + label[lang].slice(1),
    )
    .join(' + ')
}

/** Datasets named under a step. */
const NAMED = 3

const words = {
  other: { sv: 'på en annan distribution än den bästa', en: 'on another distribution than the best one' },
  help: { sv: 'kan hjälpa', en: 'can help' },
  note: {
    sv: 'Antal datamängder × poäng för var och en. Ordningen: mest poäng för minst arbete, enligt vår uppskattning. Alla datamängder: --format json.',
    en: 'Number of datasets × points for each. In the order of most points for least work, by our estimate. All datasets: --format json.',
  },
  near: {
    sv: 'Katalogen är stor: planen ligger nära den billigaste, men en billigare kan finnas.',
    en: 'The catalogue is large: the plan is close to the cheapest, but a cheaper one may exist.',
  },
} as const satisfies Record<string, Text>

/** The plan for a terminal. */
export function planText(report: PlanReport, { lang, width = 80 }: { lang: Lang; width?: number }): string {
  const { now, target, steps, isReachable, isExact } = report
  const sv = lang === 'sv'
  const lines = [`${report.source}:`]
  if (steps.length === 0 && isReachable) {
    const reached = sv
      ? `Målet ${target} är redan nått: ${number(now, lang)} poäng.`
      : `The target ${target} is reached already: ${number(now, lang)} points.`
    return `${[...lines, reached].join('\n')}\n`
  }
  lines.push(...wrapped(headline(report, lang), width, 0))
  for (const step of steps) lines.push(...stepLines(step, lang, width))
  lines.push('', ...wrapped(words.note[lang], width, 0))
  if (!isExact) lines.push(...wrapped(words.near[lang], width, 0))
  if (!isReachable) lines.push(...unreachable(report, lang).flatMap((line) => wrapped(line, width, 0)))
  return `${lines.join('\n')}\n`
}

function headline({ now, after, target, isReachable }: PlanReport, lang: Lang): string {
  const [from, to] = [number(now, lang), number(after, lang)]
  if (isReachable)
    return lang === 'sv'
      ? `Från ${from} till ${to} poäng (mål ${target}):`
      : `From ${from} to ${to} points (target ${target}):`
  return lang === 'sv'
    ? `Målet ${target} kan inte nås genom att ändra beskrivningarna; det här ger ${to} i stället för ${from}:`
    : `The target ${target} cannot be reached by editing descriptions; this gives ${to} instead of ${from}:`
}

function stepLines(
  { label, points, datasets, isOnOther, commands }: PlanStepReport,
  lang: Lang,
  width: number,
) {
  const marks = [
    ...(isOnOther ? [words.other[lang]] : []),
    ...(commands.length > 0 ? [`${commands.join(', ')} ${words.help[lang]}`] : []),
  ]
  const count = `${String(datasets.length).padStart(6)} × ${`+${points}`.padStart(4)}`
  const says = `${label[lang]}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`
  const [first, ...rest] = wrapped(says, width, 17)
  const rest2 = datasets.length - NAMED
  const more = rest2 > 0 ? (lang === 'sv' ? ` och ${rest2} till` : ` and ${rest2} more`) : ''
  const names = datasets
    .slice(0, NAMED)
    .map((each) => each.label[lang])
    .join(', ')
  return [`${count}   ${first.trimStart()}`, ...rest, ...wrapped(names + more, width, 19)]
}

/** Why, and what else there is to try. */
function unreachable({ unassessed, target, most }: PlanReport, lang: Lang): readonly string[] {
  if (target > most)
    return [
      lang === 'sv'
        ? `Ingen katalog når ${target} räknat så här: det mesta är ${most} poäng.`
        : `No catalogue reaches ${target} counted like this: the most is ${most} points.`,
    ]
  if (unassessed === 0) return []
  const points = number(unassessed, lang)
  return [
    lang === 'sv'
      ? `${points} poäng är inte bedömda, för länkarna har inte prövats: kör igen med --links.`
      : `${points} points are not assessed, since the links have not been tried: run again with --links.`,
  ]
}
