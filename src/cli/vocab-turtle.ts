// Values of code lists as Turtle: SKOS concepts with labels, codes and what has replaced them.
import type { Concept, Vocabulary } from '../profile/index.ts'
import { fromQuads, literal, namedNode, quad, syntaxes } from '../rdf/index.ts'
import type { Found } from './vocab-found.ts'

const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const skos = (name: string) => namedNode(`http://www.w3.org/2004/02/skos/core#${name}`)
const dcterms = (name: string) => namedNode(`http://purl.org/dc/terms/${name}`)

/** Values with their scheme, or schemes alone. */
export function conceptsTurtle(found: readonly (Found | Vocabulary)[]): string {
  const schemes = new Map<string, Vocabulary>()
  for (const each of found) {
    const list = 'vocabulary' in each ? each.vocabulary : each
    schemes.set(list.iri, list)
  }
  const quads = [
    ...[...schemes.values()].flatMap(schemeQuads),
    ...found.flatMap((each) => ('vocabulary' in each ? conceptQuads(each.concept) : [])),
  ]
  return [...syntaxes.turtle.write(fromQuads(quads))].join('')
}

function schemeQuads({ iri, title }: Vocabulary) {
  const subject = namedNode(iri)
  return [
    quad(subject, RDF_TYPE, skos('ConceptScheme')),
    quad(subject, dcterms('title'), literal(title.sv, 'sv')),
    quad(subject, dcterms('title'), literal(title.en, 'en')),
  ]
}

function conceptQuads({ iri, label, scheme, notation, definition, replacedBy }: Concept) {
  const subject = namedNode(iri)
  return [
    quad(subject, RDF_TYPE, skos('Concept')),
    quad(subject, skos('inScheme'), namedNode(scheme)),
    quad(subject, skos('prefLabel'), literal(label.sv, 'sv')),
    quad(subject, skos('prefLabel'), literal(label.en, 'en')),
    ...(notation === undefined ? [] : [quad(subject, skos('notation'), literal(notation))]),
    ...(definition
      ? [
          quad(subject, skos('definition'), literal(definition.sv, 'sv')),
          quad(subject, skos('definition'), literal(definition.en, 'en')),
        ]
      : []),
    ...(replacedBy === undefined ? [] : [quad(subject, dcterms('isReplacedBy'), namedNode(replacedBy))]),
  ]
}
