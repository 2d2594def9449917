// Descriptions that look like the same thing though nothing identifies them as such: for a person to judge.
import type { Text } from '../finding.ts'
import { foldText } from '../profile/index.ts'
import type { Entity, Store } from '../store/index.ts'
import { isResource } from './brake.ts'
import { anonymous } from './renamed.ts'

export interface NearDuplicate {
  readonly reason: Text
  readonly things: readonly Pick<Entity, 'source' | 'iri' | 'title'>[]
}

/** Titles that are shorter say too little to go by. */
const LONG_ENOUGH = 12

const reasons = {
  content: { sv: 'säger detsamma under olika adresser', en: 'say the same under different addresses' },
  title: { sv: 'har samma titel och utgivare', en: 'have the same title and publisher' },
} as const satisfies Record<string, Text>

/** Groups of shown datasets, series and services that are alike, in the order of the store. */
export async function nearDuplicates(store: Store): Promise<readonly NearDuplicate[]> {
  const groups = new Map<string, { reason: Text; things: Entity[] }>()
  const add = (key: string, reason: Text, entity: Entity) => {
    const known = groups.get(key)
    if (known) known.things.push(entity)
    else groups.set(key, { reason, things: [entity] })
  }
  for await (const entity of store.entities({ isUnited: true })) {
    if (!isResource(entity.type)) continue
    add(`content ${anonymous(entity.iri, entity.nquads)}`, reasons.content, entity)
    const title = foldText(entity.title?.sv ?? entity.title?.en ?? '')
    if (title.length >= LONG_ENOUGH && entity.publisher !== undefined)
      add(`title ${entity.type} ${entity.publisher} ${title}`, reasons.title, entity)
  }
  const alike = [...groups.values()].filter(({ things }) => things.length > 1)
  const told = new Set<string>()
  return alike.flatMap(({ reason, things }) => {
    const key = things.map(({ source, iri }) => `${source} ${iri}`).join('\n')
    if (told.has(key)) return []
    told.add(key)
    return [
      { reason, things: things.map(({ source, iri, title }) => ({ source, iri, ...(title && { title }) })) },
    ]
  })
}
