// `grunddata fix`: carries out the corrections that findings propose, in the files themselves.
import type { Fixed } from '../author/index.ts'
import type { Finding } from '../finding.ts'
import type { Call } from './call.ts'
import { fixWords, tellFixed } from './fix-words.ts'
import { showDiff } from './show-diff.ts'
import { openTexts, type TextFile, writeText } from './text-files.ts'

/** Exit code 1 with --check when something could be corrected; 3 when a source could not be read. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const isDry = values.has('check') || values.has('showDiff')
  let exit = 0
  let corrected = 0
  const { opened, worst } = await openTexts(call)
  for (const file of opened) {
    const fixed = await fixFile(file, call)
    corrected += fixed.made.length
    if ((fixed.made.length > 0 || values.has('changed')) && !isDry) await writeText(file, fixed.bytes, call)
    if (values.has('showDiff'))
      await showDiff({ name: file.name, before: file.text(), after: fixed.bytes }, terminal)
    tellFixed({ file: file.name, fixed, isDry, isUnsafe: values.has('unsafe') }, terminal)
    if (file.name === '-' && !isDry && fixed.made.length === 0 && !values.has('changed'))
      terminal.write(file.text())
  }
  if (opened.length > 1) terminal.tell(`${fixWords.total(corrected, opened.length, isDry)[terminal.lang]}\n`)
  if (values.has('check') && corrected > 0) exit = 1
  return Math.max(exit, worst)
}

async function fixFile(file: TextFile, call: Call): Promise<Fixed> {
  const { values } = call
  if (/\.ya?ml$/i.test(file.name)) return (await import('./fix-yaml.ts')).fixYamlFile(file, call)
  const { fixText } = await import('../author/index.ts')
  const rules = values.list('rule')
  return fixText(file.bytes, {
    isUnsafe: values.has('unsafe'),
    ...(rules.length > 0 && { rules: new Set(rules) }),
    read: file.read,
    check: (bytes): Promise<readonly Finding[]> => file.check(bytes),
  })
}
