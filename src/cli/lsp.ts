// `grunddata lsp`: the language server, over standard input and output.
import { serve } from '../lsp/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Call } from './call.ts'
import { tellFailure } from './failure.ts'
import { readSettings } from './settings.ts'

export async function run(call: Call): Promise<number> {
  const { terminal } = call
  const policy = await policyOf(call)
  const code = await serve({
    lang: terminal.lang,
    input: process.stdin,
    output: process.stdout,
    ...(policy && { policy }),
  })
  // The connection keeps standard input open; nothing is left to do.
  process.exit(code)
}

/** The configuration of the folder; one with a mistake is told of, and the editor has help without it. */
async function policyOf(call: Call): Promise<Policy | undefined> {
  try {
    return (await readSettings(call)).policy
  } catch (error) {
    tellFailure(error, call.terminal)
    return undefined
  }
}
