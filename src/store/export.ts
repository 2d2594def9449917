// The whole store but raw answers as JSON Lines, and back. The same for the same contents.
import { sql } from 'kysely'
import { GrunddataError } from '../errors.ts'
import type { Engine } from './engine.ts'
import { steps } from './migrations.ts'
import type { Schema } from './schema.ts'
import { into } from './tables.ts'

/** Tables in the order in which they can be filled, each with what it is ordered by. */
const tables = [
  ['source', ['id']],
  ['content', ['hash']],
  ['entity', ['source', 'iri']],
  ['change', ['seq']],
  ['run', ['id']],
  ['finding', ['run']],
  ['score', ['source', 'iri', 'method', 'time']],
  ['decision', ['id']],
  ['client_state', ['source', 'key']],
] as const satisfies readonly (readonly [keyof Schema & keyof typeof into, readonly string[]])[]

const PAGE = 1_000

/** A head, then `{"table":…,"row":…}` for every row. */
export async function* exportAll({ db }: Engine): AsyncIterable<string> {
  const counter = await db.selectFrom('counter').selectAll().executeTakeFirstOrThrow()
  yield `${JSON.stringify({ grunddata: 'store', version: steps.length, seq: counter.seq, time: counter.time })}\n`
  for (const [table, key] of tables) {
    const columns = sql.raw(Object.keys(into[table].columns).join(', '))
    const order = sql.raw(key.join(', '))
    let last: Record<string, unknown> | undefined
    for (;;) {
      const after = last
        ? sql`where (${order}) > (${sql.join(key.map((name) => sql`${last?.[name]}`))})`
        : sql``
      const { rows } = await sql<Record<string, unknown>>`
        select ${columns} from ${sql.table(table)} ${after} order by ${order} limit ${PAGE}`.execute(db)
      for (const row of rows) yield `${JSON.stringify({ table, row: asText(row) })}\n`
      if (rows.length < PAGE) break
      last = rows.at(-1)
    }
  }
}

/** Fills an empty store. Throws STORE_INVALID for what is no export, or a store that is not empty. */
export async function importAll(engine: Engine, lines: AsyncIterable<string>): Promise<void> {
  await engine.writing(async (tx) => {
    const counter = await tx.selectFrom('counter').selectAll().executeTakeFirstOrThrow()
    if (counter.seq > 0)
      throw new GrunddataError('STORE_INVALID', {
        sv: 'Lagret är inte tomt; importera till ett nytt.',
        en: 'The store is not empty; import into a new one.',
      })
    let waiting: object[] = []
    let table: (typeof tables)[number][0] | undefined
    let n = 0
    const flush = async () => {
      if (table) await engine.bulk(tx, into[table], waiting)
      waiting = []
    }
    for await (const line of lines) {
      if (line.trim() === '') continue
      const each = parsed(line, ++n)
      if (n === 1) {
        await tx
          .updateTable('counter')
          .set({ seq: Number(each.seq), time: String(each.time) })
          .where('id', '=', 1)
          .execute()
        continue
      }
      if (each.table !== table || waiting.length >= PAGE) await flush()
      table = each.table as typeof table
      waiting.push(asBytes(each.row as Record<string, unknown>))
    }
    await flush()
  })
}

/** Bytes have no place in JSON. */
function asText(row: Record<string, unknown>): object {
  if (!('bytes' in row)) return row
  return { ...row, bytes: Buffer.from(row.bytes as Uint8Array).toString('base64') }
}

function asBytes(row: Record<string, unknown>): object {
  return 'bytes' in row ? { ...row, bytes: Buffer.from(String(row.bytes), 'base64') } : row
}

function parsed(line: string, n: number): Record<string, unknown> {
  try {
    const value = JSON.parse(line)
    const isHead = n === 1 && value.grunddata === 'store' && value.version <= steps.length
    if (isHead || (n > 1 && tables.some(([table]) => table === value.table))) return value
  } catch {
    // Told of below.
  }
  throw new GrunddataError('STORE_INVALID', {
    sv: `Rad ${n} är inte skriven av grunddata store export.`,
    en: `Line ${n} was not written by grunddata store export.`,
  })
}
