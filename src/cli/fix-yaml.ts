// `fix` for files in the YAML form: what such a file comes to, and its corrections.
import type { Fixed } from '../author/index.ts'
import { DEFAULT_PROFILE, loadProfile } from '../profile/index.ts'
import { validateGraph } from '../validate.ts'
import type { Call } from './call.ts'
import { readSettings } from './settings.ts'
import type { TextFile } from './text-files.ts'

/** Corrects a file in the YAML form. */
export async function fixYamlFile(file: TextFile, call: Call): Promise<Fixed> {
  const { values } = call
  const { buildGraph, fixYaml } = await import('../author/index.ts')
  const wish = values.one('profile') ?? 'auto'
  const profile = await loadProfile(wish === 'auto' ? DEFAULT_PROFILE : wish)
  const { policy } = await readSettings(call)
  const rules = values.list('rule')
  return fixYaml(file.text(), {
    isUnsafe: values.has('unsafe'),
    ...(rules.length > 0 && { rules: new Set(rules) }),
    build: async (text) => {
      const document = { name: file.name, bytes: Buffer.from(text) }
      const { graph, lineOf } = await buildGraph([document], { profile })
      const { reports } = await validateGraph(
        { graph, name: file.name, lineOf },
        { profile, ...(policy && { policy }) },
      )
      return { graph, findings: reports[0].findings }
    },
  })
}
