// The toolkit's four tasks over documents that a visitor gives: validate, convert, upgrade, merge.
// They are the commands of the same names; nothing is kept.
import { mergeGraphs, upgradeText } from '../../author/index.ts'
import { GrunddataError } from '../../errors.ts'
import type { Report, Text } from '../../finding.ts'
import type { Io } from '../../io.ts'
import { decodeDocument, parse, position, type SyntaxId, syntaxes } from '../../rdf/index.ts'
import type { RawDocument } from '../../source/index.ts'
import { validateDocument } from '../../validate.ts'

export const tasks = ['validate', 'convert', 'upgrade', 'merge'] as const
export type Task = (typeof tasks)[number]

export interface Assignment {
  readonly task: Task
  readonly documents: readonly RawDocument[]
  /** Profile to validate against, or `auto`. */
  readonly profile: string
  /** Syntax to write. */
  readonly to: SyntaxId
}

export interface Outcome {
  readonly task: Task
  /** What was checked, for a validation: the text in UTF-8. */
  readonly source?: { readonly name: string; readonly text: string }
  readonly report?: Report
  /** What was made, for the other tasks. */
  readonly result?: { readonly text: string; readonly syntax: SyntaxId }
  /** What was done, or could not be. */
  readonly notes: readonly Text[]
  /** What a person has to decide. */
  readonly proposals: readonly Text[]
}

const MAX_NOTES = 200

/** Throws a GrunddataError for what cannot be done; faults in the documents are findings and notes. */
export async function runTask(assignment: Assignment, io: Io): Promise<Outcome> {
  if (assignment.documents.length === 0)
    throw new GrunddataError('USAGE', {
      sv: 'Klistra in en katalog, välj en fil eller ange en adress.',
      en: 'Paste a catalogue, choose a file or give an address.',
    })
  return runners[assignment.task](assignment, io)
}

const runners: Readonly<Record<Task, (assignment: Assignment, io: Io) => Promise<Outcome>>> = {
  validate: async ({ task, documents: [document], profile }, io) => {
    const decoded = utf8(document)
    const { reports } = await validateDocument(decoded, { profile, io })
    return {
      task,
      source: { name: document.name, text: textOf(decoded.bytes) },
      report: reports[0],
      notes: [],
      proposals: [],
    }
  },
  convert: async ({ task, documents: [document], to }) => {
    const graph = await read(document)
    const text = [...syntaxes[to].write(graph, { prefixes: graph.prefixes })].join('')
    return { task, result: { text, syntax: to }, notes: lostNote(graph.problems.length), proposals: [] }
  },
  upgrade: async ({ task, documents: [document], to }) => {
    const { bytes } = utf8(document)
    const upgraded = await upgradeText(bytes, {
      read: (own) => read({ ...document, bytes: own }),
      lineOf: ({ source }, at) => (source && at >= 0 ? position(source, at).line : 0),
    })
    const graph = await read({ ...document, bytes: upgraded.bytes })
    const own = (graph.source?.syntax || 'turtle') as SyntaxId
    const isOwn = own === to
    const text = isOwn
      ? textOf(upgraded.bytes)
      : [...syntaxes[to].write(graph, { prefixes: graph.prefixes })].join('')
    return {
      task,
      result: { text, syntax: to },
      notes: upgraded.done.slice(0, MAX_NOTES).map(({ text: words, line }) => atLine(words, line)),
      proposals: [...upgraded.proposed, ...upgraded.left]
        .slice(0, MAX_NOTES)
        .map(({ text: words, line }) => atLine(words, line)),
    }
  },
  merge: async ({ task, documents, to }) => {
    const sources = await Promise.all(
      documents.map(async (document) => ({ name: document.name, graph: await read(document) })),
    )
    const { graph, decisions } = await mergeGraphs(sources)
    const text = [...syntaxes[to].write(graph, { prefixes: graph.prefixes })].join('')
    const notes = decisions
      .slice(0, MAX_NOTES)
      .map(({ name, reason }) => ({ sv: `${name.sv}: ${reason.sv}`, en: `${name.en}: ${reason.en}` }))
    return { task, result: { text, syntax: to }, notes, proposals: [] }
  },
}

function utf8(document: RawDocument): RawDocument {
  const { bytes } = decodeDocument(
    document.bytes,
    document.charset === undefined ? {} : { charset: document.charset },
  )
  return { ...document, bytes }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

/** Contexts of JSON-LD are never fetched: they would be addresses that the document chooses. */
async function read(document: RawDocument) {
  const decoded = utf8(document)
  return parse(decoded, decoded.url ? { base: decoded.url } : {})
}

function atLine({ sv, en }: Text, line: number): Text {
  return line > 0 ? { sv: `Rad ${line}: ${sv}`, en: `Line ${line}: ${en}` } : { sv, en }
}

function lostNote(count: number): readonly Text[] {
  if (count === 0) return []
  return [
    {
      sv: `${count} fel i källan: det som inte gick att tolka saknas i resultatet. Granska den för att se dem.`,
      en: `${count} faults in the source: what could not be understood is missing from the result. Validate it to see them.`,
    },
  ]
}
