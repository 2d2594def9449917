// The list of sources that a command works on: read, judged, and narrowed to those that were asked for.
import { readFile } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import { isOrganisationNumber } from '../profile/index.ts'
import { parseSources, type Source, type SourceList } from '../source/index.ts'
import type { Call } from './call.ts'

/** Reads --sources. Throws CONFIG_INVALID when it cannot be read or has errors. */
export async function readSourceList({ values, terminal: { lang } }: Call): Promise<SourceList> {
  const file = values.one('sourcesFile') ?? 'sources.yaml'
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new GrunddataError(
      'CONFIG_INVALID',
      {
        sv: `Listan över källor ${file} gick inte att läsa.`,
        en: `The list of sources ${file} could not be read.`,
      },
      {
        cause,
        hint: {
          sv: 'Ange den med --sources, eller börja med examples/sources.yaml.',
          en: 'Name it with --sources, or begin with examples/sources.yaml.',
        },
      },
    )
  }
  const list = await parseSources(text, file, { isOrganisationNumber })
  const errors = list.findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return list
  const lines = errors.map(({ location, message }) => `${location.file}:${location.line} ${message[lang]}`)
  throw new GrunddataError(
    'CONFIG_INVALID',
    {
      sv: `Listan över källor har fel:\n  ${lines.join('\n  ')}`,
      en: `The list of sources has errors:\n  ${lines.join('\n  ')}`,
    },
    {
      hint: {
        sv: 'Kontrollera den med grunddata sources list.',
        en: 'Check it with grunddata sources list.',
      },
    },
  )
}

/** The sources named with --source, or all that are enabled. Throws USAGE for a name that is not in the list. */
export function chosenSources({ sources, file }: SourceList, wanted: readonly string[]): readonly Source[] {
  const unknown = wanted.find((id) => !sources.some((source) => source.id === id))
  if (unknown !== undefined)
    throw new GrunddataError(
      'USAGE',
      { sv: `Källan ${unknown} finns inte i ${file}.`, en: `There is no source ${unknown} in ${file}.` },
      {
        hint: {
          sv: `Välj bland ${sources.map(({ id }) => id).join(', ')}.`,
          en: `Choose among ${sources.map(({ id }) => id).join(', ')}.`,
        },
      },
    )
  return wanted.length > 0
    ? sources.filter(({ id }) => wanted.includes(id))
    : sources.filter(({ isEnabled }) => isEnabled)
}
