// Compiles src/ to dist/ and leaves a snapshot of every profile there. Run by `npm run build` and, through `prepare`, by `npm ci`.
// dist/ holds two things made of the same source: modules with their types, for those who import the package, and
// dist/program/, the command line program in a few files, because finding and reading two hundred costs more than a small run.
// `node scripts/build.mjs <folder>` builds somewhere else.
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(root, process.argv[2] ?? 'dist')
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
execFileSync(process.execPath, [`${root}scripts/framework.mjs`], { stdio: 'inherit' })
rmSync(out, { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', out], { cwd: root, stdio: 'inherit' })

const { writeSnapshots } = await import(pathToFileURL(`${out}/profile/index.js`).href)
writeSnapshots()
await bundleProgram()
cpSync(`${out}/profile/snapshots`, `${out}/program/snapshots`, { recursive: true })

/**
 * CommonJS, since node reads that faster. What is imported lazily stays a file of its own, but for the readers, whose
 * inner loops are faster when their parts are not apart. Packages stay in node_modules, except commander, which every
 * run needs.
 */
async function bundleProgram() {
  const licence = readFileSync(`${root}node_modules/commander/LICENSE`, 'utf8')
  const bundle = await rolldown({
    input: `${root}src/cli/index.ts`,
    platform: 'node',
    logLevel: 'silent',
    external: (id) => /^(?![./]|commander$)/.test(id),
  })
  await bundle.write({
    dir: `${out}/program`,
    format: 'cjs',
    entryFileNames: 'grunddata.cjs',
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
}
