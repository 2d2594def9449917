// Which network addresses may be asked. Private, loopback, link-local and reserved addresses are refused unless
// the host is allowed by name, both when written as numbers and when a name resolves to one at connect time.
import { lookup as dnsLookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { GrunddataError } from '../errors.ts'

/** True for an address on the public internet. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast'
}

function isAllowed(host: string, allow: readonly string[]): boolean {
  return allow.includes('*') || allow.includes(host.toLowerCase())
}

/** Throws SOURCE_REFUSED when the URL's scheme or literal address may not be asked. */
export function assertAllowedUrl(url: URL, allow: readonly string[]): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new GrunddataError('SOURCE_REFUSED', {
      sv: `Adresser som börjar med ${url.protocol} läses inte.`,
      en: `Addresses beginning with ${url.protocol} are not read.`,
    })
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(host) && !isPublicAddress(host) && !isAllowed(host, allow)) throw refused(host)
}

/** How a name is looked up: all of its addresses. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** A resolver for sockets that fails when a name leads to a private address. */
export function guardedLookup(allow: readonly string[], resolve: Resolve = dnsLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const found = addresses.filter((entry) => isAllowed(hostname, allow) || isPublicAddress(entry.address))
      if (found.length === 0) return callback(refused(hostname) as NodeJS.ErrnoException, '', 0)
      if (options.all) return (callback as unknown as (e: null, a: typeof found) => void)(null, found)
      callback(null, found[0].address, found[0].family)
    })
  }
}

function refused(host: string): GrunddataError {
  return new GrunddataError(
    'SOURCE_REFUSED',
    { sv: `${host} är en privat nätverksadress.`, en: `${host} is a private network address.` },
    {
      hint: {
        sv: `Tillåt adressen med --allow-private ${host} om det är meningen.`,
        en: `Allow the address with --allow-private ${host} if that is what you mean.`,
      },
    },
  )
}
