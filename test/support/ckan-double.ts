// A stand-in for the action API of a CKAN site, behind real HTTP, with the rules that matter to whoever writes: the
// envelope {success, result | error}, 403 without a token, 409 with the fields that are wrong, package_delete that only
// hides, and the name of a deleted package that goes to the next one who wants it (the deleted one is then called by its
// id). Read from the source of CKAN (ckan/views/api.py, ckan/lib/dictization).
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CkanDataset {
  id: string
  name: string
  state: string
  title: string
  owner_org?: string
  tags?: { name: string }[]
  extras?: { key: string; value: string }[]
  resources?: Record<string, string>[]
}

export interface CkanDouble {
  readonly site: string
  readonly token: string
  readonly packages: Map<string, CkanDataset>
  /** Actions that write, in order. */
  readonly writes: string[]
  readonly close: () => Promise<void>
}

const NAME = /^[a-z0-9_-]{2,100}$/
const TAG = /^[\p{L}\p{N} ._-]{2,100}$/u

export async function startCkan(): Promise<CkanDouble> {
  const packages = new Map<string, CkanDataset>()
  const writes: string[] = []
  const token = 'nyckel'
  let last = 0

  const faultsOf = (dataset: CkanDataset, id?: string): Record<string, unknown> | undefined => {
    const faults: Record<string, string[]> = {}
    if (!NAME.test(dataset.name ?? '')) faults.name = ['Must be purely lowercase alphanumeric']
    const taken = [...packages.values()].some(
      (each) => each.name === dataset.name && each.id !== id && each.state !== 'deleted',
    )
    if (taken) faults.name = ['That URL is already in use.']
    if (!dataset.owner_org) faults.owner_org = ['An organization must be provided']
    if (dataset.tags?.some(({ name }) => !TAG.test(name))) faults.tags = ['Tag can only contain …']
    const keys = dataset.extras?.map(({ key }) => key) ?? []
    if (new Set(keys).size < keys.length) faults.extras = ['There is a schema field with the same name']
    return Object.keys(faults).length > 0 ? { __type: 'Validation Error', ...faults } : undefined
  }

  const act = (action: string, body: Record<string, unknown>): [status: number, content: object] => {
    const fine = (result: unknown): [number, object] => [200, { success: true, result }]
    const bad = (status: number, error: object): [number, object] => [status, { success: false, error }]
    const find = () =>
      packages.get(String(body.id)) ?? [...packages.values()].find(({ name }) => name === body.id)
    const dataset = body as unknown as CkanDataset
    switch (action) {
      case 'package_search': {
        const wanted = /^extras_grunddata_site:"(.*)"$/.exec(String(body.fq))?.[1]
        const all = [...packages.values()].filter(
          ({ state, extras }) =>
            state === 'active' &&
            // Extras are text in the index: a phrase of them fits too.
            extras?.some(({ key, value }) => key === 'grunddata_site' && value.includes(wanted ?? '')),
        )
        const start = Number(body.start)
        return fine({ count: all.length, results: all.slice(start, start + Math.min(3, Number(body.rows))) })
      }
      case 'package_show':
        return find() ? fine(find()) : bad(404, { __type: 'Not Found Error' })
      case 'package_create': {
        const faults = faultsOf(dataset)
        if (faults) return bad(409, faults)
        const id = `id-${++last}`
        for (const each of packages.values())
          if (each.state === 'deleted' && each.name === dataset.name) each.name = each.id
        packages.set(id, { ...dataset, id, state: 'active' })
        return fine(packages.get(id))
      }
      case 'package_update': {
        const old = find()
        if (!old) return bad(404, { __type: 'Not Found Error' })
        const faults = faultsOf(dataset, old.id)
        if (faults) return bad(409, faults)
        packages.set(old.id, { ...dataset, id: old.id, state: dataset.state ?? old.state })
        return fine(packages.get(old.id))
      }
      case 'package_delete': {
        const old = find()
        if (!old) return bad(404, { __type: 'Not Found Error' })
        packages.set(old.id, { ...old, state: 'deleted' })
        return fine(null)
      }
      default:
        return bad(400, { __type: 'Bad request' })
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const action = /^\/api\/3\/action\/(\w+)$/.exec(request.url ?? '')?.[1] ?? ''
    const isWrite = !/_(?:search|show)$/.test(action)
    const reply = ([status, content]: [number, object]) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
    if (isWrite && request.headers.authorization !== token)
      return reply([
        403,
        { success: false, error: { __type: 'Authorization Error', message: 'Access denied' } },
      ])
    if (isWrite) writes.push(action)
    return reply(act(action, JSON.parse(Buffer.concat(pieces).toString('utf8'))))
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    site: `http://127.0.0.1:${port}`,
    token,
    packages,
    writes,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
