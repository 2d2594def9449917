// The graph that a harvester left behind against the one that a case expects, and the question about it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Text } from '../finding.ts'
import { canonicalGraph, parse } from '../rdf/index.ts'

/** Statements that are missing from a Turtle text, or too many, by isomorphism with the case's `after.ttl`. */
export async function compareGraphs(folder: string, after: string): Promise<readonly Text[]> {
  const wanted = await canonicalLines(await readFile(join(folder, 'after.ttl'), 'utf8'))
  const found = await canonicalLines(after)
  if (!found)
    return [{ sv: 'after.ttl går inte att läsa som Turtle.', en: 'after.ttl cannot be read as Turtle.' }]
  const missing = (wanted ?? []).filter((line) => !found.includes(line))
  const extra = found.filter((line) => !wanted?.includes(line))
  return [
    ...missing.slice(0, MOST).map((line) => ({ sv: `Saknas: ${line}`, en: `Missing: ${line}` })),
    ...extra.slice(0, MOST).map((line) => ({ sv: `För mycket: ${line}`, en: `Too much: ${line}` })),
  ]
}

/** Statements told of, of each kind. */
const MOST = 5

async function canonicalLines(turtle: string): Promise<readonly string[] | undefined> {
  const graph = await parse({ name: 'after.ttl', bytes: Buffer.from(turtle, 'utf8') }, { syntax: 'turtle' })
  if (graph.problems.some(({ rule }) => rule.startsWith('syntax-'))) return undefined
  return (await canonicalGraph(graph))?.split('\n').filter(Boolean)
}

/** Puts the question of the case, if it has one, to a Turtle text. */
export async function ask(folder: string, after: string): Promise<readonly Text[]> {
  const query = await readFile(join(folder, 'test.sparql'), 'utf8').catch(() => undefined)
  if (query === undefined) return []
  const { Store } = await import('oxigraph')
  const store = new Store()
  try {
    store.load(after, { format: 'text/turtle', base_iri: 'http://localhost/' })
    if (store.query(query) === true) return []
    return [{ sv: 'Frågan i test.sparql svarar nej.', en: 'The query in test.sparql answers no.' }]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ sv: `Frågan gick inte att ställa: ${reason}`, en: `The query could not be asked: ${reason}` }]
  }
}
