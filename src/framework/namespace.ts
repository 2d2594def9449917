// The model as Turtle: whole, or one resource with all that belongs to it, in our namespace or in one's own.
// Hides how vocab/national is laid out: one statement group per resource, with an empty line between them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../profile/index.ts'

/** Where everything that we name ourselves is named. */
export const DEFAULT_NAMESPACE = 'https://w3id.org/grunddata/'

/**
 * A text in any syntax (Turtle, JSON-LD …) with our namespace replaced by another one, which ends in `/` or `#`.
 * Addresses in the namespaces of others, such as the observed domain concepts, stay as they are.
 */
export function inNamespace(text: string, namespace: string = DEFAULT_NAMESPACE): string {
  return namespace === DEFAULT_NAMESPACE ? text : text.replaceAll(DEFAULT_NAMESPACE, namespace)
}

interface Model {
  readonly prefixes: ReadonlyMap<string, string>
  /** Texts by the IRI they describe, in the order of the files. */
  readonly blocks: ReadonlyMap<string, string>
}

let model: Model | undefined

function readModel(): Model {
  if (model) return model
  const folder = join(packageFolder(), 'vocab', 'national')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ttl'))
    .sort()
  const prefixes = new Map<string, string>()
  const blocks = new Map<string, string>()
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [line, prefix] of text.matchAll(/^@prefix ([a-z]+:) .*$/gm)) prefixes.set(prefix, line)
    for (const block of text.split('\n\n')) {
      const iri = /^<([^>]+)>|^([a-z]+:\w+) /.exec(block.trimStart())
      if (iri) blocks.set(iri[1] ?? iri[2], block.trim())
    }
  }
  return (model = { prefixes, blocks })
}

function asTurtle(blocks: readonly string[], namespace: string | undefined): string {
  const body = blocks.join('\n\n')
  const used = [...readModel().prefixes].filter(([prefix]) =>
    new RegExp(`(^|[\\s^])${prefix}`, 'm').test(body),
  )
  const head = used.map(([, line]) => line).sort()
  return inNamespace(`${head.join('\n')}\n\n${body}\n`, namespace)
}

/** Resources below a part of our namespace (`component/`), or the whole model when none is given. */
export function modelTurtle(parts: readonly string[] = [''], namespace?: string): string {
  const wanted = [...readModel().blocks].filter(
    ([iri]) => parts.includes('') || parts.some((part) => iri.startsWith(DEFAULT_NAMESPACE + part)),
  )
  return asTurtle(
    wanted.map(([, block]) => block),
    namespace,
  )
}

/** Resources with what is said about them and what they refer to, one step away; unknown IRIs give nothing. */
export function resourceTurtle(iris: readonly string[], namespace?: string): string {
  const { blocks } = readModel()
  const names = (block: string) => [...block.matchAll(/<([^>]+)>/g)].map(([, iri]) => iri)
  const own = new Set(iris)
  for (const [iri, block] of blocks)
    if (isAbout(block) && names(block).some((name) => iris.includes(name))) own.add(iri)
  const wanted = new Set(own)
  for (const iri of own) for (const name of names(blocks.get(iri) ?? '')) wanted.add(name)
  return asTurtle(
    [...blocks].filter(([iri]) => wanted.has(iri)).map(([, block]) => block),
    namespace,
  )
}

/** Statements of status, datasets, specifications and services name what they belong to; lists and figures do not. */
function isAbout(block: string): boolean {
  return /grunddata:(about|domain|partOf) </.test(block) && !block.includes('a grunddata:Inconsistency')
}
