// Puts a TypeScript file and what it imports of ours into one module below .build, so that node runs it alone.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Gives the path of the module; `name` is its file name. */
export async function bundle(input, name) {
  const built = await rolldown({
    input: `${root}${input}`,
    platform: 'node',
    logLevel: 'silent',
    external: (id) => /^(?![./])/.test(id),
  })
  const dir = `${root}.build/${name}`
  await built.write({ dir, format: 'esm', entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' })
  await built.close()
  return { path: `${dir}/main.mjs`, href: pathToFileURL(`${dir}/main.mjs`).href }
}
