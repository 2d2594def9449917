// One request as a page sees it: language, question, and addresses of other pages in the same language.
import type { Lang } from '../finding.ts'
import { type Entity, slugOf } from './data/entities.ts'
import { segments } from './data/entity-kinds.ts'
import { tail } from './data/labels.ts'
import type { Site } from './site.ts'

export interface Visit {
  readonly site: Site
  readonly lang: Lang
  /** Path without the root and without the language: `/datasets`. */
  readonly path: string
  readonly query: URLSearchParams
  /** The text in the language of the visit. */
  readonly say: (sv: string, en: string) => string
  /** Address of a page in the language of the visit. */
  readonly to: (path: string, query?: URLSearchParams) => string
  /** Address of something that has no language: a file, a document. */
  readonly at: (path: string) => string
  /** Address of the page of an entity. */
  readonly pageOf: (entity: Entity) => string
  /** Secret of the form that guards against forged ones; empty for visitors who are not signed in. */
  readonly csrf: string
  /** Who is signed in. */
  readonly user?: string
}

export interface VisitOptions {
  readonly site: Site
  readonly lang: Lang
  readonly path: string
  readonly query: URLSearchParams
  readonly csrf?: string
  readonly user?: string | undefined
}

export function createVisit({ site, lang, path, query, csrf = '', user }: VisitOptions): Visit {
  const prefix = site.root + (lang === 'sv' ? '' : `/${lang}`)
  const to = (target: string, search?: URLSearchParams) => {
    const question = search?.toString()
    return `${prefix}${target}${question ? `?${question}` : ''}` || '/'
  }
  return {
    site,
    lang,
    path,
    query,
    say: (sv, en) => (lang === 'sv' ? sv : en),
    to,
    at: (target) => site.root + target,
    pageOf: (entity) => to(pathOf(site, entity)),
    csrf,
    ...(user !== undefined && { user }),
  }
}

/** The path of an entity's page, its title in Swedish behind the id. */
export function pathOf({ holdings }: Site, entity: Entity): string {
  const name = slugOf(titleOf(holdings.reading, entity, 'sv').text)
  return `/${segments[entity.kind]}/${entity.id}${name ? `/${name}` : ''}`
}

const titles = ['dcterms:title', 'foaf:name', 'vcard:fn', 'skos:prefLabel', 'rdfs:label']

/** What an entity is called: its title or name, else the end of its IRI. */
export function titleOf(
  reading: Site['holdings']['reading'],
  entity: Pick<Entity, 'term' | 'iri'>,
  lang: Lang,
) {
  for (const property of titles) {
    const said = reading.said(entity.term, property, lang)
    if (said && said.text.trim() !== '') return said
  }
  return { text: tail(entity.iri) }
}
