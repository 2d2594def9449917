// A folder for any static web server. The new state is made beside it and takes its place in one go; files that stay
// the same are the same files, with the same date. What somebody else has put there is kept.
import { link, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { GrunddataError } from '../../errors.ts'
import type { Text } from '../../finding.ts'
import { type Graph, parse } from '../../rdf/index.ts'
import { type Artifact, bytesOf, fileNameOf } from '../artifact.ts'
import { withChecksums } from '../checksums.ts'
import { publishAll } from '../publishers.ts'
import { serverFiles } from '../server-files.ts'
import { copyFile } from './folder-files.ts'
import { standsAt, takeLock } from './folder-lock.ts'
import { type Plan, shrinkageOf, type Target } from './target.ts'

const SUMS = 'SHA256SUMS'
const DUMP = 'dump.nq'

export interface FolderOptions {
  readonly folder: string
  /** More artifacts, such as pages; of two at the same path the first counts. */
  readonly more?: () => AsyncIterable<Artifact>
}

/** Publishes everything into a folder. Rejects with OUTPUT_FAILED. */
export function folderTarget({ folder, more }: FolderOptions): Target {
  return async (publication): Promise<Plan> => {
    const place = resolve(folder)
    const before = await readDump(await standsAt(place))
    const artifacts = () =>
      withChecksums(
        concat(
          publishAll(publication.graph, publication.site),
          serverFiles(publication.site),
          more?.() ?? [],
        ),
      )
    return {
      before,
      after: publication.graph,
      steps: undefined,
      shrinkage: before && shrinkageOf(before, publication.graph, publication.site.base),
      notes: [],
      apply: (onStep) => wrapped(folder, () => swapIn(place, artifacts(), onStep)),
    }
  }
}

/** All of them; of two at the same path the first. */
async function* concat(
  ...parts: readonly (Iterable<Artifact> | AsyncIterable<Artifact>)[]
): AsyncGenerator<Artifact> {
  const paths = new Set<string>()
  for (const part of parts)
    for await (const artifact of part) {
      if (paths.has(artifact.path)) continue
      paths.add(artifact.path)
      yield artifact
    }
}

async function readDump(place: string): Promise<Graph | undefined> {
  const file = join(place, DUMP)
  const bytes = await readFile(file).catch(() => undefined)
  return bytes && parse({ name: file, bytes }, { syntax: 'nquads' })
}

interface Tally {
  written: number
  unchanged: number
  removed: number
}

async function swapIn(
  place: string,
  artifacts: AsyncIterable<Artifact>,
  onStep?: (done: number, total: number) => void,
): Promise<Text> {
  const lock = await takeLock(place)
  const { fresh } = lock
  const tally: Tally = { written: 0, unchanged: 0, removed: 0 }
  try {
    const ours = await filesOfBefore(place)
    const made = new Set<string>()
    const folders = new Set<string>()
    for await (const artifact of artifacts) {
      const name = fileNameOf(artifact.path)
      made.add(name)
      const folder = dirname(join(fresh, name))
      if (!folders.has(folder)) await mkdir(folder, { recursive: true })
      folders.add(folder)
      await placeOne({ place, fresh, name, isOurs: ours.has(name), tally }, artifact)
      if (made.size % 100 === 0) onStep?.(made.size, ours.size)
    }
    for (const name of ours) if (!made.has(name)) tally.removed++
    await keepOthers({ place, fresh, skip: (name) => made.has(name) || ours.has(name) }, '')
    await lock.swap()
  } finally {
    await lock.release()
  }
  return told(tally)
}

interface Placing {
  readonly place: string
  readonly fresh: string
  readonly name: string
  readonly isOurs: boolean
  readonly tally: Tally
}

/** Writes a file, or links the one that is there when it says the same. */
async function placeOne({ place, fresh, name, isOurs, tally }: Placing, { body }: Artifact): Promise<void> {
  const bytes = bytesOf(body)
  const old = join(place, name)
  const known = await readFile(old).catch(() => undefined)
  if (known && !isOurs && !known.equals(bytes)) throw inTheWay(name)
  if (known?.equals(bytes)) {
    await linkOrCopy(old, join(fresh, name))
    tally.unchanged++
    return
  }
  await writeFile(join(fresh, name), bytes)
  tally.written++
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}

/** The files that the last publication wrote, by its own list. */
async function filesOfBefore(place: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(place, SUMS), 'utf8').catch(() => '')
  const names = [...text.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map(([, name]) => name)
  return new Set(names.length > 0 ? [...names, SUMS] : [])
}

interface Keeping {
  readonly place: string
  readonly fresh: string
  readonly skip: (name: string) => boolean
}

/** Carries over what is not ours: other files, links, and folders with them. */
async function keepOthers(keeping: Keeping, below: string): Promise<void> {
  const { place, fresh, skip } = keeping
  const entries = await readdir(join(place, below), { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) await keepOthers(keeping, name)
    else if (!skip(name)) {
      await mkdir(dirname(join(fresh, name)), { recursive: true })
      if (entry.isSymbolicLink()) await symlink(await readlink(join(place, name)), join(fresh, name))
      else if (entry.isFile()) await linkOrCopy(join(place, name), join(fresh, name))
    }
  }
}

function told({ written, unchanged, removed }: Tally): Text {
  return {
    sv: `${written} filer skrivna, ${unchanged} oförändrade, ${removed} borttagna.`,
    en: `${written} files written, ${unchanged} unchanged, ${removed} removed.`,
  }
}

function inTheWay(name: string): GrunddataError {
  return new GrunddataError(
    'OUTPUT_FAILED',
    {
      sv: `${name} finns redan och är inte skriven av grunddata.`,
      en: `${name} is there already and was not written by grunddata.`,
    },
    {
      hint: {
        sv: 'Flytta filen eller välj en annan mapp. Ingenting har ändrats.',
        en: 'Move the file or choose another folder. Nothing was changed.',
      },
    },
  )
}

async function wrapped<T>(folder: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    if (cause instanceof GrunddataError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new GrunddataError(
      'OUTPUT_FAILED',
      { sv: `Mappen ${folder} gick inte att skriva.`, en: `The folder ${folder} could not be written.` },
      {
        hint: {
          sv: `Kontrollera att du får skriva i mappen ovanför den, och att det finns plats (${reason}).`,
          en: `Check that you may write in the folder above it, and that there is room (${reason}).`,
        },
        cause,
      },
    )
  }
}
