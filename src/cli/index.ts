// The command line program: arguments in, exit code out. Loads node, commander and its own tables; commands load the rest.
import { createRequire } from 'node:module'
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

/** The package refers to itself by name, so this holds wherever the code was compiled to. */
function packageVersion(): string {
  return (createRequire(import.meta.url)('grunddata/package.json') as { version: string }).version
}
