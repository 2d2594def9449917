// What those with a token may do with a store: fetch a source now, let a held harvest through, hand in a catalogue.
import { approve, type HarvestOptions, harvestAll, type SourceOutcome } from '../../harvest/index.ts'
import type { Client, Source } from '../../source/index.ts'
import type { Store, StoredSource } from '../../store/index.ts'
import type { Desk, Done } from '../history.ts'

export interface DeskOptions {
  readonly store: Store
  /** Opens what a harvest fetches with; closed after each harvest. */
  readonly openClient: () => Promise<Client>
  /** The value of an environment variable, for credentials of sources. */
  readonly secret?: HarvestOptions['secret']
  readonly now: () => Date
  /** Told when the store has changed. */
  readonly changed: () => void
}

const unknown: Done = {
  isDone: false,
  message: { sv: 'Källan finns inte.', en: 'There is no such source.' },
}

export function storeDesk({ store, openClient, secret, now, changed }: DeskOptions): Desk {
  async function run(id: string, open: (source: StoredSource) => Promise<Client>): Promise<Done> {
    const stored = await store.source(id)
    if (!stored) return unknown
    const client = await open(stored)
    try {
      // As it was configured when it was last harvested.
      const source = stored.settings as unknown as Source
      const [outcome] = await harvestAll({ store, client, sources: [source], now, ...(secret && { secret }) })
      changed()
      return { isDone: outcome.state !== 'failed', message: told(outcome) }
    } finally {
      await client.close()
    }
  }
  return {
    harvest: (id) => run(id, () => openClient()),
    upload: (id, bytes, mediaType) => run(id, async ({ url }) => handedIn(url, bytes, { mediaType, now })),
    approve: async (id) => {
      const held = (await store.source(id))?.life.heldRun
      if (held === undefined) return (await store.source(id)) ? nothingWaits : unknown
      const { created, updated, deleted } = await approve(store, held, { by: 'portal', now: now() })
      changed()
      return {
        isDone: true,
        message: {
          sv: `Godkänd: ${created} nya, ${updated} ändrade, ${deleted} borttagna.`,
          en: `Approved: ${created} new, ${updated} changed, ${deleted} removed.`,
        },
      }
    },
  }
}

const nothingWaits: Done = {
  isDone: false,
  message: { sv: 'Inget väntar på godkännande.', en: 'Nothing waits for approval.' },
}

/** A client that has the catalogue already, and asks nobody. */
function handedIn(
  url: string,
  bytes: Uint8Array,
  { mediaType, now }: { readonly mediaType: string | undefined; readonly now: () => Date },
): Client {
  const own: Client = {
    ask: async (asked) => ({
      exchange: {
        asked,
        url: asked,
        status: asked === url ? 200 : 404,
        headers: mediaType === undefined ? {} : { 'content-type': mediaType },
        body: asked === url ? bytes : new Uint8Array(),
        hops: [],
        retrievedAt: now().getTime(),
        attempts: 1,
      },
    }),
    manners: async () => ({ isAllowed: 'yes', delayMs: 0 }),
    on: () => own,
    close: async () => {},
  }
  return own
}

function told({ state, counts, run, notes }: SourceOutcome): Done['message'] {
  if (run?.failure) return run.failure.message
  if (state === 'held') return notes[0] ?? { sv: 'Väntar på godkännande.', en: 'Waits for approval.' }
  return {
    sv: `${counts.added} nya, ${counts.updated} ändrade, ${counts.removed} borttagna.`,
    en: `${counts.added} added, ${counts.updated} changed, ${counts.removed} removed.`,
  }
}
