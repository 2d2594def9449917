// Parts of an answer (RFC 9110, 14).

/** One range of bytes; several, or one that depends on another version, are answered with the whole. */
export function rangeOf(
  request: Request,
  size: number,
  etag: string,
): { readonly begin: number; readonly end: number } | 'wrong' | undefined {
  const header = request.headers.get('range')
  const condition = request.headers.get('if-range')
  const match = header === null ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  if (!match || (match[1] === '' && match[2] === '') || (condition !== null && condition !== etag))
    return undefined
  if (match[1] === '') {
    const length = Number(match[2])
    return length === 0 ? 'wrong' : { begin: Math.max(0, size - length), end: size - 1 }
  }
  const begin = Number(match[1])
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  return begin >= size || begin > end ? 'wrong' : { begin, end }
}
