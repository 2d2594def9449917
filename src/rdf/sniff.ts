// A look at the first bytes of a document: archives and office files by their signatures, syntaxes by how they begin.
import type { Text } from '../finding.ts'
import type { SyntaxId } from './syntax.ts'

const SIGNATURES: readonly (readonly [readonly number[], Text])[] = [
  [[0x1f, 0x8b], { sv: 'en gzip-packad fil', en: 'a gzip file' }],
  [[0x50, 0x4b, 0x03, 0x04], { sv: 'en zip-fil', en: 'a zip file' }],
  [[0x25, 0x50, 0x44, 0x46], { sv: 'ett PDF-dokument', en: 'a PDF document' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { sv: 'ett äldre Office-dokument', en: 'an older Office document' }],
  [[0x89, 0x50, 0x4e, 0x47], { sv: 'en bild', en: 'an image' }],
  [[0xff, 0xd8, 0xff], { sv: 'en bild', en: 'an image' }],
  [[0x47, 0x49, 0x46, 0x38], { sv: 'en bild', en: 'an image' }],
  [[0x42, 0x5a, 0x68], { sv: 'en bzip2-packad fil', en: 'a bzip2 file' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { sv: 'en 7z-fil', en: 'a 7z file' }],
  [[0xfd, 0x37, 0x7a, 0x58], { sv: 'en xz-packad fil', en: 'an xz file' }],
]

const OFFICE: readonly (readonly [string, Text])[] = [
  ['xl/', { sv: 'ett Excel-ark', en: 'an Excel sheet' }],
  ['word/', { sv: 'ett Word-dokument', en: 'a Word document' }],
  [
    'vnd.oasis.opendocument.spreadsheet',
    { sv: 'ett OpenDocument-kalkylark', en: 'an OpenDocument spreadsheet' },
  ],
]

const HEAD = 4096

/** What the bytes are when they are no text, or undefined. */
export function sniffBinary(bytes: Uint8Array): Text | undefined {
  const found = SIGNATURES.find(([signature]) => signature.every((byte, i) => bytes[i] === byte))
  if (found?.[0][0] === 0x50) {
    const names = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
    return OFFICE.find(([name]) => names.includes(name))?.[1] ?? found[1]
  }
  if (found) return found[1]
  const zero = bytes.subarray(0, HEAD).indexOf(0)
  return zero >= 0 ? { sv: 'en binär fil', en: 'a binary file' } : undefined
}

/** The syntax that the beginning shows; `html` and `json` are recognised but no RDF; undefined when it shows none. */
export function sniffText(bytes: Uint8Array): SyntaxId | 'html' | 'json' | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  if (head.startsWith('{') && isTrig(head)) return 'trig'
  if (/^[[{]/.test(head) && !/^\[\s*(?:\]|a\s|[a-z]\w*:)/i.test(head))
    return hasJsonLdKeys(bytes) ? 'jsonld' : 'json'
  if (isMarkup(head) && !isStatement(head)) return sniffMarkup(head)
  return sniffTurtle(head)
}

const JSONLD_KEYS = ['"@context"', '"@id"', '"@graph"', '"@type"', '"@value"']

function hasJsonLdKeys(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return JSONLD_KEYS.some((key) => text.includes(key))
}

function isTrig(head: string): boolean {
  return /^\{\s*(?:[<#]|_:|[A-Za-z][\w-]*:[\w-]|\})/.test(head) && !/^\{\s*\}/.test(head)
}

/** True for XML and HTML; an IRI in angle brackets is neither. */
function isMarkup(head: string): boolean {
  return /^<(?:[?!]|[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?:[\s/>]|$))/.test(head)
}

/** True when the first line is a statement with relative IRIs, which look like tags: `<a> <b> <c> .` */
function isStatement(head: string): boolean {
  return /^<[^>\s]*>\s+(?:a|<[^>\s]*>|[\w-]*:[\w-]+)\s+(?:<|"|_:|[\w-]*:|\[|\()[^\n]*[.;,]\s*(?:\n|$)/.test(
    head,
  )
}

function sniffMarkup(head: string): SyntaxId | 'html' {
  const bare = head.replace(/<!--[\s\S]*?-->/g, '')
  const isHtml = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(bare)
  return isHtml && !/<(?:\w+:)?RDF[\s>]/.test(bare) ? 'html' : 'rdfxml'
}

const LINE =
  /^(?:<[^>\s]*>|_:\S+)\s+<[^>\s]*>\s+(?:<[^>\s]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>\s]*>)?)\s*(<[^>\s]*>|_:\S+)?\s*\.\s*(?:#.*)?$/

function sniffTurtle(head: string): SyntaxId | undefined {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const whole = head.length < HEAD / 2 || lines.length < 2 ? lines : lines.slice(0, -1)
  const matches = whole.map((line) => LINE.exec(line.trim()))
  if (whole.length > 0 && matches.every(Boolean))
    return matches.some((match) => match?.[1]) ? 'nquads' : 'ntriples'
  const text = lines.join('\n')
  const bare = text.replace(/"(?:[^"\\\n]|\\.)*"|<[^>\s]*>/g, '""')
  if (/(?:^|[\s.])(?:graph\s+)?(?:""|[\w-]*:[\w-]*|_:\w+)\s*\{/i.test(bare)) return 'trig'
  const isTurtle =
    /^\s*(?:@prefix|@base|prefix|base)\s/im.test(text) ||
    /^(?:\[|""|_:\w+|[A-Za-z][\w-]*:[\w-]+)[\s\S]*?\s(?:a|""|[A-Za-z][\w-]*:[\w-]+)\s/.test(bare)
  return isTurtle ? 'turtle' : undefined
}
