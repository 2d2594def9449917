// What the program loads before a command runs: nothing but its own tables and commander. This is what keeps --help quick.
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
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

  it('would notice: a command loads the rooms it needs', () => {
    expect([...loadedWith('src/cli/validate.ts')]).toContain('src/validate.ts')
  })
})
