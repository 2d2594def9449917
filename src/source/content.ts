// From bytes to a graph on a reader's behalf, and what is said of an answer that holds no data.
import type { Text } from '../finding.ts'
import { decodeDocument, type Graph, parse } from '../rdf/index.ts'
import type { RawDocument } from './types.ts'

/** The document as a graph, problems of its encoding before those of the text. Never throws. */
export async function graphOf(document: RawDocument): Promise<Graph> {
  const { charset, url } = document
  const { bytes, problems } = decodeDocument(document.bytes, charset === undefined ? {} : { charset })
  const graph = await parse({ ...document, bytes }, url === undefined ? {} : { base: url })
  return problems.length === 0 ? graph : { ...graph, problems: [...problems, ...graph.problems] }
}

/** The text of a document, whatever its encoding. */
export function textOf({ bytes, charset }: RawDocument): string {
  return Buffer.from(decodeDocument(bytes, charset === undefined ? {} : { charset }).bytes).toString('utf8')
}

/** True when syntax errors have made the reader of the text leave something out. */
export function hasLostText({ problems }: Graph): boolean {
  return problems.some(({ rule }) => LOSSY.has(rule))
}

const LOSSY = new Set([
  'syntax-turtle',
  'syntax-turtle-prefix',
  'syntax-turtle-unsupported',
  'syntax-rdfxml',
  'syntax-rdfxml-entity',
  'syntax-jsonld',
  'jsonld-context-remote',
])

/** Why there is nothing to read in an answer; undefined when there is something, or an empty catalogue of good form. */
export function contentFault(
  { quads, problems }: Graph,
  name: string,
): { readonly text: Text; readonly hint?: Text } | undefined {
  if (quads.count > 0) return undefined
  for (const { rule, params } of problems) {
    const words = faults[rule] ?? (LOSSY.has(rule) ? unreadable : undefined)
    if (!words) continue
    const said = typeof params?.message === 'string' && params.message !== '' ? params.message : undefined
    return {
      text: {
        sv: `${name} ${words.text.sv}${said ? `: ”${said}”` : ''}.`,
        en: `${name} ${words.text.en}${said ? `: “${said}”` : ''}.`,
      },
      hint: words.hint,
    }
  }
  return undefined
}

interface Words {
  readonly text: Text
  readonly hint: Text
}

const unreadable: Words = {
  text: { sv: 'gick inte att läsa som RDF', en: 'could not be read as RDF' },
  hint: {
    sv: 'Granska adressen med grunddata validate: där står varför, med rad och kolumn.',
    en: 'Check the address with grunddata validate: it tells why, with line and column.',
  },
}

const faults: Readonly<Record<string, Words>> = {
  'document-html': {
    text: { sv: 'är en webbsida, inte en katalog i RDF', en: 'is a web page, not a catalogue in RDF' },
    hint: {
      sv: 'Ange adressen till själva filen, eller läsaren sitemap om sidorna bär JSON-LD; kanske kräver servern inloggning.',
      en: 'Give the address of the file itself, or the reader sitemap if the pages carry JSON-LD; perhaps the server wants a login.',
    },
  },
  'document-json-error': {
    text: {
      sv: 'svarar med ett fel fast statusen är 200',
      en: 'answers with an error though the status is 200',
    },
    hint: {
      sv: 'Be den som driver servern att svara med en felkod.',
      en: 'Ask whoever runs the server to answer with an error status.',
    },
  },
  'document-empty': {
    text: { sv: 'är tom', en: 'is empty' },
    hint: { sv: 'Kontrollera exporten hos källan.', en: 'Check the export at the source.' },
  },
  'document-binary': {
    text: { sv: 'är ingen text', en: 'is not text' },
    hint: {
      sv: 'Ange adressen till en fil i RDF, inte till ett arkiv eller ett dokument.',
      en: 'Give the address of a file in RDF, not of an archive or a document.',
    },
  },
  'document-not-rdf': {
    text: { sv: 'är ingen katalog i RDF', en: 'is not a catalogue in RDF' },
    hint: {
      sv: 'Öppna adressen i en webbläsare och se vad den svarar.',
      en: 'Open the address in a browser and see what it answers.',
    },
  },
}
