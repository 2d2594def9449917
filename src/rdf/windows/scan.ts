// A text too large to hold, as windows: graphs that hold some things whole with all their parts and what is near them,
// and one overview of what checks across things ask for. Statements go through a file on disk; memory holds a number or
// two for each node, one window, and the overview.
import type { Problem } from '../../finding.ts'
import { ANONYMOUS, ID, textOf } from '../dictionary.ts'
import type { FileText } from '../file-text.ts'
import { type Graph, iriId } from '../graph.ts'
import type { FilePart, InParts } from '../parts.ts'
import { syntaxes } from '../syntaxes.ts'
import { collect } from './collect.ts'
import { createNodes, MARK, type Nodes, numberNodes } from './nodes.ts'
import { type Overview, type OverviewPlan, overviewOf } from './overview.ts'
import { encodePiece, type Piece } from './piece.ts'
import { openSpool, type Stored, store } from './spool.ts'

/** What is said of a text before it is parted. Classes and properties are IRIs. */
export interface ScanPlan {
  /** Classes of things of their own. */
  readonly main: readonly string[]
  /** Those of them that are seen whole in the overview. */
  readonly whole: readonly string[]
  /** Properties whose subjects are seen whole. */
  readonly wholeSubjects: readonly string[]
  /** Properties whose objects are seen whole. */
  readonly wholeObjects: readonly string[]
  /** Of at most three properties: whether one is on an instance of a class. */
  readonly notes: { readonly properties: readonly string[]; readonly on: string }
  /** Called with every part as it was read. */
  readonly onPart: (part: FilePart) => void
}

export interface Scanned {
  /** What the readers said; offsets are in the whole text. */
  readonly problems: readonly Problem[]
  /** For each noted property whether it is on an instance of the class. */
  readonly notes: readonly boolean[]
  readonly overview: (plan: OverviewPlan, capacity: number) => Overview
  readonly close: () => void
}

/** Reads a text once, to disk. */
export async function scanParts(source: InParts, file: FileText, plan: ScanPlan): Promise<Scanned> {
  const spool = openSpool()
  const nodes = createNodes()
  const pieces: Stored[] = []
  const problems = [...source.problems]
  const langs: string[] = []
  const predicates = new Set<string>()
  const seenIris = new Set<string>()
  for await (const part of source.parts()) {
    const { graph, start } = part
    const piece = pieceOf(graph, nodes, start, start + graph.source!.bytes.length)
    markNodes(nodes, graph, piece, plan)
    pieces.push(store(spool, encodePiece(piece)))
    for (const problem of graph.problems) addProblem(problem, start)
    for (const tag of graph.dictionary.langs) if (!langs.includes(tag)) langs.push(tag)
    for (const term of new Set(piece.predicate)) predicates.add(textOf(graph.dictionary, term))
    plan.onPart(part)
    collect()
  }
  return {
    problems,
    notes: plan.notes.properties.map((_, i) => hasNote(nodes, MARK.note << i)),
    overview: (what, capacity) =>
      overviewOf(
        { spool, nodes, pieces, langs, predicates: [...predicates], iris: seenIris, places },
        what,
        capacity,
      ),
    close: spool.close,
  }

  function places(at: number, end?: number) {
    return file.locationAt(at, end, syntaxes[source.syntax].tokenEnd)
  }

  /** An ill-formed IRI is told of once, where it stands first. */
  function addProblem(problem: Problem, start: number): void {
    const iri = problem.params?.iri
    if (problem.rule.startsWith('iri-') && typeof iri === 'string') {
      if (seenIris.has(`${problem.rule} ${iri}`)) return
      seenIris.add(`${problem.rule} ${iri}`)
    }
    problems.push({
      ...problem,
      ...(problem.at !== undefined && { at: problem.at + start }),
      ...(problem.end !== undefined && { end: problem.end + start }),
    })
  }
}

function pieceOf(
  { dictionary: d, quads, subjectAt }: Graph,
  nodes: Nodes,
  start: number,
  end: number,
): Piece {
  const { count } = quads
  return {
    subject: quads.subject.subarray(0, count),
    predicate: quads.predicate.subarray(0, count),
    object: quads.object.subarray(0, count),
    at: quads.at.subarray(0, count).map((at) => at + start),
    node: numberNodes(nodes, d, ANONYMOUS),
    // A subject of a statement that was taken back is noted by the next part.
    subjectAt: subjectAt.subarray(0, d.count).map((at) => (at === 0 || at + start > end ? 0 : at + start)),
    datatype: d.datatype.subarray(0, d.count),
    start: d.start.subarray(0, d.count),
    length: d.length.subarray(0, d.count),
    lang: d.lang.subarray(0, d.count),
    kind: d.kind.subarray(0, d.count),
    arena: d.arena,
    langs: d.langs,
  }
}

function markNodes(
  nodes: Nodes,
  graph: Graph,
  { subject, predicate, object, node }: Piece,
  plan: ScanPlan,
): void {
  const { marks, statements, parent } = nodes
  const ids = (iris: readonly string[]) => new Set(iris.map((iri) => iriId(graph, iri)))
  const [main, whole, wholeSubjects, wholeObjects] = [
    plan.main,
    plan.whole,
    plan.wholeSubjects,
    plan.wholeObjects,
  ].map(ids)
  const noted = plan.notes.properties.map((iri) => iriId(graph, iri))
  const noteOn = iriId(graph, plan.notes.on)
  for (let i = 0; i < subject.length; i++) {
    const s = node[subject[i]]
    const o = node[object[i]]
    marks[s] |= MARK.described
    statements[s]++
    if (predicate[i] === ID.type) {
      if (main.has(object[i])) marks[s] |= MARK.main
      if (whole.has(object[i])) marks[s] |= MARK.whole
      if (object[i] === noteOn) marks[s] |= MARK.noted
      continue
    }
    if (wholeSubjects.has(predicate[i])) marks[s] |= MARK.whole
    const note = noted.indexOf(predicate[i])
    if (note >= 0) marks[s] |= MARK.note << note
    if (o < 0 || o === s) continue
    if (wholeObjects.has(predicate[i])) marks[o] |= MARK.whole
    if (parent[o] < 0) parent[o] = s
    else if (parent[o] !== s) marks[o] |= MARK.shared
  }
}

function hasNote({ marks, count }: Nodes, note: number): boolean {
  for (let node = 0; node < count; node++)
    if ((marks[node] & note) !== 0 && (marks[node] & MARK.noted) !== 0) return true
  return false
}
