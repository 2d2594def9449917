// The shared digital infrastructure: its parts with their phases, what they have cost and how much they are used.
import { inconsistencies, infrastructurePicture, phases } from '../../framework/index.ts'
import { html } from '../../html.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { fundingTable, stateTable, totals, usageTables } from './infrastructure-tables.ts'

export function infrastructurePage(visit: Visit): Page {
  const { say, lang } = visit
  const { width, height } = sizeOf(infrastructurePicture(lang))
  return {
    title: say('Förvaltningsgemensam digital infrastruktur', 'Shared digital infrastructure'),
    section: 'infrastructure',
    isWide: true,
    main: html`<h1>${say('Förvaltningsgemensam digital infrastruktur', 'Shared digital infrastructure')}</h1>
<p class="lead">${say('Byggblock och grunddatadomäner som myndigheter utvecklar tillsammans. Uppgifterna är redovisningen för läget vid slutet av 2023.', 'Building blocks and domains of basic data that authorities develop together. The facts are the account of the state at the end of 2023.')}</p>
<section><h2>${say('Läge', 'State')}</h2>
<p class="hint">${say('Faserna är', 'The phases are')} ${phases.map(({ label }) => label[lang]).join(' → ')}.</p>
<div class="picture" tabindex="0" role="region" aria-label="${say('Läget i byggblock och domäner', 'The state of building blocks and domains')}"><img src="${visit.at(`/infrastructure.${lang}.svg`)}" alt="${say('Bild av hur långt varje byggblock och domän har kommit. Samma uppgifter står i tabellen nedan.', 'Picture of how far each building block and domain has come. The same facts are in the table below.')}" width="${width}" height="${height}" loading="lazy"></div>
${stateTable(visit)}</section>
<section><h2>${say('Medel', 'Funding')}</h2>${fundingTable(visit)}${totals(visit)}</section>
<section><h2>${say('Användning', 'Use')}</h2>${usageTables(visit)}</section>
<section><h2>${say('Motsägelser i källan', 'Contradictions in the source')}</h2>
<p>${say('Redovisningen säger emot sig själv på några ställen. Tabellerna följer dess tabeller.', 'The account contradicts itself in places. The tables here follow its tables.')}</p>
<ul>${inconsistencies.map(({ stated, found }) => html`<li>${stated[lang]} – ${found[lang]}</li>`)}</ul></section>`,
  }
}

/** Width and height as the picture states them, so that nothing moves when it has loaded. */
function sizeOf(svg: string): { readonly width: string; readonly height: string } {
  const [, width = '1000', height = '900'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  return { width, height }
}
