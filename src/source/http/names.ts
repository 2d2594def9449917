// Host names that do not exist: told apart from names that could not be looked up, and confirmed by another way.
import { Resolver } from 'node:dns/promises'
import type { FetchFailure } from './exchange.ts'

/** The host name that the system says does not exist (ENOTFOUND), when that is why nothing was fetched. */
export function absentName({ error }: Pick<FetchFailure, 'error'>): string | undefined {
  for (let each: unknown = error; each instanceof Error; each = each.cause)
    if ('code' in each && each.code === 'ENOTFOUND' && 'hostname' in each) return String(each.hostname)
  return undefined
}

/** Asks for the addresses of a name: rejects with a code of node:dns. */
export interface NameServers {
  readonly resolve4: (name: string) => Promise<readonly string[]>
  readonly resolve6: (name: string) => Promise<readonly string[]>
}

/** Codes by which a name server says that there is no such name, or no address of it. Source: RFC 2308 §2. */
const NONE = new Set(['ENOTFOUND', 'ENODATA'])

/**
 * Whether the name servers, asked directly and not through the system's lookup, say too that a name has no address. A
 * network that is down looks like a missing name to some systems; name servers that are not reached confirm nothing.
 */
export async function isNameAbsent(
  name: string,
  servers: NameServers = new Resolver({ timeout: 3_000, tries: 2 }),
): Promise<boolean> {
  const none = (asked: Promise<readonly string[]>) =>
    asked.then(
      (addresses) => addresses.length === 0,
      (error: NodeJS.ErrnoException) => NONE.has(error.code ?? ''),
    )
  const [four, six] = await Promise.all([none(servers.resolve4(name)), none(servers.resolve6(name))])
  return four && six
}
