// The five domains of national basic data: the overview, and the page of one with its assessment.
import { type Assessment, assessDocuments, outcomeWords } from '../../assess/index.ts'
import {
  authorityOf,
  characteristics,
  type Domain,
  domains,
  organisationsOf,
  principles,
  services,
} from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'
import { nationalDomain } from '../data/facts.ts'
import type { Holdings } from '../data/holdings.ts'
import { badge, count, facts, listed, outside, table, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { card } from './cards.ts'
import { phasePicture, stateWords } from './phase.ts'

/** Datasets, series and services marked with a domain. */
function markedWith(holdings: Holdings, domain: Domain) {
  return (['dataset', 'series', 'service'] as const).flatMap((kind) =>
    holdings.entities.ofKind(kind).filter(({ term }) => nationalDomain(holdings, term)?.id === domain.id),
  )
}

export function domainsPage(visit: Visit): Page {
  const { site, say, lang, to } = visit
  return {
    title: say('Nationella grunddata', 'National basic data'),
    section: 'domains',
    description: say(
      'De fem domänerna för nationella grunddata.',
      'The five domains of national basic data.',
    ),
    isWide: true,
    main: html`<h1>${say('Nationella grunddata', 'National basic data')}</h1>
<p class="lead">${say('Nationella grunddata är uppgifter inom offentlig förvaltning som flera aktörer behöver, som är viktiga i samhället och som följer gemensamma principer. De delas in i domäner, var och en med en ansvarig myndighet.', 'National basic data are data within public administration that several actors need, that are important in society and that follow common principles. They are divided into domains, each with a responsible authority.')}</p>
<ul class="domains">${domains.map(
      (
        domain,
      ) => html`<li class="box"><h2><a href="${to(`/domains/${domain.id}`)}">${domain.label[lang]}</a></h2>
${facts([
  [say('Ansvarig', 'Responsible'), html`${authorityOf(domain)?.label[lang] ?? ''}`],
  [say('Läge', 'State'), html`${phasePicture(domain, lang)} ${stateWords(domain, lang)}`],
  [say('Märkta här', 'Marked here'), html`${count(markedWith(site.holdings, domain).length, lang)}`],
])}</li>`,
    )}</ul>
<section><h2>${say('Kännetecken', 'Characteristics')}</h2><ul>${characteristics.map(({ notation, label }) => html`<li><strong>${notation}</strong> ${label[lang]}</li>`)}</ul></section>
<section><h2>${say('Principer', 'Principles')}</h2><p>${say('Nationella grunddata ska', 'National basic data are to')}</p><ul>${principles.map(({ notation, label }) => html`<li><strong>${notation}</strong> ${label[lang]}</li>`)}</ul></section>`,
  }
}

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

const kept = new WeakMap<Holdings, Promise<Assessment>>()

/** Worked out once for what the portal holds. */
export function assessmentOf(holdings: Holdings): Promise<Assessment> {
  let found = kept.get(holdings)
  if (!found) {
    const concerned = holdings.sources.filter(({ id }) =>
      holdings.entities.all.some(
        ({ source, kind, term }) =>
          source === id && ['dataset', 'series', 'service'].includes(kind) && nationalDomain(holdings, term),
      ),
    )
    kept.set(holdings, (found = assessDocuments(concerned.map(({ document }) => document))))
  }
  return found
}

/** Principles by outcome. The figures are numbers of rules, never a verdict. */
async function assessmentPart(visit: Visit, domain: Domain): Promise<Html> {
  const { say, lang, site, to } = visit
  const { domains: assessed } = await assessmentOf(site.holdings)
  const own = assessed.find((each) => each.domain === domain.id)
  if (!own) return empty
  const outcomes = ['passed', 'failed', 'not-assessed'] as const
  const failed = [
    ...new Set(
      own.resources.flatMap(({ items }) =>
        items.flatMap(({ rules }) =>
          rules.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule.id),
        ),
      ),
    ),
  ]
  return html`<section><h2>${say('Bedömning mot ramverket', 'Assessment against the framework')}</h2>
<p>${say('Bedömningen läser metadata och visar vad som talar för varje princip, vad som brister och vad som inte går att bedöma. Siffrorna är antal regler. Den avgör inte om data följer ramverket: det gör den ansvariga myndigheten.', 'The assessment reads metadata and shows what speaks for each principle, what is lacking and what cannot be assessed. The figures are numbers of rules. It does not decide whether the data follow the framework: the responsible authority does.')}</p>
${table({
  caption: say('Principer och kännetecken', 'Principles and characteristics'),
  isCaptionHidden: true,
  head: [
    say('Princip eller kännetecken', 'Principle or characteristic'),
    ...outcomes.map((outcome) => outcomeWords[outcome][lang]),
  ],
  numeric: [1, 2, 3],
  rows: own.items.map(({ item, counts }) => [
    html`${item.notation} ${item.label[lang]}`,
    ...outcomes.map((outcome) => html`${counts[outcome]}`),
  ]),
})}
${when(failed.length > 0, () => html`<details><summary>${say('Vad som brister', 'What is lacking')} (${failed.length})</summary><ul>${failed.map((rule) => html`<li><a href="${to(`/rules/${rule}`)}"><code>${rule}</code></a></li>`)}</ul></details>`)}</section>`
}
