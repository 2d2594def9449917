// Pages about the portal itself: what is not found, what is gone, accessibility, signing in.
import { type Html, html } from '../../html.ts'
import { day } from '../design/pieces.ts'
import type { Tombstone } from '../history.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'

export function notFoundPage(visit: Visit): Page {
  const { say, to } = visit
  return {
    title: say('Sidan finns inte', 'There is no such page'),
    status: 404,
    isHidden: true,
    main: html`<h1>${say('Sidan finns inte', 'There is no such page')}</h1>
<p class="lead">${say('Adressen leder ingenstans. Det du söker kan ha bytt namn.', 'The address leads nowhere. What you look for may have changed its name.')}</p>
${searchForm(visit)}
<ul><li><a href="${to('/datasets')}">${say('Alla data och API:er', 'All data and APIs')}</a></li><li><a href="${to('/organisations')}">${say('Organisationer', 'Organisations')}</a></li></ul>`,
  }
}

export function gonePage(visit: Visit, { title, at, iri }: Tombstone): Page {
  const { say, lang } = visit
  return {
    title: say('Borttagen', 'Removed'),
    status: 410,
    isHidden: true,
    main: html`<h1>${title ?? say('Borttagen', 'Removed')}</h1>
<p class="note">${say('Utgivaren har tagit bort beskrivningen', 'The publisher removed the description on')} ${day(at, lang)}. ${say('Adressen används inte för något annat.', 'The address is not used for anything else.')}</p>
<p><code class="iri">${iri}</code></p>${searchForm(visit)}`,
  }
}

export function problemPage(visit: Visit, status: number, words: string, hint?: string): Page {
  return {
    title: words,
    status,
    isHidden: true,
    main: html`<h1>${visit.say('Det gick inte', 'That did not work')}</h1><div class="note bad" role="alert"><p><strong>${words}</strong> ${hint ?? ''}</p></div>${searchForm(visit)}`,
  }
}

function searchForm({ say, to }: Visit): Html {
  return html`<form class="inline" action="${to('/datasets')}" method="get"><label for="other-q">${say('Sök data', 'Search data')}</label><div class="field"><input id="other-q" name="q" type="search" maxlength="200"><button>${say('Sök', 'Search')}</button></div></form>`
}

export function accessibilityPage(visit: Visit): Page {
  const { say } = visit
  return {
    title: say('Tillgänglighet', 'Accessibility'),
    main: html`<h1>${say('Tillgänglighet', 'Accessibility')}</h1>
<p class="lead">${say('Portalen är gjord för att alla ska kunna använda den.', 'The portal is made for everybody to use.')}</p>
<ul>
<li>${say('Allt går att nå med tangentbordet, och sidorna är märkta upp för skärmläsare.', 'Everything can be reached by keyboard, and the pages are marked up for screen readers.')}</li>
<li>${say('Allt fungerar utan skript.', 'Everything works without a script.')}</li>
<li>${say('Sidorna följer datorns inställning för mörkt läge, större text, mindre rörelse och ökad kontrast.', 'The pages follow the settings of the computer for dark mode, larger text, less motion and more contrast.')}</li>
<li>${say('Kartor och diagram har samma uppgifter i text.', 'Maps and charts have the same facts in text.')}</li>
<li>${say('Varje sidtyp prövas automatiskt mot WCAG 2.2 nivå AA. En automatisk prövning hittar inte allt: hör av dig till den som driver portalen om något är svårt att använda.', 'Every kind of page is tested automatically against WCAG 2.2 level AA. An automatic test does not find everything: tell whoever runs the portal when something is hard to use.')}</li>
</ul>`,
  }
}
