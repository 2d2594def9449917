// What the JSON API says of things: small summaries for lists, and everything the model has for one.
import { view } from '../../dcat/index.ts'
import type { Entity } from '../data/entities.ts'
import { accessOf, changedOn, formatsOf, hasApi, isHighValue, nationalDomain } from '../data/facts.ts'
import { formatName } from '../data/format-names.ts'
import { codeText } from '../data/labels.ts'
import { publisherOf } from '../data/relations.ts'
import type { Site } from '../site.ts'
import { pathOf, titleOf } from '../visit.ts'
import { apiId } from './rest-ids.ts'

function both(site: Site, entity: Entity) {
  const { reading } = site.holdings
  const [sv, en] = [titleOf(reading, entity, 'sv'), titleOf(reading, entity, 'en')]
  return {
    ...(sv.lang === undefined && { sv: sv.text }),
    ...(en.lang === undefined && { en: en.text }),
    ...(sv.lang !== undefined && en.lang !== undefined && { [sv.lang]: sv.text }),
  }
}

export function summary(site: Site, entity: Entity) {
  const { holdings, base } = site
  const { term, kind, iri } = entity
  const own = {
    id: apiId(entity),
    iri,
    kind,
    title: both(site, entity),
    page: base.replace(/\/$/, '') + pathOf(site, entity),
  }
  if (!['dataset', 'series', 'service'].includes(kind)) return own
  const publisher = publisherOf(holdings, term)
  const changed = changedOn(holdings, term)
  const domain = nationalDomain(holdings, term)
  const access = accessOf(holdings, term)
  return {
    ...own,
    ...(publisher !== undefined && {
      publisher: {
        ...(holdings.reading.isIri(publisher) && { iri: holdings.reading.text(publisher) }),
        name: holdings.reading.said(publisher, 'foaf:name', 'sv')?.text ?? null,
      },
    }),
    ...(changed !== undefined && { modified: changed }),
    themes: holdings.reading.iris(term, 'dcat:theme'),
    formats: [...new Set(formatsOf(holdings, term).map(formatName))],
    hasApi: hasApi(holdings, entity),
    isHighValue: isHighValue(holdings, term),
    ...(domain && { nationalDomain: domain.id }),
    ...(access !== undefined && { accessRights: access }),
  }
}

/** Everything that is known of one thing, by the keys of the model (docs/guide: the same as in YAML). */
export function detail(site: Site, entity: Entity) {
  const { holdings } = site
  const described = view(holdings.reading.graph, entity.iri) ?? {}
  return { ...summary(site, entity), description: described }
}

export function facetLabels(values: readonly (readonly [string, number])[]) {
  return values.slice(0, 100).map(([value, count]) => ({ value, count, label: codeText(value) ?? null }))
}
