// Real catalogues by others, when GRUNDDATA_CORPUS names their folder: the same catalogue in several syntaxes gives the
// same findings, each with its own file's lines.
import { readdirSync, readFileSync } from 'node:fs'
import { isomorphic } from 'rdf-isomorphic'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../src/finding.ts'
import { datasetView, decodeDocument, parse } from '../src/rdf/index.ts'
import { validate } from '../src/validate.ts'

const corpus = process.env.GRUNDDATA_CORPUS
const files = corpus ? readdirSync(`${corpus}/files`).sort() : []

/** Slugs of catalogues that are there in more than one syntax. */
const families = new Map<string, string[]>()
for (const file of files) {
  const slug = file.replace(/\.[a-z]+$/, '').replace(/-(ttl|rdf|jsonld)$/, '')
  families.set(slug, [...(families.get(slug) ?? []), file])
}
const pairs = [...families].filter(([, members]) => members.length > 1)

/** Families whose files do not hold the same triples, and why; that they do not is checked too. */
const different: Readonly<Record<string, string>> = {
  'de-brandenburg': 'carriage returns in nine descriptions, which XML turns into line feeds',
  'eu-ckan-dataset': 'two datasets that have nothing but the file name in common',
  'fr-udata-bnodes': 'the JSON-LD file is a shorter version',
  'se-digg-exempel-obligatoriskt': 'a full stop in the name of the publisher',
}

async function quadsOf(file: string) {
  const { bytes } = decodeDocument(readFileSync(`${corpus}/files/${file}`))
  return [...datasetView(await parse({ name: file, bytes }))]
}

function key({ rule, focus, path, value }: Finding): string {
  // A finding about the file as a whole is called by its name.
  const subject = focus.iri ?? (focus.label.sv.startsWith(corpus ?? '') ? '' : focus.label.sv)
  return [rule, subject, path?.iri ?? '', value ?? ''].join(' | ')
}

describe('the same catalogue in several syntaxes', () => {
  it.skipIf(!corpus)('is in the corpus (GRUNDDATA_CORPUS)', () => {
    expect(pairs.length).toBeGreaterThan(5)
  })

  it.each(pairs)('%s gives the same findings', async (slug, members) => {
    if (different[slug]) {
      expect(isomorphic(await quadsOf(members[0]), await quadsOf(members[1])), different[slug]).toBe(false)
      return
    }
    const { reports } = await validate(
      members.map((file) => `${corpus}/files/${file}`),
      { profile: 'dcat-ap-se@3.0.1' },
    )
    const keys = reports.map(({ findings }) => findings.map(key).sort())
    for (const other of keys.slice(1)) expect(other).toEqual(keys[0])
    for (const { findings } of reports)
      expect(findings.every(({ location }) => location.line >= 1)).toBe(true)
  })
})
