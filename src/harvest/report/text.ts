// The report for a terminal: a line for each source that has news, then what to do.
import type { Lang, Text } from '../../finding.ts'
import { displayWidth, number, paint, seconds, visible, wrap } from '../../report/index.ts'
import type { SourceOutcome } from '../types.ts'
import { kindText, thingText } from './thing.ts'
import type { HarvestReport, HarvestReporter, HarvestReportOptions } from './types.ts'
import { countsText, faultWords, findingsText, stateWords } from './words.ts'

/** Changes shown of each source in a plan, unless all are asked for. */
const FEW = 12

export const harvestText: HarvestReporter = (report, options) => {
  const { lang } = options
  const name = Math.min(30, Math.max(0, ...report.outcomes.map(({ source }) => displayWidth(source.id))))
  const quiet = report.outcomes.filter((outcome) => isQuiet(outcome))
  const loud = report.outcomes.filter((outcome) => !isQuiet(outcome))
  const lines = loud.flatMap((outcome) => sourceLines(outcome, { ...options, name, isPlan: report.isPlan }))
  if (quiet.length > 0) lines.push(words.unchanged(quiet.length, loud.length > 0)[lang])
  lines.push(...faultLines(report.outcomes, options))
  return `${[...lines, '', ...summary(report, options)].join('\n')}\n`
}

/** What to do about failures, once for each kind of fault. */
function faultLines(
  outcomes: readonly SourceOutcome[],
  { lang, width = 80 }: HarvestReportOptions,
): readonly string[] {
  return (['theirs', 'temporary', 'ours'] as const).flatMap((fault) => {
    const ids = outcomes.filter(({ run }) => run?.failure?.fault === fault).map(({ source }) => source.id)
    return ids.length === 0 ? [] : ['', ...wrap(`${ids.join(', ')}: ${faultWords[fault][lang]}`, width)]
  })
}

function isQuiet({ state, changes, notes }: SourceOutcome): boolean {
  return (state === 'unchanged' || state === 'planned') && changes.length === 0 && notes.length === 0
}

interface Showing extends HarvestReportOptions {
  /** Columns of the longest id. */
  readonly name: number
  readonly isPlan: boolean
}

function sourceLines(outcome: SourceOutcome, { name, isPlan, ...options }: Showing): readonly string[] {
  const { lang, color = false, width = 80, isWhole } = options
  const { good, quiet, severity } = paint(color)
  const { source, state, counts, run, brake } = outcome
  const isHeld = state === 'held' || brake.length > 0
  const mark = isHeld ? severity.warning('!') : state === 'failed' ? severity.error('✗') : good('✓')
  const what = [stateText(outcome, lang), countsText(counts, lang), findingsText(outcome, lang)]
    .filter(Boolean)
    .join(' · ')
  const head = `${mark} ${source.id.padEnd(name)}  ${what}`
  const lines = [head]
  const add = (text: string, first = '    ') =>
    lines.push(...wrap(visible(text), width - 4).map((line, i) => `${i === 0 ? first : '    '}${line}`))
  if (run?.failure) {
    add(run.failure.message[lang])
    if (run.failure.hint) add(run.failure.hint[lang])
  }
  for (const { text } of brake) add(text[lang])
  for (const note of outcome.notes) add(note[lang])
  if (isPlan || isWhole)
    lines.push(...changeLines(outcome, { lang, width, isWhole: isWhole === true, quiet }))
  if (state === 'held' && run) {
    add(words.heldNow[lang])
    for (const [command, does] of heldCommands(run.id))
      lines.push(`      ${command}`, quiet(`          ${does[lang]}`))
  } else if (isPlan && brake.length > 0) add(words.wouldBeHeld[lang])
  return lines
}

function stateText({ state, brake }: SourceOutcome, lang: Lang): string {
  if (state === 'planned') return brake.length > 0 ? words.wouldWait[lang] : ''
  return state === 'applied' ? '' : stateWords[state][lang]
}

