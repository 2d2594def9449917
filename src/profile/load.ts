// Loads a profile by name, or the user's own shapes by path, as one value.
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { GrunddataError } from '../errors.ts'
import { ID, iriId, subjects, text } from '../rdf/index.ts'
import { expand, type ShapeFile } from './expand.ts'
import { type ProfileFolder, packageFolder, profileFolders, shapeFiles } from './load-folder.ts'
import { firstText, textOf } from './load-read.ts'
import { readRules } from './load-rules.ts'
import { readSnapshot, snapshotFolder, writeSnapshot } from './load-snapshot.ts'
import { dcterms, own, rdfs } from './load-terms.ts'
import { readTurtle } from './load-turtle.ts'
import type { Profile } from './types.ts'
import { loadVocabularies } from './vocabulary.ts'

export interface LoadOptions {
  /** The package's folder that holds shapes/ and vocab/; default: this package's own. */
  readonly folder?: string
  /** Where snapshots of profiles are looked for; default: beside the compiled code. */
  readonly snapshots?: string
}

/** The profile that stands for "what is current": the newest DCAT-AP-SE. */
export const DEFAULT_PROFILE = 'dcat-ap-se'

/** Names of the profiles that come with the package, e.g. `dcat-ap-se@3.0.1`; the newest version first. */
export function profileNames({ folder = packageFolder() }: LoadOptions = {}): readonly string[] {
  return profileFolders(join(folder, 'shapes')).map(({ id, version }) => `${id}@${version}`)
}

/**
 * Loads a profile: `dcat-ap-se@3.0.1`, `dcat-ap-se` for its newest version, or the path of a Turtle file with shapes.
 * Throws PROFILE_UNKNOWN for another name and CONFIG_INVALID when its files are at fault.
 */
export async function loadProfile(
  name: string = DEFAULT_PROFILE,
  options: LoadOptions = {},
): Promise<Profile> {
  const folder = options.folder ?? packageFolder()
  const known = findFolder(name, profileFolders(join(folder, 'shapes')))
  const snapshots = options.snapshots ?? snapshotFolder()
  const snapshot = known && readSnapshot(snapshots, `${known.id}@${known.version}`, folder)
  if (!snapshot) return parseProfile(name, known, folder)
  return {
    ...snapshot,
    get vocabularies() {
      return loadVocabularies(join(folder, 'vocab'))
    },
  }
}

/** Leaves a snapshot of every profile beside the compiled code; for the build. Returns the names of the profiles. */
export function writeSnapshots(
  snapshots: string = snapshotFolder(),
  folder: string = packageFolder(),
): readonly string[] {
  const folders = profileFolders(join(folder, 'shapes'))
  return folders.map((known) => {
    const name = `${known.id}@${known.version}`
    writeSnapshot(snapshots, parseProfile(name, known, folder), folder)
    return name
  })
}

function parseProfile(name: string, known: ProfileFolder | undefined, folder: string): Profile {
  const shapes = join(folder, 'shapes')
  const reading: Reading = { shapes, files: [], seen: new Set(), without: new Set() }
  const vocabularies = loadVocabularies(join(folder, 'vocab'))
  const head = known ? readFolder(known.folder, reading) : readOwn(name, reading, { folder })
  if (!head) throw noShapes(name)
  const expanded = expand({ files: reading.files, without: reading.without, vocabularies })
  const foreign = new Set(known ? [] : [name])
  return {
    ...describe(head, known ?? { id: basename(name, extname(name)), version: '' }),
    shapes: expanded.shapes,
    rules: readRules(expanded, foreign),
    vocabularies,
  }
}

function findFolder(name: string, folders: readonly ProfileFolder[]): ProfileFolder | undefined {
  const [id, version] = name.split(/[@/]/)
  return folders.find((each) => each.id === id && (version === undefined || each.version === version))
}

interface Reading {
  readonly shapes: string
  readonly files: ShapeFile[]
  readonly seen: Set<string>
  readonly without: Set<string>
}

/** Reads a set of shapes after the sets it imports; returns its profile.ttl, if it has one. */
function readFolder(folder: string, reading: Reading): ShapeFile | undefined {
  if (reading.seen.has(folder)) return undefined
  reading.seen.add(folder)
  const path = join(reading.shapes, folder)
  if (!existsSync(path)) throw noShapes(folder)
  const head = existsSync(join(path, 'profile.ttl')) ? readFile(`${folder}/profile.ttl`, reading) : undefined
  if (head) follow(head, reading)
  const files = shapeFiles(path).map((name) => readFile(`${folder}/${name}`, reading))
  reading.files.push(...files)
  return head
}

function readFile(file: string, { shapes }: Reading): ShapeFile {
  return { file, graph: readTurtle(join(shapes, file)) }
}

/** Reads what a file imports and notes the rules it does without. */
function follow({ graph }: ShapeFile, reading: Reading): void {
  for (const iri of values({ graph }, own.without)) reading.without.add(iri)
  for (const folder of values({ graph }, own.imports).sort()) readFolder(folder, reading)
}

function values({ graph }: Pick<ShapeFile, 'graph'>, property: string): string[] {
  const predicate = iriId(graph, property)
  const { count, predicate: column, object } = graph.quads
  const found: string[] = []
  for (let i = 0; i < count; i++) if (column[i] === predicate) found.push(text(graph, object[i]))
  return found
}

/** The user's own shapes: any Turtle file. */
function readOwn(name: string, reading: Reading, options: LoadOptions): ShapeFile {
  if (!existsSync(name) || extname(name) === '') throw unknown(name, options)
  const head = { file: name, graph: readTurtle(name) }
  follow(head, reading)
  reading.files.push(head)
  return head
}

function unknown(name: string, options: LoadOptions): GrunddataError {
  const names = profileNames(options).join(', ')
  const message = { sv: `Profilen ${name} finns inte.`, en: `There is no profile ${name}.` }
  return new GrunddataError('PROFILE_UNKNOWN', message, {
    hint: {
      sv: `Välj bland ${names}, eller ange sökvägen till en egen Turtle-fil med regler.`,
      en: `Choose among ${names}, or give the path of a Turtle file of your own with shapes.`,
    },
  })
}

function describe({ graph }: ShapeFile, fallback: Pick<ProfileFolder, 'id' | 'version'>) {
  const [subject] = subjects(graph, ID.type, iriId(graph, own.Profile))
  if (subject === undefined) {
    const { id, version } = fallback
    return { id, version, title: { sv: id, en: id }, seeAlso: '' }
  }
  const id = firstText(graph, subject, dcterms.identifier) ?? fallback.id
  return {
    id,
    version: firstText(graph, subject, own.version) ?? fallback.version,
    title: textOf(graph, subject, dcterms.title) ?? { sv: id, en: id },
    seeAlso: firstText(graph, subject, rdfs.seeAlso) ?? '',
  }
}

function noShapes(folder: string): GrunddataError {
  return new GrunddataError('CONFIG_INVALID', {
    sv: `Profilen ${folder} saknar regler på disken.`,
    en: `The profile ${folder} has no shapes on disk.`,
  })
}
