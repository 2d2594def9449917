// An OpenAPI 3 description as a kind of source: what info and servers say becomes a data service; an x-dcat block
// (at the top or in info) says the rest. What the block says goes before what info says.
import type { Document } from '../rdf/index.ts'
import type { Draft, DraftEntity, DraftValue, Fault } from './draft.ts'
import type { Input } from './inputs.ts'
import { readBlock, states } from './openapi-dcat.ts'
import { createResolver, type Mapping, type Resolver } from './openapi-ref.ts'
import { licenceBySpdx } from './openapi-words.ts'
import { readYaml, type Value } from './yaml-nodes.ts'

const HEAD = 200_000
const openApi = /^\s*["']?(openapi|swagger)["']?\s*:/m
const inJson = /"(openapi|swagger)"\s*:\s*"/

function isOpenApi({ name, bytes, mediaType }: Document): boolean {
  if (!/\.(ya?ml|json)$/i.test(name) && !/yaml|json/.test(mediaType ?? '')) return false
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
  return openApi.test(head) || inJson.test(head.slice(0, 2000))
}

export const openApiInput: Input = {
  id: 'openapi',
  extensions: ['yaml', 'yml', 'json'],
  detect: isOpenApi,
  read: readOpenApi,
}

/** Reads an API description. What is wrong is in `faults`; it never throws. */
export function readOpenApi(document: Document): Draft {
  const { root, faults: syntax } = readYaml(new TextDecoder().decode(document.bytes), document.name)
  const faults: Fault[] = [...syntax]
  if (root?.kind !== 'map') return { entities: [], faults }
  const resolver = createResolver(root, faults)
  const version = resolver.entry(root, 'openapi') ?? resolver.entry(root, 'swagger')
  if (version?.kind === 'scalar' && !version.text.startsWith('3.')) {
    faults.push({ rule: 'build-openapi-version', place: version.at, params: { version: version.text } })
    return { entities: [], faults }
  }
  const info = resolver.entry(root, 'info')
  const block =
    resolver.entry(root, 'x-dcat') ?? (info?.kind === 'map' ? resolver.entry(info, 'x-dcat') : undefined)
  const stated = block?.kind === 'map' ? readBlock(block, { resolver, faults }) : []
  const own = serviceValues(root, resolver, document)
  const services = stated.filter((entity) => entity.class === 'DataService')
  const isWhole =
    stated.length > 0 && services.length === 0 && !stated.some((entity) => entity.class === 'Dataset')
  if (isWhole || own.length === 0) return { entities: stated, faults }
  if (services.length === 0) {
    const service: DraftEntity = {
      class: 'DataService',
      id: idOf(document),
      place: (info ?? root).at,
      values: own,
    }
    return { entities: withAccess([...stated, service], service), faults }
  }
  const [first] = services
  const filled = {
    ...first,
    values: [...first.values, ...own.filter(({ property }) => !states(first, 'DataService', property))],
  }
  return {
    entities: withAccess(
      stated.map((entity) => (entity === first ? filled : entity)),
      filled,
    ),
    faults,
  }
}

/** The file name without folders and ending: what the service's address is made from. */
function idOf({ name }: Document): string {
  return name.replace(/^.*[/\\]/, '').replace(/\.(ya?ml|json)$/i, '')
}

function serviceValues(root: Mapping, resolver: Resolver, document: Document): readonly DraftValue[] {
  const info = resolver.entry(root, 'info')
  if (info?.kind !== 'map') return []
  const values: DraftValue[] = []
  const add = (property: string, value: Value | undefined, text?: string) => {
    const content = text ?? (value?.kind === 'scalar' ? value.text : undefined)
    if (value && content !== undefined && content.trim() !== '')
      values.push({ property, content: { kind: 'written', text: content }, place: value.at })
  }
  const inside = (value: Value | undefined, key: string) =>
    value?.kind === 'map' ? resolver.entry(value, key) : undefined
  add('title', inside(info, 'title'))
  add('description', inside(info, 'description') ?? inside(info, 'summary'))
  const servers = resolver.entry(root, 'servers')
  const urls =
    servers?.kind === 'list' ? servers.items.map((server) => inside(resolver.follow(server), 'url')) : []
  // A relative server address is relative to where the description was read.
  for (const url of urls)
    if (url?.kind === 'scalar') add('endpointURL', url, absolute(url.text, document.url))
  if (document.url !== undefined) add('endpointDescription', info, document.url)
  const licence = inside(info, 'license')
  const spdx = inside(licence, 'identifier')
  const bySpdx = spdx?.kind === 'scalar' ? licenceBySpdx[spdx.text] : undefined
  add('license', bySpdx ? spdx : inside(licence, 'url'), bySpdx)
  add('page', inside(resolver.entry(root, 'externalDocs'), 'url'))
  values.push(...contactOf(inside(info, 'contact'), inside))
  return values
}

function contactOf(
  contact: Value | undefined,
  inside: (value: Value | undefined, key: string) => Value | undefined,
): readonly DraftValue[] {
  if (contact?.kind !== 'map') return []
  const named = [
    ['name', 'fn'],
    ['email', 'hasEmail'],
    ['url', 'hasURL'],
  ] as const
  const values = named.flatMap(([key, property]): readonly DraftValue[] => {
    const value = inside(contact, key)
    return value?.kind === 'scalar'
      ? [{ property, content: { kind: 'written', text: value.text }, place: value.at }]
      : []
  })
  if (values.length === 0) return []
  const entity: DraftEntity = { class: 'ContactPoint', kind: 'Organization', place: contact.at, values }
  return [{ property: 'contactPoint', content: { kind: 'entity', entity }, place: contact.at }]
}

function absolute(url: string, base: string | undefined): string {
  try {
    return new URL(url, base).href
  } catch {
    return url
  }
}

/** A dataset without any distribution gets one: the service it is served by. */
function withAccess(entities: readonly DraftEntity[], service: DraftEntity): readonly DraftEntity[] {
  const endpoint = service.values.find(({ property }) => property === 'endpointURL')
  const ref = service.iri ?? service.id
  const hasOwn = (entity: DraftEntity) => states(entity, 'Dataset', 'distribution')
  if (!endpoint || ref === undefined || entities.some((entity) => entity.class === 'Distribution'))
    return entities
  return entities.map((entity) => {
    if (entity.class !== 'Dataset' || hasOwn(entity)) return entity
    const { place } = endpoint
    const values: readonly DraftValue[] = [
      { ...endpoint, property: 'accessURL' },
      { property: 'accessService', content: { kind: 'written', text: ref }, place },
      ...service.values.filter(({ property }) => property === 'license'),
    ]
    const distribution: DraftEntity = { class: 'Distribution', place, values }
    return {
      ...entity,
      values: [
        ...entity.values,
        { property: 'distribution', content: { kind: 'entity', entity: distribution }, place },
      ],
    }
  })
}
