// Anybody's harvester, as a command.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Harvester } from './types.ts'

/** Longest time that a command may take for one run. */
const COMMAND_MS = 120_000

/**
 * Somebody's harvester as a command. `{url}` becomes the address of the feed (of the feeds, one argument each),
 * `{before}` the file of what is known, `{state}` a folder that is kept between the runs of a case, and `{out}` the
 * folder where it writes `after.ttl` and `report.json`. Exit code 0 means that the run succeeded.
 */
export async function commandHarvester(command: string, before: string): Promise<Harvester> {
  const home = await mkdtemp(join(tmpdir(), 'grunddata-ldes-'))
  const state = join(home, 'state')
  const out = join(home, 'out')
  const beforeFile = join(home, 'before.ttl')
  await Promise.all([mkdir(state), mkdir(out), writeFile(beforeFile, before)])
  return {
    run: async (feeds) => {
      const args = command
        .split(/\s+/)
        .filter(Boolean)
        .flatMap((word) =>
          word === '{url}' ? feeds : [fill(word, { url: feeds[0], before: beforeFile, state, out })],
        )
      const code = await runCommand(args)
      const after = await readFile(join(out, 'after.ttl'), 'utf8').catch(() => before)
      const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => 'null')
      await writeFile(beforeFile, after)
      return { after, report: parsed(text), isFailed: code !== 0 }
    },
    close: () => rm(home, { recursive: true, force: true }),
  }
}

function fill(word: string, values: Readonly<Record<string, string>>): string {
  return word.replace(/\{(url|before|state|out)\}/g, (_, name: string) => values[name])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function runCommand([program, ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: COMMAND_MS })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
