// The boxes beside an entity: facts, contact, catalogue, and its description in other forms.
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import type { Holdings } from '../data/holdings.ts'
import { day, outside, said, when } from '../design/pieces.ts'
import { facts, listed } from '../design/tables.ts'
import type { Visit } from '../visit.ts'
import { linksTo, linkTo, shortAddress } from './entity-parts.ts'

type Row = readonly [label: string, value: Html | undefined]

/** Publisher, dates and identity, around what is special for the kind of thing. */
export function aboutBox(visit: Visit, { term, iri }: Entity, rows: readonly Row[]): Html {
  const { site, say, lang } = visit
  const { reading } = site.holdings
  return html`<section class="box"><h2>${say('Om', 'About')}</h2>
${facts([
  [say('Utgivare', 'Publisher'), listed(linksTo(visit, term, 'dcterms:publisher'))],
  [say('Producent', 'Creator'), listed(linksTo(visit, term, 'dcterms:creator'))],
  ...rows,
  [say('Utgiven', 'Issued'), day(reading.literal(term, 'dcterms:issued'), lang)],
  [say('Ändrad', 'Changed'), day(reading.literal(term, 'dcterms:modified'), lang)],
  [
    say('Ingångssida', 'Landing page'),
    listed(reading.iris(term, 'dcat:landingPage').map((each) => outside(each, html`${shortAddress(each)}`))),
  ],
  [say('Medverkande', 'Contributors'), attributions(visit, term)],
  [say('Identitet', 'Identity'), html`<code class="iri">${iri}</code>`],
])}</section>`
}

function attributions(visit: Visit, term: number): Html | undefined {
  const { reading } = visit.site.holdings
  return listed(
    [...reading.values(term, 'prov:qualifiedAttribution')].flatMap((node) =>
      linksTo(visit, node, 'prov:agent'),
    ),
  )
}

export function contactBox(visit: Visit, term: number): Html {
  const { site, say, lang } = visit
  const { reading } = site.holdings
  const contacts = [...reading.values(term, 'dcat:contactPoint')]
  if (contacts.length === 0) return empty
  const one = (contact: number) => {
    const mails = [
      ...reading.iris(contact, 'vcard:hasEmail'),
      ...[...reading.values(contact, 'vcard:hasEmail')].flatMap((node) =>
        reading.iris(node, 'vcard:hasValue'),
      ),
    ]
    const phones = [...reading.values(contact, 'vcard:hasTelephone')].flatMap((node) =>
      reading.iris(node, 'vcard:hasValue'),
    )
    const lines = [
      ...mails
        .filter((mail) => mail.startsWith('mailto:'))
        .map((mail) => outside(mail, html`${mail.slice(7)}`)),
      ...phones.map((phone) => outside(phone, html`${phone.replace(/^tel:/, '')}`)),
      ...reading.iris(contact, 'vcard:hasURL').map((page) => outside(page, html`${shortAddress(page)}`)),
    ]
    return html`<p><strong>${said(reading.said(contact, 'vcard:fn', lang), say('Kontakt', 'Contact'))}</strong>${lines.map((line) => html`<br>${line}`)}</p>`
  }
  return html`<section class="box"><h2>${say('Kontakt', 'Contact')}</h2>${contacts.map(one)}</section>`
}

/** The catalogue it was found in, and how well that is described. */
export function catalogBox(visit: Visit, entity: Entity): Html {
  const { site, say, to } = visit
  const { reading } = site.holdings
  const found = ['dcat:dataset', 'dcat:service'].flatMap((property) => [
    ...reading.having(property, entity.term),
  ])
  return html`<section class="box"><h2>${say('Katalog', 'Catalogue')}</h2>
${found.map((catalog) => html`<p>${linkTo(visit, catalog)}</p>`)}
<p><a href="${to(`/quality/${entity.source}`)}">${say('Kvalitet på beskrivningarna', 'Quality of the descriptions')}</a></p></section>`
}

/** What it costs. */
export function offersPart({ site, say, lang }: Visit, term: number): Html {
  const { reading } = site.holdings
  const offers = [...reading.values(term, 'schema:offers')]
  if (offers.length === 0) return empty
  return html`<section><h2>${say('Avgift', 'Fee')}</h2>${offers.map((offer) => {
    const words = reading.said(offer, 'schema:description', lang)
    const page = reading.iri(offer, 'schema:mainEntityOfPage')
    return html`<p>${said(words)} ${when(page, () => outside(page!, html`${shortAddress(page!)}`))}</p>`
  })}</section>`
}

/** Pages with terms: guidelines, copyright statements, and rights that are only an address. */
export function rightsOf({ reading }: Holdings, distribution: number): readonly string[] {
  return [...reading.values(distribution, 'dcterms:rights')].flatMap((node) =>
    reading.isBlank(node)
      ? ['odrs:reuserGuidelines', 'odrs:copyrightStatement', 'odrs:attributionURL'].flatMap((property) =>
          reading.iris(node, property),
        )
      : reading.isIri(node)
        ? [reading.text(node)]
        : [],
  )
}
