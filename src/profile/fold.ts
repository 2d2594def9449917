// Spellings made comparable: texts without case, accents and punctuation; IRIs without the slips people make.

/** Lower case, no diacritics, single spaces, only letters and digits (and + as in `geo+json`). */
export function foldText(written: string): string {
  return written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
}

/** The same key for IRIs that differ in http/https, www, case, escapes, stray space or slash at the end. */
export function foldIri(iri: string): string {
  const plain = iri.trim().replace(/^<(.*)>$/, '$1')
  return unescaped(plain)
    .toLowerCase()
    .replace(/^https?:\/*/, '')
    .replace(/^www\./, '')
    .replace(/\/{2,}/g, '/')
    .replace(/[/#]+$/, '')
}

function unescaped(iri: string): string {
  try {
    return decodeURIComponent(iri)
  } catch {
    return iri
  }
}

/** What comes after the last slash or hash of an IRI, slashes at the end aside. */
export function lastSegment(iri: string): string {
  return iri
    .trim()
    .replace(/[/#]+$/, '')
    .replace(/^.*[/#]/, '')
}

/** True when it looks like an IRI rather than a word. */
export function looksLikeIri(written: string): boolean {
  return /^<?[a-z][a-z0-9+.-]*:\/?\/?[^\s]/i.test(written.trim())
}
