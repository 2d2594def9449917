// The steps of a dataset's way that our own store knows: held runs, quarantine, duplicates of other sources.
import type { Text } from '../finding.ts'
import type { Store } from '../store/index.ts'
import type { Step } from './why.ts'

const name: Text = { sv: 'I vårt lager', en: 'In our store' }

export async function storeSteps(store: Store, iri: string): Promise<readonly Step[]> {
  const entity = await store.entity(iri)
  if (!entity)
    return [
      {
        name,
        state: 'drops',
        said: { sv: 'Den har inte skördats än.', en: 'It has not been harvested yet.' },
        todo: { sv: 'Kör grunddata harvest.', en: 'Run grunddata harvest.' },
      },
    ]
  const source = await store.source(entity.source)
  const held = source?.life.heldRun
  const steps: Step[] = []
  if (held !== undefined)
    steps.push({
      name: { sv: 'Körningar som väntar', en: 'Runs that wait' },
      state: 'changes',
      said: {
        sv: `Körningen ${held} väntar på beslut; det som visas är äldre.`,
        en: `The run ${held} waits for a decision; what is shown is older.`,
      },
      todo: { sv: `Se grunddata harvest show ${held}.`, en: `See grunddata harvest show ${held}.` },
    })
  const { suppressedBy, state, reason } = entity
  if (suppressedBy)
    steps.push({
      name,
      state: 'drops',
      said: {
        sv: `Beskrivningen från ${suppressedBy.source} (${suppressedBy.iri}) visas i stället: ${suppressedBy.reason.sv}.`,
        en: `The description from ${suppressedBy.source} (${suppressedBy.iri}) is shown instead: ${suppressedBy.reason.en}.`,
      },
      todo: {
        sv: 'Ta bort den ena beskrivningen, eller ge dem olika identifierare.',
        en: 'Remove one of the descriptions, or give them different identifiers.',
      },
    })
  else
    steps.push({
      name,
      ...states[state],
      said: reason
        ? { sv: `${states[state].said.sv} ${reason.sv}`, en: `${states[state].said.en} ${reason.en}` }
        : states[state].said,
    })
  return steps
}

const states = {
  current: { state: 'ok', said: { sv: 'Visas.', en: 'Shown.' } },
  stale: { state: 'changes', said: { sv: 'En äldre version visas.', en: 'An older version is shown.' } },
  missing: {
    state: 'changes',
    said: { sv: 'Visas tills respittiden är slut.', en: 'Shown until the grace period ends.' },
  },
  held: { state: 'drops', said: { sv: 'Hålls inne.', en: 'Held.' } },
  gone: { state: 'drops', said: { sv: 'Borttagen.', en: 'Removed.' } },
} as const
