// A profile's vocabularies as statements, for shapes that ask for the class or the scheme of a concept.
import type * as RDF from '@rdfjs/types'
import type { Profile } from '../../profile/index.ts'
import { fromQuads, type Graph, iriId, namedNode, quad } from '../../rdf/index.ts'
import { RDF as RDF_NS, SKOS } from './vocabulary.ts'

const made = new WeakMap<Profile, Graph>()

/** Every concept with its type and scheme; undefined when the shapes speak of neither, which spares reading them. */
export function conceptsOf(profile: Profile): Graph | undefined {
  const asked = [`${SKOS}Concept`, `${SKOS}inScheme`].some((iri) => iriId(profile.shapes, iri) >= 0)
  if (!asked) return undefined
  let graph = made.get(profile)
  if (!graph) made.set(profile, (graph = fromQuads(statements(profile))))
  return graph
}

function* statements({ vocabularies }: Profile): Generator<RDF.Quad> {
  const type = namedNode(`${RDF_NS}type`)
  const concept = namedNode(`${SKOS}Concept`)
  const inScheme = namedNode(`${SKOS}inScheme`)
  for (const vocabulary of vocabularies.values()) {
    const scheme = namedNode(vocabulary.iri)
    yield quad(scheme, type, namedNode(`${SKOS}ConceptScheme`))
    for (const iri of vocabulary.concepts.keys()) {
      yield quad(namedNode(iri), type, concept)
      yield quad(namedNode(iri), inScheme, scheme)
    }
  }
}
