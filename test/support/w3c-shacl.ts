// The W3C SHACL test suite as data: its entries, and how an engine's report is compared with the expected one.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as RDF from '@rdfjs/types'
import { isomorphic } from 'rdf-isomorphic'
import { compileShapes, toReport, validateAll, validateShapes } from '../../src/check/shacl/index.ts'
import { datasetView, fromQuads, type Graph, namedNode, quadsOf } from '../../src/rdf/index.ts'
import { quadsOfTurtle } from './shapes-suites.ts'

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const SHT = 'http://www.w3.org/ns/shacl-test#'
const SH = 'http://www.w3.org/ns/shacl#'

export interface SuiteEntry {
  readonly name: string
  readonly group: 'core' | 'sparql'
  readonly data: Graph
  readonly shapes: Graph
  /** The expected report, or undefined when the engine is to fail. */
  readonly expected: RDF.Quad[] | undefined
}

interface File {
  readonly graph: Graph
  readonly view: RDF.DatasetCore
}

/**
 * Reads the entries of the suite below a folder with `w3c-shacl/tests`: all that its files hold, because the
 * manifests do not name every file.
 */
export function loadSuite(suites: string): SuiteEntry[] {
  const root = resolve(suites, 'w3c-shacl', 'tests')
  const opened = new Map<string, File>()
  const open = (url: string): File => {
    let file = opened.get(url)
    if (!file) {
      const graph = fromQuads(quadsOfTurtle(readFileSync(fileURLToPath(url), 'utf8'), url))
      opened.set(url, (file = { graph, view: datasetView(graph) }))
    }
    return file
  }
  const entries: SuiteEntry[] = []
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ttl')) continue
    const url = pathToFileURL(join(root, file)).href
    const { view } = open(url)
    for (const { subject } of view.match(null, namedNode(`${MF}action`)))
      entries.push(entryOf(url, { view, test: subject, open, root }))
  }
  return entries
}

interface EntryPlace {
  readonly view: RDF.DatasetCore
  readonly test: RDF.Quad_Subject
  readonly open: (url: string) => File
  readonly root: string
}

function entryOf(url: string, { view, test, open, root }: EntryPlace): SuiteEntry {
  const one = (node: RDF.Term, iri: string) => [...view.match(node, namedNode(iri))][0].object
  const action = one(test, `${MF}action`)
  const result = one(test, `${MF}result`)
  const path = relative(root, fileURLToPath(url)).split(sep).join('/')
  return {
    name: path.replace(/\.ttl$/, ''),
    group: path.startsWith('sparql/') ? 'sparql' : 'core',
    data: open(one(action, `${SHT}dataGraph`).value).graph,
    shapes: open(one(action, `${SHT}shapesGraph`).value).graph,
    expected: result.value === `${SHT}Failure` ? undefined : normative(view, result),
  }
}

const followed = new Set(['result', 'resultPath'].map((name) => SH + name))
const kept = new Set(
  [
    'conforms',
    'focusNode',
    'value',
    'resultSeverity',
    'sourceConstraintComponent',
    'sourceShape',
    'resultMessage',
  ].map((name) => SH + name),
)

/** The statements of a report that the specification fixes: results with their paths, without other details. */
export function normative(view: RDF.DatasetCore, report: RDF.Term): RDF.Quad[] {
  const quads: RDF.Quad[] = []
  const visit = (node: RDF.Term, whole: boolean) => {
    for (const quad of view.match(node)) {
      const inside = followed.has(quad.predicate.value)
      if (!whole && !inside && !kept.has(quad.predicate.value)) continue
      quads.push(quad)
      if (quad.object.termType === 'BlankNode' && (whole || inside))
        visit(quad.object, whole || quad.predicate.value === `${SH}resultPath`)
    }
  }
  visit(report, false)
  return quads
}

/** Runs an entry; undefined when it passes, else what is wrong. */
export async function failureOf(entry: SuiteEntry): Promise<string | undefined> {
  const compiled = compileShapes(entry.shapes)
  let results: Awaited<ReturnType<typeof validateAll>>
  try {
    results =
      entry.group === 'core' ? validateShapes(compiled, entry.data) : await validateAll(compiled, entry.data)
  } catch (error) {
    return entry.expected ? `fails: ${error instanceof Error ? error.message : error}` : undefined
  }
  if (!entry.expected) return 'does not fail'
  if (entry.group === 'core' && compiled.needsFallback) return 'needs the fallback engine'
  const report = datasetView(toReport(results, { compiled, data: entry.data }))
  const type = namedNode(`${SH}ValidationReport`)
  const node = [...report.match(null, null, type)][0].subject
  const expected = entry.expected
  const mentions = expected.some((quad) => quad.predicate.value === `${SH}resultMessage`)
  const actual = normative(report, node).filter(
    (quad) => mentions || quad.predicate.value !== `${SH}resultMessage`,
  )
  if (isomorphic(actual, expected)) return undefined
  return `other report\n--- expected\n${lines(expected)}\n--- found\n${lines(actual)}`
}

function lines(quads: Iterable<RDF.Quad>): string {
  return [...quads].map((q) => `${q.subject.value} ${q.predicate.value} ${q.object.value}`).join('\n')
}

/** All statements of a graph, for tests that print one. */
export function linesOf(graph: Graph): string {
  return lines(quadsOf(graph))
}
