// `--against <projection>`: a copy of what the store shows, and the network that it needs.
import { GrunddataError } from '../errors.ts'
import {
  type GraphStoreMake,
  graphStoreMakes,
  graphStoreProjection,
  openSearchProjection,
  type Projection,
} from '../harvest/index.ts'
import { openSender } from '../source/index.ts'
import type { Call } from './call.ts'
import { credentialsOf } from './publish-target.ts'

export interface OpenProjection {
  readonly projection: Projection
  readonly close: () => Promise<void>
}

/** Throws USAGE for what is no `make=address`. */
export async function openProjection(call: Call): Promise<OpenProjection> {
  const written = call.values.one('against') ?? ''
  const [, make, url] = /^([a-z]+)=(https?:\/\/.+?)\/*$/.exec(written) ?? []
  const makes = [...Object.keys(graphStoreMakes), 'opensearch']
  if (make === undefined || !makes.includes(make))
    throw new GrunddataError(
      'USAGE',
      {
        sv: 'Ange kopian som --against <slag>=<adress>.',
        en: 'Give the copy as --against <make>=<address>.',
      },
      {
        hint: {
          sv: `Slag: ${makes.join(', ')}. Till exempel: --against virtuoso=http://localhost:8890`,
          en: `Makes: ${makes.join(', ')}. For example: --against virtuoso=http://localhost:8890`,
        },
      },
    )
  // Whoever names the address here owns it: it may be in a private network.
  const { send, close } = await openSender({ allowPrivate: [new URL(url).hostname] })
  const http = { send, credentials: credentialsOf(call) }
  const [, server, index = 'grunddata'] = /^(https?:\/\/[^/]+)(?:\/([^/]+))?$/.exec(url) ?? []
  const projection =
    make === 'opensearch'
      ? openSearchProjection({ ...http, url: server ?? url, index })
      : graphStoreProjection({ ...http, make: make as GraphStoreMake, url })
  return { projection, close }
}
