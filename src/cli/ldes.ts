// `grunddata ldes`: which of its actions is meant.
import { GrunddataError } from '../errors.ts'
import type { Call, Run } from './call.ts'

const actions: Readonly<Record<string, () => Promise<Run>>> = {
  read: async () => (await import('./ldes-read.ts')).run,
  publish: async () => (await import('./ldes-publish.ts')).run,
  conformance: async () => (await import('./ldes-conformance.ts')).run,
}

/** Throws USAGE for an action that is not there. */
export async function run(call: Call): Promise<number> {
  const [action, ...args] = call.args
  const load = actions[action]
  if (load) return (await load())({ ...call, args })
  const list = Object.keys(actions).join(', ')
  throw new GrunddataError(
    'USAGE',
    {
      sv: `ldes kan inte göra ”${action}”.`,
      en: `ldes cannot do “${action}”.`,
    },
    { hint: { sv: `Välj bland ${list}.`, en: `Choose among ${list}.` } },
  )
}
