// The vocabularies of vocab/, one file per concept scheme.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ID, iriId, subjects, text } from '../rdf/index.ts'
import { firstText, textOf } from './load-read.ts'
import { readTurtle } from './load-turtle.ts'
import type { Concept, Vocabulary } from './types.ts'

const SKOS = 'http://www.w3.org/2004/02/skos/core#'

/** All vocabularies by scheme IRI. */
export async function loadVocabularies(folder: string): Promise<ReadonlyMap<string, Vocabulary>> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ttl')) : []
  const all = await Promise.all(names.map((name) => readVocabulary(folder, name)))
  return new Map(all.flatMap((each) => (each ? [[each.iri, each] as const] : [])))
}

async function readVocabulary(folder: string, file: string): Promise<Vocabulary | undefined> {
  const graph = await readTurtle(join(folder, file))
  const [scheme] = subjects(graph, ID.type, iriId(graph, `${SKOS}ConceptScheme`))
  if (scheme === undefined) return undefined
  const name = file.replace(/\.ttl$/, '')
  const concepts = new Map<string, Concept>()
  for (const term of subjects(graph, ID.type, iriId(graph, `${SKOS}Concept`))) {
    const iri = text(graph, term)
    const label = textOf(graph, term, `${SKOS}prefLabel`) ?? { sv: iri, en: iri }
    concepts.set(iri, { iri, label, scheme: text(graph, scheme), aliases: [] })
  }
  return {
    iri: text(graph, scheme),
    name,
    title: textOf(graph, scheme, 'http://purl.org/dc/terms/title') ?? { sv: name, en: name },
    complete: firstText(graph, scheme, 'https://w3id.org/grunddata/ns#complete') === 'true',
    concepts,
  }
}
