// Reads the catalogues in a folder, such as a git checkout: RDF, ISO 19139 records and descriptions of APIs.
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { glob } from 'tinyglobby'
import { textOf } from '../content.ts'
import { unasked } from '../http/index.ts'
import type { Source } from '../sources/types.ts'
import type { RawDocument } from '../types.ts'
import { isOpenApi } from './openapi.ts'
import type { DocumentForm, Given, Visit } from './types.ts'

const FILES = '**/*.{ttl,turtle,trig,nt,nq,rdf,owl,xml,jsonld,json,yaml,yml}{,.gz}'

export async function* readFolder(source: Source, visit: Visit): AsyncIterable<Given> {
  const folder = source.url.startsWith('file:') ? fileURLToPath(source.url) : source.url
  const isFolder = (await stat(folder).catch(() => undefined))?.isDirectory() ?? false
  if (!isFolder) {
    yield { failure: unasked(folder, { kind: 'address', ...noFolder(folder) }) }
    return
  }
  const root = await realpath(folder)
  const found = await glob(source.settings.files ?? FILES, {
    cwd: root,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  })
  let given = 0
  for (const name of found.sort()) {
    const path = await realpath(join(root, name)).catch(() => undefined)
    // A link out of the folder would let whoever writes to it read other files of ours.
    if (!path?.startsWith(root + sep)) continue
    const visited = await visit.file(name, path)
    if (!visited?.document) continue
    const { document, page } = visited
    const form = formOf(document)
    if (!form) continue
    const graph = form === 'rdf' ? await visit.parse(document) : undefined
    if (form === 'rdf' && !graph) continue
    given++
    yield { document, form, ...(graph && { graph }), page }
  }
  if (given === 0) yield { failure: unasked(folder, { kind: 'content', ...nothingIn(folder) }) }
  const revision = await revisionOf(root)
  if (revision) yield { note: { rule: 'source-revision', url: folder, params: { revision } } }
}

/** Undefined for files that are something else altogether, such as package.json. */
function formOf(document: RawDocument): DocumentForm | undefined {
  const head = textOf({ ...document, bytes: document.bytes.subarray(0, 20_000) })
  if (/<(\w+:)?MD_Metadata[\s>]/.test(head)) return 'iso-19139'
  const name = document.name.replace(/\.gz$/, '')
  if (/\.(json|ya?ml)$/.test(name)) {
    if (isOpenApi(head)) return 'openapi'
    return name.endsWith('.json') && /"@(context|graph|id)"/.test(head) ? 'rdf' : undefined
  }
  return 'rdf'
}

/** The commit that a git checkout is at. Source: gitrepository-layout. */
async function revisionOf(root: string): Promise<string | undefined> {
  const text = async (...path: readonly string[]) =>
    readFile(join(root, '.git', ...path), 'utf8').catch(() => undefined)
  const head = (await text('HEAD'))?.trim()
  const name = head && /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1]
  if (!name || name.includes('..')) return head && /^[0-9a-f]{40}$/.test(head) ? head : undefined
  const loose = (await text(...name.split('/')))?.trim()
  return (
    loose ??
    new RegExp(`^([0-9a-f]{40}) ${name.replaceAll('.', '\\.')}$`, 'm').exec(
      (await text('packed-refs')) ?? '',
    )?.[1]
  )
}

function noFolder(folder: string) {
  return {
    text: { sv: `Mappen ${folder} finns inte.`, en: `There is no folder ${folder}.` },
    hint: {
      sv: 'Rätta sökvägen: den räknas från mappen där sources.yaml ligger.',
      en: 'Correct the path: it counts from the folder of sources.yaml.',
    },
  }
}

function nothingIn(folder: string) {
  return {
    text: { sv: `Mappen ${folder} har inga kataloger.`, en: `The folder ${folder} has no catalogues.` },
    hint: {
      sv: 'Lägg RDF-filer i mappen, eller ange ett mönster under settings.files.',
      en: 'Put RDF files into the folder, or give a pattern under settings.files.',
    },
  }
}
