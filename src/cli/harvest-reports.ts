// All reports of a harvest into one folder.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lang } from '../finding.ts'
import {
  type HarvestFormat,
  type HarvestReport,
  harvestMail,
  harvestMetrics,
  harvestReporters,
} from '../harvest/index.ts'
import type { Store } from '../store/index.ts'
import { writeWhole } from './outputs.ts'

const files: readonly (readonly [HarvestFormat, string])[] = [
  ['html', 'harvest.html'],
  ['json', 'harvest.json'],
  ['atom', 'harvest.atom'],
  ['rss', 'harvest.rss'],
  ['turtle', 'harvest.ttl'],
  ['text', 'harvest.txt'],
]

export async function writeReports(
  folder: string,
  report: HarvestReport,
  { store, lang }: { readonly store: Store; readonly lang: Lang },
): Promise<void> {
  await mkdir(join(folder, 'mail'), { recursive: true })
  for (const [format, file] of files)
    await writeWhole(join(folder, file), harvestReporters[format](report, { lang, isWhole: true }))
  await writeWhole(join(folder, 'harvest.prom'), await harvestMetrics(store))
  for (const outcome of report.outcomes) {
    const mail = harvestMail(outcome, lang)
    if (mail) await writeWhole(join(folder, 'mail', `${mail.source}.md`), mail.markdown)
  }
}
