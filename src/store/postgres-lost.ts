// Connections to PostgreSQL that are lost, told as what they are: the store cannot be reached for the moment.
import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { GrunddataError } from '../errors.ts'

/** Gives connections whose failures are STORE_UNREACHABLE when it is the connection that failed. */
export function reachable(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await told(() => pool.connect())
      const query = (...args: readonly unknown[]) =>
        told(() => (client.query as (...args: readonly unknown[]) => Promise<unknown>)(...args))
      return { query, release: () => client.release() } as unknown as Awaited<
        ReturnType<PostgresPool['connect']>
      >
    },
    end: () => pool.end(),
  }
}

/** What the work gives; rejects with STORE_UNREACHABLE when a connection was lost, and with anything else as it is. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw isLost(cause) ? unreachable(cause) : cause
  }
}

/** Class 08 is connections, 57P the server on its way down or up, 53300 too many connections. */
const LOST =
  /^(?:08...|57P0[1-5]|53300|ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/

function isLost(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string') return LOST.test(error.code)
  return /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  )
}

function unreachable(cause: Error): GrunddataError {
  return new GrunddataError(
    'STORE_UNREACHABLE',
    {
      sv: `Förbindelsen till lagret bröts: ${cause.message}.`,
      en: `The connection to the store was lost: ${cause.message}.`,
    },
    {
      cause,
      hint: {
        sv: 'Kör igen när PostgreSQL svarar; det som var klart är kvar.',
        en: 'Run again when PostgreSQL answers; what was done is kept.',
      },
    },
  )
}
