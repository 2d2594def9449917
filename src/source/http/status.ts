// What a status that is no success means.

import type { Text } from '../../finding.ts'
import { type FailureName, refusal } from './exchange.ts'
import { retryAfter } from './retry.ts'

const TEMPORARY = new Set([408, 425, 429, 500, 502, 503, 504])

function kindOf(status: number): FailureName {
  if (status === 404) return 'not-found'
  if (status === 410) return 'gone'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 408) return 'timeout'
  if (status === 425 || status === 429) return 'busy'
  if (TEMPORARY.has(status) || status >= 500) return 'server-error'
  return 'client-error'
}

const hints: Partial<Record<FailureName, Text>> = {
  forbidden: {
    sv: 'Källan kräver inloggning; en katalog ska vara öppen.',
    en: 'The source wants a login; a catalogue must be open.',
  },
  'not-found': { sv: 'Kontrollera adressen.', en: 'Check the address.' },
  gone: {
    sv: 'Källan säger att adressen är borttagen för gott: ta reda på den nya.',
    en: 'The source says that the address is gone for good: find out the new one.',
  },
  busy: {
    sv: 'Felet är troligen tillfälligt: försök igen senare.',
    en: 'The fault is probably temporary: try again later.',
  },
  'server-error': {
    sv: 'Felet är troligen tillfälligt: försök igen senare.',
    en: 'The fault is probably temporary: try again later.',
  },
}

/** The refusal for a status that is no success. */
export function statusRefusal(
  name: string,
  status: number,
  { wish, now }: { wish: string | undefined; now: number },
): Error {
  const kind = kindOf(status)
  const wait = retryAfter(wish, now)
  return refusal({
    kind,
    status,
    text: { sv: `${name} svarade ${status}.`, en: `${name} answered ${status}.` },
    hint: hints[kind] ?? {
      sv: 'Öppna adressen i en webbläsare och se vad den svarar.',
      en: 'Open the address in a browser and see what it answers.',
    },
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  })
}
