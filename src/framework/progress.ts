// How far every component has come: its phase as a number of steps, and its state in words. The text and the picture
// of the infrastructure both show this.
import type { Lang } from '../finding.ts'
import { categories, components, offPathStates, phases } from './data-components.ts'
import { domains } from './data-domains.ts'
import { organisations } from './data-organisations.ts'
import type { Component, Named } from './types.ts'

/** One component as shown. */
export interface Progress {
  readonly component: Component
  readonly responsible: string
  /** Phases that are known to be entered, 0–5. */
  readonly steps: number
  /** Whether the phases after those are known not to be entered. */
  readonly isExact: boolean
  /** `förvaltning`, `analys, inväntar beslut`, `avförd`; `inrättad` when that is all that is stated. */
  readonly state: string
  /** The source does not state the phase: it follows from the component being in operation. */
  readonly isImplied: boolean
  readonly isOffPath: boolean
}

/** A component is established from the third phase, development. */
const ESTABLISHED_FROM = 3
const ESTABLISHED = { sv: 'inrättad', en: 'established' } as const

/** The components with a status, by category, in the order of the source. */
export function progress(
  lang: Lang,
): readonly { readonly category: Named; readonly rows: readonly Progress[] }[] {
  const all: readonly Component[] = [...components, ...domains]
  return categories
    .map((category) => ({
      category,
      rows: all
        .filter((component) => component.category === category.id && component.status)
        .map((component) => progressOf(component, lang)),
    }))
    .filter(({ rows }) => rows.length > 0)
}

function progressOf(component: Component, lang: Lang): Progress {
  const { status, responsible } = component
  const phase = phases.find(({ id }) => id === status?.phase)
  const offPath = offPathStates.find(({ id }) => id === status?.offPath)
  const parts = [...(phase ? [phase.label[lang]] : []), ...(offPath ? [offPath.label[lang]] : [])]
  return {
    component,
    responsible: shortName(responsible),
    steps: phase?.order ?? (status?.isEstablished ? ESTABLISHED_FROM : 0),
    isExact: phase !== undefined,
    state: parts.length > 0 ? parts.join(', ') : ESTABLISHED[lang],
    isImplied: status?.basis === 'implied',
    isOffPath: offPath !== undefined,
  }
}

/** The name that people use: `Digg` for Myndigheten för digital förvaltning. */
function shortName(id: string): string {
  const found = organisations.find((each) => each.id === id)
  return found?.aliases?.[0] ?? found?.label.sv ?? id
}
