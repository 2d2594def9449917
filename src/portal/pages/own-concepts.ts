// The page of a concept or a terminology that a catalogue brings along.
import { html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { paragraphs, said, when } from '../design/pieces.ts'
import { facts, listed } from '../design/tables.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { formsBox } from './entity-forms.ts'
import { entityHead, linksTo, linkTo } from './entity-parts.ts'

/** A concept or a terminology of a catalogue. */
export function conceptPage(visit: Visit, entity: Entity): Page {
  const { site, say, lang } = visit
  const { reading } = site.holdings
  const { term } = entity
  const title = titleOf(reading, entity, lang)
  const definition =
    reading.said(term, 'skos:definition', lang) ?? reading.said(term, 'dcterms:description', lang)
  const members = [...reading.having('skos:inScheme', term)]
  return {
    title: title.text,
    section: 'concepts',
    ...entityHead(visit, entity),
    main: html`<p class="kind">${entity.kind === 'concept' ? say('Begrepp', 'Concept') : say('Terminologi', 'Terminology')}</p><h1>${said(title)}</h1>
${when(definition, () => html`<div class="lead">${paragraphs(definition!)}</div>`)}
${facts([
  [say('Ingår i', 'Part of'), listed(linksTo(visit, term, 'skos:inScheme'))],
  [
    say('Andra namn', 'Other names'),
    listed(reading.allSaid(term, 'skos:altLabel', lang).map((each) => said(each))),
  ],
  [say('Överordnat', 'Broader'), listed(linksTo(visit, term, 'skos:broader'))],
  [
    say('Underordnade', 'Narrower'),
    listed([
      ...linksTo(visit, term, 'skos:narrower'),
      ...[...reading.having('skos:broader', term)].map((each) => linkTo(visit, each)),
    ]),
  ],
  [say('Identitet', 'Identity'), html`<code class="iri">${entity.iri}</code>`],
])}
${when(members.length > 0, () => html`<h2>${say('Begrepp', 'Concepts')}</h2><ul>${members.slice(0, 500).map((each) => html`<li>${linkTo(visit, each)}</li>`)}</ul>`)}
${formsBox(visit, entity)}`,
  }
}
