// How far a domain or a building block has come, as a row of steps.

import type { Lang } from '../../finding.ts'
import { type Component, offPathStates, phases } from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'

const ESTABLISHED_FROM = 3

/** Five steps, those that are reached filled. Steps that are not known are dashed. */
export function phasePicture(component: Component, lang: Lang): Html {
  const { status } = component
  if (!status) return empty
  const phase = phases.find(({ id }) => id === status.phase)
  const reached = phase?.order ?? (status.isEstablished ? ESTABLISHED_FROM : 0)
  const steps = phases.map(({ order }) => {
    const kind = order <= reached ? 'reached' : phase && !status.offPath ? 'ahead' : 'unknown'
    return html`<rect class="${kind}" x="${(order - 1) * 24 + 1}" y="1" width="20" height="8" rx="3"/>`
  })
  return html`<svg class="phase" viewBox="0 0 120 10" role="img" aria-label="${stateWords(component, lang)}">${steps}</svg>`
}

/** `förvaltning`, `analys, inväntar beslut`, `inrättad, fas ej angiven`. */
export function stateWords({ status }: Component, lang: Lang): string {
  const phase = phases.find(({ id }) => id === status?.phase)?.label[lang]
  const offPath = offPathStates.find(({ id }) => id === status?.offPath)?.label[lang]
  const parts = [phase, offPath].filter((part) => part !== undefined)
  if (parts.length > 0) return parts.join(', ')
  return lang === 'sv' ? 'inrättad, fasen är inte angiven' : 'established, the phase is not stated'
}
