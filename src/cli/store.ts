// `grunddata store`: looks after what was collected.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { compareProjection, nearDuplicates, project } from '../harvest/index.ts'
import { openStore, type Store } from '../store/index.ts'
import type { Call } from './call.ts'
import { instantOf } from './instant.ts'
import { writeStream } from './outputs-stream.ts'
import { openProjection } from './projection.ts'

type Act = (store: Store, call: Call) => Promise<number>

/** Exit code 0; 1 when `verify` finds something wrong. */
export async function run(call: Call): Promise<number> {
  const store = await openStore(call.values.one('store') ?? 'grunddata.sqlite')
  try {
    return await actions[call.args[0]](store, call)
  } finally {
    await store.close()
  }
}

const actions: Readonly<Record<string, Act>> = {
  info: async (store, { terminal: { write, lang } }) => {
    const { sources, entities, suppressed, changes, runs, blobs, blobBytes } = await store.counts()
    const isSv = lang === 'sv'
    const rows: readonly (readonly [string, number])[] = [
      [isSv ? 'källor' : 'sources', sources],
      [
        isSv ? 'poster som visas' : 'entries shown',
        entities.current + entities.stale + entities.missing - suppressed,
      ],
      [isSv ? '  varav saknas i källan' : '  of which missing in the source', entities.missing],
      [
        isSv ? '  varav i karantän med tidigare version' : '  of which in quarantine, earlier version shown',
        entities.stale,
      ],
      [isSv ? 'dubbletter som inte visas' : 'duplicates not shown', suppressed],
      [isSv ? 'hålls inne' : 'held', entities.held],
      [isSv ? 'borttagna' : 'removed', entities.gone],
      [isSv ? 'ändringar i historiken' : 'changes in the history', changes],
      [isSv ? 'körningar' : 'runs', runs],
      [isSv ? 'råsvar' : 'raw answers', blobs],
      [isSv ? 'råsvar, byte' : 'raw answers, bytes', blobBytes],
    ]
    write(`${store.url}\n`)
    for (const [name, n] of rows) write(`${String(n).padStart(12)}  ${name}\n`)
    return 0
  },
  verify: async (store, call) => {
    const { write, tell, lang } = call.terminal
    if (call.values.has('against')) return verifyAgainst(store, call)
    let n = 0
    for await (const { source, iri, message } of store.verify()) {
      n++
      write(`${[source, iri].filter(Boolean).join(' ')}: ${message[lang]}\n`)
    }
    if (n === 0) tell({ sv: 'Allt stämmer.\n', en: 'Everything is as it should be.\n' }[lang])
    else
      tell(
        {
          sv: 'Kör grunddata store rebuild; hjälper inte det, återställ en säkerhetskopia.\n',
          en: 'Run grunddata store rebuild; if that does not help, bring back a backup.\n',
        }[lang],
      )
    return n === 0 ? 0 : 1
  },
  duplicates: async (store, { terminal: { write, tell, lang } }) => {
    const found = await nearDuplicates(store)
    for (const { reason, things } of found) {
      write(`${things[0].title?.[lang] ?? things[0].title?.sv ?? things[0].iri}: ${reason[lang]}\n`)
      for (const { source, iri } of things) write(`  ${source}  ${iri}\n`)
    }
    const words = {
      sv:
        found.length === 0
          ? 'Inget liknar något annat.\n'
          : 'Är de samma sak: ge dem samma dcterms:identifier (UUID), eller ta bort den ena.\n',
      en:
        found.length === 0
          ? 'Nothing is like anything else.\n'
          : 'If they are the same thing: give them the same dcterms:identifier (UUID), or remove one.\n',
    }
    tell(words[lang])
    return found.length === 0 ? 0 : 1
  },
  project: (store, call) => projectTo(store, call, false),
  rebuild: async (store, call) => {
    const { tell, lang } = call.terminal
    if (call.values.has('against')) return projectTo(store, call, true)
    await store.rebuild()
    tell(
      {
        sv: 'Dubbletter och sökregister är gjorda på nytt.\n',
        en: 'Duplicates and the search index are made anew.\n',
      }[lang],
    )
    return 0
  },
  export: async (store, { values, terminal }) => {
    const at = values.one('at')
    const when = at === undefined ? {} : { at: instantOf(at, true) }
    const form = values.one('storeForm')
    const lines = form === 'jsonl' ? store.exportAll() : store.dump({ ...when, isUnited: form === 'united' })
    await writeStream(values.one('file'), lines, terminal)
    return 0
  },
  import: async (store, { values, terminal: { tell, lang } }) => {
    const file = values.one('file')
    const input = file === undefined ? process.stdin : createReadStream(file)
    await store.importAll(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    await store.rebuild()
    tell({ sv: 'Importerat.\n', en: 'Imported.\n' }[lang])
    return 0
  },
  gc: async (store, { values, terminal: { tell, lang } }) => {
    const days = values.count('keepDays') ?? 90
    const before = new Date(Date.now() - days * 86_400_000).toISOString()
    const { runs, blobs, changes } = await store.gc({ before, history: values.has('dropHistory') })
    const words = {
      sv: `Glömde ${runs} körningar, ${blobs} råsvar och ${changes} äldre versioner.\n`,
      en: `Forgot ${runs} runs, ${blobs} raw answers and ${changes} older versions.\n`,
    }
    tell(words[lang])
    return 0
  },
}

async function projectTo(store: Store, call: Call, isRebuild: boolean): Promise<number> {
  const { projection, close } = await openProjection(call)
  try {
    const { sources } = await project(store, projection, { isRebuild })
    const words = {
      sv: sources.length === 0 ? 'Kopian är som lagret.\n' : `Förde över ${sources.length} källor.\n`,
      en: sources.length === 0 ? 'The copy is as the store.\n' : `Brought over ${sources.length} sources.\n`,
    }
    call.terminal.tell(words[call.terminal.lang])
    return 0
  } finally {
    await close()
  }
}

async function verifyAgainst(store: Store, call: Call): Promise<number> {
  const { write, tell, lang } = call.terminal
  const { projection, close } = await openProjection(call)
  try {
    let n = 0
    for await (const { source, message } of compareProjection(store, projection)) {
      n++
      write(`${source}: ${message[lang]}\n`)
    }
    const words = {
      sv: n === 0 ? 'Kopian är som lagret.\n' : 'Kör grunddata store rebuild med samma --against.\n',
      en: n === 0 ? 'The copy is as the store.\n' : 'Run grunddata store rebuild with the same --against.\n',
    }
    tell(words[lang])
    return n === 0 ? 0 : 1
  } finally {
    await close()
  }
}
