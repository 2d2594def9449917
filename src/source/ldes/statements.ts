// What is said of things, as lines of N-Triples: many small descriptions are kept, and each as a graph would be large.
// Blank nodes have labels that no other description uses.
import { type Graph, ntTerm } from '../../rdf/index.ts'

const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'

export interface WritingOptions {
  /** What the labels of blank nodes begin with. */
  readonly prefix: string
  /** Writes one term as another: its name in a member becomes that of the object. */
  readonly renamed?: { readonly term: number; readonly iri: string }
}

/** Rows of `graph.quads` as lines, each statement once. */
export function statementsOf(
  graph: Graph,
  rows: Iterable<number>,
  { prefix, renamed }: WritingOptions,
): string {
  const { quads, dictionary } = graph
  const term = (id: number) =>
    id === renamed?.term ? renamed.iri : ntTerm(dictionary, id, (blank) => `${prefix}${blank}`)
  const lines = new Set<string>()
  for (const row of rows)
    lines.add(`${term(quads.subject[row])} ${term(quads.predicate[row])} ${term(quads.object[row])} .\n`)
  return [...lines].join('')
}

interface Line {
  readonly line: string
  readonly subject: string
  readonly predicate: string
  readonly object: string
}

function linesOf(statements: string): readonly Line[] {
  return statements
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const first = line.indexOf(' ')
      const second = line.indexOf(' ', first + 1)
      return {
        line,
        subject: line.slice(0, first),
        predicate: line.slice(first + 1, second),
        object: line.slice(second + 1, -2),
      }
    })
}

/** The things with an address that are described. */
export function subjectsOf(statements: string): readonly string[] {
  const found = new Set<string>()
  for (const { subject } of linesOf(statements)) if (subject.startsWith('<')) found.add(subject.slice(1, -1))
  return [...found]
}

/** Those of them of which the class is said. */
export function typedOf(statements: string): readonly string[] {
  const found = new Set<string>()
  for (const { subject, predicate } of linesOf(statements))
    if (predicate === TYPE && subject.startsWith('<')) found.add(subject.slice(1, -1))
  return [...found]
}

/** What is left without what is said of some things, and without the nameless nodes that only they led to. */
export function without(statements: string, iris: ReadonlySet<string>): string {
  const lines = linesOf(statements)
  const isGone = (subject: string) => subject.startsWith('<') && iris.has(subject.slice(1, -1))
  const reachedFrom = (isStart: (subject: string) => boolean) => {
    const reached = new Set<string>()
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const { subject, object } of lines)
        if (object.startsWith('_:') && (isStart(subject) || reached.has(subject))) reached.add(object)
    }
    return reached
  }
  const dropped = reachedFrom(isGone)
  const kept = reachedFrom((subject) => subject.startsWith('<') && !isGone(subject))
  return lines
    .filter(({ subject }) => !isGone(subject) && (!dropped.has(subject) || kept.has(subject)))
    .map(({ line }) => `${line}\n`)
    .join('')
}
