// Loads the program's files together with what V8 made of them when they were built, so that a run does not compile
// again what every run needs. The files are CommonJS and require one another by './name.cjs'; packages and node's
// modules are required as usual. Without a cache of this V8 the program is required as usual too.
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const nodeModule = require('node:module')
const { join } = require('node:path')
const { Script } = require('node:vm')
const { crc32 } = require('node:zlib')

const ENTRY = 'grunddata.cjs'
/** The one file that imports; see scripts/build.mjs. */
const IMPORTER = './outside.cjs'
const CACHE = 'code-cache.bin'
const ENGINE = `${process.versions.v8} ${process.arch}`

/** What the program in a folder exports. */
exports.loadProgram = (folder) => {
  const compiled = readCache(join(folder, CACHE))
  if (compiled) return loadFiles(folder, compiled).program
  nodeModule.enableCompileCache?.()
  return require(join(folder, ENTRY))
}

/** The program in a folder, and `keep`, which leaves there what was compiled of it so far. */
exports.recordProgram = (folder) => {
  const { program, scripts } = loadFiles(folder, new Map())
  return { program, keep: () => writeCache(join(folder, CACHE), scripts) }
}

function loadFiles(folder, compiled) {
  const outside = nodeModule.createRequire(join(folder, ENTRY))
  const modules = new Map()
  const scripts = new Map()
  const load = (name) => {
    const loaded = modules.get(name)
    if (loaded) return loaded.exports
    const filename = join(folder, name)
    const bytes = readFileSync(filename)
    // V8 itself compares no more than the length of a source.
    const key = `${name} ${bytes.length} ${crc32(bytes)}`
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${bytes.toString('utf8')}\n})`
    // V8 refuses what was made with other flags, and compiles as ever.
    const script = new Script(wrapped, { filename, cachedData: compiled.get(key) })
    scripts.set(key, script)
    const module = { exports: {} }
    modules.set(name, module)
    script.runInThisContext()(module.exports, requireHere, module, filename, folder)
    return module.exports
  }
  const requireHere = (id) => (id.startsWith('./') && id !== IMPORTER ? load(id.slice(2)) : outside(id))
  return { program: load(ENTRY), scripts }
}

/**
 * By name, length and checksum of a file what was compiled of it; undefined without a cache of this engine that is
 * whole. V8 does not look whether it is, and ends the process when it is not.
 */
function readCache(file) {
  try {
    const bytes = readFileSync(file)
    let at = 4 + bytes.readUInt32LE(0)
    const { engine, sum, files } = JSON.parse(bytes.toString('utf8', 4, at))
    if (engine !== ENGINE || sum !== crc32(bytes.subarray(at))) return undefined
    const compiled = new Map()
    for (const [key, length] of files) compiled.set(key, bytes.subarray(at, (at += length)))
    return at === bytes.length ? compiled : undefined
  } catch {
    return undefined
  }
}

function writeCache(file, scripts) {
  const parts = [...scripts].map(([key, script]) => [key, script.createCachedData()])
  const files = parts.map(([key, data]) => [key, data.length])
  const body = Buffer.concat(parts.map(([, data]) => data))
  const index = Buffer.from(JSON.stringify({ engine: ENGINE, sum: crc32(body), files }))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(index.length)
  writeFileSync(`${file}.part`, Buffer.concat([size, index, body]))
  renameSync(`${file}.part`, file)
}
