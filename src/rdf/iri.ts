// What makes an IRI well formed (RFC 3987, as far as a catalogue needs it) and whether it is absolute.

/** Characters an IRI may never hold: controls, space and `<>"{}|\^` and the backquote (RFC 3987 §2.2). */
const FORBIDDEN = /[\u0000-\u0020<>"{}|\\^`\u007f-\u009f]/
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/
const TWO_URLS = /^https?:\/\/.*\s?[,;|\s]\s*https?:\/\//

export type IriFault = 'relative' | 'space' | 'windows-path' | 'two-urls' | 'escape' | 'character'

/** The first fault of an IRI as written (before resolution), or undefined when it is absolute and well formed. */
export function iriFault(iri: string): IriFault | undefined {
  if (/^[A-Za-z]:[\\/]/.test(iri)) return 'windows-path'
  if (TWO_URLS.test(iri)) return 'two-urls'
  if (/\s/.test(iri)) return 'space'
  if (FORBIDDEN.test(iri)) return 'character'
  if (BAD_ESCAPE.test(iri)) return 'escape'
  if (!SCHEME.test(iri)) return 'relative'
  return undefined
}

/** True when the IRI has a scheme. */
export function isAbsolute(iri: string): boolean {
  return SCHEME.test(iri)
}

const PLAIN = new Uint8Array(256)
for (let c = 0x21; c < 256; c++)
  PLAIN[c] = '<>"{}|\\^`%'.includes(String.fromCharCode(c)) || c === 0x7f ? 0 : 1

/** Quick test on UTF-8 bytes: true when the IRI surely has no fault; false means {@link iriFault} must look. */
export function isPlainIri(bytes: Uint8Array, start: number, end: number): boolean {
  let colon = 0
  for (let i = start; i < end; i++) {
    const c = bytes[i]
    if (PLAIN[c] === 0) return false
    if (colon === 0 && c === 58) colon = i
    else if (c === 58 && bytes[i + 1] === 47 && i > colon) return false
  }
  return colon > start + 1
}

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/

/** A reference resolved against an absolute base, by RFC 3986 §5.2 (strict; nothing is percent-encoded or normalised). */
export function resolveIri(reference: string, base: string): string {
  const r = PARTS.exec(reference)
  const b = PARTS.exec(base)
  if (!r || !b || b[1] === undefined) return reference
  const [, scheme, authority, path, query = '', fragment = ''] = r
  if (scheme !== undefined) return recompose(scheme, authority, removeDots(path), query, fragment)
  if (authority !== undefined) return recompose(b[1], authority, removeDots(path), query, fragment)
  if (path === '') return recompose(b[1], b[2], b[3], query || (b[4] ?? ''), fragment)
  const merged = path.startsWith('/') ? path : mergePaths(b[2], b[3], path)
  return recompose(b[1], b[2], removeDots(merged), query, fragment)
}

function mergePaths(authority: string | undefined, base: string, path: string): string {
  if (authority !== undefined && base === '') return `/${path}`
  return base.slice(0, base.lastIndexOf('/') + 1) + path
}

function removeDots(path: string): string {
  if (!path.includes('.')) return path
  const out: string[] = []
  const segments = path.split('/')
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1
    if (segment === '..') {
      if (out.length > 1 || (out.length === 1 && out[0] !== '')) out.pop()
      if (last) out.push('')
    } else if (segment === '.') {
      if (last) out.push('')
    } else out.push(segment)
  })
  return out.join('/')
}

function recompose(
  scheme: string,
  authority: string | undefined,
  path: string,
  query: string,
  fragment: string,
): string {
  return `${scheme}:${authority === undefined ? '' : `//${authority}`}${path}${query}${fragment}`
}
