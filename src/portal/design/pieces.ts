// Small pieces that many pages use: texts with their language, dates, numbers, badges, lists, tables.
import type { Lang } from '../../finding.ts'
import { empty, type Html, html } from '../../html.ts'
import type { Said } from '../data/reading.ts'

/** Shown or nothing. */
export function when(condition: unknown, piece: () => Html): Html {
  return condition ? piece() : empty
}

/** Trusted text that is already HTML: our own SVG and style. */
export function raw(text: string): Html {
  return { html: text }
}

/** A text marked with its language where that is not the page's. */
export function said(value: Said | undefined, fallback = ''): Html {
  if (!value) return html`${fallback}`
  return value.lang === undefined
    ? html`${value.text}`
    : html`<span lang="${value.lang}">${value.text}</span>`
}

/** Text with its empty lines as paragraphs and its addresses as links. */
export function paragraphs(value: Said): Html {
  const blocks = value.text.split(/\n\s*\n/).filter((block) => block.trim() !== '')
  return html`${blocks.map((block) =>
    value.lang === undefined
      ? html`<p>${linked(block)}</p>`
      : html`<p lang="${value.lang}">${linked(block)}</p>`,
  )}`
}

function linked(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<>"']{1,500})/)
  return html`${parts.map((part, i) => (i % 2 === 1 ? outside(part.replace(/[.,;:)]+$/, ''), html`${part}`) : html`${part}`))}`
}

/** A link to another site; only http and https are followed, and nothing is told to it of where one came from. */
export function outside(address: string, words: Html, kind = ''): Html {
  if (!/^https?:\/\//i.test(address))
    return /^(mailto|tel):/i.test(address) ? html`<a href="${address}">${words}</a>` : words
  return html`<a href="${address}" rel="noopener external nofollow"${kind ? html` class="${kind}"` : empty}>${words}</a>`
}

const separators = { sv: '\u00a0', en: ',' } as const

/** 12 345 (sv), 12,345 (en). */
export function count(value: number, lang: Lang): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, separators[lang])
}

const months = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** `12 maj 2026`; a text that is no date stays. */
export function day(text: string | undefined, lang: Lang): Html {
  if (text === undefined) return empty
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text)
  const month = match?.[2] && months[lang][Number(match[2]) - 1]
  if (!match || (match[2] && !month)) return html`${text}`
  const words = [match[3] && String(Number(match[3])), month, match[1]].filter(Boolean).join(' ')
  return html`<time datetime="${match[0]}">${words}</time>`
}

/** `1,2 MB`. */
export function bytes(size: number, lang: Lang): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = size
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  const shown = unit === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1)
  return `${lang === 'sv' ? shown.replace('.', ',') : shown}\u00a0${units[unit]}`
}

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'national' | 'value'

export function badge(words: string, tone: Tone = 'plain'): Html {
  return html`<span class="badge ${tone}">${words}</span>`
}
