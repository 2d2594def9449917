// A source: one place that catalogues are collected from, and what has been agreed about it.
import type { Location } from '../../finding.ts'
import type { ReaderName } from '../readers/index.ts'

/** Decides between duplicates, after individual ranks: public before private. */
export type Sector = 'public' | 'private'

/** What becomes of an entity that the source no longer has, and how much may go in one unapproved run. */
export interface RemovalPolicy {
  /** `grace` waits, `immediate` does not, `keep` never removes. */
  readonly policy: 'grace' | 'immediate' | 'keep'
  readonly graceDays: number
  /** A run that would remove more than the larger of this many and this share (0–1) of the entities is held. */
  readonly maxCount: number
  readonly maxShare: number
}

/** Bounds on one reading of a source. */
export interface SourceLimits {
  /** Deadline of one try, from connecting to the last byte. */
  readonly requestMs: number
  /** Deadline of one page with all its tries. */
  readonly pageMs: number
  /** Deadline of the whole reading. */
  readonly sourceMs: number
  /** Largest page in bytes, after decompression. */
  readonly maxBytes: number
  /** Largest sum of all pages in bytes. */
  readonly maxSourceBytes: number
  /** Largest ratio of decompressed to received bytes. */
  readonly maxRatio: number
  readonly maxRedirects: number
  readonly maxPages: number
  readonly maxTriples: number
}

/** Where a secret is found; never the secret itself. It is sent to the origin of the source's URL only. */
export interface CredentialsReference {
  /** `bearer` and `basic` (user:password) go into Authorization, `header` into the header named. */
  readonly kind: 'bearer' | 'basic' | 'header'
  /** Name of the environment variable. */
  readonly variable: string
  readonly header?: string
}

export interface Source {
  /** Short name, unique among the sources: lower-case letters, digits and hyphens. */
  readonly id: string
  /** Address, or the path of a folder for the reader `folder`. */
  readonly url: string
  readonly reader: ReaderName
  readonly title?: string
  /** Ten digits. */
  readonly organisation?: string
  readonly sector: Sector
  /** Individual rank among duplicates; the lowest wins, and any rank wins over none. */
  readonly rank?: number
  /** True for a catalogue of several organisations' data: it ranks below those of one. */
  readonly isJoint: boolean
  /** Order of reading: the highest first. */
  readonly priority: number
  /** Cron expression; absent means whenever it is asked for. */
  readonly schedule?: string
  readonly timeZone: string
  /** `auto` or a profile such as `dcat-ap-se@3.0.1`. */
  readonly profile: string
  readonly removal: RemovalPolicy
  readonly limits: SourceLimits
  readonly credentials?: CredentialsReference
  /** File with further certificates in PEM that are trusted for this source. */
  readonly caFile?: string
  /** Whether robots.txt is kept to. */
  readonly robots: boolean
  /** Hosts with private addresses that this source may lead to. */
  readonly allowPrivate: readonly string[]
  readonly isEnabled: boolean
  /** What only some readers ask about: `query` (sparql), `filter` (ckan, csw), `pageSize`, `language`. */
  readonly settings: Readonly<Record<string, string>>
  /** Where it is written. */
  readonly place?: Location
}

export const defaultSourceLimits: SourceLimits = {
  requestMs: 60_000,
  pageMs: 180_000,
  sourceMs: 1_800_000,
  maxBytes: 500_000_000,
  maxSourceBytes: 2_000_000_000,
  maxRatio: 300,
  maxRedirects: 5,
  maxPages: 2_000,
  maxTriples: 20_000_000,
}

export const defaultRemoval: RemovalPolicy = { policy: 'grace', graceDays: 7, maxCount: 10, maxShare: 0.15 }

/** What is agreed about removals when nothing is said: a feed tells itself what is gone, so that nobody has to wait. */
export function removalOf(reader: ReaderName): RemovalPolicy {
  return reader === 'ldes' ? { ...defaultRemoval, policy: 'immediate' } : defaultRemoval
}

/** A source with everything agreed as it is by default. */
export function sourceOf(facts: Pick<Source, 'id' | 'url' | 'reader'> & Partial<Source>): Source {
  return {
    sector: 'public',
    isJoint: false,
    priority: 0,
    timeZone: 'Europe/Stockholm',
    profile: 'auto',
    removal: removalOf(facts.reader),
    limits: defaultSourceLimits,
    robots: true,
    allowPrivate: [],
    isEnabled: true,
    settings: {},
    ...facts,
  }
}
