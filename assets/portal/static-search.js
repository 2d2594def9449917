// The search of a site without a server: reads the question from the address, the entries from one file, and fills the
// page that is there. Without this script the page shows the whole list, page by page.
const script = document.currentScript
const SIZE = 20

addEventListener('DOMContentLoaded', async () => {
  const question = new URLSearchParams(location.search)
  if ([...question].every(([, value]) => value === '')) return
  const results = document.querySelector('#hits')
  const form = document.querySelector('form.search')
  if (!results || !form) return
  const { facets, values, rows } = await (await fetch(script.dataset.index)).json()
  const isSwedish = document.documentElement.lang !== 'en'

  for (const field of form.querySelectorAll('input[type="checkbox"]'))
    field.checked = question.getAll(field.name).includes(field.value)
  for (const name of ['q', 's']) {
    const field = form.elements[name]
    if (field && question.get(name)) field.value = question.get(name)
  }

  const words = (question.get('q') ?? '').toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  const chosen = facets.map((id, at) => question.getAll(id).map((value) => values[at].indexOf(value)))
  const fits = (row) =>
    (row.s !== 1 || question.get('members') === 'yes') &&
    words.every((word) => row.x.includes(word)) &&
    chosen.every((wanted, at) => wanted.length === 0 || wanted.some((value) => row.f[at].includes(value)))
  const inTitle = (row) => words.filter((word) => row.t.toLocaleLowerCase('sv').includes(word)).length
  const byTitle = (a, b) => a.t.localeCompare(b.t, 'sv')
  const orders = {
    title: byTitle,
    modified: (a, b) => (a.m < b.m ? 1 : a.m > b.m ? -1 : byTitle(a, b)),
    relevance: (a, b) => inTitle(b) - inTitle(a) || byTitle(a, b),
  }
  const hits = rows.filter(fits).sort(orders[question.get('s')] ?? orders.relevance)
  const page = Math.max(1, Number(question.get('p')) || 1)

  const status = results.querySelector('[role="status"]')
  const noun = isSwedish ? (hits.length === 1 ? 'träff' : 'träffar') : hits.length === 1 ? 'hit' : 'hits'
  if (status) status.textContent = `${hits.length.toLocaleString(isSwedish ? 'sv' : 'en')} ${noun}`
  const list = document.createElement('ol')
  list.className = 'cards'
  list.innerHTML = hits.slice((page - 1) * SIZE, page * SIZE).map((row) => row.h).join('')
  const old = results.querySelector('ol.cards, .empty')
  if (old) old.replaceWith(list)
  else results.append(list)
  for (const pager of results.querySelectorAll('nav')) pager.remove()
  if (hits.length > SIZE) results.append(pages(question, page, Math.ceil(hits.length / SIZE), isSwedish))
})

function pages(question, page, last, isSwedish) {
  const nav = document.createElement('nav')
  nav.className = 'pager'
  nav.setAttribute('aria-label', isSwedish ? 'Sidor' : 'Pages')
  const step = (to, words) => {
    if (to < 1 || to > last) return
    const link = document.createElement('a')
    const next = new URLSearchParams(question)
    next.set('p', String(to))
    link.href = `?${next}`
    link.textContent = words
    nav.append(link, ' ')
  }
  step(page - 1, isSwedish ? 'Föregående' : 'Previous')
  nav.append(isSwedish ? `Sida ${page} av ${last} ` : `Page ${page} of ${last} `)
  step(page + 1, isSwedish ? 'Nästa' : 'Next')
  return nav
}
