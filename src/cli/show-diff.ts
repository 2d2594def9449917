// Shows what would change in a text, line by line and in colour.
import type { Terminal } from './terminal.ts'

export interface Versions {
  readonly name: string
  readonly before: string
  readonly after: Uint8Array
}

/** Writes the unified difference of two versions to standard output; nothing when they are the same. */
export async function showDiff({ name, before, after }: Versions, terminal: Terminal): Promise<void> {
  const { hunksOf, unifiedDiff } = await import('../author/index.ts')
  const { default: pc } = await import('picocolors')
  const c = pc.createColors(terminal.color)
  const hunks = hunksOf(before, Buffer.from(after).toString('utf8'))
  terminal.write(unifiedDiff(hunks, name, { title: c.bold, place: c.cyan, removed: c.red, added: c.green }))
}
