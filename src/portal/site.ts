// What a running portal is made of: its content, its search, where it stands, and what it may do.

import type { Text } from '../finding.ts'
import type { Io } from '../io.ts'
import type { Feed } from '../publish/index.ts'
import type { Client } from '../source/index.ts'
import type { Access } from './access/index.ts'
import type { Holdings } from './data/holdings.ts'
import type { Assets } from './design/assets.ts'
import type { Desk, History } from './history.ts'
import type { Metrics } from './machine/metrics.ts'
import type { Sparql } from './machine/sparql.ts'
import type { Search } from './search/index.ts'
import type { Toolkit } from './toolkit/work.ts'

export interface Site {
  /** Name of the portal. */
  readonly title: Text
  /** Public address that paths are relative to; ends with a slash. */
  readonly base: string
  /** Path of the portal below its host: empty, or `/portal`. */
  readonly root: string
  readonly holdings: Holdings
  readonly search: Search
  readonly assets: Assets
  readonly access: Access
  readonly sparql: Sparql
  readonly toolkit: Toolkit
  readonly metrics: Metrics
  /** Fetches addresses that visitors give, guarded; absent: such addresses are not fetched. */
  readonly client?: Client
  /** What the store knows of runs and changes; absent when there is no store. */
  readonly history?: History
  /** The history as an event feed; absent when there is no store. */
  readonly feed?: Feed
  /** How the sources of the store are doing, as metrics of Prometheus. */
  readonly sourceMetrics?: () => Promise<string>
  /** E-mail address of whoever runs the portal. */
  readonly contact?: string
  /** What somebody with a token may do; absent: nothing can be written. */
  readonly desk?: Desk
  readonly io: Io
  /** Written as files: what needs a server is left out. */
  readonly isStatic: boolean
}
