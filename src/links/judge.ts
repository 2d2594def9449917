// What trying a link shows against what the metadata promised.
import type { Link, LinkRemark, LinkResult } from './types.ts'

/** Days before its end that a certificate is told of. */
const SOON_DAYS = 21

/** Types that servers give to files they know nothing about. */
const GENERIC = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'text/plain',
  'application/download',
])

/** Remarks on a link that works; none for one that does not. `today` is milliseconds since 1970. */
export function judge(link: Link, result: LinkResult, today: number): readonly LinkRemark[] {
  if (result.outcome !== 'works') return []
  const remarks: LinkRemark[] = []
  const { mediaType = '', size } = result
  const isFile = link.property === 'downloadURL' || link.property === 'endpointDescription'
  const isPage = mediaType.includes('html')
  const wantsPage = link.mediaTypes.some((type) => type.includes('html'))
  if (isFile && isPage && !wantsPage) remarks.push('web-page')
  else if (
    isFile &&
    link.mediaTypes.length > 0 &&
    mediaType !== '' &&
    !GENERIC.has(mediaType) &&
    !agrees(link, mediaType)
  )
    remarks.push('type-differs')
  if (isFile && size !== undefined && size > 0 && link.byteSize !== undefined && link.byteSize !== size)
    remarks.push('size-differs')
  if (isFile && (size === 0 || result.status === 204)) remarks.push('empty')
  if (result.finalUrl !== undefined) remarks.push('moved')
  if (result.certificateUntil !== undefined) {
    const days = (Date.parse(result.certificateUntil) - today) / 86_400_000
    if (days < SOON_DAYS) remarks.push('certificate-soon')
  }
  return remarks
}

/** Equal, or the same but for a suffix: `application/geo+json` is `application/json`, `text/xml` is `application/xml`. */
function agrees({ mediaTypes }: Link, mediaType: string): boolean {
  const kind = (type: string) => type.replace(/^.*[/+]/, '')
  return mediaTypes.some((type) => type === mediaType || kind(type) === kind(mediaType))
}
