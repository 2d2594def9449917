// `grunddata lsp`: the language server, over standard input and output.
import { serve } from '../lsp/index.ts'
import type { Call } from './call.ts'

export async function run({ terminal }: Call): Promise<number> {
  const code = await serve({ lang: terminal.lang, input: process.stdin, output: process.stdout })
  // The connection keeps standard input open; nothing is left to do.
  process.exit(code)
}
