// The reports of a harvest, one file a format.
import { harvestAtom, harvestRss } from './feeds.ts'
import { harvestHtml } from './html.ts'
import { harvestJson } from './json.ts'
import { harvestTurtle } from './linked.ts'
import { harvestText } from './text.ts'
import type { HarvestReporter } from './types.ts'

export { harvestGraph } from './linked.ts'
export { harvestMail, type Mail } from './mail.ts'
export { harvestMetrics } from './metrics.ts'
export { kindText, thingText } from './thing.ts'
export type { HarvestReport, HarvestReporter, HarvestReportOptions } from './types.ts'

export const harvestReporters = {
  text: harvestText,
  json: harvestJson,
  html: harvestHtml,
  atom: harvestAtom,
  rss: harvestRss,
  turtle: harvestTurtle,
} as const satisfies Record<string, HarvestReporter>

export type HarvestFormat = keyof typeof harvestReporters
