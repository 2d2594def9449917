// One way of getting the data: a file or an API, with its format, size, licence and buttons.
import { empty, type Html, html } from '../../html.ts'
import { formatName } from '../data/format-names.ts'
import { codeLabel } from '../data/labels.ts'
import { badge, bytes, day, outside, paragraphs, said, when } from '../design/pieces.ts'
import { facts, listed } from '../design/tables.ts'
import type { Visit } from '../visit.ts'
import { rightsOf } from './entity-boxes.ts'
import { linkTo } from './entity-parts.ts'

export function distributionPart(visit: Visit, term: number): Html {
  const { site, lang, say } = visit
  const { reading } = site.holdings
  const title = reading.said(term, 'dcterms:title', lang)
  const description = reading.said(term, 'dcterms:description', lang)
  const formats = [...reading.values(term, 'dcterms:format'), ...reading.values(term, 'dcat:mediaType')]
    .filter((value) => !reading.isBlank(value))
    .map((value) => reading.text(value))
  const size = Number(reading.literal(term, 'dcat:byteSize'))
  const name = title?.text ?? formats.map(formatName)[0] ?? say('Utan namn', 'Without a name')
  return html`<li class="distribution">
<div class="distribution-head"><h3>${title ? said(title) : name}</h3><p class="badges">${[...new Set(formats.map(formatName))].map((format) => badge(format))}${when(size > 0, () => badge(bytes(size, lang)))}</p></div>
${when(description, () => paragraphs(description!))}
<p class="buttons">${buttons(visit, term, name)}</p>
${facts([
  [
    say('Licens', 'Licence'),
    listed(reading.iris(term, 'dcterms:license').map((iri) => outside(iri, html`${codeLabel(iri, lang)}`))),
  ],
  [say('Villkor', 'Terms'), rightsPart(visit, term)],
  [
    say('Tillgänglighet', 'Availability'),
    listed(reading.iris(term, 'dcatap:availability').map((iri) => html`${codeLabel(iri, lang)}`)),
  ],
  [say('Ändrad', 'Changed'), day(reading.literal(term, 'dcterms:modified'), lang)],
  [
    say('API', 'API'),
    listed([...reading.values(term, 'dcat:accessService')].map((each) => linkTo(visit, each))),
  ],
  [
    say('Schema', 'Schema'),
    listed([...reading.values(term, 'dcterms:conformsTo')].map((each) => linkTo(visit, each))),
  ],
  [
    say('Dokumentation', 'Documentation'),
    listed([...reading.values(term, 'foaf:page')].map((each) => linkTo(visit, each))),
  ],
])}
</li>
`
}

function buttons({ site, say }: Visit, term: number, name: string): Html {
  const { reading } = site.holdings
  const downloads = reading.iris(term, 'dcat:downloadURL')
  const pages = reading.iris(term, 'dcat:accessURL').filter((iri) => !downloads.includes(iri))
  const more = (words: string) => html`${words}<span class="unseen">: ${name}</span>`
  return html`${downloads.map((iri) => outside(iri, more(say('Ladda ner', 'Download')), 'button'))}${pages.map(
    (iri) => outside(iri, more(say('Öppna', 'Open')), downloads.length > 0 ? 'button quiet' : 'button'),
  )}`
}

function rightsPart({ site, lang }: Visit, term: number): Html | undefined {
  const { reading } = site.holdings
  const texts = [...reading.values(term, 'dcterms:rights')].flatMap((node) =>
    ['odrs:attributionText', 'odrs:copyrightNotice'].flatMap(
      (property) => reading.said(node, property, lang) ?? [],
    ),
  )
  const links = rightsOf(site.holdings, term).map((iri) =>
    outside(iri, html`${iri.replace(/^https?:\/\//, '')}`),
  )
  return listed([...texts.map((each) => said(each)), ...links]) ?? empty
}
