// `grunddata restore`: an entry that was removed is shown again.
import { restore } from '../harvest/index.ts'
import { openStore } from '../store/index.ts'
import type { Call } from './call.ts'
import { instantOf } from './instant.ts'

/** Exit code 0; throws USAGE when there is nothing to restore. */
export async function run({ args, values, terminal }: Call): Promise<number> {
  const store = await openStore(values.one('store') ?? 'grunddata.sqlite')
  try {
    const source = values.one('onlySource')
    const at = values.one('at')
    const restored = await restore(store, args[0], {
      now: new Date(),
      ...(source !== undefined && { source }),
      ...(at !== undefined && { at: instantOf(at, true) }),
    })
    const words = {
      sv: `Återställd som den var ${restored.from.slice(0, 10)} (${restored.source}).\n  Finns den inte i källan vid nästa skörd börjar respittiden om.\n`,
      en: `Restored as it was on ${restored.from.slice(0, 10)} (${restored.source}).\n  If the source does not have it at the next harvest, the grace period begins again.\n`,
    }
    terminal.tell(words[terminal.lang])
    return 0
  } finally {
    await store.close()
  }
}
