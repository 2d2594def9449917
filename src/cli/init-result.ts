// What `grunddata init` tells when it is done: the files, what is left to fill in at which line, and the next step.
import { join } from 'node:path'
import { blanksOf, buildGraph, type StartFile } from '../author/index.ts'
import type { Finding } from '../finding.ts'
import { portalOrganisations } from '../framework/index.ts'
import { DEFAULT_PROFILE, loadProfile } from '../profile/index.ts'
import { wrap } from '../report/index.ts'
import { validateGraph } from '../validate.ts'
import { textWidth } from './fields.ts'
import { resultWords } from './init-result-words.ts'
import type { Terminal } from './terminal.ts'

const MOST = 12

export async function tellResult(
  folder: string,
  files: readonly StartFile[],
  terminal: Terminal,
): Promise<void> {
  const words = resultWords[terminal.lang]
  const catalog = join(folder, 'catalog.yaml')
  const lines = [words.written, ...files.map(({ path }) => `  ${join(folder, path)}`), '']
  const left = await leftToFill(catalog, files, terminal)
  if (left.length === 0) lines.push(words.clean, '')
  else lines.push(words.toFill, ...left.slice(0, MOST).flat())
  if (left.length > MOST) lines.push(`  ${words.more(left.length - MOST)}`)
  if (left.length > 0) lines.push('')
  const output = terminal.lang === 'sv' ? 'katalog.rdf' : 'catalog.rdf'
  lines.push(words.next, `  grunddata build ${catalog} --output ${output}`, `      ${words.build}`)
  terminal.write(`${lines.join('\n')}\n`)
}

/** What must be filled in: the fields that were left empty, else what is wrong with what was found. */
async function leftToFill(
  catalog: string,
  files: readonly StartFile[],
  terminal: Terminal,
): Promise<readonly (readonly string[])[]> {
  const text = files.find(({ path }) => path === 'catalog.yaml')?.text ?? ''
  const blanks = blanksOf(text)
  if (blanks.length > 0)
    return blanks.map(({ line, field, hint }) => placed(`${catalog}:${line}`, `${field}: ${hint}`, terminal))
  const errors = await errorsIn(catalog, text)
  return errors.map(({ location, message }) =>
    placed(`${catalog}:${location.line}`, message[terminal.lang], terminal),
  )
}

async function errorsIn(catalog: string, text: string): Promise<readonly Finding[]> {
  const profile = await loadProfile(DEFAULT_PROFILE)
  const document = { name: catalog, bytes: new TextEncoder().encode(text) }
  const { graph } = await buildGraph([document], { profile, organisations: portalOrganisations() })
  const { reports } = await validateGraph({ graph, name: catalog }, { profile })
  return reports[0].findings
    .filter(({ severity }) => severity === 'error')
    .sort((a, b) => a.location.line - b.location.line)
}

function placed(place: string, text: string, { width }: Terminal): readonly string[] {
  const left = `  ${place}  `
  const room = Math.max(textWidth({ width }) - left.length, 20)
  return wrap(text, room).map((line, at) => `${at === 0 ? left : ' '.repeat(left.length)}${line}`)
}
