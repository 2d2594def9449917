// What happens when a row that is written is there already.
import type { BulkInsert } from './engine.ts'

/** The end of an insert statement; the same words on both engines. */
export function conflict({ columns, key, onConflict }: BulkInsert): string {
  const others = Object.keys(columns).filter((name) => !key.includes(name))
  const target = `on conflict (${key.join(',')})`
  if (onConflict === 'skip' || others.length === 0) return `${target} do nothing`
  return `${target} do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`
}
