// `grunddata sources add`: finds out how an address is read, and writes it into the list without touching the rest.
import { readFile } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import { isOrganisationNumber } from '../profile/index.ts'
import { detectReader, openClient, parseSources, type ReaderName, withSource } from '../source/index.ts'
import type { Call } from './call.ts'
import { writeWhole } from './outputs.ts'
import { findingLines } from './sources-file.ts'

/** Exit code 1 when what was written has errors; nothing is written then. */
export async function addSource(call: Call): Promise<number> {
  const { args, values, terminal } = call
  const file = values.one('sourcesFile') ?? 'sources.yaml'
  if (args.length !== 1)
    throw new GrunddataError(
      'USAGE',
      { sv: 'Ange en adress.', en: 'Give one address.' },
      {
        hint: {
          sv: 'Till exempel: grunddata sources add https://kommun.se/datasets/dcat',
          en: 'For example: grunddata sources add https://kommun.se/datasets/dcat',
        },
      },
    )
  if (/\.(ttl|turtle)$/i.test(file))
    throw new GrunddataError('USAGE', {
      sv: `Lägg till källan för hand i ${file}: bara YAML skrivs.`,
      en: `Add the source to ${file} by hand: only YAML is written.`,
    })
  const allowPrivate = values.list('allowPrivate')
  const wish = values.one('sourceReader') as ReaderName | undefined
  const found = wish ? undefined : await lookAt(args[0], allowPrivate)
  const url = found?.url ?? args[0]
  const [title, organisation] = [values.one('sourceTitle'), values.one('sourceOrganisation')]
  const id = values.one('sourceId') ?? idOf(url)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const written = withSource(text, {
    id,
    ...(title !== undefined && { title }),
    url,
    reader: wish ?? found?.reader ?? 'rdf',
    ...(organisation !== undefined && { organisation }),
    ...(allowPrivate.length > 0 && { allowPrivate }),
  })
  const list = await parseSources(written, file, { isOrganisationNumber })
  const errors = list.findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    terminal.tell(`${findingLines(errors, call).join('\n')}\n`)
    return 1
  }
  await writeWhole(file, written)
  const { lang } = terminal
  const why = found ? ` (${found.why[lang]})` : ''
  const reader = wish ?? found?.reader ?? 'rdf'
  terminal.write(
    lang === 'sv'
      ? `${id} står nu i ${file}, med läsaren ${reader}${why}.\n`
      : `${id} is now in ${file}, with the reader ${reader}${why}.\n`,
  )
  if (found?.failure)
    terminal.tell(
      `${found.failure.error.text[lang]} ${found.failure.error.hint?.[lang] ?? ''}`.trimEnd().concat('\n'),
    )
  terminal.write(
    lang === 'sv'
      ? `Provläs den: grunddata sources check ${id}\n`
      : `Try it: grunddata sources check ${id}\n`,
  )
  return 0
}

async function lookAt(address: string, allowPrivate: readonly string[]) {
  const client = await openClient({ allowPrivate, robots: true, retry: { retries: 1 } })
  try {
    return await detectReader(address, client)
  } finally {
    await client.close()
  }
}

/** Names of hosts that say nothing about whose data it is. */
const COMMON = new Set(['www', 'data', 'oppnadata', 'opendata', 'catalog', 'katalog', 'api'])

/** `exempelkommun` of https://data.exempelkommun.se/…; of a folder its name. */
function idOf(url: string): string {
  const words =
    URL.canParse(url) && /^https?:/i.test(url)
      ? new URL(url).hostname.split('.').slice(0, -1)
      : [url.split(/[/\\]/).filter(Boolean).at(-1) ?? '']
  const word = words.filter((each) => !COMMON.has(each)).at(-1) ?? words[0] ?? ''
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'kalla' : plain
}
