// Which node every entity of a draft is: its own IRI, one made from base and id, or a blank node.

import type { ClassName } from '../dcat/index.ts'
import { classKeys, entityIri, namedClasses, slug } from '../dcat/index.ts'
import type { Location } from '../finding.ts'
import { isOrganisationNumber, ORGANISATION, organisationDigits } from '../profile/index.ts'
import type { Draft, DraftEntity, DraftValue, Fault } from './draft.ts'
import { createMentions, type KnownOrganisation } from './draft-mentions.ts'

/** An IRI, a named blank node (`_:` and its name), or undefined for one without a name. */
export type Node = string | undefined

export interface Plan {
  readonly nodes: ReadonlyMap<DraftEntity, Node>
  /** Node by class and id, as `Dataset luft`. */
  readonly byId: ReadonlyMap<string, string>
  /** Mentions of what is described elsewhere: they are linked to, and not described again. */
  readonly twins: ReadonlySet<DraftEntity>
  /** What is known of an entity beside what its source says. */
  readonly additions: ReadonlyMap<DraftEntity, readonly DraftValue[]>
  readonly faults: readonly Fault[]
}

const FALLBACK_BASE = 'https://data.example.se/'

/** Gives every entity its node; the faults are ids taken twice, missing ids and a missing base. */
export function planNodes(draft: Draft, organisations: readonly KnownOrganisation[] = []): Plan {
  const nodes = new Map<DraftEntity, Node>()
  const taken = new Map<string, Location>()
  const byId = new Map<string, string>()
  const faults: Fault[] = []
  const twins = new Set<DraftEntity>()
  const additions = new Map<DraftEntity, readonly DraftValue[]>()
  const mentions = createMentions(organisations)
  const waiting: DraftEntity[] = []
  let isBaseMissing = draft.base === undefined

  const mint = (entity: DraftEntity, name: ClassName, id: string | undefined) => {
    if (isBaseMissing) {
      isBaseMissing = false
      faults.push({ rule: 'build-base-missing', place: entity.place })
    }
    return entityIri(draft.base ?? FALLBACK_BASE, name, id)
  }
  const free = (name: ClassName, wish: string): string => {
    let id = wish
    for (let n = 2; taken.has(`${name} ${id}`); n++) id = `${wish}-${n}`
    return id
  }
  const claim = (entity: DraftEntity, name: ClassName, id: string): boolean => {
    const before = taken.get(`${name} ${id}`)
    if (before === undefined) taken.set(`${name} ${id}`, entity.place)
    else
      faults.push({ rule: 'build-duplicate-id', place: entity.place, params: { id, where: where(before) } })
    return before === undefined
  }
  const nodeOf = (entity: DraftEntity, parent: DraftEntity | undefined, needsIri: boolean): Node => {
    const { class: name, id, iri } = entity
    if (name === undefined) return iri
    if (id !== undefined) claim(entity, name, id)
    if (iri !== undefined) return iri
    const organisation = name === 'Agent' ? organisationIri(entity, faults) : undefined
    if (organisation !== undefined) return organisation
    if (id === undefined && !needsIri && !namedClasses.includes(name)) return undefined
    if (id !== undefined || name === 'Catalog') return mint(entity, name, id)
    const derived = free(name, derivedId(entity, name, parent))
    taken.set(`${name} ${derived}`, entity.place)
    if (['Dataset', 'DatasetSeries', 'DataService'].includes(name))
      faults.push({ rule: 'build-id-missing', place: entity.place, params: { id: derived } })
    return mint(entity, name, derived)
  }
  const visit = (entity: DraftEntity, parent?: DraftEntity, needsIri = false): void => {
    if (entity.isMention && !nodes.has(entity)) {
      nodes.set(entity, undefined)
      waiting.push(entity)
      return
    }
    if (!entity.isMention) mentions.describe(entity)
    const node = nodeOf(entity, parent, needsIri)
    nodes.set(entity, node)
    const { class: name, id } = entity
    if (name !== undefined && id !== undefined && node !== undefined && !byId.has(`${name} ${id}`))
      byId.set(`${name} ${id}`, node)
    for (const { property, content } of entity.values)
      if (content.kind === 'entity') visit(content.entity, entity, takesIriOnly(name, property))
  }
  // Explicit ids come first, so that a made one never takes the place of one that somebody chose.
  const named = (entity: DraftEntity) => (entity.id === undefined && entity.iri === undefined ? 1 : 0)
  for (const entity of [...draft.entities].sort((a, b) => named(a) - named(b))) visit(entity)
  for (const value of Object.values(draft.defaults ?? {}).flat())
    if (value.content.kind === 'entity') visit(value.content.entity)
  // Mentions come last, when everything that they may be of is known.
  for (const mention of waiting) {
    const { twin, organisation } = mentions.meet(mention)
    if (twin) {
      nodes.set(mention, nodes.get(twin))
      twins.add(mention)
      continue
    }
    if (organisation) {
      nodes.set(mention, organisation.iri)
      additions.set(mention, factsOf(organisation, mention.place))
    } else {
      if (mention.class === 'Agent' && !hasNumber(mention)) faults.push(unknownOrganisation(mention))
      visit(mention)
    }
  }
  return { nodes, byId, twins, additions, faults }
}

