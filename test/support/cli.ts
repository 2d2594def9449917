// Runs the compiled program as a user does: in a process of its own, from a folder laid out like the package.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface More {
  readonly env?: object
  readonly input?: string
  readonly nodeFlags?: readonly string[]
}

export interface Cli {
  /** A folder for files of the test; every command runs there. */
  readonly folder: string
  readonly bin: string
  readonly run: (args: readonly string[], more?: More) => Promise<Outcome>
  readonly write: (name: string, text: string) => string
  readonly remove: () => void
}

/** Compiles the program without checking types, which another step does, into a folder below .build. */
export function compileCli(): Cli {
  mkdirSync(join(root, '.build'), { recursive: true })
  const home = mkdtempSync(join(root, '.build', 'cli-'))
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const flags = ['-p', 'tsconfig.json', '--noCheck', '--declaration', 'false', '--outDir', join(home, 'dist')]
  execFileSync(process.execPath, [tsc, ...flags], { cwd: root })
  mkdirSync(join(home, 'dist', 'program'))
  const entry = "exports.main = async (argv) => (await import('../cli/index.js')).main(argv)\n"
  writeFileSync(join(home, 'dist', 'program', 'grunddata.cjs'), entry)
  cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true })
  cpSync(join(root, 'package.json'), join(home, 'package.json'))
  for (const name of ['shapes', 'vocab', 'fixtures']) symlinkSync(join(root, name), join(home, name))
  const folder = join(home, 'work')
  mkdirSync(folder)
  const bin = join(home, 'bin', 'grunddata.js')
  return {
    folder,
    bin,
    run: (args, { env = {}, input = '', nodeFlags = [] } = {}) =>
      runProgram([...nodeFlags, bin, ...args], { folder, env, input }),
    write: (name, text) => {
      writeFileSync(join(folder, name), text)
      return name
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

interface Surroundings {
  readonly folder: string
  readonly env: object
  readonly input: string
}

function runProgram(args: readonly string[], { folder, env, input }: Surroundings): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, LANG: 'C', ...env },
    })
    const pieces: { out: Buffer[]; err: Buffer[] } = { out: [], err: [] }
    child.stdout.on('data', (piece: Buffer) => pieces.out.push(piece))
    child.stderr.on('data', (piece: Buffer) => pieces.err.push(piece))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(pieces.out).toString(), err: Buffer.concat(pieces.err).toString() }),
    )
    child.stdin.end(input)
  })
}
