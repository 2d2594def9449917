// The search of a site without a server: reads the question from the address, the entries from one file, and fills the
// page that is there. Without this script the page shows the whole list, page by page. The rules are those of the portal
// (src/portal/search): beginnings of words, stems, words inside of others, å, ä and ö as letters of their own; a facet is
// counted as if nothing were chosen in it. What is misspelt is not corrected here.
const script = document.currentScript
const SIZE = 20
const SHOWN = 8
const MOST = 60
const isSwedish = document.documentElement.lang !== 'en'
const say = (sv, en) => (isSwedish ? sv : en)
const number = (n) => n.toLocaleString(isSwedish ? 'sv' : 'en')

addEventListener('DOMContentLoaded', async () => {
  const question = new URLSearchParams(location.search)
  if ([...question].every(([, value]) => value === '')) return
  const results = document.querySelector('#hits')
  const form = document.querySelector('form.search')
  if (!results || !form) return
  const index = await (await fetch(script.dataset.index)).json()
  const asked = question.get('q') ?? ''
  for (const [name, value] of [
    ['q', asked],
    ['s', question.get('s')],
  ])
    if (form.elements[name] && value) form.elements[name].value = value

  const { found, isPartial } = search(index, asked)
  const chosen = index.facets.map((id, at) => new Set(numbers(question.getAll(id), index.values[at])))
  const withMembers = question.get('members') === 'yes'
  const shown = found.filter(({ row }) => withMembers || row.s !== 1)
  const { hits, counts } = filterAndCount(index, shown, chosen)
  const hidden = withMembers ? 0 : filterAndCount(index, found, chosen).hits.length - hits.length
  order(hits, question.get('s') ?? 'relevance', asked)

  index.facets.forEach((id, at) => {
    fillFacet(form, { id, values: index.values[at], names: index.names[at], counts: counts[at], chosen: chosen[at] })
  })
  const members = form.elements.members
  if (members) {
    members.checked = withMembers
    const n = members.closest('p').querySelector('.n')
    if (n) n.textContent = withMembers ? '' : number(hidden)
  }
  const page = Math.max(1, Number(question.get('p')) || 1)
  const status = results.querySelector('[role="status"]')
  const noun = hits.length === 1 ? say('träff', 'hit') : say('träffar', 'hits')
  const some = isPartial && hits.length > 0
  if (status)
    status.textContent = `${number(hits.length)} ${noun}${some ? say('. Inget har alla orden; visar det som har några av dem', '. Nothing has all of the words; showing what has some of them') : ''}`
  const list = document.createElement('ol')
  list.className = 'cards'
  const part = hits.slice((page - 1) * SIZE, page * SIZE)
  list.innerHTML = part.map(({ row }) => row.h).join('')
  const old = results.querySelector('ol.cards, .empty')
  if (old) old.replaceWith(list)
  else results.append(list)
  for (const pager of results.querySelectorAll('nav')) pager.remove()
  if (hits.length > SIZE) results.append(pages(question, page, Math.ceil(hits.length / SIZE)))
})

