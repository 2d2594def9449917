// Which form of a thing a request wants, by its Accept header (RFC 9110, 12.5.1).

interface Wish {
  readonly type: string
  readonly quality: number
}

const MAX_HEADER = 2000

function readAccept(header: string): readonly Wish[] {
  return header
    .slice(0, MAX_HEADER)
    .split(',')
    .map((part) => {
      const [type, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const q = parameters.find((parameter) => parameter.startsWith('q='))
      const quality = q === undefined ? 1 : Number(q.slice(2))
      const profile = parameters.find((parameter) => parameter.startsWith('profile='))
      return { type: profile ? `${type};${profile}` : type, quality: Number.isNaN(quality) ? 0 : quality }
    })
    .filter(({ type }) => type !== '')
}

/** How well a media type fits a wish: 3 exactly, 2 by its family, 1 by anything, 0 not at all. */
function closeness(offered: string, { type }: Wish): number {
  if (type === offered) return 3
  if (type === '*/*') return 1
  return type.endsWith('/*') && offered.startsWith(type.slice(0, -1)) ? 2 : 0
}

/**
 * The best of the media types on offer, in the order the server prefers them; undefined when none is acceptable.
 * Without a header the first is given.
 */
export function negotiate(header: string | null, offered: readonly string[]): string | undefined {
  if (header === null || header.trim() === '') return offered[0]
  const wishes = readAccept(header)
  let best: string | undefined
  let most = 0
  for (const type of offered) {
    let closest = 0
    let quality = 0
    for (const wish of wishes) {
      const fits = closeness(type.toLowerCase(), wish)
      if (fits > closest) {
        closest = fits
        quality = wish.quality
      }
    }
    if (quality > most) {
      most = quality
      best = type
    }
  }
  return best
}
