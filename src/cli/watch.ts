// --watch: runs again when a watched file changes, until Ctrl-C.
import { existsSync } from 'node:fs'
import { GrunddataError } from '../errors.ts'
import { tellFailure } from './failure.ts'
import type { Terminal } from './terminal.ts'

interface Watching {
  readonly refs: readonly string[]
  readonly once: () => Promise<number>
  readonly terminal: Terminal
}

/** Editors write a file in several steps; changes this close together are one. */
const SETTLE_MS = 60

/** Resolves with the last exit code when the user interrupts. Throws USAGE when there is no file to watch. */
export async function watchSources({ refs, once, terminal }: Watching): Promise<number> {
  const paths = refs.map(watchable).filter((path) => path !== undefined)
  if (paths.length === 0)
    throw new GrunddataError('USAGE', {
      sv: 'Ange en fil eller mapp att bevaka; webbadresser och standard in går inte att bevaka.',
      en: 'Give a file or folder to watch; web addresses and standard input cannot be watched.',
    })
  const { watch } = await import('chokidar')
  let code = await once()
  const watcher = watch(paths, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: SETTLE_MS, pollInterval: 20 },
  })
  let running = Promise.resolve()
  watcher.on('all', () => {
    running = running.then(async () => {
      if (terminal.color) terminal.write('\u001b[2J\u001b[H')
      code = await once().catch((error: unknown) => tellFailure(error, terminal))
    })
  })
  await new Promise<void>((resolve, reject) => {
    watcher.on('ready', () => terminal.tell(waiting[terminal.lang]))
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    watcher.on('error', reject)
  }).finally(() => watcher.close())
  await running
  return code
}

const waiting = {
  sv: 'Väntar på ändringar. Avsluta med Ctrl-C.\n',
  en: 'Waiting for changes. End with Ctrl-C.\n',
}

/** The folder before the first wildcard of a pattern; nothing for what is not on disk. */
function watchable(ref: string): string | undefined {
  if (ref === '-' || /^https?:/i.test(ref)) return undefined
  if (existsSync(ref)) return ref
  const folder = ref.slice(0, ref.search(/[*?[{]/) + 1).replace(/[^/\\]*$/, '') || '.'
  return /[*?[{]/.test(ref) && existsSync(folder) ? folder : undefined
}
