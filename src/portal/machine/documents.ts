// The documents of entities, as publish writes them: which form is wanted, and the answer with it.
import {
  documentUrl,
  type Entity,
  type EntityDocument,
  entitiesOf,
  entityDocument,
  entityPath,
  type FormName,
  findEntity,
  formNames,
  forms,
  formsOf,
} from '../../publish/index.ts'
import { negotiate } from '../http/negotiate.ts'
import { respond } from '../http/respond.ts'
import type { Site } from '../site.ts'

const HTML = 'text/html'

/** `html`, the name of a form, or undefined when nothing on offer is acceptable. */
export function wantedForm(
  request: Request,
  query: URLSearchParams,
  entity: Entity,
): FormName | 'html' | undefined {
  const offered = formsOf(entity.kind)
  const wish = query.get('format') ?? query.get('_format')
  if (wish !== null) {
    const plain = wish.toLowerCase().replace(' ', '+')
    return offered.find(
      (form) => form === plain || forms[form].extension === plain || forms[form].mediaType === plain,
    )
  }
  const type = negotiate(request.headers.get('accept'), [HTML, ...offered.map((form) => mediaTypeOf(form))])
  return type === HTML ? 'html' : offered.find((form) => mediaTypeOf(form) === type)
}

/** As an Accept header says it. */
function mediaTypeOf(form: FormName): string {
  return forms[form].mediaType.toLowerCase()
}

/** The Link header of an entity: all its forms, and the thing they describe. */
export function linkHeader({ base }: Site, entity: Entity): string {
  const alternates = formsOf(entity.kind).map(
    (form) =>
      `<${documentUrl(entity, form, base)}>; rel="alternate"; type="${forms[form].mediaType.replace(/"/g, '\\"')}"`,
  )
  return [...alternates, `<${encodeURI(decodeSafely(entity.iri))}>; rel="describes"`].join(', ')
}

function decodeSafely(iri: string): string {
  try {
    return decodeURI(iri)
  } catch {
    return ''
  }
}

/** The document in a form, with what caches and clients need to know. */
export function documentAnswer(request: Request, site: Site, entity: Entity, form: FormName): Response {
  const document = keptDocument(site, entity, form)
  return respond(request, {
    mediaType: document.mediaType.startsWith('text/')
      ? `${document.mediaType}; charset=utf-8`
      : document.mediaType,
    body: document.body as Uint8Array,
    etag: document.etag,
    headers: {
      Vary: 'Accept',
      Link: linkHeader(site, entity),
      'Content-Location': documentUrl(entity, form, site.base),
    },
    isOpen: true,
    hasRanges: true,
  })
}

const kept = new WeakMap<Site, Map<string, EntityDocument>>()
const MAX_KEPT = 500

function keptDocument(site: Site, entity: Entity, form: FormName): EntityDocument {
  const documents = kept.get(site) ?? new Map<string, EntityDocument>()
  kept.set(site, documents)
  const key = `${form} ${entity.iri}`
  let document = documents.get(key)
  if (!document) {
    document = entityDocument(site.holdings.reading.graph, entity, form, site.base)
    if (documents.size >= MAX_KEPT) documents.delete(documents.keys().next().value as string)
    documents.set(key, document)
  }
  return document
}

const paths = new WeakMap<Site, ReadonlyMap<string, Entity>>()

/** Those that publish writes documents of, and everything else that has a page. */
function documented({ holdings, base }: Site): readonly Entity[] {
  const { graph } = holdings.reading
  const others = holdings.entities.all.flatMap(({ iri }) => findEntity(graph, iri) ?? [])
  return [...others, ...entitiesOf(graph, base)]
}

/** The entity whose document stands at a path below the base, and in which form when the path has an extension. */
export function entityAtPath(
  site: Site,
  path: string,
): { readonly entity: Entity; readonly form?: FormName } | undefined {
  let known = paths.get(site)
  if (!known) {
    known = new Map(documented(site).map((entity) => [entityPath(entity, site.base), entity]))
    paths.set(site, known)
  }
  const bare = path.replace(/^\//, '')
  const exact = known.get(bare) ?? known.get(decodeSafely(bare))
  if (exact) return { entity: exact }
  for (const form of [...formNames].sort((a, b) => forms[b].extension.length - forms[a].extension.length)) {
    const ending = `.${forms[form].extension}`
    const entity = bare.endsWith(ending) ? known.get(bare.slice(0, -ending.length)) : undefined
    if (entity) return { entity, form }
  }
  return undefined
}

export function publishedEntity({ holdings }: Site, iri: string): Entity | undefined {
  return findEntity(holdings.reading.graph, iri)
}
