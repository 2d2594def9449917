// `grunddata template`: writes a workbook or CSV files to fill in.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { csvTemplate, sheetKinds, xlsxTemplate } from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
import { DEFAULT_PROFILE, loadProfile } from '../profile/index.ts'
import type { Call } from './call.ts'

export async function run({ values, terminal }: Call): Promise<number> {
  const { lang } = terminal
  const to = values.one('templateTo') ?? 'xlsx'
  const file =
    values.one('templateFile') ??
    (to === 'csv'
      ? lang === 'sv'
        ? 'mall'
        : 'template'
      : lang === 'sv'
        ? 'inventering.xlsx'
        : 'inventory.xlsx')
  const base = values.one('base')
  if (to === 'csv') {
    await mkdir(file, { recursive: true })
    for (const kind of sheetKinds)
      await writeNew(join(file, `${kind.label[lang].toLowerCase()}.csv`), csvTemplate(kind, lang))
  } else {
    const profile = await loadProfile(DEFAULT_PROFILE)
    await writeNew(file, await xlsxTemplate({ lang, profile, ...(base !== undefined && { base }) }))
  }
  terminal.tell(
    lang === 'sv'
      ? `${file} är skriven. Fyll i den och kör sedan: grunddata build ${file} --output katalog.rdf\n`
      : `${file} is written. Fill it in and then run: grunddata build ${file} --output catalog.rdf\n`,
  )
  return 0
}

/** Never over something that is there: it may be filled in. */
async function writeNew(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.template.${process.pid}.tmp`)
  try {
    await writeFile(file, '', { flag: 'wx' })
    await writeFile(temporary, content)
    await rename(temporary, file)
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    throw new GrunddataError(
      'OUTPUT_FAILED',
      isThere
        ? { sv: `${file} finns redan.`, en: `${file} is there already.` }
        : { sv: `Filen ${file} gick inte att skriva.`, en: `The file ${file} could not be written.` },
      { hint: { sv: 'Ange ett annat namn med --output.', en: 'Give another name with --output.' }, cause },
    )
  }
}
