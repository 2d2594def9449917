// The report as feeds for readers: Atom (RFC 4287) and RSS 2.0, an entry for each source that has news.
import type { Lang } from '../../finding.ts'
import { html } from '../../html.ts'
import type { SourceOutcome } from '../types.ts'
import { kindText, thingText } from './thing.ts'
import type { HarvestReport, HarvestReporter } from './types.ts'
import { countsText, isNews, stateWords } from './words.ts'

/** Addresses of runs begin with this. */
const RUN = 'https://w3id.org/grunddata/run/'
const FEW = 50

interface Item {
  readonly id: string
  readonly title: string
  readonly updated: Date
  readonly url: string
  /** HTML. */
  readonly content: string
}

function itemsOf({ outcomes, finished }: HarvestReport, lang: Lang): readonly Item[] {
  return outcomes.filter(isNews).map((outcome) => ({
    id: `${RUN}${encodeURIComponent(outcome.run?.id ?? `${outcome.source.id}-plan`)}`,
    title: `${outcome.source.title ?? outcome.source.id}: ${countsText(outcome.counts, lang) || stateWords[outcome.state][lang]}`,
    updated: new Date(outcome.run?.finished ?? finished),
    url: outcome.source.url,
    content: contentOf(outcome, lang),
  }))
}

function contentOf({ run, brake, notes, changes }: SourceOutcome, lang: Lang): string {
  const failure = run?.failure ? [run.failure.message] : []
  const paragraphs = [...failure, ...brake.map(({ text }) => text), ...notes].map(
    (text) => html`<p>${text[lang]}</p>`,
  )
  const items = changes
    .slice(0, FEW)
    .map((change) => html`<li>${kindText(change.kind, lang)}: ${thingText(change, lang)}</li>`)
  return html`${paragraphs}<ul>${items}</ul>`.html
}

const titles = { sv: 'Skördar', en: 'Harvests' }

export const harvestAtom: HarvestReporter = (report, { lang }) => {
  const entries = itemsOf(report, lang).map(
    ({ id, title, updated, url, content }) => html`<entry>
<id>${id}</id>
<title>${title}</title>
<updated>${updated.toISOString()}</updated>
<link rel="alternate" href="${url}"/>
<content type="html">${content}</content>
</entry>
`,
  )
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>https://w3id.org/grunddata/harvests</id>
<title>${titles[lang]}</title>
<updated>${report.finished.toISOString()}</updated>
<author><name>grunddata</name></author>
${entries}</feed>
`
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.html}`
}

export const harvestRss: HarvestReporter = (report, { lang }) => {
  const items = itemsOf(report, lang).map(
    ({ id, title, updated, url, content }) => html`<item>
<title>${title}</title>
<link>${url}</link>
<guid isPermaLink="false">${id}</guid>
<pubDate>${updated.toUTCString()}</pubDate>
<description>${content}</description>
</item>
`,
  )
  const feed = html`<rss version="2.0"><channel>
<title>${titles[lang]}</title>
<link>https://w3id.org/grunddata/harvests</link>
<description>${titles[lang]}</description>
<language>${lang}</language>
<lastBuildDate>${report.finished.toUTCString()}</lastBuildDate>
${items}</channel></rss>
`
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.html}`
}
