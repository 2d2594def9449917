// A form for SPARQL, with questions to begin from.
import { html } from '../../html.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'

const PREFIXES =
  'PREFIX dcat: <http://www.w3.org/ns/dcat#>\nPREFIX dcterms: <http://purl.org/dc/terms/>\nPREFIX foaf: <http://xmlns.com/foaf/0.1/>\n'

const examples = [
  {
    sv: 'Datamängder med titel',
    en: 'Datasets with their titles',
    query: `${PREFIXES}SELECT ?dataset ?title WHERE {\n  ?dataset a dcat:Dataset ; dcterms:title ?title .\n} LIMIT 20`,
  },
  {
    sv: 'Hur många datamängder varje organisation har',
    en: 'How many datasets each organisation has',
    query: `${PREFIXES}SELECT ?name (COUNT(?dataset) AS ?n) WHERE {\n  ?dataset a dcat:Dataset ; dcterms:publisher/foaf:name ?name .\n} GROUP BY ?name ORDER BY DESC(?n) LIMIT 20`,
  },
]

export function sparqlPage(visit: Visit): Page {
  const { say, at, lang } = visit
  return {
    title: 'SPARQL',
    section: 'api',
    main: html`<h1>SPARQL</h1>
<p class="lead">${say('Ett frågespråk för den som kan RDF. Svaret kommer som JSON, XML eller CSV. En fråga får ta tio sekunder.', 'A query language for those who know RDF. The answer comes as JSON, XML or CSV. A query may take ten seconds.')}</p>
<form method="post" action="${at('/sparql')}">
<p><label for="query">${say('Fråga', 'Query')}</label><textarea id="query" name="query" rows="10" spellcheck="false">${examples[0].query}</textarea></p>
<p><label for="output">${say('Svar som', 'Answer as')}</label> <select id="output" name="output"><option value="csv">CSV</option><option value="json">JSON</option><option value="xml">XML</option></select></p>
<p><button class="button">${say('Fråga', 'Ask')}</button></p></form>
<h2>${say('Exempel', 'Examples')}</h2>
${examples.map((example) => html`<h3>${example[lang]}</h3><pre class="code" tabindex="0" role="region" aria-label="${example[lang]}"><code>${example.query}</code></pre><p><a href="${at('/sparql')}?${new URLSearchParams({ output: 'csv', query: example.query }).toString()}">${say('Kör', 'Run')}<span class="unseen">: ${example[lang]}</span></a></p>`)}`,
  }
}
