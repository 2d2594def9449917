// Files that a command changes: read once, checked as often as needed, and written back whole in the same encoding.
import { type ErrorCode, errorCodes, GrunddataError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { type Document, decodeDocument, type Graph, parse, type SyntaxId } from '../rdf/index.ts'
import { type RawDocument, read } from '../source/index.ts'
import { validateDocument } from '../validate.ts'
import type { Call } from './call.ts'
import { tellFailure } from './failure.ts'
import { writeWhole } from './outputs.ts'
import { contextLoader } from './remote-context.ts'
import { readSettings, type Settings } from './settings.ts'

/** One text that may be changed. */
export interface TextFile {
  readonly name: string
  /** UTF-8 without a byte order mark. */
  readonly bytes: Uint8Array
  readonly hasMark: boolean
  readonly text: () => string
  /** Reads a version of the text. */
  readonly read: (bytes: Uint8Array) => Promise<Graph>
  /** The findings of a version of the text. */
  readonly check: (bytes: Uint8Array) => Promise<readonly Finding[]>
}

export interface Opened {
  readonly opened: readonly TextFile[]
  /** Exit code of the gravest failure, 0 for none. Failures are told of. */
  readonly worst: number
}

/** Reads the sources of a call. One that is not UTF-8 is refused, since it would be written in another encoding. */
export async function openTexts(call: Call): Promise<Opened> {
  const settings = await readSettings(call)
  const target = call.values.one('changed')
  const opened: TextFile[] = []
  let worst = 0
  for await (const result of read(call.args, { stdin: process.stdin })) {
    if ('document' in result) {
      const file = openText(result.document, call, settings)
      if ('bytes' in file) opened.push(file)
      else worst = Math.max(worst, tellFailure(file.error, call.terminal))
    } else {
      const { error } = result.failure
      worst = Math.max(worst, errorCodes[error.code as ErrorCode]?.exit ?? 3)
      tellFailure(error, call.terminal)
    }
  }
  if (target !== undefined && opened.length > 1)
    throw new GrunddataError(
      'USAGE',
      {
        sv: `--output ${target} kan inte rymma ${opened.length} filer.`,
        en: `--output ${target} cannot hold ${opened.length} files.`,
      },
      {
        hint: {
          sv: 'Ta en fil i taget, eller utelämna --output så ändras filerna där de är.',
          en: 'Take one file at a time, or leave out --output to change the files where they are.',
        },
      },
    )
  return { opened, worst }
}

function openText(
  raw: RawDocument,
  { values }: Call,
  settings: Settings,
): TextFile | { error: GrunddataError } {
  const decoded = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
  const other = decoded.problems.find(({ rule }) => rule === 'document-encoding')
  if (other) return { error: notUtf8(raw.name, String(other.params?.encoding)) }
  const syntax = values.one('syntax') as SyntaxId | undefined
  const loadContext = values.has('allowRemoteContext') ? contextLoader() : undefined
  const documentOf = (bytes: Uint8Array): Document => ({ ...raw, bytes })
  // The profile of the first version holds for the others: mending must not change what is asked for.
  let profile = values.isGiven('profile') ? values.one('profile') : undefined
  return {
    name: raw.name,
    bytes: decoded.bytes,
    hasMark: decoded.problems.some(({ rule }) => rule === 'document-bom'),
    text: () => Buffer.from(decoded.bytes).toString('utf8'),
    read: (bytes) =>
      parse(documentOf(bytes), {
        ...(syntax && { syntax }),
        ...(raw.url && { base: raw.url }),
        ...(loadContext && { loadContext }),
      }),
    check: async (bytes) => {
      const { reports } = await validateDocument(documentOf(bytes), {
        ...(profile !== undefined && { profile }),
        ...(syntax && { syntax }),
        ...(settings.policy && { policy: settings.policy }),
        ...(loadContext && { loadContext }),
      })
      if (profile === undefined && !settings.policy?.profile) profile = reports[0].profile
      return reports[0].findings
    },
  }
}

function notUtf8(name: string, encoding: string): GrunddataError {
  return new GrunddataError(
    'SOURCE_UNREADABLE',
    {
      sv: `${name} är skriven i ${encoding} och ändras inte.`,
      en: `${name} is written in ${encoding} and is not changed.`,
    },
    { hint: { sv: 'Spara filen som UTF-8 först.', en: 'Save the file as UTF-8 first.' } },
  )
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** Writes a text where it came from, or to --output; standard input goes to standard output. */
export async function writeText(
  file: TextFile,
  bytes: Uint8Array,
  { values, terminal }: Call,
): Promise<void> {
  const target = values.one('changed') ?? file.name
  if (target === '-') {
    terminal.write(Buffer.from(bytes).toString('utf8'))
    return
  }
  if (/^https?:/i.test(target))
    throw new GrunddataError(
      'USAGE',
      { sv: `${target} går inte att skriva till.`, en: `${target} cannot be written to.` },
      { hint: { sv: 'Ange en fil med --output.', en: 'Give a file with --output.' } },
    )
  await writeWhole(target, file.hasMark ? Buffer.concat([MARK, bytes]) : bytes)
}
