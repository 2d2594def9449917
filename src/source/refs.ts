// From what a user writes (file, folder, glob, URL, `-`) to the single sources it means.
import { stat } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import type { ReadFailure } from './types.ts'

/** Extensions that a folder is searched for. */
const RDF_FILES = ['ttl', 'turtle', 'trig', 'nt', 'nq', 'rdf', 'owl', 'xml', 'jsonld', 'json']

export type Ref =
  | { readonly kind: 'stdin'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'url'; readonly name: string }

/** The sources of the references, in order, sorted within a folder or glob; what does not exist is a failure. */
export async function expandRefs(
  refs: readonly string[],
  extensions: readonly string[] = [],
): Promise<readonly (Ref | { readonly failure: ReadFailure })[]> {
  const all: (Ref | { failure: ReadFailure })[] = []
  for (const ref of refs) all.push(...(await expandRef(ref, extensions)))
  return all
}

async function expandRef(
  ref: string,
  extensions: readonly string[],
): Promise<readonly (Ref | { failure: ReadFailure })[]> {
  if (ref === '-') return [{ kind: 'stdin', name: '-' }]
  if (/^https?:\/\//i.test(ref)) return [{ kind: 'url', name: ref }]
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(ref)
  if (scheme) return [failed(ref, unsupportedScheme(scheme[1]))]
  const info = await stat(ref).catch(() => undefined)
  if (info?.isDirectory()) {
    const all = [...new Set([...RDF_FILES, ...extensions])]
    return matching(`**/*.{${all.join(',')}}`, ref)
  }
  if (info) return [{ kind: 'file', name: ref }]
  if (/[*?[{]/.test(ref)) return matching(ref, undefined)
  return [failed(ref, notFound(ref))]
}

async function matching(pattern: string, folder: string | undefined) {
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern, {
    ...(folder ? { cwd: folder } : {}),
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  })
  const base = folder === undefined || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`
  const files = found.sort().map((path) => ({ kind: 'file' as const, name: `${base}${path}` }))
  if (files.length > 0) return files
  const ref = folder ?? pattern
  return [
    failed(
      ref,
      new GrunddataError(
        'SOURCE_NOT_FOUND',
        { sv: `Inga RDF-filer passar ${ref}.`, en: `No RDF files match ${ref}.` },
        {
          hint: {
            sv: 'Ange en fil eller en mapp med filer som slutar på .ttl, .rdf, .xml, .jsonld, .nt, .nq eller .trig.',
            en: 'Name a file, or a folder with files ending in .ttl, .rdf, .xml, .jsonld, .nt, .nq or .trig.',
          },
        },
      ),
    ),
  ]
}

function failed(name: string, error: GrunddataError): { failure: ReadFailure } {
  return { failure: { name, error } }
}

function notFound(ref: string): GrunddataError {
  return new GrunddataError(
    'SOURCE_NOT_FOUND',
    { sv: `Filen eller mappen ${ref} finns inte.`, en: `There is no file or folder ${ref}.` },
    {
      hint: {
        sv: 'Kontrollera sökvägen; en webbadress börjar med http:// eller https://.',
        en: 'Check the path; a web address begins with http:// or https://.',
      },
    },
  )
}

function unsupportedScheme(scheme: string): GrunddataError {
  return new GrunddataError(
    'SOURCE_REFUSED',
    {
      sv: `Adresser som börjar med ${scheme}:// läses inte.`,
      en: `Addresses beginning with ${scheme}:// are not read.`,
    },
    {
      hint: { sv: 'Använd http eller https, eller en fil.', en: 'Use http or https, or a file.' },
    },
  )
}
