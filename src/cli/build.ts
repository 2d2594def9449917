// `grunddata build`: reads sources of any kind, builds one graph, checks it, and writes it when it has no error.
import { buildGraph, inputs, toYaml } from '../author/index.ts'
import { portalOrganisations } from '../framework/index.ts'
import { DEFAULT_PROFILE, loadProfile } from '../profile/index.ts'
import { type Graph, type SyntaxId, syntaxes } from '../rdf/index.ts'
import { type Format, reporters } from '../report/index.ts'
import { type RawDocument, read } from '../source/index.ts'
import { type Validated, validateGraph } from '../validate.ts'
import type { Call } from './call.ts'
import { syntaxIds } from './options.ts'
import { writeWhole } from './outputs.ts'
import { readSettings } from './settings.ts'

/** Exit code 1 when there are errors; then nothing is written, unless --force. */
export async function run(call: Call): Promise<number> {
  const { args, values, terminal } = call
  const file = values.one('file')
  const to = target(values.one('buildTo'), file)
  const from = values.one('from')
  const name = values.one('profile') ?? 'auto'
  const profile = await loadProfile(name === 'auto' ? DEFAULT_PROFILE : name)
  const base = values.one('base')
  const documents = await readAll(args, values.list('allowPrivate'))
  const { graph, lineOf } = await buildGraph(documents, {
    profile,
    organisations: portalOrganisations(),
    ...(from !== undefined && { from }),
    ...(base !== undefined && { base }),
  })
  const { policy } = await readSettings(call)
  const made = { graph, name: args.join(', '), lineOf }
  const validated = await validateGraph(made, { profile, ...(policy && { policy }) })
  const [report] = validated.reports
  await tellFindings(validated, call)
  if (!report.conforms && !values.has('force')) {
    terminal.tell(notWritten[terminal.lang])
    return 1
  }
  const pieces = written(graph, to)
  if (file !== undefined) await writeWhole(file, pieces)
  else for (const piece of pieces) terminal.write(piece)
  return report.conforms ? 0 : 1
}

function written(graph: Graph, to: SyntaxId | 'yaml'): Iterable<string> {
  return to === 'yaml' ? [toYaml(graph)] : syntaxes[to].write(graph)
}

function target(wish: string | undefined, file: string | undefined): SyntaxId | 'yaml' {
  if (wish !== undefined) return wish as SyntaxId | 'yaml'
  const extension = /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1].toLowerCase() ?? ''
  if (extension === 'yaml' || extension === 'yml') return 'yaml'
  return syntaxIds.find((id) => syntaxes[id].extensions.includes(extension)) ?? 'turtle'
}

async function readAll(
  refs: readonly string[],
  allowPrivate: readonly string[],
): Promise<readonly RawDocument[]> {
  const documents: RawDocument[] = []
  const extensions = Object.values(inputs).flatMap((input) => input.extensions)
  for await (const result of read(refs, { stdin: process.stdin, extensions, allowPrivate })) {
    if ('failure' in result) throw result.failure.error
    // The settings of this program, found when a folder is searched, are no part of the catalogue.
    if (!/(^|[/\\])grunddata\.config\.\w+$/.test(result.document.name)) documents.push(result.document)
  }
  return documents
}

/** On standard error, since standard output may be the catalogue; whole to a file where one is named. */
async function tellFindings({ reports, lineOf }: Validated, { values, terminal, root }: Call): Promise<void> {
  const { lang, color, width } = terminal
  const isSilent = values.has('quiet') || reports[0].findings.length === 0
  for (const item of values.list('reportFormat')) {
    const [name, ...rest] = item.split('=')
    const file = rest.length > 0 ? rest.join('=') : undefined
    const isText = file === undefined && name === 'text'
    if (file === undefined && isSilent) continue
    const text = reporters[name as Format](reports, {
      lang,
      color: color && isText,
      width: Math.min(width, 120),
      lineOf,
      toolVersion: root.version() ?? '',
    })
    if (file === undefined) terminal.tell(text)
    else await writeWhole(file, text)
  }
}

const notWritten = {
  sv: 'grunddata: Ingenting skrevs, eftersom det finns fel. Rätta dem, eller skriv ändå med --force.\n',
  en: 'grunddata: Nothing was written, because there are errors. Correct them, or write anyway with --force.\n',
}