const wordsOf = (text) => text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The entries that have all the words, or else some of them, with what each is worth. */
function search({ rows, endings }, asked) {
  const parts = asked.slice(0, 200).split(/["”“]/)
  const isQuoted = (at) => at % 2 === 1 && at < parts.length - 1
  const words = wordsOf(parts.filter((_, at) => !isQuoted(at)).join(' ')).slice(0, 12)
  const phrases = parts.filter((_, at) => isQuoted(at)).map((each) => wordsOf(each).join(' ')).filter(Boolean)
  if (words.length + phrases.length === 0) return { found: rows.map((row) => ({ row, score: 0 })), isPartial: false }
  const tests = [
    ...words.map((word) => [word, rootOf(word, endings)]).map(([word, root]) => (row) => weight(row, word, root)),
    ...phrases.map((phrase) => (row) => (row.w.some((text) => ` ${text} `.includes(` ${phrase} `)) ? 8 : 0)),
  ]
  const weights = tests.map((test) => rows.map(test))
  const worth = weights.map((each) => Math.log(1 + rows.length / (1 + each.filter((n) => n > 0).length)))
  const scored = rows.map((row, at) => ({
    row,
    all: weights.every((each) => each[at] > 0),
    any: weights.some((each) => each[at] > 0),
    score: weights.reduce((sum, each, i) => sum + (each[at] > 0 ? each[at] * worth[i] : 0), 0),
  }))
  const full = scored.filter(({ all }) => all)
  return full.length > 0 ? { found: full, isPartial: false } : { found: scored.filter(({ any }) => any), isPartial: true }
}

function weight({ w: [title, keyword, publisher, body] }, word, root) {
  if (` ${title} `.includes(` ${word} `)) return 8
  if (` ${title}`.includes(` ${word}`)) return 5
  if (` ${keyword}`.includes(` ${word}`)) return 3
  if (` ${publisher}`.includes(` ${word}`)) return 2
  if (` ${title} ${keyword} ${body}`.includes(` ${word}`)) return 1
  if (` ${title} ${keyword} ${body}`.includes(` ${root}`)) return 1
  return root.length >= 4 && `${title} ${keyword}`.includes(root) ? 0.5 : 0
}

/** A word without its ending, which begins after the first consonant that follows a vowel, at the fourth letter at most. */
function rootOf(word, endings) {
  const turn = /[aeiouyåäö][^aeiouyåäö]/.exec(word)
  if (!turn) return word
  const region = Math.max(3, turn.index + 2)
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= region)
  return ending ? word.slice(0, -ending.length) : word
}

const numbers = (wanted, values) => wanted.map((value) => values.indexOf(value))

function filterAndCount({ facets }, found, chosen) {
  const counts = facets.map(() => new Map())
  const hits = found.filter(({ row }) => {
    const failed = facets.map((_, at) => at).filter((at) => chosen[at].size > 0 && !row.f[at].some((n) => chosen[at].has(n)))
    if (failed.length > 1) return false
    for (const at of failed.length === 1 ? failed : facets.keys())
      for (const value of row.f[at]) counts[at].set(value, (counts[at].get(value) ?? 0) + 1)
    return failed.length === 0
  })
  return { hits, counts }
}

function order(hits, sorting, asked) {
  const { compare } = new Intl.Collator(isSwedish ? 'sv' : 'en', { numeric: true })
  const byTitle = (a, b) => compare(a.row.t, b.row.t)
  const byChange = (a, b) => (a.row.m < b.row.m ? 1 : a.row.m > b.row.m ? -1 : 0)
  const byScore = (a, b) => b.score - a.score
  hits.sort(sorting === 'title' ? byTitle : sorting === 'modified' || asked.trim() === '' ? byChange : byScore)
}

/** The values of a facet with how many hits each would give: what is chosen first, then the most common. */
function fillFacet(form, { id, values, names, counts, chosen }) {
  const fieldset = form.querySelector(`input[type="checkbox"][name="${CSS.escape(id)}"]`)?.closest('fieldset')
  if (!fieldset) return
  const rows = [...new Set([...chosen, ...counts.keys()])].filter((n) => n >= 0).map((n) => [n, counts.get(n) ?? 0])
  rows.sort((a, b) => chosen.has(b[0]) - chosen.has(a[0]) || b[1] - a[1] || (values[a[0]] < values[b[0]] ? -1 : 1))
  const items = rows.slice(0, MOST).map(([n, hits], at) => {
    const item = document.createElement('li')
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', id: `${id}-${at}`, name: id })
    box.value = values[n]
    box.checked = chosen.has(n)
    const label = Object.assign(document.createElement('label'), { htmlFor: box.id, textContent: `${names[n]} ` })
    label.append(Object.assign(document.createElement('span'), { className: 'n', textContent: number(hits) }))
    item.append(box, label)
    return item
  })
  const [list, rest] = fieldset.querySelectorAll('ul')
  list.replaceChildren(...items.slice(0, rest ? SHOWN : MOST))
  if (!rest) return
  rest.replaceChildren(...items.slice(SHOWN))
  rest.closest('details').hidden = items.length <= SHOWN
  rest.closest('details').querySelector('summary').textContent = `${say('Visa fler', 'Show more')} (${Math.max(0, rows.length - SHOWN)})`
}

function pages(question, page, last) {
  const nav = document.createElement('nav')
  nav.className = 'pager'
  nav.setAttribute('aria-label', say('Sidor', 'Pages'))
  const step = (to, words) => {
    if (to < 1 || to > last) return
    const link = document.createElement('a')
    const next = new URLSearchParams(question)
    next.set('p', String(to))
    link.href = `?${next}`
    link.textContent = words
    nav.append(link, ' ')
  }
  step(page - 1, say('Föregående', 'Previous'))
  nav.append(say(`Sida ${page} av ${last} `, `Page ${page} of ${last} `))
  step(page + 1, say('Nästa', 'Next'))
  return nav
}
