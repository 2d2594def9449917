// The command line program: arguments in, exit code out. Loads node, commander and its own tables; commands load the rest.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tellFailure } from './failure.ts'
import { openTerminal } from './terminal.ts'

/** Runs the program and resolves to its exit code; never rejects. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', leaveQuietly)
  process.stderr.on('error', leaveQuietly)
  const terminal = openTerminal(argv, process.env)
  try {
    const version = packageVersion()
    if (argv.length === 1 && ['--version', '-V'].includes(argv[0])) {
      terminal.write(`${version}\n`)
      return 0
    }
    const { createProgram } = await import('./program.ts')
    return await createProgram(terminal, version).run(argv)
  } catch (error) {
    return tellFailure(error, terminal)
  }
}

/** The reader of our pipe has gone (`| head`): nothing is left to say. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

/** The first package.json above this file is the package's own, wherever the code was compiled to. */
function packageVersion(folder = dirname(fileURLToPath(import.meta.url))): string {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return packageVersion(dirname(folder))
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
