// `--to <target>` as a target of the library, with the network and the credentials that it needs.
import { GrunddataError } from '../errors.ts'
import {
  type Credentials,
  ckanTarget,
  entryStoreTarget,
  folderTarget,
  graphStoreTarget,
  type Target,
} from '../publish/index.ts'
import { openSender } from '../source/index.ts'
import type { Call } from './call.ts'

export interface OpenTarget {
  readonly target: Target
  /** What it is called in messages. */
  readonly name: string
  readonly kind: TargetKind
  readonly close: () => Promise<void>
}

const kinds = ['folder', 'site', 'sparql', 'virtuoso', 'entrystore', 'ckan'] as const
export type TargetKind = (typeof kinds)[number]

/** Throws USAGE when the target is missing or is no address. */
export async function openTarget(call: Call): Promise<OpenTarget> {
  const written = call.values.one('publishTarget')
  if (written === undefined) throw missing()
  const kind = kinds.find((name) => written.startsWith(`${name}:`))
  if (kind === undefined || kind === 'folder') {
    const folder = written.replace(/^folder:/, '')
    if (/^https?:/i.test(folder)) throw addressAlone(folder)
    return { kind: 'folder', name: folder, target: folderTarget({ folder }), close: async () => {} }
  }
  if (kind === 'site') {
    const folder = written.slice('site:'.length)
    const { siteTarget } = await import('./publish-site.ts')
    return { kind, name: folder, ...siteTarget(folder, call) }
  }
  const address = addressOf(written.slice(kind.length + 1), kind)
  const { send, close } = await openSender({ allowPrivate: call.values.list('allowPrivate') })
  const http = { send, credentials: credentialsOf(call) }
  return { kind, name: address.href, target: remote(kind, address, http, call), close }
}

type Http = Pick<Parameters<typeof graphStoreTarget>[0], 'send' | 'credentials'>

function remote(
  kind: Exclude<TargetKind, 'folder' | 'site'>,
  address: URL,
  http: Http,
  { values }: Call,
): Target {
  switch (kind) {
    case 'entrystore':
      return entryStoreTarget({ ...http, context: address.href })
    case 'ckan': {
      const organisation = values.one('ckanOrganisation')
      return ckanTarget({ ...http, site: address.href, ...(organisation !== undefined && { organisation }) })
    }
    case 'virtuoso':
      return graphStoreTarget({ ...http, endpoint: virtuosoEndpoint(address), make: 'virtuoso' })
    default:
      return graphStoreTarget({ ...http, endpoint: address.href })
  }
}

/** The address of the protocol with login, when only the server is given. */
function virtuosoEndpoint(address: URL): string {
  if (address.pathname !== '/') return address.href
  return new URL('/sparql-graph-crud-auth', address).href
}

export function credentialsOf({ terminal: { env } }: Call): Credentials {
  const { GRUNDDATA_PUBLISH_USER: user, GRUNDDATA_PUBLISH_PASSWORD: password } = env
  const token = env.GRUNDDATA_PUBLISH_TOKEN
  return { ...(user && { user }), ...(password && { password }), ...(token && { token }) }
}

function addressOf(written: string, kind: TargetKind): URL {
  try {
    const url = new URL(written)
    if (/^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url
  } catch {}
  throw new GrunddataError(
    'USAGE',
    {
      sv: `Ange en webbadress efter ${kind}: utan namn och lösenord i.`,
      en: `Give a web address after ${kind}: without name and password in it.`,
    },
    {
      hint: {
        sv: `Till exempel --to ${kind}:https://data.exempel.se/; namn och lösenord i GRUNDDATA_PUBLISH_USER och GRUNDDATA_PUBLISH_PASSWORD.`,
        en: `For example --to ${kind}:https://data.example.se/; name and password in GRUNDDATA_PUBLISH_USER and GRUNDDATA_PUBLISH_PASSWORD.`,
      },
    },
  )
}

function missing(): GrunddataError {
  return new GrunddataError(
    'USAGE',
    { sv: 'Ange vart katalogen ska med --to.', en: 'Say where the catalogue goes with --to.' },
    {
      hint: {
        sv: 'Till exempel --to webb/ för en mapp, eller --to - för skärmen.',
        en: 'For example --to web/ for a folder, or --to - for the screen.',
      },
    },
  )
}

function addressAlone(address: string): GrunddataError {
  return new GrunddataError(
    'USAGE',
    { sv: `Ange vad ${address} är för slags mottagare.`, en: `Say what kind of target ${address} is.` },
    {
      hint: {
        sv: `Till exempel --to sparql:${address}; det finns sparql:, virtuoso:, entrystore: och ckan:.`,
        en: `For example --to sparql:${address}; there are sparql:, virtuoso:, entrystore: and ckan:.`,
      },
    },
  )
}
