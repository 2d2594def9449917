// Sources as they are configured, put into the store.
import { rankNames } from '../author/index.ts'
import type { Source } from '../source/index.ts'
import type { Store, StoredSource } from '../store/index.ts'
import type { HarvestOptions } from './types.ts'

type Configuration = Omit<StoredSource, 'life' | 'version'>

function configurationOf(source: Source): Configuration {
  const rank = source.rank !== undefined ? 1 : source.sector === 'public' && !source.isJoint ? 2 : 3
  const { place: _, ...settings } = source
  return {
    id: source.id,
    url: source.url,
    ...(source.title !== undefined && { title: source.title }),
    rank,
    rankReason: rankNames[rank],
    // Individual ranks order among themselves; otherwise the order of reading decides.
    order: source.rank ?? 1_000_000 - source.priority,
    settings: JSON.parse(JSON.stringify(settings)),
  }
}

/** The source as it is configured, with what the store knows of its life. */
export async function register(source: Source, store: Store, now: Date): Promise<StoredSource> {
  const known = await store.source(source.id)
  return {
    ...configurationOf(source),
    life: known?.life ?? { state: 'new', added: now.toISOString() },
    version: known?.version ?? 0,
  }
}

/** Writes the configuration of sources that differ from what is kept. */
export async function registerSources({ sources, store, isPlan }: HarvestOptions, now: Date): Promise<void> {
  if (isPlan) return
  const known = new Map((await store.sources()).map((each) => [each.id, each]))
  let isReordered = false
  for (const source of sources) {
    const configured = configurationOf(source)
    const {
      life: ___,
      version: ____,
      ...old
    } = known.get(source.id) ?? { life: undefined, version: undefined }
    if (JSON.stringify(sorted(old)) === JSON.stringify(sorted(configured))) continue
    await store.putSource(configured, now.toISOString())
    const before = known.get(source.id)
    if (before && (before.rank !== configured.rank || before.order !== configured.order)) isReordered = true
  }
  // Another order among the sources decides otherwise between duplicates.
  if (isReordered) await store.rebuild()
}

function sorted(value: object): unknown {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
