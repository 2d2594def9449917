// The house rules as data: which module may import which, who may import third parties, how large files get.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Module → modules it may import. Files directly in src/ are modules of their own name. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  finding: [],
  errors: ['finding'],
  io: [],
  html: [],
  rdf: ['errors', 'finding', 'io'],
  dcat: ['rdf', 'errors', 'finding', 'io'],
  profile: ['rdf', 'dcat', 'errors', 'finding', 'io'],
  policy: ['errors', 'finding', 'io'],
  source: ['rdf', 'errors', 'finding', 'io'],
  check: ['rdf', 'dcat', 'profile', 'framework', 'errors', 'finding', 'io'],
  report: ['html', 'errors', 'finding', 'io'],
  framework: ['html', 'rdf', 'dcat', 'profile', 'errors', 'finding', 'io'],
  author: ['rdf', 'dcat', 'profile', 'errors', 'finding', 'io'],
  quality: ['html', 'rdf', 'dcat', 'profile', 'errors', 'finding', 'io'],
  store: ['rdf', 'errors', 'finding', 'io'],
  publish: ['html', 'rdf', 'dcat', 'profile', 'errors', 'finding', 'io'],
  judge: ['check', 'framework', 'profile', 'policy', 'rdf', 'finding', 'io'],
  stream: ['judge', 'check', 'profile', 'policy', 'rdf', 'finding', 'io'],
  recheck: ['judge', 'check', 'profile', 'rdf', 'finding', 'io'],
  validate: [
    'stream',
    'recheck',
    'judge',
    'source',
    'check',
    'profile',
    'policy',
    'rdf',
    'dcat',
    'framework',
    'errors',
    'finding',
    'io',
  ],
  parallel: ['validate', 'source', 'finding'],
  lsp: ['validate', 'author', 'profile', 'policy', 'dcat', 'rdf', 'errors', 'finding', 'io'],
  links: ['source', 'rdf', 'errors', 'finding', 'io'],
  assess: [
    'html',
    'validate',
    'source',
    'check',
    'framework',
    'profile',
    'policy',
    'report',
    'rdf',
    'dcat',
    'errors',
    'finding',
    'io',
  ],
  conformance: ['source', 'rdf', 'errors', 'finding', 'io'],
  harvest: [
    'html',
    'validate',
    'assess',
    'source',
    'check',
    'store',
    'publish',
    'author',
    'quality',
    'links',
    'lsp',
    'profile',
    'policy',
    'report',
    'rdf',
    'dcat',
    'framework',
    'errors',
    'finding',
    'io',
  ],
  portal: [
    'html',
    'validate',
    'assess',
    'source',
    'check',
    'store',
    'publish',
    'author',
    'quality',
    'links',
    'lsp',
    'profile',
    'policy',
    'report',
    'rdf',
    'dcat',
    'framework',
    'harvest',
    'errors',
    'finding',
    'io',
  ],
  cli: [
    'recheck',
    'parallel',
    'html',
    'harvest',
    'portal',
    'validate',
    'assess',
    'conformance',
    'source',
    'check',
    'store',
    'publish',
    'author',
    'quality',
    'links',
    'lsp',
    'framework',
    'profile',
    'policy',
    'report',
    'rdf',
    'dcat',
    'errors',
    'finding',
    'io',
  ],
  index: [
    'recheck',
    'parallel',
    'harvest',
    'portal',
    'validate',
    'assess',
    'conformance',
    'source',
    'check',
    'store',
    'publish',
    'author',
    'quality',
    'links',
    'lsp',
    'framework',
    'profile',
    'policy',
    'report',
    'rdf',
    'dcat',
    'errors',
    'finding',
    'io',
  ],
}

