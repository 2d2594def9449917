// Writes what is generated (docs/rules.md, the JSON Schema, the types of the model), or with --check tells whether they are fresh.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { modelFiles } from './model.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const grunddata = (...args) =>
  execFileSync(process.execPath, [`${root}bin/grunddata.js`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })

const [author, dcat, profile, source] = await Promise.all(
  ['author/index.js', 'dcat/index.js', 'profile/index.js', 'source/index.js'].map(
    (file) => import(`../dist/${file}`),
  ),
)
const schema = () => `${JSON.stringify(author.catalogSchema(profile.loadVocabularies()), null, 2)}\n`
const model = modelFiles({ dcat, profile })

const generated = {
  'docs/rules.md': () => grunddata('rules', '--format', 'markdown', '--lang', 'en'),
  'docs/rules-grunddata.md': () =>
    grunddata('rules', '--profile', 'grunddata@2.0', '--format', 'markdown', '--lang', 'en'),
  'docs/catalog.schema.json': schema,
  'docs/sources.schema.json': () => `${JSON.stringify(source.sourcesSchema(), null, 2)}\n`,
  ...Object.fromEntries(Object.entries(model).map(([file, text]) => [file, () => text])),
}

let stale = 0
for (const [file, make] of Object.entries(generated)) {
  const text = make()
  if (!process.argv.includes('--check')) writeFileSync(root + file, text)
  else if (readFileSync(root + file, 'utf8') !== text) {
    stale++
    console.error(`${file} is stale: run npm run docs`)
  }
}
process.exitCode = stale ? 1 : 0
