// Characters that may not stand as themselves in the Turtle family and in XML.

function hex(c: string): string {
  return `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

const NAMED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const AWKWARD = /["\\\u0000-\u001f\u007f]/
const AWKWARD_ALL = /["\\\u0000-\u001f\u007f]/g

/** A string literal in quotation marks, on one line. */
export function quoted(text: string): string {
  if (!AWKWARD.test(text)) return `"${text}"`
  return `"${text.replace(AWKWARD_ALL, (c) => NAMED[c] ?? hex(c))}"`
}

/** A string literal of several lines in triple quotation marks (Turtle and TriG only). */
export function longQuoted(text: string): string {
  const escaped = text
    .replace(/[\\\u0000-\u0008\u000b-\u001f\u007f]/g, (c) => NAMED[c] ?? hex(c))
    .replace(/"(?="|$)/g, '\\"')
  return `"""${escaped}"""`
}

const IRI_AWKWARD = /[\u0000-\u0020<>"{}|^`\\]/
const IRI_AWKWARD_ALL = /[\u0000-\u0020<>"{}|^`\\]/g

/** An IRI in angle brackets. */
export function bracketed(iri: string): string {
  return IRI_AWKWARD.test(iri) ? `<${iri.replace(IRI_AWKWARD_ALL, hex)}>` : `<${iri}>`
}

const TAG = /^[A-Za-z]+(?:-[A-Za-z0-9]+)*$/

/** A language tag that every reader accepts; one that is no tag at all becomes `und` (undetermined, BCP 47). */
export function tagOf(lang: string): string {
  return TAG.test(lang) ? lang : 'und'
}

const XML_TEXT = /[&<>\r]/g
const XML_ATTRIBUTE = /[&<>"\t\n\r]/g
/** Characters XML 1.0 cannot hold, not even as references. */
const XML_ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const XML_NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function reference(c: string): string {
  return XML_NAMED[c] ?? `&#${c.charCodeAt(0)};`
}

/** Character data of an XML element; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(XML_ILLEGAL, '\ufffd').replace(XML_TEXT, reference)
}

/** An attribute value in quotation marks; what XML cannot hold becomes U+FFFD. */
export function xmlAttribute(text: string): string {
  return `"${text.replace(XML_ILLEGAL, '\ufffd').replace(XML_ATTRIBUTE, reference)}"`
}