/** Third-party package → the modules that may import it. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  n3: ['rdf'],
  rdflib: ['rdf'],
  jsonld: ['rdf'],
  'rdf-canonize': ['rdf'],
  '@rdfjs/types': ['rdf', 'check'],
  'shacl-engine': ['check'],
  undici: ['source'],
  hucre: ['author'],
  'vscode-languageserver': ['lsp'],
  'vscode-languageserver-textdocument': ['lsp'],
  'vscode-languageserver-types': ['lsp'],
  'p-queue': ['source'],
  'robots-parser': ['source'],
  'ipaddr.js': ['source'],
  tinyglobby: ['source'],
  commander: ['cli'],
  picocolors: ['report', 'cli'],
  chokidar: ['cli'],
  // The portal shows descriptions of APIs, which are often written in YAML.
  yaml: ['policy', 'author', 'source', 'harvest', 'portal'],
  saxes: ['author', 'source'],
  htmlparser2: ['source'],
  kysely: ['store'],
  // The portal's full text is no part of what is kept: it is built in memory from whatever is shown.
  libsql: ['store', 'portal'],
  pg: ['store'],
  'pg-boss': ['harvest'],
  croner: ['harvest', 'source'],
  oxigraph: ['portal', 'conformance'],
  hono: ['portal'],
  '@hono/node-server': ['portal', 'cli'],
  jose: ['portal'],
  'rate-limiter-flexible': ['portal'],
  '@clack/prompts': ['cli'],
  'mime-db': ['profile'],
  'fastest-levenshtein': ['profile', 'check', 'author', 'source', 'cli', 'portal'],
}

interface Import {
  readonly file: string
  readonly target: string
  /** Types vanish when compiled: they count for layers, not for cycles. */
  readonly isType: boolean
}

/** Grammars that call themselves: a value holds properties, which hold values. */
const mutual = [
  'src/rdf/turtle/properties.ts → src/rdf/turtle/values.ts',
  'src/rdf/turtle/values.ts → src/rdf/turtle/properties.ts',
]

const files = list('src').filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
const imports = files.flatMap(importsOf)

function list(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? list(path) : [path]
  })
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/^(?:import|export|\}) ?[^'\n]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)
  return [...found].map(([statement, target, lazy]) => ({
    file,
    target: target ?? lazy,
    isType: /^(import|export) type/.test(statement),
  }))
}

function moduleOf(file: string): string {
  const [, first] = file.split('/')
  return first.replace(/\.ts$/, '')
}

function resolved(each: Import): string {
  return normalize(join(dirname(each.file), each.target))
}

const own = imports.filter(({ target }) => target.startsWith('.'))
const foreign = imports.filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))

describe('the house', () => {
  it('imports point down only, and enter other modules through their index', () => {
    const wrong = own.filter((each) => {
      const from = moduleOf(each.file)
      const to = moduleOf(resolved(each))
      if (from === to || from === 'types' || to === 'types') return false
      const entered =
        statSync(`src/${to}.ts`, { throwIfNoEntry: false }) || resolved(each) === `src/${to}/index.ts`
      return !mayImport[from]?.includes(to) || !entered
    })
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  it('third parties are imported only where the table says', () => {
    const packageOf = (target: string) =>
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/')
    const wrong = foreign.filter((each) => !mayUse[packageOf(each.target)]?.includes(moduleOf(each.file)))
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  it('built-in modules are written with node:', () => {
    expect(foreign.filter(({ target }) => builtinModules.includes(target))).toEqual([])
  })

  it('has no import cycles between files', () => {
    const next = new Map<string, string[]>()
    for (const each of own.filter(({ isType }) => !isType))
      next.set(each.file, [...(next.get(each.file) ?? []), resolved(each)])
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, road: readonly string[]): void => {
      if (road.includes(file)) cycles.push([...road.slice(road.indexOf(file)), file].join(' → '))
      if (done.has(file) || road.includes(file)) return
      for (const target of next.get(file) ?? []) visit(target, [...road, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles.filter((cycle) => !mutual.some((part) => cycle.includes(part)))).toEqual([])
  })

  it('files are small: median ≤ 80 lines, 95 % ≤ 250, none over 400', () => {
    const sizes = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([])
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80)
    expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThanOrEqual(250)
  })

  it('nothing is called utils, helpers, common or core, and every file says what it is for', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|common|core)(\.ts|\/)/.test(file))).toEqual([])
    expect(files.filter((file) => !readFileSync(file, 'utf8').startsWith('//'))).toEqual([])
  })

  it('process.env is read in src/cli only', () => {
    const wrong = files.filter(
      (file) => moduleOf(file) !== 'cli' && readFileSync(file, 'utf8').includes('process.env'),
    )
    expect(wrong).toEqual([])
  })
})
