// Runs what most runs do, and keeps what V8 compiled for it beside the built program. Run by scripts/build.mjs, with
// standard output thrown away. Usage: node scripts/code-cache.cjs <folder of the built program>
const { join, resolve } = require('node:path')
const { recordProgram } = require('../bin/program.js')

const { program, keep } = recordProgram(resolve(process.argv[2]))
const catalog = (name) => join(__dirname, '../fixtures/catalogs', name)
const runs = [
  ['--help'],
  ['validate', catalog('kommun.ttl'), '--lang', 'sv'],
  ['validate', catalog('kommun-trasig.ttl'), '--lang', 'en'],
]

async function record() {
  for (const run of runs) await program.main(run)
  keep()
}

void record()
