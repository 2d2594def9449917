// An answer to a question that was tried.
import { GrunddataError } from '../../errors.ts'

export interface Tried {
  readonly url: string
  readonly status: number
  readonly mediaType: string
  readonly text: string
  readonly isCut: boolean
  readonly ms: number
}

/** JSON on several lines; anything else as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}

export function noClient(): GrunddataError {
  return new GrunddataError('SOURCE_REFUSED', {
    sv: 'Den här portalen hämtar inga adresser.',
    en: 'This portal fetches no addresses.',
  })
}
