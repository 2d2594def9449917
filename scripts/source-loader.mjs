// Lets node run the sources as they are: takes the types away from `.ts` files as they are loaded.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/experimental'

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const path = fileURLToPath(url)
  const { code, errors } = transformSync(path, await readFile(path, 'utf8'), { lang: 'ts' })
  if (errors.length > 0) throw new Error(errors[0].message)
  return { format: 'module', source: code, shortCircuit: true }
}
