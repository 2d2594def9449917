// References inside an API description: `$ref: '#/…'` followed where it stands, as far as the same file.
import type { Fault } from './draft.ts'
import type { Value } from './yaml-nodes.ts'

export type Mapping = Extract<Value, { kind: 'map' }>

export interface Resolver {
  /** The value, or what it refers to; undefined, with a fault told, for a reference that leads nowhere. */
  readonly follow: (value: Value | undefined) => Value | undefined
  /** The entry of a mapping, followed. */
  readonly entry: (map: Mapping, key: string) => Value | undefined
}

const MOST_HOPS = 50

/** A resolver for one description; faults are added to `faults`. */
export function createResolver(root: Mapping, faults: Fault[]): Resolver {
  const told = new Set<Value>()
  const tell = (rule: string, value: Value, ref: string): undefined => {
    if (!told.has(value)) faults.push({ rule, place: value.at, params: { ref } })
    told.add(value)
    return undefined
  }
  const follow = (start: Value | undefined): Value | undefined => {
    let value = start
    for (let hop = 0; value?.kind === 'map'; hop++) {
      const ref = value.entries.find(({ key }) => key === '$ref')?.value
      if (ref?.kind !== 'scalar') return value
      if (!ref.text.startsWith('#')) return tell('build-openapi-ref-remote', ref, ref.text)
      if (hop > MOST_HOPS) return tell('build-openapi-ref-cycle', ref, ref.text)
      const target = pointed(root, ref.text.slice(1))
      if (!target) return tell('build-openapi-ref-broken', ref, ref.text)
      value = target
    }
    return value
  }
  return { follow, entry: (map, key) => follow(map.entries.find((each) => each.key === key)?.value) }
}

/** What a JSON Pointer leads to. Source: RFC 6901. */
function pointed(root: Value, pointer: string): Value | undefined {
  let value: Value | undefined = root
  for (const part of pointer.split('/').slice(1)) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~')
    if (value?.kind === 'map') value = value.entries.find((entry) => entry.key === key)?.value
    else if (value?.kind === 'list') value = value.items[Number(key)]
    else return undefined
  }
  return value
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
