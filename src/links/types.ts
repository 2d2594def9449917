// What a link is, what trying it gave, and what the metadata had promised.
import type { Text } from '../finding.ts'

/** How an address answered. */
export type LinkOutcome =
  /** Answers with something. */
  | 'works'
  /** Answers 200, but with a page that says that nothing is there. */
  | 'soft-404'
  /** Asks for a log-in or a key (401, 403, or a page to log in): it may well be as it should. */
  | 'protected'
  /** Answers with an error that will not pass by itself, or its host does not exist. */
  | 'broken'
  /** Answers with an error that may pass (busy, time-out, server error), or its name could not be looked up. */
  | 'temporary'
  /** Was not asked: not allowed by us or by robots.txt. */
  | 'not-asked'

export interface LinkResult {
  readonly url: string
  readonly outcome: LinkOutcome
  /** HTTP status, or 0 when there was no answer. */
  readonly status: number
  /** Kind of failure of the http client, when it failed. */
  readonly failure?: string
  /** Why, in words, when it failed. */
  readonly reason?: Text
  /** The host that does not exist, of the address or of a redirect; the outcome is `broken` once that is confirmed. */
  readonly absentHost?: string
  /** Where redirects led. */
  readonly finalUrl?: string
  readonly mediaType?: string
  /** Bytes, by Content-Length or Content-Range. */
  readonly size?: number
  /** Whether pages of other sites may read it. */
  readonly allowsOrigin?: boolean
  /** Last day of the host's certificate, YYYY-MM-DD. */
  readonly certificateUntil?: string
  /** ISO 8601, UTC. */
  readonly checkedAt: string
}

/** An address in a catalogue, with what is said about it there. */
export interface Link {
  readonly url: string
  /** Term id of the subject that leads there. */
  readonly subject: number
  /** Local name of the property, e.g. `downloadURL`. */
  readonly property: string
  readonly mediaTypes: readonly string[]
  readonly byteSize?: number
}

/** What is odd about a link that works, seen against its metadata. */
export type LinkRemark = 'web-page' | 'empty' | 'type-differs' | 'size-differs' | 'moved' | 'certificate-soon'
