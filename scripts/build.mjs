// Compiles src/ to dist/ and leaves a snapshot of every profile there. Run by `npm run build` and, through `prepare`, by `npm ci`.
// dist/ holds two things made of the same source: modules with their types, for those who import the package, and
// dist/program/, the command line program in a few files, because finding and reading two hundred costs more than a small run.
// `node scripts/build.mjs <folder>` builds somewhere else.
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(root, process.argv[2] ?? 'dist')
// Code whose compilation is kept cannot import: one small file, which node compiles itself, does it for all.
const OUTSIDE = '// Imports packages for the other files here.\nexports.imported = (name) => import(name)\n'
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [`${root}scripts/framework.mjs`], { stdio: 'inherit' })
rmSync(out, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', out], { cwd: root, stdio: 'inherit' })

const { writeSnapshots } = await import(pathToFileURL(`${out}/profile/index.js`).href)
writeSnapshots()
await bundleProgram()
cpSync(`${out}/profile/snapshots`, `${out}/program/snapshots`, { recursive: true })
execFileSync(process.execPath, [`${root}scripts/code-cache.cjs`, `${out}/program`], { stdio: 'ignore' })

/**
 * CommonJS, since node reads that faster. What is imported lazily stays a file of its own, but for the readers, whose
 * inner loops are faster when their parts are not apart. Packages stay in node_modules, except commander, which every
 * run needs.
 */
async function bundleProgram() {
  const licence = readFileSync(`${root}node_modules/commander/LICENSE`, 'utf8')
  const bundle = await rolldown({
    input: {
      grunddata: `${root}src/cli/index.ts`,
      'validate-worker': `${root}src/parallel/worker.ts`,
    },
    platform: 'node',
    logLevel: 'silent',
    // The bundler's own aid for tagged templates with "</script" is no package of ours: it goes inside.
    external: (id) => /^(?![./]|commander$|@oxc-project\/runtime\/|\0)/.test(id),
    plugins: [{ name: 'outside', renderChunk: (code) => importsOutside(defaultsOfModules(code)) }],
  })
  await bundle.write({
    dir: `${out}/program`,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: {
      groups: [
        { name: 'errors', test: /\/src\/errors\.ts$/, priority: 1 },
        { name: 'graph', test: /\/src\/rdf\// },
      ],
    },
    banner: ({ name }) => (name === 'program' ? `/*! With commander:\n${licence}*/` : ''),
  })
  await bundle.close()
  writeFileSync(`${out}/program/outside.cjs`, OUTSIDE)
}

function importsOutside(code) {
  return code.replace(/\bimport\(("[^".][^"]*")\)/g, 'require("./outside.cjs").imported($1)')
}

/**
 * A package that is an ES module is given to `require` as its namespace, with the default export under its name. The
 * bundler takes everything that it leaves outside for CommonJS, where the whole would be the default.
 */
function defaultsOfModules(code) {
  const outside = /\b(\w+) = require\("([^".][^"]*)"\);\n(\1 = [\w.]*__toESM\(\1), 1\)/g
  return code.replace(outside, (whole, name, id, call) =>
    isModule(id) ? `${name} = require("${id}");\n${call})` : whole,
  )
}

function isModule(id) {
  const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/')
  return JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8')).type === 'module'
}
