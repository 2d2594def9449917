// The findings of a text in an editor, whatever its form, with the graph they came from.
import { buildGraph } from '../author/index.ts'
import type { Finding, Lang, Severity } from '../finding.ts'
import type { Policy } from '../policy/index.ts'
import { DEFAULT_PROFILE, loadProfile } from '../profile/index.ts'
import { type Graph, parse } from '../rdf/index.ts'
import { validateDocument, validateGraph } from '../validate.ts'
import type { Form } from './place.ts'

export interface Checked {
  readonly findings: readonly Finding[]
  /** The graph that was read. */
  readonly graph: Graph
}

export interface DiagnoseOptions {
  readonly name: string
  readonly form: Form
  readonly policy?: Policy
}

const encoder = new TextEncoder()

/** Checks a text. Never rejects for bad content. */
export async function diagnose(text: string, { name, form, policy }: DiagnoseOptions): Promise<Checked> {
  const bytes = encoder.encode(text)
  if (form === 'yaml') return diagnoseYaml(text, { name, form, ...(policy && { policy }) })
  const syntax = syntaxOf(name, form)
  const { reports } = await validateDocument({ name, bytes }, { syntax, ...(policy && { policy }) })
  return { findings: reports[0].findings, graph: await parse({ name, bytes }, { syntax }) }
}

/** Checks a text in the YAML form. */
export async function diagnoseYaml(text: string, { name, policy }: DiagnoseOptions): Promise<Checked> {
  const profile = await loadProfile(DEFAULT_PROFILE)
  const { graph } = await buildGraph([{ name, bytes: encoder.encode(text) }], { profile, from: 'yaml' })
  const { reports } = await validateGraph({ graph, name }, { ...(policy && { policy }) })
  return { findings: reports[0].findings.filter(({ location }) => location.file === name), graph }
}

/** The syntax a document is read in. */
export function syntaxOf(name: string, form: Form): 'jsonld' | 'trig' | 'turtle' {
  if (form === 'json') return 'jsonld'
  return name.endsWith('.trig') ? 'trig' : 'turtle'
}

/** Severity as the protocol numbers it. */
export const severityNumbers: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 }

/** One finding in words: what to do, and how. */
export function sentence({ message, hint }: Finding, lang: Lang): string {
  return hint ? `${message[lang]}\n${hint[lang]}` : message[lang]
}
