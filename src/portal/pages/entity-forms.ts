// The description of an entity as data, in all its forms.
import { empty, type Html, html } from '../../html.ts'
import { documentUrl, type FormName, findEntity, forms, formsOf } from '../../publish/index.ts'
import type { Entity } from '../data/entities.ts'
import type { Visit } from '../visit.ts'

const names: Readonly<Record<FormName, string>> = {
  turtle: 'Turtle',
  rdfxml: 'RDF/XML',
  jsonld: 'JSON-LD',
  ntriples: 'N-Triples',
  expanded: 'JSON-LD, expanded',
  schema: 'schema.org',
}

/** The description as data. */
export function formsBox(visit: Visit, entity: Entity): Html {
  const { site, say } = visit
  const published = findEntity(site.holdings.reading.graph, entity.iri)
  if (!published) return empty
  return html`<section class="box"><h2>${say('Beskrivningen som data', 'The description as data')}</h2>
<p class="hint">${say('För program som läser metadata (RDF).', 'For programs that read metadata (RDF).')}</p>
<ul class="forms">${formsOf(published.kind).map((form) => html`<li><a href="${documentUrl(published, form, visit.site.base)}" type="${forms[form].mediaType}">${names[form]}</a></li>`)}</ul></section>`
}
