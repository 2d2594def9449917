// The targets of the project, as functions of what was measured: `least` means a ratio that must be at least so much.
const SHACL = 'n3.Store + shacl-engine'
const JENA = 'Apache Jena SHACL'

/** `[{ name, unit, must, reach, value, met }]`; `value` is undefined where a peer is absent or a row was left out. */
export function judge(summary, { size, large }) {
  const rows = new Map(summary.map((row) => [row.id, row]))
  const of = (id, engine) => rows.get(id)?.engines[engine]
  const wall = (id, engine) => of(id, engine)?.wall
  const peak = (id, engine) => of(id, engine)?.peak
  const phase = (id, engine, name) => of(id, engine)?.phases?.[name]
  const core = `core-turtle-${size}`
  const faster = (id, engine = SHACL) => wall(id, engine) / wall(id, 'ours')
  const write = (engine) => phase(`write-${size}`, engine, 'write')
  const read = (syntax, engine) => phase(`parse-${syntax}-${size}`, engine, 'parse')
  const targets = [
    least('core shapes, Turtle, whole process, against n3.Store + shacl-engine', [20, 30], faster(core)),
    least('all shapes, same', [40, 60], faster(`all-turtle-${size}`)),
    least(
      'validation phase alone, core',
      [100, 180],
      phase(core, SHACL, 'validate') / phase(core, 'ours', 'validate'),
    ),
    least(
      'core, RDF/XML, against rdfxml-streaming-parser + n3.Store + shacl-engine',
      [10, 20],
      faster(`core-rdfxml-${size}`),
    ),
    least(
      'core, JSON-LD, against jsonld.js + n3.Store + shacl-engine',
      [10, 15],
      faster(`core-jsonld-${size}`),
    ),
    least('against Jena SHACL, core, whole process', [6, 10], faster(core, JENA)),
    least(
      'against Jena SHACL, core, engine alone, warm',
      [5, 10],
      phase(core, `${JENA}, warm`, 'warm') / phase(core, 'ours', 'validate'),
    ),
    most(
      'our full profile with text output, against the bare core run',
      [3, 2],
      wall(`full-turtle-${size}`, 'ours') / wall(core, 'ours'),
    ),
    least(
      'peak memory of n3.Store + shacl-engine against ours',
      [5, 7],
      peak(core, SHACL) / peak(core, 'ours'),
    ),
    most(
      `${large} datasets, time against ${size}`,
      [12, 10],
      wall(`core-turtle-${large}`, 'ours') / wall(core, 'ours'),
    ),
    most(
      `${large} datasets, memory, in memory`,
      [2.5, 2.5],
      peak(`core-turtle-${large}`, 'ours') / 1024,
      'GiB',
    ),
    most(
      `${large} datasets, memory, streamed`,
      [0.5, 0.4],
      peak(`stream-turtle-${large}`, 'ours, --stream') / 1024,
      'GiB',
    ),
    least(
      'incremental, one dataset edited: a full check against checking again, after the parse',
      [20, 100],
      phase(`incremental-turtle-${size}`, 'ours', 'validate') /
        phase(`incremental-turtle-${size}`, 'ours', 'again'),
    ),
    most("100 datasets, whole process, against node -e ''", [5, 3], start('validate, 100 datasets')),
    most("--help against node -e ''", [1.5, 1.3], start('--help')),
    least('Turtle out, against N3.Writer', [1, 1.5], write('N3.Writer') / write('ours, Turtle')),
    least('JSON-LD out, against jsonld.compact', [8, 15], write('jsonld.compact') / write('ours, JSON-LD')),
    least(
      'reading RDF/XML, against rdfxml-streaming-parser',
      [1.5, 3],
      read('rdfxml', 'rdfxml-streaming-parser, quads thrown away') / read('rdfxml', 'ours'),
    ),
  ]
  return targets

  function start(engine) {
    return wall('startup', engine) / wall('startup', "node -e ''")
  }
}

function least(name, [must, reach], value, unit = '×') {
  return target({ name, unit, sign: '≥', must, reach }, value, (limit) => value >= limit)
}

function most(name, [must, reach], value, unit = '×') {
  return target({ name, unit, sign: '≤', must, reach }, value, (limit) => value <= limit)
}

function target(stated, value, holds) {
  if (!Number.isFinite(value)) return { ...stated, met: 'not measured' }
  const met = holds(stated.reach) ? 'reach' : holds(stated.must) ? 'must' : 'missed'
  return { ...stated, value: Math.round(value * 100) / 100, met }
}