function factsOf({ type, number }: KnownOrganisation, place: Location): readonly DraftValue[] {
  const values: DraftValue[] = []
  if (type !== undefined)
    values.push({ property: 'type', content: { kind: 'exact', term: { iri: type } }, place })
  if (number !== undefined)
    values.push({ property: 'identifier', content: { kind: 'written', text: number }, place })
  return values
}

function hasNumber({ values }: DraftEntity): boolean {
  return values.some(
    ({ property, content }) =>
      property === 'identifier' &&
      content.kind === 'written' &&
      organisationDigits(content.text) !== undefined,
  )
}

function unknownOrganisation(mention: DraftEntity): Fault {
  const name = writtenOf(mention, ['name'])
  return { rule: 'build-iso-organisation', place: mention.place, params: { name } }
}

/** True when the property table allows no blank node as a value. */
function takesIriOnly(name: ClassName | undefined, property: string): boolean {
  const rows = (name && classKeys[name].keys.get(property)?.rows) ?? []
  return rows.length > 0 && rows.every((row) => row.value === 'iri')
}

function organisationIri(entity: DraftEntity, faults: Fault[]): string | undefined {
  for (const { property, content, place } of entity.values) {
    if (property !== 'identifier' || content.kind !== 'written') continue
    const digits = organisationDigits(content.text)
    if (digits === undefined) continue
    if (isOrganisationNumber(digits)) return ORGANISATION + digits
    faults.push({ rule: 'build-organisation-number', place, params: { value: content.text } })
  }
  return undefined
}

/** An id from the entity's name; of a distribution from its whole and the end of its address. */
function derivedId(entity: DraftEntity, name: ClassName, parent: DraftEntity | undefined): string {
  const own =
    name === 'Distribution'
      ? slug(lastPart(writtenOf(entity, ['downloadURL', 'accessURL', 'format'])))
      : slug(writtenOf(entity, ['title', 'name', 'fn']))
  const whole = parent && slug(parent.id ?? writtenOf(parent, ['title']))
  if (name !== 'Distribution' || !whole || own.startsWith(whole)) return own || '1'
  return own ? `${whole}-${own}` : whole
}

function lastPart(address: string): string {
  return address
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
}

function writtenOf(entity: DraftEntity, properties: readonly string[]): string {
  for (const wanted of properties)
    for (const { property, content } of entity.values)
      if (property === wanted && content.kind === 'written') return content.text
  return ''
}

/** A place in few words, for use inside a message. */
export function where({ file, line, sheet, cell }: Location): string {
  return sheet !== undefined && cell !== undefined ? `${sheet} ${cell}` : `${file}:${line}`
}
