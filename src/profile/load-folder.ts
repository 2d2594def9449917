// Where profiles are kept: finds the package's shapes/ and vocab/ folders and lists what is in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GrunddataError } from '../errors.ts'

/** The folder of this package, wherever its code was compiled to. */
export function packageFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'grunddata') return folder
    if (folder === dirname(folder))
      throw new GrunddataError('INTERNAL', {
        sv: `Paketet grunddata hittades inte ovanför ${from}.`,
        en: `The grunddata package was not found above ${from}.`,
      })
  }
}

/** A profile in the shapes folder. `folder` is relative to it, with slashes. */
export interface ProfileFolder {
  readonly id: string
  readonly version: string
  readonly folder: string
}

/** Every folder with a profile.ttl, at shapes/<id>/<version>/ ; newest version first within an id. */
export function profileFolders(shapes: string): readonly ProfileFolder[] {
  const found: ProfileFolder[] = []
  for (const id of foldersIn(shapes)) {
    const versions = foldersIn(join(shapes, id)).filter((version) =>
      existsSync(join(shapes, id, version, 'profile.ttl')),
    )
    versions.sort((a, b) => compareVersions(b, a))
    for (const version of versions) found.push({ id, version, folder: `${id}/${version}` })
  }
  return found
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Names of the Turtle files of a set of shapes, without its profile.ttl, in alphabetical order. */
export function shapeFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ttl') && name !== 'profile.ttl')
    .sort()
}

/** Orders dotted versions by their numbers. */
export function compareVersions(a: string, b: string): number {
  const x = a.split('.').map(Number)
  const y = b.split('.').map(Number)
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
