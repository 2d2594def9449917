// `grunddata history`: the life of one entry, or what it was on a date.
import { GrunddataError } from '../errors.ts'
import { parse, writeTurtle } from '../rdf/index.ts'
import { type Change, type Entity, openStore } from '../store/index.ts'
import type { Call } from './call.ts'
import { lifeText } from './history-text.ts'
import { instantOf } from './instant.ts'

/** Exit code 0; throws USAGE for an address that the store does not know. */
export async function run(call: Call): Promise<number> {
  const { args, values, terminal } = call
  const [iri] = args
  const store = await openStore(values.one('store') ?? 'grunddata.sqlite')
  try {
    const source = values.one('onlySource')
    const at = values.one('at')
    if (at !== undefined) {
      const options = { at: instantOf(at, true), ...(source !== undefined && { source }) }
      const entity = await store.entity(iri, options)
      if (!entity || entity.state === 'gone') throw unknown(iri, at)
      terminal.write(await turtleOf(entity))
      return 0
    }
    const changes: Change[] = []
    const query = { iri, isReversed: true, ...(source !== undefined && { source }) }
    for await (const change of store.changes(query)) changes.push(change)
    const entity = await store.entity(iri, source === undefined ? {} : { source })
    if (changes.length === 0 && !entity) throw unknown(iri)
    if (values.one('listFormat') === 'json')
      terminal.write(`${JSON.stringify({ entity, changes }, undefined, 2)}\n`)
    else terminal.write(await lifeText(store, { entity, changes }, terminal.lang))
    return 0
  } finally {
    await store.close()
  }
}

function unknown(iri: string, at?: string): GrunddataError {
  const then = at === undefined ? { sv: '', en: '' } : { sv: ` ${at}`, en: ` on ${at}` }
  return new GrunddataError(
    'USAGE',
    { sv: `${iri} fanns inte i lagret${then.sv}.`, en: `${iri} was not in the store${then.en}.` },
    {
      hint: {
        sv: 'Kontrollera adressen: http och https är olika, liksom med och utan snedstreck sist.',
        en: 'Check the address: http and https differ, and so does a slash at the end.',
      },
    },
  )
}

async function turtleOf({ nquads, iri }: Entity): Promise<string> {
  const graph = await parse({
    name: `${iri}.nq`,
    bytes: Buffer.from(nquads),
    mediaType: 'application/n-quads',
  })
  return [...writeTurtle(graph)].join('')
}
