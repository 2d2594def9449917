// `grunddata upgrade`: old catalogues made into DCAT-AP-SE 3.0.1; also to and from the form of the EU.
import type { Told, Upgraded } from '../author/index.ts'
import { GrunddataError } from '../errors.ts'
import { position, type SyntaxId, syntaxes } from '../rdf/index.ts'
import type { Call } from './call.ts'
import { writeWhole } from './outputs.ts'
import { showDiff } from './show-diff.ts'
import { openTexts, type TextFile, writeText } from './text-files.ts'
import { tellUpgraded, upgradeWords } from './upgrade-words.ts'

/** Exit code 1 with --check when something would change; 3 when a source could not be read. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  if (values.has('toEu') && values.has('fromEu'))
    throw new GrunddataError('USAGE', {
      sv: 'Välj antingen --to-eu eller --from-eu.',
      en: 'Choose either --to-eu or --from-eu.',
    })
  const isDry = values.has('check') || values.has('showDiff')
  const { opened, worst } = await openTexts(call)
  let changed = 0
  const files: object[] = []
  for (const file of opened) {
    const upgraded = await upgradeFile(file, call)
    const { bytes, euLines } = await euForm(file, upgraded.bytes, call)
    const isChanged = Buffer.compare(bytes, file.bytes) !== 0
    if (isChanged) changed++
    if (values.has('showDiff'))
      await showDiff({ name: file.name, before: file.text(), after: bytes }, terminal)
    else if (!isDry && (isChanged || file.name === '-' || values.has('changed')))
      await writeText(file, bytes, call)
    tellUpgraded({ file: file.name, upgraded, isDry, euLines }, terminal)
    files.push(reported(file.name, upgraded))
  }
  const report = values.one('upgradeReport')
  if (report !== undefined)
    await writeWhole(report, `${JSON.stringify({ version: '1.0', files }, null, 2)}\n`)
  return Math.max(worst, values.has('check') && changed > 0 ? 1 : 0)
}

/** The steps as findings: where, about what, what to do, and what to write. */
function reported(file: string, { done, proposed, left, isInPlace }: Upgraded): object {
  const finding = ({ text, line, subject, proposal }: Told) => ({
    line,
    subject,
    message: text,
    ...(proposal !== undefined && { proposal }),
  })
  return {
    file,
    isInPlace,
    done: done.map(finding),
    toDecide: proposed.map(finding),
    notMade: left.map(finding),
  }
}

async function upgradeFile(file: TextFile, { values }: Call): Promise<Upgraded> {
  const { upgradeText } = await import('../author/index.ts')
  return upgradeText(file.bytes, {
    read: file.read,
    lineOf: ({ source }, at) => (source && at >= 0 ? position(source, at).line : 0),
    inheritPublisher: values.has('inheritPublisher'),
    cc0: values.has('addLicence'),
    isRewriting: values.has('rewrite'),
  })
}

interface InEuForm {
  readonly bytes: Uint8Array
  readonly euLines: readonly Told['text'][]
}

async function euForm(file: TextFile, bytes: Uint8Array, { values }: Call): Promise<InEuForm> {
  if (!values.has('toEu') && !values.has('fromEu')) return { bytes, euLines: [] }
  const { fromEuForm, toEuForm } = await import('../author/index.ts')
  const graph = await file.read(bytes)
  const { graph: changed, counts } = values.has('toEu') ? toEuForm(graph) : fromEuForm(graph)
  if (counts.size === 0) return { bytes, euLines: [upgradeWords.noEu] }
  const syntax = syntaxes[(graph.source?.syntax || 'turtle') as SyntaxId]
  const pieces = [...syntax.write(changed, { prefixes: graph.prefixes })]
  const lines = [...counts].map(([name, count]) => upgradeWords.eu(name, count))
  return { bytes: Buffer.from(pieces.join(''), 'utf8'), euLines: [...lines, upgradeWords.anew] }
}
