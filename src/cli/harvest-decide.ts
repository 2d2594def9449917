// `grunddata harvest held|show|approve|reject`: runs that wait for a person.
import { userInfo } from 'node:os'
import { GrunddataError } from '../errors.ts'
import { approve, heldPlan, kindText, reject, thingText } from '../harvest/index.ts'
import { openStore, type Store } from '../store/index.ts'
import type { Call } from './call.ts'

/** Exit code 0. Throws USAGE for an unknown action or run. */
export async function decide(call: Call): Promise<number> {
  const [action, ...runs] = call.args
  const act = actions[action]
  if (!act)
    throw new GrunddataError(
      'USAGE',
      { sv: `harvest ${action} finns inte.`, en: `There is no harvest ${action}.` },
      {
        hint: {
          sv: 'Välj bland held, show, approve och reject.',
          en: 'Choose among held, show, approve and reject.',
        },
      },
    )
  if (action !== 'held' && runs.length === 0)
    throw new GrunddataError(
      'USAGE',
      {
        sv: `Ange en körning: grunddata harvest ${action} <körning>.`,
        en: `Give a run: grunddata harvest ${action} <run>.`,
      },
      {
        hint: {
          sv: 'De som väntar visas av grunddata harvest held.',
          en: 'Those that wait are shown by grunddata harvest held.',
        },
      },
    )
  const store = await openStore(call.values.one('store') ?? 'grunddata.sqlite')
  try {
    for (const run of action === 'held' ? [''] : runs) await act(store, run, call)
    return 0
  } finally {
    await store.close()
  }
}

type Act = (store: Store, run: string, call: Call) => Promise<void>

const actions: Readonly<Record<string, Act>> = {
  held: async (store, _, { terminal: { lang, write } }) => {
    const held = await store.runs({ state: 'held', limit: 10_000 })
    if (held.length === 0)
      write({ sv: 'Ingen körning väntar på beslut.\n', en: 'No run waits for a decision.\n' }[lang])
    for (const { id, source, started, notes = [] } of held)
      write(
        `${id}\n  ${source}, ${started.slice(0, 16).replace('T', ' ')}\n${notes.map((note) => `  ${note[lang]}\n`).join('')}`,
      )
  },
  show: async (store, id, { terminal: { lang, write } }) => {
    const { run, source, plan } = await heldPlan(store, id)
    write(`${source.title ?? source.id}\n${(run.notes ?? []).map((note) => `  ${note[lang]}\n`).join('')}`)
    const known = new Map<string, Parameters<typeof thingText>[0]>()
    for (const { iri } of [...plan.missing, ...plan.deletes]) {
      const entity = await store.entity(iri, { source: source.id })
      known.set(iri, entity ?? { iri, type: '' })
    }
    for (const [iri, thing] of known)
      write(`  ${kindText('remove', lang)}  ${thingText({ ...thing, iri }, lang)}\n`)
    for (const upsert of plan.upserts) {
      const isKnown = (await store.entity(upsert.iri, { source: source.id })) !== undefined
      write(`  ${kindText(isKnown ? 'update' : 'add', lang)}  ${thingText(upsert, lang)}\n`)
    }
  },
  approve: async (store, id, { terminal: { lang, tell } }) => {
    const { created, updated, deleted } = await approve(store, id, { by: person(), now: new Date() })
    const words = {
      sv: `Godkänd: ${created} nya, ${updated} ändrade, ${deleted} borttagna.\n  Ångra en post med grunddata restore <adress>.\n`,
      en: `Approved: ${created} new, ${updated} changed, ${deleted} removed.\n  Bring an entry back with grunddata restore <iri>.\n`,
    }
    tell(words[lang])
  },
  reject: async (store, id, { terminal: { lang, tell } }) => {
    await reject(store, id, { by: person(), now: new Date() })
    tell({ sv: 'Avvisad: allt är som det var.\n', en: 'Rejected: everything is as it was.\n' }[lang])
  },
}

/** Who sits at the keyboard, for the record. */
function person(): string {
  try {
    return userInfo().username
  } catch {
    return 'cli'
  }
}
