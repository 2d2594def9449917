// Ids of things in addresses of the API.
import type { Entity } from '../data/entities.ts'
import type { Site } from '../site.ts'

/** Ids in addresses of the API hold no underscore (REST API-profil, UFN.09). */
export function apiId({ id }: Entity): string {
  const at = id.lastIndexOf('_')
  return `${id.slice(0, at)}.${id.slice(at + 1)}`
}

/** The entity with an id of the API, or of the pages. */
export function byApiId({ holdings }: Site, id: string): Entity | undefined {
  const at = id.lastIndexOf('.')
  return holdings.entities.byId.get(at < 0 ? id : `${id.slice(0, at)}_${id.slice(at + 1)}`)
}
