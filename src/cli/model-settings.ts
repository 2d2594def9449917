// How the model of national basic data is written: in which namespace, and with which mark. Flags go before the
// configuration file, which goes before what the model says.
import { GrunddataError } from '../errors.ts'
import { inNamespace, subjectPrefixes } from '../framework/index.ts'
import type { Call } from './call.ts'
import { writeWhole } from './outputs.ts'
import { readSettings } from './settings.ts'

export interface ModelSettings {
  /** Undefined for our own. */
  readonly namespace: string | undefined
  /** What the address of a domain begins with. */
  readonly subjectPrefix: string
}

/** Throws USAGE for a namespace that is no web address, CONFIG_INVALID for a bad configuration. */
export async function readModelSettings(call: Call): Promise<ModelSettings> {
  const { policy } = await readSettings(call)
  const namespace = call.values.one('namespace') ?? policy?.namespace
  if (namespace !== undefined && !/^https?:\/\/[^\s<>"]+[/#]$/.test(namespace))
    throw new GrunddataError('USAGE', {
      sv: `Skriv --namespace som en webbadress som slutar på / eller #, inte ”${namespace}”.`,
      en: `Write --namespace as a web address that ends in / or #, not “${namespace}”.`,
    })
  const form = call.values.one('subjectForm') ?? policy?.subjectForm ?? 'concepts'
  const subjectPrefix = subjectPrefixes.find((prefix) => prefix.includes(`/${form}/`)) ?? subjectPrefixes[0]
  return { namespace, subjectPrefix }
}

/** Writes to --output or the screen, in the chosen namespace. */
export async function deliver(text: string, call: Call, namespace: string | undefined): Promise<void> {
  const written = inNamespace(text, namespace)
  const file = call.values.one('file')
  if (file === undefined) call.terminal.write(written)
  else await writeWhole(file, written)
}

/** The terminal to lay text out for: a file has no colour and 80 columns. */
export function paperOf({ values, terminal }: Call): Call['terminal'] {
  return values.has('file') ? { ...terminal, color: false, width: 80 } : terminal
}
