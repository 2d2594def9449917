// The words of the reports: what came of a source in one sentence, what happened to a thing in one line.
import type { Lang, Text } from '../../finding.ts'
import { number } from '../../report/index.ts'
import type { RunCounts } from '../../store/index.ts'
import type { OutcomeState, SourceOutcome } from '../types.ts'

type Count = (n: number, lang: Lang) => string

const counter =
  (sv: (n: string, one: boolean) => string, en: (n: string, one: boolean) => string): Count =>
  (n, lang) =>
    (lang === 'sv' ? sv : en)(number(n, lang), n === 1)

/** `3 nya`, `1 ändrad` … */
export const counted = {
  added: counter(
    (n, one) => `${n} ${one ? 'ny' : 'nya'}`,
    (n) => `${n} new`,
  ),
  updated: counter(
    (n, one) => `${n} ${one ? 'ändrad' : 'ändrade'}`,
    (n) => `${n} changed`,
  ),
  dateOnly: counter(
    (n) => `${n} bara nytt datum`,
    (n) => `${n} only a new date`,
  ),
  removed: counter(
    (n, one) => `${n} ${one ? 'borttagen' : 'borttagna'}`,
    (n) => `${n} removed`,
  ),
  missing: counter(
    (n) => `${n} saknas`,
    (n) => `${n} missing`,
  ),
  quarantined: counter(
    (n) => `${n} i karantän`,
    (n) => `${n} in quarantine`,
  ),
  suppressed: counter(
    (n, one) => `${n} ${one ? 'dubblett' : 'dubbletter'}`,
    (n, one) => `${n} ${one ? 'duplicate' : 'duplicates'}`,
  ),
} as const satisfies Partial<Record<keyof RunCounts, Count>>

/** The figures that are not zero: `3 nya, 1 ändrad`; empty when nothing happened. */
export function countsText(counts: RunCounts, lang: Lang): string {
  const { dateOnly, updated } = counts
  const shown = { ...counts, updated: updated - dateOnly }
  return (Object.keys(counted) as (keyof typeof counted)[])
    .filter((name) => shown[name] > 0)
    .map((name) => counted[name](shown[name], lang))
    .join(', ')
}

export const stateWords: Readonly<Record<OutcomeState, Text>> = {
  applied: { sv: 'ändrad', en: 'changed' },
  unchanged: { sv: 'oförändrad', en: 'unchanged' },
  held: { sv: 'väntar på beslut', en: 'waits for a decision' },
  failed: { sv: 'kunde inte läsas', en: 'could not be read' },
  busy: { sv: 'skördas redan av någon annan', en: 'is being harvested by somebody else' },
  planned: { sv: 'skulle ändras', en: 'would change' },
}

/** What to do about a failure: by whose fault it is. */
export const faultWords = {
  ours: {
    sv: 'Felet är vårt: rätta inställningen och skörda igen.',
    en: 'The fault is ours: correct the configuration and harvest again.',
  },
  temporary: {
    sv: 'Felet kan gå över av sig själv: skördaren försöker igen. Det som samlats in tidigare visas så länge.',
    en: 'The fault may pass by itself: the harvester tries again. What was collected before is shown meanwhile.',
  },
  theirs: {
    sv: 'Felet är källans: hör av er till den. Det som samlats in tidigare visas så länge.',
    en: "The fault is the source's: write to its owner. What was collected before is shown meanwhile.",
  },
} as const satisfies Record<string, Text>

/** One sentence on how the findings changed; empty when they did not. */
export function findingsText({ findingsChange }: SourceOutcome, lang: Lang): string {
  if (!findingsChange) return ''
  const { before, after } = findingsChange
  const say = (n: number) =>
    lang === 'sv' ? `${number(n, lang)} fel` : `${number(n, lang)} ${n === 1 ? 'error' : 'errors'}`
  if (!before) return after.errors > 0 ? say(after.errors) : ''
  if (before.errors === after.errors) return ''
  return lang === 'sv'
    ? `fel: ${before.errors} → ${after.errors}`
    : `errors: ${before.errors} → ${after.errors}`
}

/** True when somebody should hear of it: something changed, waits, or has just begun to fail. */
export function isNews({ state, run, source, brake }: SourceOutcome): boolean {
  if (state === 'applied' || state === 'held' || (state === 'planned' && brake.length > 0)) return true
  if (state !== 'failed') return false
  // The life is that from before the run: a failure is news the first time only.
  return source.life.failingSince === undefined && run?.failure?.fault !== 'ours'
}
