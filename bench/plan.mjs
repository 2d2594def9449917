// What is measured: rows of engines that do the same work on the same data. A row's engines take turns, run by run.
// `runs` of heavy peers are fewer; the table says how many there were.
import { fileURLToPath } from 'node:url'
import { manyOf } from './data.mjs'
import { helpOf, program, readers, validators, writers } from './peers.mjs'

const SHACL = 'n3.Store + shacl-engine'

/** All rows for a size. `data(datasets, syntax)` makes the file when the row is about to run. */
export function plan({ built, data, shapes, runs, size, large, scratch }) {
  const few = Math.min(3, runs)
  const engines = validators(built)
  const shacl = (set, syntax, datasets, counts) => ({
    id: `${set}-${syntax}-${datasets}`,
    title: `${set} shapes, ${syntax}, ${datasets} datasets`,
    gate: datasets === 1000 ? undefined : `${set}-${syntax}-1000`,
    isCompared: true,
    data: () => data(datasets, syntax),
    engines: Object.entries(counts).map(([name, count]) => ({
      name,
      runs: count,
      missing: engines[name].missing,
      out: `${scratch}/${set}-${syntax}-${datasets}-${name.replace(/\W+/g, '-')}.txt`,
      timeout: datasets > size ? 180 : 240,
      command: (file, out) => engines[name].run({ syntax, file, out, shapes: shapes[set].join(',') }),
    })),
  })
  const peers1k = { [SHACL]: few, 'shacl-engine, node by node': 1 }
  return [
    ...startup({ built, data }),
    shacl('core', 'turtle', 1000, {
      ours: runs,
      ...peers1k,
      'rdf-validate-shacl': few,
      'Apache Jena SHACL': few,
      pySHACL: 1,
    }),
    shacl('all', 'turtle', 1000, {
      ours: runs,
      ...peers1k,
      'rdf-validate-shacl': 1,
      'Apache Jena SHACL': few,
      pySHACL: 1,
    }),
    shacl('core', 'rdfxml', 1000, { ours: runs, ...peers1k, 'Apache Jena SHACL': 1 }),
    shacl('core', 'jsonld', 1000, { ours: runs, ...peers1k }),
    shacl('core', 'turtle', size, {
      ours: runs,
      [SHACL]: Math.min(2, runs),
      'Apache Jena SHACL': few,
      'Apache Jena SHACL, warm': 1,
      'rdf-validate-shacl': 1,
    }),
    full({ built, data, runs, size }),
    full({ built, data, runs: 1, size, sparse: true }),
    shacl('core', 'rdfxml', size, { ours: runs, [SHACL]: 1 }),
    shacl('core', 'jsonld', size, { ours: runs, [SHACL]: 1 }),
    shacl('all', 'turtle', size, { ours: runs, [SHACL]: 1, 'Apache Jena SHACL': 1 }),
    ...reading({ built, data, runs: few, size }),
    writing({ built, data, runs: few, size }),
    incremental({ built, data, size }),
    threads({ built, data, runs: few }),
    shacl('core', 'turtle', large, { ours: Math.min(2, runs) }),
    streamed({ built, data, large }),
  ]
}

const FILES = 40

/** Many files, by one thread and by as many as there are processors. */
function threads({ built, data, runs }) {
  const run = program(built)
  return {
    id: `threads-turtle-${FILES}x1000`,
    title: `our full profile, ${FILES} files of 1000 datasets`,
    data: () => manyOf(data(1000, 'turtle'), FILES),
    engines: ['1', '2', '4'].map((count) => ({
      name: `ours, --threads ${count}`,
      runs,
      timeout: 240,
      command: (folder) => run('validate', folder, '--lang', 'en', '--threads', count),
    })),
  }
}

/** Our full profile after an edit of one dataset. */
function incremental({ built, data, size }) {
  return {
    id: `incremental-turtle-${size}`,
    title: `one of ${size} datasets edited`,
    data: () => data(size, 'turtle'),
    engines: [
      {
        name: 'ours',
        runs: 2,
        timeout: 240,
        command: (file) => [
          process.execPath,
          fileURLToPath(new URL('engines/incremental.mjs', import.meta.url)),
          built,
          file,
        ],
      },
    ],
  }
}

/** The full profile in windows of the data; absent from a program that does not know them. */
function streamed({ built, data, large }) {
  const run = program(built)
  const missing = helpOf(run('validate', '--help')).includes('--stream')
    ? undefined
    : 'validate has no --stream'
  return {
    id: `stream-turtle-${large}`,
    title: `our full profile, streamed, ${large} datasets`,
    data: () => data(large, 'turtle'),
    engines: [
      {
        name: 'ours, --stream',
        runs: 1,
        missing,
        timeout: 240,
        command: (file) => run('validate', file, '--stream', '--lang', 'en'),
      },
    ],
  }
}

/** The program itself: nothing to do, help, a small file; against a node that does nothing. */
function startup({ built, data }) {
  const run = program(built)
  const engine = (name, command) => ({ name, runs: 21, timeout: 20, command })
  return [
    {
      id: 'startup',
      title: 'start-up',
      data: () => data(100, 'turtle', { vocabulary: false }),
      engines: [
        engine("node -e ''", () => [process.execPath, '-e', '']),
        engine('--version', () => run('--version')),
        engine('--help', () => run('--help')),
        engine('validate, 100 datasets', (file) => run('validate', file)),
      ],
    },
  ]
}

function full({ built, data, runs, size, sparse = false }) {
  const run = program(built)
  return {
    id: `full-turtle-${size}${sparse ? '-sparse' : ''}`,
    title: `our full profile, text output, ${size} datasets${sparse ? ' of which as much is missing as in real catalogues' : ''}`,
    data: () => data(size, 'turtle', { sparse }),
    engines: [{ name: 'ours', runs, timeout: 120, command: (file) => run('validate', file, '--lang', 'en') }],
  }
}

function reading({ built, data, runs, size }) {
  const all = readers(built)
  const row = (syntax, counts) => ({
    id: `parse-${syntax}-${size}`,
    title: `reading ${syntax}, ${size} datasets`,
    data: () => data(size, syntax),
    engines: Object.entries(counts).map(([name, count]) => ({
      name,
      runs: count,
      missing: all[name].missing,
      timeout: 120,
      command: (file) => all[name].run({ syntax: syntax.replace('-nested', ''), file }),
    })),
  })
  return [
    row('turtle', {
      'floor: read and hash': runs,
      'floor: tokens only': runs,
      ours: runs,
      'ours, places not kept': runs,
      'ours, all literals decoded': runs,
      serdi: runs,
      rapper: runs,
      'N3.js, quads thrown away': runs,
      'N3.js into n3.Store': 1,
      'Jena riot': 1,
    }),
    row('rdfxml', {
      ours: runs,
      rapper: runs,
      'rdfxml-streaming-parser, quads thrown away': runs,
      'Jena riot': 1,
    }),
    row('rdfxml-nested', { ours: runs, rapper: runs, 'rdfxml-streaming-parser, quads thrown away': 1 }),
    row('jsonld', { 'floor: read and hash': 1, ours: runs, 'jsonld.js toRDF': 1 }),
  ]
}

function writing({ built, data, runs, size }) {
  const all = writers(built)
  return {
    id: `write-${size}`,
    title: `writing, ${size} datasets`,
    data: () => data(size, 'turtle'),
    engines: Object.entries(all).map(([name, { run }]) => ({
      name,
      runs: name === 'jsonld.compact' ? 1 : runs,
      timeout: 150,
      command: (file) => run({ file }),
    })),
  }
}
