// `grunddata schedule`: when sources are harvested; shows and changes it.
import { GrunddataError } from '../errors.ts'
import { advance, reschedule } from '../harvest/index.ts'
import { openStore, type Store, type StoredSource } from '../store/index.ts'
import type { Call } from './call.ts'

/** Exit code 0; throws USAGE for an unknown action or source. */
export async function run(call: Call): Promise<number> {
  const [action = 'show', id, cron] = call.args
  const act = actions[action]
  if (!act)
    throw new GrunddataError(
      'USAGE',
      { sv: `schedule ${action} finns inte.`, en: `There is no schedule ${action}.` },
      {
        hint: {
          sv: 'Välj bland show, now, pause, resume, set och reset.',
          en: 'Choose among show, now, pause, resume, set and reset.',
        },
      },
    )
  const store = await openStore(call.values.one('store') ?? 'grunddata.sqlite')
  try {
    if (action === 'show') await show(store, call)
    else await act(store, await wanted(store, id), { cron, call })
    return 0
  } finally {
    await store.close()
  }
}

async function wanted(store: Store, id: string | undefined): Promise<StoredSource> {
  const source = id === undefined ? undefined : await store.source(id)
  if (source) return source
  const ids = (await store.sources()).map((each) => each.id).join(', ')
  throw new GrunddataError(
    'USAGE',
    { sv: `Källan ${id ?? ''} finns inte i lagret.`, en: `There is no source ${id ?? ''} in the store.` },
    { hint: { sv: `Välj bland ${ids || 'inga ännu'}.`, en: `Choose among ${ids || 'none yet'}.` } },
  )
}

interface Wish {
  readonly cron: string | undefined
  readonly call: Call
}

type Act = (store: Store, source: StoredSource, wish: Wish) => Promise<void>

const actions: Readonly<Record<string, Act>> = {
  show: async () => {},
  now: (store, { id }) => store.changeLife(id, (life) => ({ ...life, nextDue: new Date().toISOString() })),
  pause: (store, { id }) =>
    store.changeLife(id, (life) => advance(life, { kind: 'paused' }, new Date(), { graceDays: 0 })),
  resume: (store, { id }) =>
    store.changeLife(id, (life) => advance(life, { kind: 'resumed' }, new Date(), { graceDays: 0 })),
  set: async (store, source, { cron, call: { terminal } }) => {
    if (cron === undefined)
      throw new GrunddataError('USAGE', {
        sv: 'Ange ett schema: grunddata schedule set <källa> "0 4 * * *".',
        en: 'Give a schedule: grunddata schedule set <source> "0 4 * * *".',
      })
    await reschedule(store, source, cron)
    const words = {
      sv: `Gäller före listan med källor, tills grunddata schedule reset ${source.id}.\n`,
      en: `Goes before the list of sources, until grunddata schedule reset ${source.id}.\n`,
    }
    terminal.tell(words[terminal.lang])
  },
  reset: (store, source) => reschedule(store, source),
}

const words = {
  head: {
    sv: ['källa', 'schema', 'nästa', 'senast läst', 'läge'],
    en: ['source', 'schedule', 'next', 'last read', 'state'],
  },
  set: { sv: '(satt här)', en: '(set here)' },
  none: { sv: 'Inga källor i lagret ännu.\n', en: 'No sources in the store yet.\n' },
  states: {
    new: { sv: 'ny', en: 'new' },
    ok: { sv: 'felfri', en: 'without errors' },
    invalid: { sv: 'har fel', en: 'has errors' },
    held: { sv: 'väntar på beslut', en: 'waits for a decision' },
    unreachable: { sv: 'går inte att nå', en: 'cannot be reached' },
    gone: { sv: 'borta', en: 'gone' },
    paused: { sv: 'pausad', en: 'paused' },
  },
} as const

function listed({ schedule }: StoredSource['settings']): string {
  return typeof schedule === 'string' ? schedule : '–'
}

async function show(store: Store, { terminal: { lang, write } }: Call): Promise<void> {
  const sources = await store.sources()
  if (sources.length === 0) return write(words.none[lang])
  const minute = (instant: string | undefined) => instant?.slice(0, 16).replace('T', ' ') ?? '–'
  const rows = sources.map(({ id, settings, life }) => [
    id,
    life.schedule === undefined ? listed(settings) : `${life.schedule} ${words.set[lang]}`,
    minute(life.nextDue),
    minute(life.lastRead),
    words.states[life.state][lang],
  ])
  const all: (readonly string[])[] = [words.head[lang], ...rows]
  const widths = words.head[lang].map((_, i) => Math.max(...all.map((row) => row[i].length)))
  for (const row of all)
    write(
      `${row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd()}\n`,
    )
}
