// How programs read the portal: the ways in, each with an example that works.
import { html } from '../../html.ts'
import { table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'

export function apiPage(visit: Visit): Page {
  const { site, say, to } = visit
  const { base } = site
  const [first] = site.holdings.entities.ofKind('dataset')
  const iri = first?.iri ?? 'https://data.example.se/dataset/x'
  const feed: readonly (readonly [string, string, string, string])[] = visit.site.feed
    ? [
        [
          'LDES (DCAT-AP Feeds)',
          say(
            'Alla händelser, eller den senaste för varje resurs',
            'Every event, or the last of each resource',
          ),
          `${base}feed.trig`,
          `${base}feed/latest.trig`,
        ],
      ]
    : []
  const ways: readonly (readonly [string, string, string, string])[] = [
    [
      say('JSON', 'JSON'),
      say(
        'Sök och läs som vanlig JSON. Beskrivs i OpenAPI.',
        'Search and read as plain JSON. Described in OpenAPI.',
      ),
      `${base}api/v1/datasets?q=luft`,
      `${base}api/v1/openapi.json`,
    ],
    [
      say('Varje sak i flera format', 'Every thing in several forms'),
      say(
        'Fråga efter formatet i Accept, eller lägg till ?format=',
        'Ask for the form in Accept, or add ?format=',
      ),
      `curl -L -H "Accept: text/turtle" "${base}resource?uri=${encodeURIComponent(iri)}"`,
      '',
    ],
    [
      say('Hela katalogen', 'The whole catalogue'),
      say(
        'RDF/XML som Sveriges dataportal hämtar; även Turtle, JSON-LD och N-Quads',
        'RDF/XML as Sveriges dataportal fetches it; also Turtle, JSON-LD and N-Quads',
      ),
      `${base}datasets/dcat`,
      `${base}catalogue.ttl`,
    ],
    [
      'SPARQL',
      say('Ställ egna frågor (SPARQL 1.1)', 'Ask questions of your own (SPARQL 1.1)'),
      `${base}sparql`,
      '',
    ],
    [
      say('EntryStore', 'EntryStore'),
      say('Samma läs-API som Sveriges dataportal', 'The same reading API as Sveriges dataportal'),
      `${base}store/search?type=solr&query=rdfType:http%5C:%5C/%5C/www.w3.org%5C/ns%5C/dcat%23Dataset&limit=5`,
      `${base}sitemap.json`,
    ],
    ['Atom', say('Prenumerera på ändringar', 'Subscribe to changes'), `${base}feed.atom`, ''],
    ...feed,
    [
      say('Drift', 'Operation'),
      say('Hälsa och mätvärden', 'Health and metrics'),
      `${base}health`,
      `${base}metrics`,
    ],
  ]
  return {
    title: say('För maskiner: API', 'For machines: API'),
    section: 'api',
    isWide: true,
    main: html`<h1>${say('För maskiner: API', 'For machines: API')}</h1>
<p class="lead">${say('Allt som syns här går också att läsa av program. Ingen nyckel behövs för att läsa.', 'Everything shown here can be read by programs too. No token is needed for reading.')}</p>
${table({
  caption: say('Sätt att läsa', 'Ways of reading'),
  isCaptionHidden: true,
  head: [say('Vad', 'What'), say('Till för', 'Made for'), say('Exempel', 'Example')],
  rows: ways.map(([name, words, example, more]) => [
    html`${name}`,
    html`${words}`,
    html`${example.startsWith('curl') ? html`<code class="iri">${example}</code>` : html`<a href="${example}"><code class="iri">${example.slice(base.length - 1)}</code></a>`}${more ? html`<br><a href="${more}"><code class="iri">${more.slice(base.length - 1)}</code></a>` : html``}`,
  ]),
})}
<h2>${say('Granska med API:et', 'Validate by the API')}</h2>
<pre class="code" tabindex="0" role="region" aria-label="${say('Exempel', 'Example')}"><code>curl --data-binary @katalog.ttl -H "Content-Type: text/turtle" ${base}api/v1/validate</code></pre>
<h2>${say('Regler för användning', 'Rules of use')}</h2>
<ul><li>${say('Svar har ETag: skicka If-None-Match så kommer 304 när inget har ändrats.', 'Answers have an ETag: send If-None-Match and get 304 when nothing has changed.')}</li>
<li>${say('Den som frågar för ofta får 429 med Retry-After.', 'Whoever asks too often gets 429 with Retry-After.')}</li>
<li>${say('Det som har tagits bort svarar 410, inte 404.', 'What has been removed answers 410, not 404.')}</li>
<li>${say('Beskrivningarna är CC0.', 'The descriptions are CC0.')} <a href="${to('/rules')}">${say('Reglerna som de granskas mot', 'The rules they are checked by')}</a>.</li></ul>`,
  }
}
