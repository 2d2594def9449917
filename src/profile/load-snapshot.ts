// Profiles as the build leaves them beside the compiled code: read in a few milliseconds instead of parsed from Turtle.
// A snapshot is used only while every file it was made from is byte for byte the same; otherwise Turtle is read.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { endianness } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packGraph, unpackGraph } from '../rdf/index.ts'
import type { Profile, Rule } from './types.ts'

/** A profile without its vocabularies, which are read when they are asked for. */
export type Snapshot = Omit<Profile, 'vocabularies'>

interface Head extends Omit<Snapshot, 'shapes' | 'rules'> {
  readonly key: string
  readonly rules: readonly Rule[]
}

/** Where the build leaves snapshots: beside the code that made them, so that the two always belong together. */
export function snapshotFolder(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'snapshots')
}

/** The content of all Turtle files below shapes/ and in vocab/, as one hash. */
export function contentKey(folder: string): string {
  const hash = createHash('sha1')
  for (const part of ['shapes', 'vocab']) {
    for (const name of turtleFiles(join(folder, part), part === 'shapes')) {
      const bytes = readFileSync(join(folder, part, name))
      hash.update(`${part}/${name} ${bytes.length}\n`).update(bytes)
    }
  }
  return hash.digest('base64')
}

function turtleFiles(folder: string, deep: boolean, below = ''): readonly string[] {
  const names: string[] = []
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) names.push(...(deep ? turtleFiles(folder, deep, name) : []))
    else if (name.endsWith('.ttl')) names.push(name)
  }
  return names.sort()
}

/** The snapshot of a profile in a folder of snapshots, or undefined when there is none or the profile has changed. */
export function readSnapshot(snapshots: string, name: string, folder: string): Snapshot | undefined {
  const file = join(snapshots, fileName(name))
  if (endianness() !== 'LE' || !existsSync(file)) return undefined
  const bytes = Uint8Array.from(readFileSync(file))
  const [size] = new Uint32Array(bytes.buffer, 0, 1)
  const head = JSON.parse(Buffer.from(bytes.buffer, 4, size).toString('utf8')) as Head
  if (head.key !== contentKey(folder)) return undefined
  const { key, rules, ...rest } = head
  return {
    ...rest,
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    shapes: unpackGraph(bytes.subarray(aligned(4 + size))),
  }
}

/** Writes the snapshot of a profile that was loaded from `folder`. */
export function writeSnapshot(snapshots: string, profile: Profile, folder: string): void {
  const { id, version, title, seeAlso, rules, shapes } = profile
  const head: Head = { key: contentKey(folder), id, version, title, seeAlso, rules: [...rules.values()] }
  const json = Buffer.from(JSON.stringify(head))
  const graph = packGraph(shapes)
  const bytes = new Uint8Array(aligned(4 + json.length) + graph.length)
  new Uint32Array(bytes.buffer, 0, 1)[0] = json.length
  bytes.set(json, 4)
  bytes.set(graph, aligned(4 + json.length))
  mkdirSync(snapshots, { recursive: true })
  writeFileSync(join(snapshots, fileName(`${id}@${version}`)), bytes)
}

function aligned(size: number): number {
  return Math.ceil(size / 4) * 4
}

function fileName(name: string): string {
  return `${name}.bin`
}
