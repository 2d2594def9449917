// The stores that every store test runs on: SQLite in a file, and PostgreSQL where it is installed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentHash } from '../../src/rdf/index.ts'
import { openStore, type Store, type StoredSource, type Upsert } from '../../src/store/index.ts'
import { type Cluster, hasPostgres, startPostgres } from './postgres.ts'

export interface Place {
  readonly name: string
  /** A new, empty store. `again` opens the same one once more. */
  readonly open: () => Promise<{
    readonly store: Store
    readonly again: () => Promise<Store>
    readonly remove: () => Promise<void>
  }>
}

let cluster: Promise<Cluster> | undefined

/** Ends what the places have started; call it after all tests of a file. */
export async function closePlaces(): Promise<void> {
  await (await cluster)?.stop()
  cluster = undefined
}

const postgres: Place = {
  name: 'PostgreSQL',
  open: async () => {
    cluster ??= startPostgres()
    const address = await (await cluster).database()
    const opened: Store[] = []
    const open = async () => {
      const store = await openStore(address)
      opened.push(store)
      return store
    }
    return {
      store: await open(),
      again: open,
      remove: async () => {
        for (const store of opened) await store.close()
      },
    }
  },
}

const sqlite: readonly Place[] = [
  {
    name: 'SQLite',
    open: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'grunddata-store-'))
      const file = join(folder, 'store.sqlite')
      const opened: Store[] = []
      const open = async () => {
        const store = await openStore(file)
        opened.push(store)
        return store
      }
      return {
        store: await open(),
        again: open,
        remove: async () => {
          for (const store of opened) await store.close()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  },
]

/** In CI PostgreSQL must be there; elsewhere the tests say that it is not. */
export const places: readonly Place[] = hasPostgres || process.env.CI ? [...sqlite, postgres] : sqlite

export const time = (n: number): string => new Date(Date.UTC(2026, 4, 1) + n * 1000).toISOString()

export const reason = { sv: 'skäl', en: 'reason' }

export function sourceNamed(id: string, more: Partial<StoredSource> = {}) {
  return {
    id,
    url: `https://${id}.example.se/`,
    rank: 2 as const,
    rankReason: reason,
    order: 0,
    settings: {},
    ...more,
  }
}

/** A dataset that says no more than its title and date. */
export function dataset(
  iri: string,
  title: string,
  more: Partial<Upsert> & { readonly modified?: string } = {},
): Upsert {
  const { modified, ...rest } = more
  const lines = [
    `<${iri}> <http://purl.org/dc/terms/title> "${title}"@sv .\n`,
    `<${iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .\n`,
  ]
  const stable = lines.join('')
  if (modified) lines.push(`<${iri}> <http://purl.org/dc/terms/modified> "${modified}" .\n`)
  const nquads = lines.sort().join('')
  return {
    iri,
    type: 'http://www.w3.org/ns/dcat#Dataset',
    nquads,
    hash: contentHash(nquads),
    stableHash: contentHash(stable),
    key: iri,
    title: { sv: title },
    ...rest,
  }
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
