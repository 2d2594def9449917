// From the address that somebody was given to the root of a feed's search tree. Source: LDES, "discovery".
import { GrunddataError } from '../../errors.ts'
import { type FeedPage, streamsOn, streamsViewedBy, viewsOf } from './page.ts'

export type Entry =
  /** The page itself is the root. */
  | { readonly stream: string; readonly isRoot: true }
  /** The root is elsewhere. */
  | { readonly stream: string; readonly isRoot: false; readonly root: string }

/** Finds the stream and its root. `addresses`: as given (with fragment), as asked for, as answered. Throws SOURCE_UNREADABLE. */
export function findEntry({ control }: FeedPage, addresses: readonly string[]): Entry {
  const [given] = addresses
  const viewed = streamsViewedBy(control, addresses)
  if (viewed.length === 1) return { stream: viewed[0], isRoot: true }
  if (viewed.includes(given)) return { stream: given, isRoot: true }
  if (viewed.length > 1) throw several(given, viewed)
  const streams = streamsOn(control)
  const stream = streams.length === 1 ? streams[0] : streams.find((each) => addresses.includes(each))
  if (stream === undefined) throw streams.length > 1 ? several(given, streams) : noStream(given)
  const views = viewsOf(control, stream)
  if (views.length > 1) throw several(given, views)
  return views.length === 1 ? { stream, isRoot: false, root: views[0] } : { stream, isRoot: true }
}

function several(given: string, found: readonly string[]): GrunddataError {
  const list = [...found].sort().join(', ')
  return new GrunddataError(
    'SOURCE_UNREADABLE',
    {
      sv: `${given} leder till flera flöden eller vyer: ${list}.`,
      en: `${given} leads to several feeds or views: ${list}.`,
    },
    {
      hint: {
        sv: 'Ange en av dem som källans adress.',
        en: 'Give one of them as the address of the source.',
      },
    },
  )
}

function noStream(given: string): GrunddataError {
  return new GrunddataError(
    'SOURCE_UNREADABLE',
    { sv: `${given} är inget händelseflöde (LDES).`, en: `${given} is no event stream (LDES).` },
    {
      hint: {
        sv: 'Ange adressen till en sida med ldes:EventStream och tree:view.',
        en: 'Give the address of a page with ldes:EventStream and tree:view.',
      },
    },
  )
}
