// A program and what was compiled of it: both give the same, and a cache that is damaged or of another engine is none.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

interface Program {
  readonly answer: () => number
  readonly lazily: () => Promise<string>
}
const { loadProgram, recordProgram } = createRequire(import.meta.url)('../bin/program.js') as {
  readonly loadProgram: (folder: string) => Program
  readonly recordProgram: (folder: string) => { readonly program: Program; readonly keep: () => void }
}

const folder = mkdtempSync(join(tmpdir(), 'grunddata-cache-'))
const cache = join(folder, 'code-cache.bin')
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  writeFileSync(
    join(folder, 'grunddata.cjs'),
    `const part = require('./part.cjs')
exports.own = 40
exports.answer = () => exports.own + part.two()
exports.lazily = async () => (await require('./outside.cjs').imported('node:path')).basename(require('./part.cjs').file)`,
  )
  writeFileSync(join(folder, 'outside.cjs'), 'exports.imported = (name) => import(name)')
  // The two require each other, as files of a bundle do.
  writeFileSync(
    join(folder, 'part.cjs'),
    `const program = require('./grunddata.cjs')
exports.two = () => program.own - 38
exports.file = __filename`,
  )
})

it('is kept, used, and left alone when it is not whole', async () => {
  const works = async (program: Program) => {
    expect(program.answer()).toBe(42)
    expect(await program.lazily()).toBe('part.cjs')
  }
  await works(loadProgram(folder))
  expect(existsSync(cache)).toBe(false)
  const { program, keep } = recordProgram(folder)
  await works(program)
  keep()
  await works(loadProgram(folder))
  const whole = readFileSync(cache)
  const other = Buffer.from(
    whole.toString('latin1').replace(process.versions.v8, '0'.repeat(process.versions.v8.length)),
    'latin1',
  )
  for (const bytes of [
    other,
    whole.subarray(0, 40),
    whole.subarray(0, -1),
    turned(whole, whole.length >> 1),
    Buffer.alloc(0),
    Buffer.alloc(99, 7),
  ]) {
    writeFileSync(cache, bytes)
    await works(loadProgram(folder))
  }
})

/** With a byte that went wrong, as on a disk that was full or cut off. */
function turned(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] ^= 0xff
  return copy
}

it('is not used for a file that was changed since, though it is as long', () => {
  const own = mkdtempSync(join(tmpdir(), 'grunddata-cache-'))
  const file = join(own, 'grunddata.cjs')
  writeFileSync(file, 'exports.answer = () => 41')
  const { program, keep } = recordProgram(own)
  expect(program.answer()).toBe(41)
  keep()
  writeFileSync(file, 'exports.answer = () => 42')
  expect(loadProgram(own).answer()).toBe(42)
  rmSync(own, { recursive: true })
})

it('is part of the build', () => {
  expect(existsSync('dist/program/code-cache.bin')).toBe(true)
})