function heldCommands(run: string): readonly (readonly [string, Text])[] {
  return [
    [`grunddata harvest show ${run}`, { sv: 'visa vad som skulle göras', en: 'show what would be done' }],
    [`grunddata harvest approve ${run}`, { sv: 'gör det', en: 'do it' }],
    [`grunddata harvest reject ${run}`, { sv: 'låt allt vara som det är', en: 'leave everything as it is' }],
  ]
}

interface Listing {
  readonly lang: Lang
  readonly width: number
  readonly isWhole: boolean
  readonly quiet: (text: string) => string
}

/** Removals first: they are what somebody must see. */
const urgency = ['remove', 'missing', 'hold', 'add', 'update', 'return', 'date']

function changeLines({ changes }: SourceOutcome, { lang, isWhole, quiet }: Listing): readonly string[] {
  const sorted = [...changes].sort(
    (a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind) || (a.iri < b.iri ? -1 : 1),
  )
  const shown = isWhole ? sorted : sorted.slice(0, FEW)
  const widest = Math.max(0, ...shown.map(({ kind }) => displayWidth(kindText(kind, lang))))
  const lines = shown.map(
    (change) => `    ${kindText(change.kind, lang).padEnd(widest)}  ${visible(thingText(change, lang))}`,
  )
  const more = sorted.length - shown.length
  if (more > 0) lines.push(quiet(`    … ${words.more(more)[lang]}`))
  return lines
}

function summary(
  { outcomes, started, finished, isPlan }: HarvestReport,
  { lang, width = 80 }: HarvestReportOptions,
): readonly string[] {
  const n = (...states: readonly string[]) => outcomes.filter(({ state }) => states.includes(state)).length
  const isSv = lang === 'sv'
  const parts = [
    isSv
      ? `${number(outcomes.length, lang)} ${outcomes.length === 1 ? 'källa' : 'källor'}`
      : `${number(outcomes.length, lang)} ${outcomes.length === 1 ? 'source' : 'sources'}`,
    n('applied') > 0 && (isSv ? `${n('applied')} med ändringar` : `${n('applied')} with changes`),
    n('held') > 0 && (isSv ? `${n('held')} väntar på beslut` : `${n('held')} waiting for a decision`),
    n('failed') > 0 && (isSv ? `${n('failed')} kunde inte läsas` : `${n('failed')} could not be read`),
    n('busy') > 0 && (isSv ? `${n('busy')} upptagna` : `${n('busy')} busy`),
    seconds(finished.getTime() - started.getTime(), lang),
  ]
  const lines = wrap(parts.filter(Boolean).join(' · '), width)
  return isPlan ? [...lines, words.plan[lang]] : lines
}

const words = {
  heldNow: {
    sv: 'Inget har ändrats: det som visades förut visas fortfarande. Bestäm:',
    en: 'Nothing was changed: what was shown before is still shown. Decide:',
  },
  wouldWait: { sv: 'skulle vänta på beslut', en: 'would wait for a decision' },
  wouldBeHeld: {
    sv: 'Körningen skulle hållas tills någon godkänner den.',
    en: 'The run would be held until somebody approves it.',
  },
  plan: {
    sv: 'Inget har skrivits. Kör samma kommando utan --plan för att göra det.',
    en: 'Nothing was written. Run the same command without --plan to do it.',
  },
  more: (n: number): Text => ({
    sv: `och ${n} till; visa alla med --whole`,
    en: `and ${n} more; show all with --whole`,
  }),
  unchanged: (n: number, isRest: boolean): Text => ({
    sv:
      n === 1
        ? `  ${isRest ? 'En annan källa' : 'Källan'} är oförändrad.`
        : `  ${isRest ? `${n} andra` : `Alla ${n}`} källor är oförändrade.`,
    en:
      n === 1
        ? `  ${isRest ? 'One other source' : 'The source'} is unchanged.`
        : `  ${isRest ? `${n} other` : `All ${n}`} sources are unchanged.`,
  }),
} as const
