// `grunddata publish`: reads a catalogue, asks the gate, and gives it to a target.

import type { Lang } from '../finding.ts'
import {
  mayShrink,
  type Plan,
  type Publication,
  type PublisherName,
  piecesOf,
  publishAll,
} from '../publish/index.ts'
import type { Call } from './call.ts'
import { createProgressLine } from './progress.ts'
import { readPublication } from './publish-sources.ts'
import { openTarget } from './publish-target.ts'
import { afterwards, anyway, brakeText, gateText, planText } from './publish-words.ts'

/** Exit code 1 when the gate or the brake stops it. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const isScreen = values.one('publishTarget') === '-'
  const opened = isScreen ? undefined : await openTarget(call)
  try {
    const { publication, faulty } = await readPublication(call)
    if (faulty.length > 0) {
      const isForced = values.has('publishAnyway')
      terminal.tell(isForced ? anyway(faulty, terminal.lang) : gateText(faulty, terminal.lang))
      if (!isForced) return 1
    }
    if (!opened) return writeToScreen(publication, call)
    const plan = await opened.target(publication)
    for (const note of plan.notes) terminal.tell(`grunddata: ${note[terminal.lang]}\n`)
    const isBraked = plan.shrinkage !== undefined && !mayShrink(plan.shrinkage)
    if (values.has('publishDryRun')) {
      terminal.write(await planText(plan, opened.name, terminal))
      if (isBraked) terminal.tell(brakeText(plan.shrinkage!, terminal.lang))
      return 0
    }
    if (isBraked && !values.has('shrinkAnyway')) {
      terminal.tell(brakeText(plan.shrinkage!, terminal.lang))
      return 1
    }
    await deliver(plan, call, (lang) => afterwards(opened, publication.site.base, lang))
    return 0
  } finally {
    await opened?.close()
  }
}

async function deliver(plan: Plan, { values, terminal }: Call, next: (lang: Lang) => string): Promise<void> {
  const line = createProgressLine({
    isTerminal: process.stderr.isTTY === true && !values.has('quiet'),
    now: () => performance.now(),
    draw: (text) => void process.stderr.write(text),
  })
  try {
    const done = await plan.apply((count, total) => line.step({ job: 'publish', done: count, total }))
    line.clear()
    if (!values.has('quiet')) terminal.tell(`${done[terminal.lang]}\n${next(terminal.lang)}`)
  } finally {
    line.clear()
  }
}

function writeToScreen({ graph, site }: Publication, { values, terminal }: Call): number {
  const name = (values.one('onlyArtifact') ?? 'rdfxml') as PublisherName
  const [artifact] = publishAll(graph, site, [name])
  for (const piece of piecesOf(artifact.body)) terminal.write(piece.toString())
  return 0
}
