// Reads each source in turn. A source that fails is told of, and the next one is read.
import { readFile, stat } from 'node:fs/promises'
import { GrunddataError, isGrunddataError } from '../errors.ts'
import { expandRefs, type Ref } from './refs.ts'
import { defaultLimits, type RawDocument, type ReadOptions, type ReadResult } from './types.ts'

/** Documents for files, folders, globs, http(s) URLs and `-` (standard input), one at a time and in order. */
export async function* read(refs: readonly string[], options: ReadOptions = {}): AsyncIterable<ReadResult> {
  for (const ref of await expandRefs(refs, options.extensions)) {
    if ('failure' in ref) yield ref
    else yield await readRef(ref, options)
  }
}

/** {@link read}, except that a file is left on disk when `isLeft` says so of its size in bytes. */
export async function* readOrLeave(
  refs: readonly string[],
  isLeft: (bytes: number) => boolean,
  options: ReadOptions = {},
): AsyncIterable<ReadResult | { readonly file: string }> {
  for (const ref of await expandRefs(refs, options.extensions)) {
    if ('failure' in ref) yield ref
    else if (ref.kind === 'file' && isLeft(await sizeOf(ref.name))) yield { file: ref.name }
    else yield await readRef(ref, options)
  }
}

async function sizeOf(name: string): Promise<number> {
  return (await stat(name).catch(() => undefined))?.size ?? 0
}

async function readRef(ref: Ref, options: ReadOptions): Promise<ReadResult> {
  try {
    return { document: await readers[ref.kind](ref.name, options) }
  } catch (error) {
    if (!isGrunddataError(error)) throw error
    return { failure: { name: ref.name, error } }
  }
}

type RefReader = (name: string, options: ReadOptions) => Promise<RawDocument>

const readers: Readonly<Record<Ref['kind'], RefReader>> = {
  file: readFileRef,
  stdin: readStdin,
  url: async (name, options) => (await import('./http/index.ts')).fetchDocument(name, options),
}

async function readFileRef(name: string, options: ReadOptions): Promise<RawDocument> {
  const maxBytes = options.limits?.maxBytes ?? defaultLimits.maxBytes
  try {
    const { size } = await stat(name)
    if (size > maxBytes)
      throw new GrunddataError('SOURCE_TOO_LARGE', {
        sv: `${name} är större än ${maxBytes} byte.`,
        en: `${name} is larger than ${maxBytes} bytes.`,
      })
    return { name, bytes: await readFile(name) }
  } catch (cause) {
    if (isGrunddataError(cause)) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new GrunddataError(
      'SOURCE_UNREADABLE',
      { sv: `${name} går inte att läsa: ${reason}.`, en: `${name} cannot be read: ${reason}.` },
      {
        cause,
        hint: {
          sv: 'Kontrollera att filen finns och att du får läsa den.',
          en: 'Check that the file exists and that you may read it.',
        },
      },
    )
  }
}

async function readStdin(name: string, options: ReadOptions): Promise<RawDocument> {
  if (!options.stdin)
    throw new GrunddataError('USAGE', {
      sv: 'Det finns ingen standardindata att läsa.',
      en: 'There is no standard input to read.',
    })
  const chunks: Uint8Array[] = []
  for await (const chunk of options.stdin) chunks.push(chunk)
  return { name, bytes: Buffer.concat(chunks) }
}
