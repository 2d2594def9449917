// Pages of readings that are under way: written as they come, beside every transaction, and dropped together with the
// one that keeps what was read.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Engine } from './engine.ts'
import { into } from './tables.ts'
import type { Store } from './types.ts'

const zip = promisify(gzip)
const unzip = promisify(gunzip)

export function createJournal({
  db,
  bulk,
}: Engine): Pick<Store, 'journal' | 'journalPage' | 'putJournalPage'> {
  return {
    async journal(source) {
      const rows = await db
        .selectFrom('journal')
        .select(['url', 'about'])
        .where('source', '=', source)
        .orderBy('url')
        .execute()
      return rows.map(({ url, about }) => ({ url, about: JSON.parse(about) as unknown }))
    },
    async journalPage(source, url) {
      const row = await db
        .selectFrom('journal')
        .select('bytes')
        .where('source', '=', source)
        .where('url', '=', url)
        .executeTakeFirst()
      return row && unzip(row.bytes)
    },
    async putJournalPage(source, { url, about, bytes }) {
      const row = {
        source,
        url,
        stored: new Date().toISOString(),
        about: JSON.stringify(about),
        bytes: await zip(bytes, { level: 4 }),
      }
      await bulk(db, into.journal, [row])
    },
  }
}
