// The page of one domain of national basic data.
import { type Domain, domains, organisationsOf, services } from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'
import { badge, count, outside, when } from '../design/pieces.ts'
import { facts, listed, table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { card } from './cards.ts'
import { assessmentPart } from './domain-assessment.ts'
import { markedWith } from './domains.ts'
import { phasePicture, stateWords } from './phase.ts'

export async function domainPage(visit: Visit, id: string): Promise<Page | undefined> {
  const domain = domains.find((each) => each.id === id)
  if (!domain) return undefined
  const { site, say, lang, to } = visit
  const marked = markedWith(site.holdings, domain)
  const own = services.filter(
    ({ partOf, id: service }) => partOf === domain.id || domain.services.includes(service),
  )
  const cooperating = organisationsOf(domain.cooperating)
  return {
    title: domain.label[lang],
    section: 'domains',
    isWide: true,
    main: html`<p class="kind">${say('Domän för nationella grunddata', 'Domain of national basic data')}</p>
<h1>${domain.label[lang]}</h1>
${facts([
  [say('Ansvarig myndighet', 'Responsible authority'), organisationLink(visit, domain.responsible)],
  [say('Samverkar', 'Co-operating'), listed(cooperating.map((each) => organisationLink(visit, each.id)))],
  [
    say('Läge', 'State'),
    html`${phasePicture(domain, lang)} ${stateWords(domain, lang)} ${when(domain.status, () => html`<span class="hint">(${domain.status?.date ?? ''})</span>`)}`,
  ],
  [say('Om läget', 'On the state'), domain.status?.note && html`${domain.status.note[lang]}`],
  [
    say('Begrepp', 'Concept'),
    html`<code class="iri">${domain.iri}</code>${domain.conceptStatus === 'provisional' ? html` ${badge(say('provisoriskt', 'provisional'), 'warn')}` : empty}`,
  ],
])}
<section><h2>${say('Data märkta med domänen', 'Data marked with the domain')} (${count(marked.length, lang)})</h2>
${marked.length > 0 ? html`<ol class="cards two">${marked.slice(0, 12).map((entity) => card(visit, entity, 3))}</ol>` : html`<p>${say('Inga data här är märkta med domänen.', 'No data here are marked with the domain.')}</p>`}
${when(marked.length > 12, () => html`<p><a href="${to('/datasets', new URLSearchParams({ national: domain.id }))}">${say('Visa alla', 'Show all')}</a></p>`)}</section>
${await assessmentPart(visit, domain)}
${knownDatasets(visit, domain)}
${when(own.length > 0, () => html`<section><h2>${say('Tjänster', 'Services')}</h2><ul class="plain">${own.map(({ label, description, page }) => html`<li><strong>${page ? outside(page, html`${label[lang]}`) : label[lang]}</strong>${when(description, () => html`<br>${description?.[lang] ?? ''}`)}</li>`)}</ul></section>`)}
${when(domain.specifications.length > 0, () => html`<section><h2>${say('Specifikationer', 'Specifications')}</h2><ul>${domain.specifications.map(({ label, version, issued }) => html`<li>${label[lang]}${version ? ` ${version}` : ''}${issued ? ` (${issued})` : ''}</li>`)}</ul></section>`)}
${legislationPart(visit, domain)}
${when(domain.alignedWith.length > 0, () => html`<section><h2>${say('Europeiska sammanhang', 'European context')}</h2><ul>${domain.alignedWith.map(({ label }) => html`<li>${label[lang]}</li>`)}</ul></section>`)}`,
  }
}

function organisationLink(visit: Visit, id: string): Html {
  const [organisation] = organisationsOf([id])
  if (!organisation) return html`${id}`
  const entity =
    organisation.publisherIri === undefined
      ? undefined
      : visit.site.holdings.entities.byIri.get(organisation.publisherIri)
  return entity
    ? html`<a href="${visit.pageOf(entity)}">${organisation.label[visit.lang]}</a>`
    : html`${organisation.label[visit.lang]}`
}

function knownDatasets({ say, lang }: Visit, { datasets }: Domain): Html {
  if (datasets.length === 0) return empty
  const states = {
    published: say('publicerad', 'published'),
    planned: say('planerad', 'planned'),
    candidate: say('kandidat', 'candidate'),
  }
  return html`<section><h2>${say('Datamängder enligt redovisningen för 2023', 'Datasets according to the account of 2023')}</h2><ul class="plain">${datasets.map(({ label, status, page, description, note }) => html`<li>${page ? outside(page, html`${label[lang]}`) : label[lang]} ${badge(states[status])}${when(description ?? note, () => html`<br><span class="hint">${(description ?? note)?.[lang] ?? ''}</span>`)}</li>`)}</ul></section>`
}

function legislationPart({ say, lang }: Visit, { legislation }: Domain): Html {
  if (legislation.length === 0) return empty
  return html`<section><h2>${say('Lagstiftning', 'Legislation')}</h2>${table({
    caption: say('Författningar', 'Acts and ordinances'),
    isCaptionHidden: true,
    head: [say('Författning', 'Act'), say('Nummer', 'Number'), say('Underlag', 'Evidence')],
    rows: legislation.map(({ label, number, identifierIri, evidence }) => [
      html`${label[lang]}`,
      outside(identifierIri, html`${number}`),
      html`${evidence === 'unverified' ? say('ej kontrollerad mot källa', 'not checked against a source') : ''}`,
    ]),
  })}</section>`
}
