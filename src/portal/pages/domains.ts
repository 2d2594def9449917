// The five domains of national basic data: the overview, and the page of one with its assessment.
import { authorityOf, characteristics, type Domain, domains, principles } from '../../framework/index.ts'
import { html } from '../../html.ts'
import { nationalDomain } from '../data/facts.ts'
import type { Holdings } from '../data/holdings.ts'
import { count } from '../design/pieces.ts'
import { facts } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { phasePicture, stateWords } from './phase.ts'

/** Datasets, series and services marked with a domain. */
export function markedWith(holdings: Holdings, domain: Domain) {
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
