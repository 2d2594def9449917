// What the program loads before a command runs: nothing but its own tables and commander. This is what keeps --help quick.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const IMPORT = /^(?:import|export) (type )?(?:\{([^}]*)\}|[^'\n{=]*) from '([^']+)'/gm

/** Files and packages that come with a file, by imports that run; those inside functions wait until they are called. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, type, names, target] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const areTypes = names?.split(',').every((name) => /^\s*(?:type .*)?$/.test(name)) ?? false
    if (type || areTypes) continue
    if (target.startsWith('.')) loadedWith(normalize(join(dirname(file), target)), seen)
    else if (!target.startsWith('node:')) seen.add(target)
  }
  return seen
}

describe('starting the program', () => {
  it('loads its own tables and commander for --help, and no room of the house', () => {
    const loaded = [...loadedWith('src/cli/program.ts')]
    expect(loaded).toContain('src/cli/options.ts')
    expect(loaded.filter((each) => !/^src\/(?:cli\/|errors|finding|io)|^commander$/.test(each))).toEqual([])
  })

  it('loads not even those for --version', () => {
    expect([...loadedWith('src/cli/index.ts')]).not.toContain('commander')
  })

  it('is built so that packages give what they give elsewhere', async () => {
    const server = createServer((_, response) => response.end(readFileSync('fixtures/catalogs/kommun.ttl')))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    try {
      // The program that users run, made of dist/program: it fetches, which takes a queue out of an ES module.
      const { stdout } = await promisify(execFile)(process.execPath, [
        'bin/grunddata.js',
        'build',
        `http://127.0.0.1:${port}/kommun.ttl`,
        '--quiet',
        '--allow-private',
        '127.0.0.1',
      ])
      expect(stdout).toContain('a dcat:Catalog')
    } finally {
      server.close()
    }
  })

  it('would notice: a command loads the rooms it needs', () => {
    expect([...loadedWith('src/cli/validate.ts')]).toContain('src/validate.ts')
  })
})
