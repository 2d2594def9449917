// The engines that are measured: what to run for them, whether they are here, and how to get them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { withoutPlaces } from './placeless.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const root = here('..')
const JENA = `${root}.build/bench-jena`
const answers = (...command) => spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0
const npm = (name) => existsSync(`${root}node_modules/${name}/package.json`)
const node = (name, ...args) => [
  process.execPath,
  '--max-old-space-size=16000',
  here(`engines/${name}.mjs`),
  ...args,
]
const jena = (...args) => ['java', '-Xmx12g', '-cp', `${JENA}:/usr/share/java/*`, 'Validate', ...args]
const SETUP = 'sh bench/setup.sh'

/** Engines of SHACL: (job) → command, where a job is `{ syntax, shapes, file, out }`. */
export function validators(built) {
  return {
    ours: { run: ({ syntax, shapes, file, out }) => node('ours', built, syntax, shapes, file, out) },
    'n3.Store + shacl-engine': {
      missing: npm('shacl-engine') ? undefined : 'npm ci',
      run: ({ syntax, shapes, file, out }) => node('shacl-engine', syntax, shapes, file, out),
    },
    'shacl-engine, node by node': {
      missing: npm('shacl-engine') ? undefined : 'npm ci',
      run: ({ syntax, shapes, file, out }) => node('shacl-engine', syntax, shapes, file, out, 'each'),
    },
    'rdf-validate-shacl': {
      missing: npm('rdf-validate-shacl') ? undefined : 'npm ci',
      run: ({ syntax, shapes, file, out }) => node('rdf-validate-shacl', syntax, shapes, file, out),
    },
    'Apache Jena SHACL': {
      missing: existsSync(`${JENA}/Validate.class`) && answers('java', '-version') ? undefined : SETUP,
      run: ({ shapes, file, out }) => jena(shapes, file, out, '1'),
    },
    'Apache Jena SHACL, warm': {
      missing: existsSync(`${JENA}/Validate.class`) && answers('java', '-version') ? undefined : SETUP,
      run: ({ shapes, file, out }) => jena(shapes, file, out, '4'),
    },
    pySHACL: {
      missing: answers('python3', '-c', 'import pyshacl') ? undefined : 'python3 -m pip install pyshacl',
      run: ({ syntax, shapes, file, out }) => [
        'python3',
        here('engines/pyshacl_engine.py'),
        syntax,
        shapes,
        file,
        out,
      ],
    },
  }
}

let placeless

/** Parsers and floors: (job) → command, where a job is `{ syntax, file }`. */
export function readers(built) {
  const installed = (program) => (answers('which', program) ? undefined : SETUP)
  return {
    ours: { run: ({ syntax, file }) => node('ours-parse', built, syntax, file) },
    'ours, places not kept': {
      run: ({ syntax, file }) => node('ours-parse', (placeless ??= withoutPlaces(built)), syntax, file),
    },
    'ours, all literals decoded': {
      run: ({ syntax, file }) => node('ours-parse', built, syntax, file, 'decode'),
    },
    'N3.js, quads thrown away': { run: ({ file }) => node('parse', 'n3', file) },
    'N3.js into n3.Store': { run: ({ file }) => node('parse', 'n3-store', file) },
    'rdfxml-streaming-parser, quads thrown away': {
      missing: npm('rdfxml-streaming-parser') ? undefined : 'npm ci',
      run: ({ file }) => node('parse', 'rdfxml', file),
    },
    'jsonld.js toRDF': { run: ({ file }) => node('parse', 'jsonld', file) },
    serdi: {
      missing: installed('serdi'),
      run: ({ file }) => ['sh', '-c', 'exec serdi -i turtle -o ntriples "$0" >/dev/null', file],
    },
    rapper: {
      missing: installed('rapper'),
      run: ({ syntax, file }) => [
        'rapper',
        '-q',
        '-c',
        '-i',
        syntax === 'rdfxml' ? 'rdfxml' : 'turtle',
        file,
      ],
    },
    'Jena riot': {
      missing: existsSync(`${JENA}/Validate.class`) && answers('java', '-version') ? undefined : SETUP,
      run: ({ file }) => jena('-', file),
    },
    'floor: read and hash': { run: ({ file }) => node('floor', 'hash', file) },
    'floor: tokens only': { run: ({ file }) => node('floor', 'tokens', file) },
  }
}

/** Writers: what writes, (file) → command. */
export function writers(built) {
  const of = (kind) => ({ run: ({ file }) => node('write', kind, built, file) })
  return {
    'ours, Turtle': of('turtle'),
    'N3.Writer': of('n3-writer'),
    'ours, JSON-LD': of('jsonld'),
    'jsonld.compact': of('jsonld-compact'),
  }
}

/** The command line program with arguments, as it is installed or, for another build than dist/, by a starter of its kind. */
export function program(built) {
  if (`${built}/` === `${root}dist/`)
    return (...args) => [process.execPath, `${root}bin/grunddata.js`, ...args]
  const starter = `${mkdtempSync(`${tmpdir()}/grunddata-bench-`)}/grunddata.cjs`
  writeFileSync(
    starter,
    `require('${root}bin/program.js').loadProgram('${built}/program').main(process.argv.slice(2)).then((code) => { process.exitCode = code })\n`,
  )
  return (...args) => [process.execPath, starter, ...args]
}

/** What a command prints about itself. */
export function helpOf([command, ...args]) {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? ''
}
