// Which syntax a document is in: what the user says, what the content shows, what the server or the name says.
// What is no RDF at all is named for what it is.
import type { Problem } from '../finding.ts'
import type { Document } from './document.ts'
import { sniffBinary, sniffText } from './sniff.ts'
import type { SyntaxId } from './syntax.ts'
import { syntaxes, syntaxNames } from './syntaxes.ts'

export interface Detection {
  /** Undefined when the document is no RDF; then there is a problem that says what it is. */
  readonly syntax: SyntaxId | undefined
  readonly problems: readonly Problem[]
}

/** Media types that say nothing about the syntax. */
const VAGUE = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'text/plain',
  'application/x-unknown',
  '',
])
/** General types under which a syntax is rightly served too. */
const GENERAL: Readonly<Record<string, SyntaxId>> = {
  'application/xml': 'rdfxml',
  'text/xml': 'rdfxml',
  'application/json': 'jsonld',
}

/** Finds the syntax of a document. Never throws; `options.syntax` overrides everything else. */
export function detectSyntax(document: Document, options: { readonly syntax?: SyntaxId } = {}): Detection {
  const obstacle = obstacleOf(document)
  if (obstacle) return { syntax: undefined, problems: [obstacle] }
  if (options.syntax) return { syntax: options.syntax, problems: [] }
  const stated = statedSyntax(document)
  const named = syntaxOfName(document.name)
  const sniffed = sniffText(document.bytes)
  if (sniffed === 'html') return { syntax: undefined, problems: [{ rule: 'document-html', at: 0 }] }
  if (sniffed === 'json') return { syntax: undefined, problems: [jsonProblem(document)] }
  const hinted = stated ?? named
  const syntax = sniffed === undefined ? hinted : refine(sniffed, [stated, named])
  if (!syntax) return { syntax: undefined, problems: [{ rule: 'document-not-rdf', at: 0 }] }
  return { syntax, problems: disagreements(document, syntax, named) }
}

/** What stops any reading: nothing there, or bytes that are no text. */
function obstacleOf({ bytes }: Document): Problem | undefined {
  const binary = sniffBinary(bytes)
  if (binary) return { rule: 'document-binary', at: 0, params: { kind: binary } }
  for (let i = 0; i < bytes.length; i++) if (bytes[i] > 32) return undefined
  return { rule: 'document-empty', at: 0 }
}

function statedSyntax({ mediaType }: Document): SyntaxId | undefined {
  const type = mediaType?.toLowerCase() ?? ''
  const exact = Object.values(syntaxes).find(({ mediaTypes }) => mediaTypes.includes(type))
  return exact?.id ?? GENERAL[type]
}

/** The syntax that a file name or URL promises, or undefined. */
export function syntaxOfName(name: string): SyntaxId | undefined {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name.replace(/[?#].*$/, ''))?.[1].toLowerCase()
  if (extension === undefined) return undefined
  return Object.values(syntaxes).find(({ extensions }) => extensions.includes(extension))?.id
}

/** Syntaxes that a text in the first one may just as well be called. */
const ALSO: Readonly<Record<SyntaxId, readonly SyntaxId[]>> = {
  turtle: ['turtle', 'trig'],
  trig: ['trig'],
  ntriples: ['ntriples', 'nquads', 'turtle', 'trig'],
  nquads: ['nquads'],
  rdfxml: ['rdfxml'],
  jsonld: ['jsonld'],
}

/** The sniffed syntax, or the hinted one that the same text fits as well. */
function refine(sniffed: SyntaxId, hints: readonly (SyntaxId | undefined)[]): SyntaxId {
  return hints.find((hint) => hint !== undefined && ALSO[sniffed].includes(hint)) ?? sniffed
}

function disagreements(document: Document, syntax: SyntaxId, named: SyntaxId | undefined): Problem[] {
  const found = syntaxNames[syntax]
  const type = document.mediaType?.toLowerCase() ?? ''
  if (document.mediaType !== undefined) {
    if (VAGUE.has(type) || statedSyntax(document) === syntax) return []
    return [{ rule: 'document-media-type', at: 0, params: { stated: document.mediaType, found } }]
  }
  if (named === undefined || named === syntax) return []
  return [{ rule: 'document-extension', at: 0, params: { found } }]
}

const ERROR_KEY =
  /^\s*\{[\s\S]{0,2000}?"(?:error|errors|error_description|errorMessage|message|fault|exception)"\s*:/i

function jsonProblem({ bytes }: Document): Problem {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('utf8')
  if (!ERROR_KEY.test(head)) return { rule: 'document-not-rdf', at: 0 }
  const message =
    /"(?:message|error_description|errorMessage|title|detail|error)"\s*:\s*"([^"]{1,200})"/i.exec(head)?.[1]
  return { rule: 'document-json-error', at: 0, params: { message: message ?? '' } }
}
