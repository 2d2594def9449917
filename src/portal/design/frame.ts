// The frame of every page: head, navigation, footer.
import { empty, type Html, html } from '../../html.ts'
import type { Page, Section } from '../page.ts'
import type { Visit } from '../visit.ts'
import { raw, when } from './pieces.ts'

const sections: readonly {
  readonly id: Section
  readonly path: string
  readonly sv: string
  readonly en: string
}[] = [
  { id: 'data', path: '/datasets', sv: 'Data och API:er', en: 'Data and APIs' },
  { id: 'domains', path: '/domains', sv: 'Nationella grunddata', en: 'National basic data' },
  { id: 'organisations', path: '/organisations', sv: 'Organisationer', en: 'Organisations' },
  { id: 'specifications', path: '/specifications', sv: 'Specifikationer', en: 'Specifications' },
  { id: 'concepts', path: '/concepts', sv: 'Begrepp', en: 'Concepts' },
  { id: 'quality', path: '/quality', sv: 'Kvalitet', en: 'Quality' },
  { id: 'infrastructure', path: '/infrastructure', sv: 'Infrastruktur', en: 'Infrastructure' },
  { id: 'toolkit', path: '/toolkit', sv: 'Verktyg', en: 'Toolkit' },
]

/** The whole page as text. */
export function framed(page: Page, visit: Visit): string {
  const { site, lang, say } = visit
  const { assets } = site
  const name = site.title[lang]
  const title = page.title === name ? name : `${page.title} – ${name}`
  const whole = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${when(page.description, () => html`<meta name="description" content="${(page.description ?? '').slice(0, 300)}">`)}
${when(page.isHidden, () => html`<meta name="robots" content="noindex">`)}
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${visit.at(assets.css)}">
<link rel="icon" href="${visit.at(assets.icon)}" type="image/svg+xml">
${otherLanguage(visit, 'link')}
<link rel="alternate" type="application/atom+xml" href="${visit.at('/feed.atom')}" title="${say('Ändringar', 'Changes')}">
${(page.alternates ?? []).map(
  ({ type, href, title: words }) =>
    html`<link rel="alternate" type="${type}" href="${href}"${words ? html` title="${words}"` : empty}>
`,
)}<script src="${visit.at(assets.script)}" defer></script>
${when(page.jsonLd, () => dataBlock(page.jsonLd as object))}
</head>
<body>
<a class="skip" href="#content">${say('Hoppa till innehållet', 'Skip to the content')}</a>
${top(visit, page)}
<main id="content" tabindex="-1"${page.isWide ? html` class="wide"` : empty}>
${page.main}
</main>
${bottom(visit)}
</body>
</html>
`
  return `<!doctype html>\n${whole.html}`
}

/** In a script element `<` alone could end it. */
function dataBlock(value: object): Html {
  return raw(`<script type="application/ld+json">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`)
}

function top(visit: Visit, { section, hasSearch }: Page): Html {
  const { site, lang, say, to } = visit
  return html`<header class="top">
<div class="bar-row">
<a class="name" href="${to('/')}">${site.title[lang]}</a>
${hasSearch ? empty : findForm(visit)}
${otherLanguage(visit, 'a')}
</div>
<nav aria-label="${say('Huvudmeny', 'Main menu')}"><ul>
${sections.map(
  ({ id, path, sv, en }) =>
    html`<li><a href="${to(path)}"${id === section ? html` aria-current="true"` : empty}>${say(sv, en)}</a></li>
`,
)}</ul></nav>
</header>`
}

function findForm({ say, to }: Visit): Html {
  return html`<form class="find" role="search" action="${to('/datasets')}" method="get">
<label class="unseen" for="top-q">${say('Sök data', 'Search data')}</label>
<input id="top-q" name="q" type="search" maxlength="200" autocomplete="off" placeholder="${say('Sök data', 'Search data')}">
<button>${say('Sök', 'Search')}</button>
</form>`
}

function otherLanguage({ site, lang, path, query }: Visit, kind: 'a' | 'link'): Html {
  const question = query.toString()
  const rest = question ? `?${question}` : ''
  const href =
    lang === 'sv' ? `${site.root}/en${path === '/' ? '' : path}${rest}` : `${site.root}${path}${rest}`
  const other = lang === 'sv' ? 'en' : 'sv'
  return kind === 'link'
    ? html`<link rel="alternate" hreflang="${other}" href="${href}">`
    : html`<a class="language" href="${href}" lang="${other}" hreflang="${other}">${lang === 'sv' ? 'In English' : 'På svenska'}</a>`
}

function bottom({ say, to, at, site, user }: Visit): Html {
  const links: readonly (readonly [string, string])[] = [
    [to('/harvest'), say('Insamling', 'Harvest')],
    [to('/changes'), say('Ändringar', 'Changes')],
    [to('/rules'), say('Regler', 'Rules')],
    [to('/api'), say('För maskiner: API', 'For machines: API')],
    [at('/feed.atom'), 'Atom'],
    [to('/accessibility'), say('Tillgänglighet', 'Accessibility')],
    ...(site.isStatic
      ? []
      : [[to('/account'), user === undefined ? say('Logga in', 'Sign in') : user] as const]),
  ]
  return html`<footer class="bottom">
<nav aria-label="${say('Mer', 'More')}"><ul>${links.map(([href, words]) => html`<li><a href="${href}">${words}</a></li>`)}</ul></nav>
<p>${say(
    'Beskrivningarna är fria att använda (CC0). Villkoren för data står hos varje datamängd.',
    'The descriptions are free to use (CC0). The terms of the data are stated with each dataset.',
  )}</p>
</footer>`
}
