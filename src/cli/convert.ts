// `grunddata convert`: reads one source in any syntax and writes it in another.
import { GrunddataError } from '../errors.ts'
import { type Document, decodeDocument, parse, type SyntaxId, syntaxes } from '../rdf/index.ts'
import { type RawDocument, read } from '../source/index.ts'
import type { Call } from './call.ts'
import { syntaxIds } from './options.ts'
import { writeWhole } from './outputs.ts'
import { contextLoader } from './remote-context.ts'

/** Exit code 1 when parts of the source could not be understood and so are missing from the result. */
export async function run({ args: [ref], values, terminal }: Call): Promise<number> {
  const to = targetSyntax(values.one('to'), values.one('file'))
  const raw = await readOne(ref)
  const decoded = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
  const document: Document = { ...raw, bytes: decoded.bytes }
  const syntax = values.one('syntax') as SyntaxId | undefined
  const graph = await parse(document, {
    ...(syntax && { syntax }),
    ...(document.url && { base: document.url }),
    ...(values.has('allowRemoteContext') && { loadContext: contextLoader() }),
  })
  const file = values.one('file')
  if (file === undefined) for (const piece of syntaxes[to].write(graph)) terminal.write(piece)
  else await writeWhole(file, syntaxes[to].write(graph))
  if (graph.problems.length === 0) return 0
  terminal.tell(lost(graph.problems.length, ref)[terminal.lang])
  return 1
}

function targetSyntax(wish: string | undefined, file: string | undefined): SyntaxId {
  const extension = /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1].toLowerCase() ?? ''
  const known = wish ?? syntaxIds.find((id) => syntaxes[id].extensions.includes(extension))
  if (known) return known as SyntaxId
  const list = syntaxIds.join(', ')
  throw new GrunddataError(
    'USAGE',
    { sv: 'Ange vilket filformat som ska skrivas med --to.', en: 'Say which syntax to write with --to.' },
    { hint: { sv: `Välj bland ${list}.`, en: `Choose among ${list}.` } },
  )
}

async function readOne(ref: string): Promise<RawDocument> {
  const found: RawDocument[] = []
  for await (const result of read([ref], { stdin: process.stdin })) {
    if ('failure' in result) throw result.failure.error
    found.push(result.document)
    if (found.length > 1)
      throw new GrunddataError('USAGE', {
        sv: `${ref} är flera filer: ange en i taget.`,
        en: `${ref} is several files: give one at a time.`,
      })
  }
  if (found.length === 1) return found[0]
  throw new GrunddataError('SOURCE_NOT_FOUND', { sv: `${ref} finns inte.`, en: `${ref} does not exist.` })
}

function lost(count: number, ref: string) {
  return {
    sv: `grunddata: ${count} fel i källan; det som inte gick att tolka saknas i resultatet.\n  Se dem med grunddata validate ${ref}\n`,
    en: `grunddata: ${count} faults in the source; what could not be understood is missing from the result.\n  See them with grunddata validate ${ref}\n`,
  }
}
