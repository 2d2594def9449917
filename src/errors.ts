// The one error class and the one table of its codes: what went wrong for whoever runs the tool.
// Faults in somebody's data are never errors; they are findings (see finding.ts).
import type { Text } from './finding.ts'

/** What each error code means to a shell, to HTTP and to a person. */
export interface ErrorKind {
  /** Process exit status: 2 usage or configuration, 3 could not read or check, 70 bug. */
  readonly exit: 2 | 3 | 70
  /** HTTP status when the error ends a request. */
  readonly http: number
  readonly title: Text
}

export const errorCodes = {
  USAGE: { exit: 2, http: 400, title: { sv: 'Fel användning', en: 'Wrong usage' } },
  CONFIG_INVALID: {
    exit: 2,
    http: 500,
    title: { sv: 'Felaktig konfiguration', en: 'Invalid configuration' },
  },
  MODEL_INVALID: {
    exit: 3,
    http: 422,
    title: { sv: 'Uppgifterna går inte att skriva', en: 'The data cannot be written' },
  },
  PROFILE_UNKNOWN: { exit: 2, http: 400, title: { sv: 'Okänd profil', en: 'Unknown profile' } },
  RULE_UNKNOWN: { exit: 2, http: 404, title: { sv: 'Okänd regel', en: 'Unknown rule' } },
  SYNTAX_UNKNOWN: { exit: 2, http: 415, title: { sv: 'Okänt filformat', en: 'Unknown syntax' } },
  SOURCE_NOT_FOUND: { exit: 3, http: 404, title: { sv: 'Källan finns inte', en: 'Source not found' } },
  SOURCE_UNREADABLE: {
    exit: 3,
    http: 502,
    title: { sv: 'Källan går inte att läsa', en: 'Source cannot be read' },
  },
  SOURCE_UNREACHABLE: {
    exit: 3,
    http: 502,
    title: { sv: 'Källan går inte att nå', en: 'Source cannot be reached' },
  },
  SOURCE_REFUSED: {
    exit: 3,
    http: 403,
    title: { sv: 'Adressen är inte tillåten', en: 'Address not allowed' },
  },
  SOURCE_TOO_LARGE: { exit: 3, http: 413, title: { sv: 'Källan är för stor', en: 'Source too large' } },
  STORE_UNREACHABLE: {
    exit: 3,
    http: 503,
    title: { sv: 'Lagret går inte att nå', en: 'The store cannot be reached' },
  },
  STORE_INVALID: { exit: 3, http: 500, title: { sv: 'Fel i lagret', en: 'Something wrong with the store' } },
  STORE_CONFLICT: {
    exit: 3,
    http: 409,
    title: { sv: 'Någon annan hann före', en: 'Somebody else came first' },
  },
  OUTPUT_FAILED: {
    exit: 3,
    http: 500,
    title: { sv: 'Resultatet gick inte att skriva', en: 'Output could not be written' },
  },
  TARGET_FAILED: {
    exit: 3,
    http: 502,
    title: { sv: 'Målet tog inte emot', en: 'The target did not accept it' },
  },
  ABORTED: { exit: 3, http: 503, title: { sv: 'Avbrutet', en: 'Aborted' } },
  INTERNAL: { exit: 70, http: 500, title: { sv: 'Fel i grunddata', en: 'Bug in grunddata' } },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorCodes

/** Extra facts of an error: the next step for the reader, and what lay behind. */
export interface ErrorDetails {
  readonly hint?: Text
  readonly cause?: unknown
}

/**
 * The only error this library throws on purpose. `code` is stable; `text` is one sentence in both languages
 * and `message` the English one of them.
 */
export class GrunddataError extends Error {
  override readonly name = 'GrunddataError' as const
  readonly code: ErrorCode
  readonly text: Text
  readonly hint: Text | undefined

  constructor(code: ErrorCode, text: Text, details: ErrorDetails = {}) {
    super(text.en, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.text = text
    this.hint = details.hint
  }
}

/** True for a GrunddataError, also one from another copy of this package. */
export function isGrunddataError(error: unknown): error is GrunddataError {
  return error instanceof Error && error.name === 'GrunddataError' && 'code' in error
}
