// The two sets of shapes: SEMIC's shapes of DCAT-AP 3 where the suites are (GRUNDDATA_SUITES), else a set of our own of the same kind.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const own = fileURLToPath(new URL('shapes/', import.meta.url))
const CORE = ['html_shacl_shapes.ttl']
const ALL = [
  ...CORE,
  'html_shacl_range.ttl',
  'html_shacl_shapes_recommended.ttl',
  'html_shacl_mdr-vocabularies.shape.ttl',
  'html_shacl_deprecateduris.ttl',
]

/** `{ name, core, all }`: files of the two sets, and what to call them. */
export function shapeSets(suites = process.env.GRUNDDATA_SUITES ?? '') {
  const folder = `${suites}/semic-shapes/`
  if (CORE.every((file) => existsSync(folder + file))) {
    return {
      name: 'SEMIC DCAT-AP 3.0.0',
      core: CORE.map((file) => folder + file),
      all: ALL.map((file) => folder + file),
    }
  }
  return { name: 'bench/shapes', core: [`${own}core.ttl`], all: [`${own}core.ttl`, `${own}more.ttl`] }
}
