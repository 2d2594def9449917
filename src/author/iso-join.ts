// Records of datasets and of services name the same addresses: a distribution of a service leads to its description.
import type { Draft, DraftEntity, DraftValue } from './draft.ts'
import { endpointOf } from './iso-access.ts'

const SERVICE_FORMAT = /ogc\.\w+_xml$/

/** The draft with dcat:accessService on distributions whose address is that of a service with a record of its own. */
export function joinServices(draft: Draft): Draft {
  const services = new Map<string, string>()
  for (const { class: name, id, values } of draft.entities)
    if (name === 'DataService' && id !== undefined)
      for (const address of writtenOf(values, 'endpointURL')) services.set(plain(address), id)
  if (services.size === 0) return draft
  return { ...draft, entities: draft.entities.map((entity) => withServices(entity, services)) }
}

function withServices(entity: DraftEntity, services: ReadonlyMap<string, string>): DraftEntity {
  return {
    ...entity,
    values: entity.values.map((value) => {
      if (value.content.kind !== 'entity' || value.content.entity.class !== 'Distribution') return value
      const distribution = value.content.entity
      const [address] = writtenOf(distribution.values, 'accessURL')
      const isService = writtenOf(distribution.values, 'format').some((format) => SERVICE_FORMAT.test(format))
      const id = isService && address !== undefined ? services.get(plain(endpointOf(address))) : undefined
      if (id === undefined) return value
      const link: DraftValue = {
        property: 'accessService',
        content: { kind: 'written', text: id },
        place: value.place,
      }
      const joined = { ...distribution, values: [...distribution.values, link] }
      return { ...value, content: { kind: 'entity', entity: joined } as const }
    }),
  }
}

function plain(address: string): string {
  return address.toLowerCase().replace(/\/+$/, '')
}

function writtenOf(values: readonly DraftValue[], property: string): readonly string[] {
  return values.flatMap((value) =>
    value.property === property && value.content.kind === 'written' ? [value.content.text] : [],
  )
}
