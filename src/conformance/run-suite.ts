// Runs a suite: each case against a server that plays it, with a harvester that begins anew.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Text } from '../finding.ts'
import { openClient } from '../source/index.ts'
import { commandHarvester } from './command-harvester.ts'
import { judge, judgeRun } from './judge.ts'
import { type ConformanceCase, readSuite } from './manifest.ts'
import { ownHarvester } from './own-harvester.ts'
import { type CaseServer, openCaseServer } from './server.ts'
import type { HarvestResult } from './types.ts'

export interface SuiteOptions {
  /** Folder of the cases. */
  readonly suite: string
  /** Folder that `<case>/after.ttl` and `<case>/report.json` are written to. */
  readonly out?: string
  /** A command that harvests, instead of our own reader. */
  readonly command?: string
  /** Only these cases. */
  readonly only?: readonly string[]
  readonly onCase?: (verdict: Verdict) => void
}

export interface Verdict {
  readonly name: string
  readonly about: string
  /** What is wrong; empty when it passed. */
  readonly wrong: readonly Text[]
}

/** Judges every case of a suite. Throws SOURCE_* when there is none, OUTPUT_FAILED never: writing errors are thrown as they are. */
export async function runSuite(options: SuiteOptions): Promise<readonly Verdict[]> {
  const cases = (await readSuite(options.suite)).filter(
    ({ name }) => !options.only || options.only.length === 0 || options.only.includes(name),
  )
  const server = await openCaseServer()
  const verdicts: Verdict[] = []
  try {
    for (const test of cases) {
      const verdict = await runCase(test, server, options)
      options.onCase?.(verdict)
      verdicts.push(verdict)
    }
  } finally {
    await server.close()
  }
  return verdicts
}

async function runCase(test: ConformanceCase, server: CaseServer, options: SuiteOptions): Promise<Verdict> {
  const before = await readFile(join(test.folder, 'before.ttl'), 'utf8')
  // Waiting is left out: the server on this machine needs no rest, and Retry-After of a case is part of the play.
  const client = await openClient({
    allowPrivate: ['127.0.0.1'],
    perHost: 4,
    retry: { retries: 3 },
    pause: async () => {},
  })
  const harvester = options.command
    ? await commandHarvester(options.command, before)
    : await ownHarvester(before, client)
  try {
    const feeds = test.feeds.map((path) => server.origin + path)
    const wrong: Text[] = []
    let result: HarvestResult | undefined
    for (const run of test.runs) {
      server.play(test.folder, run.routes)
      result = await harvester.run(feeds)
      wrong.push(...judgeRun(run, { result, asked: server.asked() }))
    }
    if (result) wrong.push(...(await judge(test, { result })))
    if (result && options.out !== undefined) await writeResult(join(options.out, test.name), result)
    return { name: test.name, about: test.about, wrong }
  } finally {
    await harvester.close()
    await client.close()
  }
}

async function writeResult(folder: string, { after, report }: HarvestResult): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'after.ttl'), after)
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
}
