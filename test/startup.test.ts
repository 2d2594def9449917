// What the program loads before a command runs: nothing but its own tables and commander. This is what keeps --help quick.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
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

/** The output of the program as it is built, whatever it says of what it read. */
async function program(...args: readonly string[]) {
  try {
    return await promisify(execFile)(process.execPath, ['bin/grunddata.js', ...args])
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    if (code !== 1) throw new Error(`grunddata ${args[0]} ended with ${code}: ${stderr}`)
    return { stdout, stderr }
  }
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
    const catalog = readFileSync('fixtures/catalogs/kommun.ttl')
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/turtle' }).end(catalog),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kommun.ttl`
    const folder = mkdtempSync(join(tmpdir(), 'grunddata-'))
    try {
      // The program that users run, made of dist/program: each of these fetches, which takes a queue out of an ES module.
      // Without dist the program cannot start, and this fails: it is never passed over.
      const built = await program('build', address, '--quiet', '--allow-private', '127.0.0.1')
      expect(built.stdout).toContain('a dcat:Catalog')

      const list = join(folder, 'sources.yaml')
      const store = join(folder, 'lager.sqlite')
      writeFileSync(
        list,
        `contact: prov@example.se\nsources:\n  - { id: kommun, url: "${address}", allowPrivate: [127.0.0.1] }\n`,
      )
      const harvested = await program('harvest', '--sources', list, '--store', store, '--format', 'json')
      const [source] = JSON.parse(harvested.stdout).sources
      expect(source).toMatchObject({ id: 'kommun', state: 'applied' })
      expect(existsSync(store)).toBe(true)

      writeFileSync(
        join(folder, 'katalog.ttl'),
        `<https://d.se/1> a <http://www.w3.org/ns/dcat#Distribution> ; <http://www.w3.org/ns/dcat#accessURL> <${address}> .\n`,
      )
      const links = ['links', join(folder, 'katalog.ttl'), '--allow-private', '127.0.0.1', '--format', 'json']
      const { stdout } = await program(...links)
      expect(JSON.parse(stdout)).toMatchObject([{ url: address, outcome: 'works' }])
    } finally {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true })
    }
  })

  it('would notice: a command loads the rooms it needs', () => {
    expect([...loadedWith('src/cli/validate.ts')]).toContain('src/validate.ts')
  })
})
