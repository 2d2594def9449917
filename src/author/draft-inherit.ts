// What entities of a draft have without saying so: defaults of their class, the catalogue's publisher, a place in it.
import { type ClassName, classKeys, findKey } from '../dcat/index.ts'
import type { Location } from '../finding.ts'
import type { Draft, DraftEntity, DraftValue, Fault, Term } from './draft.ts'
import type { Plan } from './draft-plan.ts'

/** Classes that have the publisher of the catalogue unless they name another. */
const published: readonly (ClassName | undefined)[] = ['Dataset', 'DatasetSeries']

/** The values of an entity and, after them, those it inherits. */
export function inherited(entity: DraftEntity, draft: Draft, plan: Plan): readonly DraftValue[] {
  const { class: name } = entity
  if (name === undefined) return entity.values
  const keyOf = ({ property }: DraftValue) => findKey(name, property)?.key ?? property
  const own = new Set([...entity.values.map(keyOf), ...(entity.without ?? [])])
  const defaults = (draft.defaults?.[name] ?? []).filter((value) => !own.has(keyOf(value)))
  const given = new Set([...own, ...defaults.map(keyOf)])
  const publisher = published.includes(name) && !given.has('publisher') ? catalogPublisher(draft, plan) : []
  return [...entity.values, ...defaults, ...publisher]
}

function catalogPublisher(draft: Draft, plan: Plan): readonly DraftValue[] {
  const values = onlyCatalog(draft)?.values.filter(({ property }) => property === 'publisher') ?? []
  return values.map((value) => {
    // Described in place, the publisher is written there; here it is only named.
    const node = value.content.kind === 'entity' ? plan.nodes.get(value.content.entity) : undefined
    return node === undefined ? value : { ...value, content: { kind: 'exact', term: termOfNode(node) } }
  })
}

/** Asked for by every dataset. */
const onlyCatalogs = new WeakMap<Draft, DraftEntity | undefined>()

function onlyCatalog(draft: Draft): DraftEntity | undefined {
  if (!onlyCatalogs.has(draft)) {
    const catalogs = draft.entities.filter((entity) => entity.class === 'Catalog')
    onlyCatalogs.set(draft, catalogs.length === 1 ? catalogs[0] : undefined)
  }
  return onlyCatalogs.get(draft)
}

/** A statement from a whole to its part. */
export interface Link {
  readonly whole: Term
  readonly property: string
  readonly part: DraftEntity
  readonly place: Location
}

/** Where entities are part of something: what they name themselves, and the one catalogue that lists nothing. */
export function membership(draft: Draft, plan: Plan): { links: readonly Link[]; faults: readonly Fault[] } {
  const links: Link[] = []
  const faults: Fault[] = []
  for (const part of draft.entities) {
    if (!part.partOf || !part.class) continue
    const whole = wholeOf(part.partOf.class, part.partOf.ref, plan)
    const { place, ref } = part.partOf
    if (whole) links.push({ whole, property: propertyTo(part.partOf.class, part.class), part, place })
    else faults.push({ rule: 'build-unknown-reference', place, params: { value: ref } })
  }
  return { links: [...links, ...catalogLinks(draft, plan)], faults }
}

function catalogLinks(draft: Draft, plan: Plan): readonly Link[] {
  const catalog = onlyCatalog(draft)
  const node = catalog && plan.nodes.get(catalog)
  if (!catalog || node === undefined) return []
  const lists = (key: string) =>
    catalog.without?.includes(key) || catalog.values.some(({ property }) => property === key)
  const parts = draft.entities.filter(
    ({ class: name, partOf }) =>
      partOf?.class !== 'Catalog' &&
      (name === 'DataService' ? !lists('service') : published.includes(name) && !lists('dataset')),
  )
  return parts.map((part) => ({
    whole: termOfNode(node),
    property: propertyTo('Catalog', part.class as ClassName),
    part,
    place: part.place,
  }))
}

function wholeOf(name: ClassName, ref: string, plan: Plan): Term | undefined {
  const node = plan.byId.get(`${name} ${ref}`) ?? (/^[a-z][a-z0-9+.-]*:\S/i.test(ref) ? ref : undefined)
  return node === undefined ? undefined : termOfNode(node)
}

function termOfNode(node: string): Term {
  return node.startsWith('_:') ? { blank: node.slice(2) } : { iri: node }
}

/** The property that leads from a class to a class of its parts. */
function propertyTo(whole: ClassName, part: ClassName): string {
  const wanted = part === 'DatasetSeries' ? 'Dataset' : part
  const found = [...classKeys[whole].keys.values()].find(({ range }) => range.includes(wanted))
  if (!found) throw new TypeError(`a ${whole} has no ${part}`)
  return found.property
}
