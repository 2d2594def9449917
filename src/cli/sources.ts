// `grunddata sources`: what is collected from where, tried and added to.
import type { Run } from './call.ts'

const actions: Readonly<Record<string, () => Promise<Run>>> = {
  list: async () => (await import('./sources-list.ts')).listSources,
  check: async () => (await import('./sources-check.ts')).checkSources,
  add: async () => (await import('./sources-add.ts')).addSource,
}

export const run: Run = async (call) => {
  const [action, ...args] = call.args
  return (await actions[action]())({ ...call, args })
}
