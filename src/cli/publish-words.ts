// What `grunddata publish` says: why it stops, what it would do, and what to do next.
import type { Lang } from '../finding.ts'
import type { Plan, Shrinkage } from '../publish/index.ts'
import type { Faulty } from './publish-sources.ts'
import type { OpenTarget } from './publish-target.ts'
import type { Terminal } from './terminal.ts'

function faults(faulty: readonly Faulty[], lang: Lang): string {
  return faulty
    .map(({ name, errors }) =>
      lang === 'sv'
        ? `${name} har ${errors} fel`
        : `${name} has ${errors} ${errors === 1 ? 'error' : 'errors'}`,
    )
    .join(', ')
}

/** Why the gate is closed. */
export function gateText(faulty: readonly Faulty[], lang: Lang): string {
  const names = faulty.map(({ name }) => name).join(' ')
  return {
    sv: `grunddata: Publicerades inte: ${faults(faulty, lang)}.\n  Se dem med grunddata validate ${names}\n  och rätta dem, eller publicera ändå med --force.\n`,
    en: `grunddata: Not published: ${faults(faulty, lang)}.\n  See them with grunddata validate ${names}\n  and correct them, or publish anyway with --force.\n`,
  }[lang]
}

/** That the gate was passed by force. */
export function anyway(faulty: readonly Faulty[], lang: Lang): string {
  return {
    sv: `grunddata: ${faults(faulty, lang)}; publiceras ändå.\n`,
    en: `grunddata: ${faults(faulty, lang)}; published anyway.\n`,
  }[lang]
}

/** Why the brake holds. */
export function brakeText({ before, removed }: Shrinkage, lang: Lang): string {
  return {
    sv: `grunddata: ${removed} av ${before} saker skulle försvinna. Är det meningen?\n  Se dem med --dry-run, och publicera med --yes om det är rätt.\n`,
    en: `grunddata: ${removed} of ${before} things would disappear. Is that what you mean?\n  See them with --dry-run, and publish with --yes if it is right.\n`,
  }[lang]
}

/** What publishing would do, for --dry-run. */
export async function planText(plan: Plan, name: string, { lang, color }: Terminal): Promise<string> {
  const { default: pc } = await import('picocolors')
  const c = pc.createColors(color)
  const paint = { title: c.bold, place: c.dim, removed: c.red, added: c.green }
  const steps = (plan.steps ?? []).map(({ kind, iri, title }) => {
    const text = `${verbs[kind][lang]}: ${title === '' || title === iri ? '' : `${title} `}<${iri}>`
    return `${kind === 'create' ? c.green(text) : kind === 'remove' ? c.red(text) : c.bold(text)}\n`
  })
  if (!plan.before) return `${steps.join('')}${firstTime(plan, name, lang)}`
  const { diffGraphs, diffText } = await import('../author/index.ts')
  const diff = await diffGraphs(plan.before, plan.after)
  return `${steps.join('')}${steps.length > 0 ? '\n' : ''}${diffText(diff, lang, paint)}`
}

function firstTime({ steps, notes }: Plan, name: string, lang: Lang): string {
  if (steps !== undefined || notes.length > 0) return ''
  return {
    sv: `Det finns inget publicerat i ${name}; allt skulle skrivas.\n`,
    en: `Nothing is published in ${name}; everything would be written.\n`,
  }[lang]
}

const verbs = {
  create: { sv: 'Skapas', en: 'Created' },
  update: { sv: 'Ändras', en: 'Updated' },
  remove: { sv: 'Tas bort', en: 'Removed' },
} as const

/** What to do next. */
export function afterwards({ kind, name }: OpenTarget, base: string, lang: Lang): string {
  if (kind !== 'folder' && kind !== 'site') return ''
  return {
    sv: `Lägg ut ${name} på ${base}\nDataportalen hämtar ${base}datasets/dcat\n`,
    en: `Serve ${name} at ${base}\nThe national portal harvests ${base}datasets/dcat\n`,
  }[lang]
}
