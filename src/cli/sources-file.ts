// The list of sources that a command works on: read from its file, with what is wrong with it shown.
import { readFile } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { isOrganisationNumber } from '../profile/index.ts'
import { paint, severityWord, wrap } from '../report/index.ts'
import { parseSources, type Source, type SourceList } from '../source/index.ts'
import type { Call } from './call.ts'

/** Reads the file of --sources; throws SOURCE_NOT_FOUND when there is none. */
export async function readSourcesFile({ values }: Call): Promise<SourceList> {
  const file = values.one('sourcesFile') ?? 'sources.yaml'
  try {
    return await parseSources(await readFile(file, 'utf8'), file, { isOrganisationNumber })
  } catch (cause) {
    throw new GrunddataError(
      'SOURCE_NOT_FOUND',
      { sv: `Listan över källor, ${file}, finns inte.`, en: `There is no list of sources, ${file}.` },
      {
        cause,
        hint: {
          sv: 'Börja en med: grunddata sources add <adress>, eller ange en annan fil med --sources.',
          en: 'Begin one with: grunddata sources add <address>, or give another file with --sources.',
        },
      },
    )
  }
}

/** The sources called by name, all when none is; throws USAGE for a name that is not there. */
export function chosen(list: SourceList, names: readonly string[]): readonly Source[] {
  if (names.length === 0) return list.sources
  return names.map((name) => {
    const source = list.sources.find(({ id }) => id === name)
    if (source) return source
    const known = list.sources.map(({ id }) => id).slice(0, 20)
    throw new GrunddataError(
      'USAGE',
      { sv: `Källan ${name} finns inte i ${list.file}.`, en: `There is no source ${name} in ${list.file}.` },
      { hint: { sv: `Välj bland ${known.join(', ')}.`, en: `Choose among ${known.join(', ')}.` } },
    )
  })
}

/** What is wrong with the list, a line for each place. */
export function findingLines(findings: readonly Finding[], { terminal }: Call): readonly string[] {
  const { lang, color, width } = terminal
  const colours = paint(color)
  return findings.flatMap(({ location, severity, message }) => {
    const place = `${location.file}:${location.line}:${location.column}`
    const word = colours.severity[severity](severityWord(severity, lang))
    return [`${place} ${word}`, ...wrap(message[lang], width - 2).map((line) => `  ${line}`)]
  })
}
