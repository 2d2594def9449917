// Files as the machine formats name them.

/** A file as a URI reference: URLs as they are, absolute paths as file:, relative ones percent-encoded; `-` is stdin. */
export function fileUri(file: string): string {
  if (file === '-') return 'stdin'
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return file
  const encoded = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}
