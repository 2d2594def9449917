// A published folder: whole, untouched where nothing changed, and careful with what others have put there.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  entitiesOf,
  entityDocument,
  folderTarget,
  formsOf,
  mayShrink,
  type Publication,
  prepareGraph,
  sha256Of,
} from '../src/publish/index.ts'
import { parse } from '../src/rdf/index.ts'

const base = 'https://data.example.se/'
const kommun = readFileSync('fixtures/catalogs/kommun.ttl', 'utf8')
let room: string
let folder: string

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'grunddata-publish-'))
  folder = join(room, 'webb')
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

async function publication(turtle = kommun): Promise<Publication> {
  const graph = prepareGraph(await parse({ name: 'x.ttl', bytes: Buffer.from(turtle) }), base)
  return { graph, site: { base }, sources: [{ iri: `${base}katalog`, graph }] }
}

async function publish(what: Publication): Promise<string> {
  return (await (await folderTarget({ folder })(what)).apply()).en
}

/** Every file below a folder with its content, node and date. */
function state(place = folder, below = ''): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(join(place, below), { withFileTypes: true })) {
    const path = join(below, name.name)
    if (name.isDirectory()) Object.assign(found, state(place, path))
    else {
      const { ino, mtimeMs } = statSync(join(place, path))
      found[path] = `${ino} ${mtimeMs} ${sha256Of(readFileSync(join(place, path)))}`
    }
  }
  return found
}

describe('a folder', () => {
  it('is not touched by publishing the same twice: no byte, no date', async () => {
    expect(await publish(await publication())).toMatch(/^\d+ files written, 0 unchanged, 0 removed\.$/)
    const first = state()
    expect(await publish(await publication())).toMatch(/^0 files written, \d+ unchanged, 0 removed\.$/)
    expect(state()).toEqual(first)
    expect(readdirSync(room)).toEqual(['webb'])
  })

  it('gets only what changed of a changed catalogue, and loses what is gone', async () => {
    await publish(await publication())
    const first = state()
    await publish(await publication(kommun.replaceAll('budget-2026', 'budget-2027')))
    const second = state()
    expect(second['dataset/badplatser.ttl']).toBe(first['dataset/badplatser.ttl'])
    expect(second['dataset/budget-2026.ttl']).toBeUndefined()
    expect(second['dataset/budget-2027.ttl']).toBeDefined()
    expect(second['datasets/dcat']).not.toBe(first['datasets/dcat'])
  })

  it('has sums that are right', async () => {
    await publish(await publication())
    const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
    expect(lines.length).toBe(Object.keys(state()).length - 1)
    for (const line of lines) {
      const [sum, name] = [line.slice(0, 64), line.slice(66)]
      expect({ name, sum: sha256Of(readFileSync(join(folder, name))) }).toEqual({ name, sum })
    }
  })

  it('gives at the address of an entity the bytes that a server gives', async () => {
    const what = await publication()
    await publish(what)
    for (const entity of entitiesOf(what.graph, base))
      for (const form of formsOf(entity.kind)) {
        const { path, body } = entityDocument(what.graph, entity, form, base)
        expect({ path, same: readFileSync(join(folder, path)).equals(body as Buffer) }).toEqual({
          path,
          same: true,
        })
      }
  })

  it('keeps what others have put there', async () => {
    await publish(await publication())
    mkdirSync(join(folder, 'bilder'))
    writeFileSync(join(folder, 'bilder/vapen.svg'), '<svg/>')
    symlinkSync('bilder/vapen.svg', join(folder, 'logga.svg'))
    const before = state()['bilder/vapen.svg']
    await publish(await publication(kommun.replaceAll('Luft', 'Vatten')))
    expect(state()['bilder/vapen.svg']).toBe(before)
    expect(readFileSync(join(folder, 'logga.svg'), 'utf8')).toBe('<svg/>')
  })

  it('refuses to write over the file of somebody else, and changes nothing', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'sitemap.xml'), 'min egen')
    await expect(publish(await publication())).rejects.toMatchObject({ code: 'OUTPUT_FAILED' })
    expect(Object.keys(state())).toEqual(['sitemap.xml'])
    expect(readdirSync(room)).toEqual(['webb'])
  })

  it('that is a symbolic link is pointed to the new state in one step', async () => {
    mkdirSync(join(room, 'v1'))
    symlinkSync('v1', folder)
    await publish(await publication())
    const first = state()
    await publish(await publication())
    expect(state()).toEqual(first)
    expect(readdirSync(room).filter((name) => name.startsWith('webb-'))).toHaveLength(1)
  })

  it('is put right after a run that was cut short', async () => {
    await publish(await publication())
    const first = state()
    const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim()
    renameSync(folder, join(room, `.webb.old-${dead}`))
    mkdirSync(join(room, `.webb.new-${dead}`))
    await publish(await publication())
    expect(state()).toEqual(first)
    expect(readdirSync(room)).toEqual(['webb'])
  })

  it('is put right after a run that had the number of this process, as it is in containers', async () => {
    mkdirSync(join(room, `.webb.new-${process.pid}`))
    await publish(await publication())
    expect(readdirSync(room)).toEqual(['webb'])
  })

  it('is measured against what was there before a run that was cut short between the old and the new', async () => {
    await publish(await publication())
    const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim()
    renameSync(folder, join(room, `.webb.old-${dead}`))
    const { before, shrinkage } = await folderTarget({ folder })(await publication())
    expect(before?.quads.count).toBeGreaterThan(0)
    expect(shrinkage?.before).toBeGreaterThan(0)
    expect(readdirSync(room)).toEqual([`.webb.old-${dead}`])
  })

  it('is published into by one at a time', async () => {
    mkdirSync(join(room, `.webb.new-${process.ppid}`))
    await expect(publish(await publication())).rejects.toThrow(/Another run/)
    expect(existsSync(folder)).toBe(false)
  })

  it('holds things whose addresses have awkward characters', async () => {
    const turtle = kommun
      .replaceAll('dataset/badplatser', 'dataset/badplatser%20och%20sj%C3%B6ar')
      .replaceAll('dataset/luftkvalitet', 'dataset/..%2F..%2Fluft')
    await publish(await publication(turtle))
    const names = Object.keys(state())
    expect(names).toContain('dataset/badplatser och sjöar.ttl')
    expect(names.filter((name) => name.includes('..'))).toEqual([])
    expect(readdirSync(room)).toEqual(['webb'])
  })
})

describe('the brake', () => {
  it('lets ten things or 15 % go, and no more', () => {
    expect(mayShrink({ before: 12, removed: 10 })).toBe(true)
    expect(mayShrink({ before: 12, removed: 11 })).toBe(false)
    expect(mayShrink({ before: 1000, removed: 150 })).toBe(true)
    expect(mayShrink({ before: 1000, removed: 151 })).toBe(false)
  })

  it('counts what is gone from the folder', async () => {
    await publish(await publication())
    const plan = await folderTarget({ folder })(
      await publication(kommun.replaceAll('budget-2026', 'budget-2027')),
    )
    // The dataset and its distribution.
    expect(plan.shrinkage).toMatchObject({ removed: 2 })
  })
})
