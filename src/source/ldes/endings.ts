// Why the reading of a feed ends.
import { GrunddataError } from '../../errors.ts'

/** The same page under ever new addresses. */
export function circle(url: string, times: number): GrunddataError {
  return new GrunddataError(
    'SOURCE_UNREADABLE',
    {
      sv: `Flödet går i cirkel: samma sida kommer under ${times} adresser, senast ${url}.`,
      en: `The feed goes in a circle: the same page comes under ${times} addresses, last ${url}.`,
    },
    {
      hint: {
        sv: 'Be utgivaren att rätta sidans tree:node.',
        en: 'Ask the publisher to correct the tree:node of the page.',
      },
    },
  )
}

export function noRoot(): GrunddataError {
  return new GrunddataError('INTERNAL', {
    sv: 'Flödet lästes utan att dess rot hittades.',
    en: 'The feed was read without its root being found.',
  })
}

export function tooManyPages(root: string, most: number): GrunddataError {
  return new GrunddataError(
    'SOURCE_TOO_LARGE',
    { sv: `${root} har fler än ${most} sidor.`, en: `${root} has more than ${most} pages.` },
    {
      hint: {
        sv: 'Höj gränsen för källan om det är meningen.',
        en: 'Raise the limit of the source if that is as it should be.',
      },
    },
  )
}

export function rootGone(url: string): GrunddataError {
  return new GrunddataError(
    'SOURCE_UNREACHABLE',
    { sv: `${url} svarade 410: flödet är borttaget.`, en: `${url} answered 410: the feed is gone.` },
    { hint: { sv: 'Ta reda på flödets nya adress.', en: 'Find out the new address of the feed.' } },
  )
}
