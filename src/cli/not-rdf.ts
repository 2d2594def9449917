// Files that are no RDF but that `grunddata build` makes RDF of: named for what they are, before an RDF parser stumbles.
import { closeSync, openSync, readSync } from 'node:fs'
import { GrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'

const HEAD_BYTES = 16_000

const byName: readonly (readonly [RegExp, Text])[] = [
  [/\.ya?ml$/i, { sv: 'en katalog eller ett API i YAML', en: 'a catalogue or an API in YAML' }],
  [/\.(xlsx|xlsm|ods)$/i, { sv: 'en arbetsbok', en: 'a workbook' }],
  [/\.(csv|tsv)$/i, { sv: 'en tabell', en: 'a table' }],
]

const byContent: readonly (readonly [RegExp, Text])[] = [
  [/<([\w.-]+:)?MD_Metadata[\s>]/, { sv: 'en metadatapost för geodata', en: 'a metadata record of geodata' }],
  [/[{,]\s*"(openapi|swagger)"\s*:/, { sv: 'en API-beskrivning', en: 'an API description' }],
]

/** Throws USAGE for the first file that is to be built rather than checked as it is. */
export function assertRdf(refs: readonly string[]): void {
  for (const ref of refs) {
    const kind = kindOf(ref)
    if (!kind) continue
    throw new GrunddataError(
      'USAGE',
      { sv: `${ref} är ${kind.sv}, inte RDF.`, en: `${ref} is ${kind.en}, not RDF.` },
      {
        hint: {
          sv: `Granska och bygg den med: grunddata build ${ref} --output katalog.rdf`,
          en: `Check and build it with: grunddata build ${ref} --output catalog.rdf`,
        },
      },
    )
  }
}

function kindOf(ref: string): Text | undefined {
  const named = byName.find(([pattern]) => pattern.test(ref))
  if (named) return named[1]
  if (!/\.(xml|json)$/i.test(ref) || /^https?:/i.test(ref)) return undefined
  const head = headOf(ref)
  return byContent.find(([pattern]) => pattern.test(head))?.[1]
}

function headOf(file: string): string {
  try {
    const descriptor = openSync(file, 'r')
    try {
      const head = Buffer.alloc(HEAD_BYTES)
      return head.toString('utf8', 0, readSync(descriptor, head))
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return ''
  }
}
