// Which parts of a feed are over, so that they are neither asked for nor remembered.
import type { PageMemory } from './memory.ts'

/**
 * Pages behind which nothing changes any more are marked, and what they lead to is forgotten.
 */
export function settle(root: string, pages: ReadonlyMap<string, PageMemory>): Record<string, PageMemory> {
  const leadingTo = new Map<string, string[]>()
  const open: string[] = []
  for (const [url, page] of pages) {
    if (!page.isFinished) open.push(url)
    for (const link of page.links) {
      if (!pages.has(link.url)) open.push(link.url)
      leadingTo.set(link.url, [...(leadingTo.get(link.url) ?? []), url])
    }
  }
  const isOpen = new Set<string>()
  while (open.length > 0) {
    const url = open.pop()!
    if (isOpen.has(url)) continue
    isOpen.add(url)
    open.push(...(leadingTo.get(url) ?? []))
  }
  const kept: Record<string, PageMemory> = {}
  const next = [root]
  while (next.length > 0) {
    const url = next.pop()!
    const page = pages.get(url)
    if (!page || url in kept) continue
    kept[url] = isOpen.has(url) ? page : { links: [], isFinished: true, isSettled: true }
    if (isOpen.has(url)) for (const link of page.links) next.push(link.url)
  }
  return kept
}
