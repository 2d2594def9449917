// Links to the pages of a long list.
import { empty, type Html, html } from '../../html.ts'
import type { Visit } from '../visit.ts'

export interface Pages {
  /** From 1. */
  readonly page: number
  readonly total: number
  readonly size: number
  readonly link: (page: number) => string
}

export function pager({ say }: Visit, { page, total, size, link }: Pages): Html {
  const last = Math.ceil(total / size)
  if (last <= 1) return empty
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, last].filter(
    (each) => each >= 1 && each <= last,
  )
  const pages = [...new Set(near)].sort((a, b) => a - b)
  const items = pages.map((each, i) => {
    const gap = i > 0 && each !== pages[i - 1] + 1 ? html`<li class="gap" aria-hidden="true">…</li>` : empty
    const words = html`<span class="unseen">${say('Sida', 'Page')} </span>${each}`
    return html`${gap}<li>${each === page ? html`<a href="${link(each)}" aria-current="page">${words}</a>` : html`<a href="${link(each)}">${words}</a>`}</li>`
  })
  return html`<nav class="pager" aria-label="${say('Sidor', 'Pages')}"><ul>
${page > 1 ? html`<li><a href="${link(page - 1)}" rel="prev">${say('Föregående', 'Previous')}</a></li>` : empty}${items}${page < last ? html`<li><a href="${link(page + 1)}" rel="next">${say('Nästa', 'Next')}</a></li>` : empty}</ul></nav>`
}
