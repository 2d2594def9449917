// Concepts that stand in for the code lists of the EU: shapes that ask for the class or the scheme of a value look here.
// They are a part of the data, so that every engine reads the same.
import { terms } from './random.mjs'

const { iri, text } = terms
const EU = 'http://publications.europa.eu/resource/authority/'
const KNOWN = {
  'data-theme': 'AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN',
  frequency: 'DAILY WEEKLY MONTHLY QUARTERLY ANNUAL IRREG CONT',
  'access-right': 'PUBLIC RESTRICTED NON_PUBLIC',
  language: 'SWE ENG',
  'planned-availability': 'STABLE AVAILABLE EXPERIMENTAL TEMPORARY',
}
/** Classes that shapes ask for beside skos:Concept. */
const CLASSES = {
  frequency: 'dcterms:Frequency',
  language: 'dcterms:LinguisticSystem',
  'access-right': 'dcterms:RightsStatement',
}
/** Concepts of places: they are many in the real lists, and asked for by nobody here. */
const PLACES = 4000

/** Yields the schemes and their concepts, about 16 000 triples. */
export function* vocabularyNodes() {
  for (const [scheme, codes] of Object.entries(KNOWN)) {
    yield* schemeNodes(scheme, codes.split(' '))
  }
  yield* schemeNodes(
    'place',
    Array.from({ length: PLACES }, (_, i) => `SWE_${i}`),
  )
}

function* schemeNodes(scheme, codes) {
  yield { id: EU + scheme, types: ['skos:ConceptScheme'], properties: [] }
  for (const code of codes) {
    yield {
      id: `${EU}${scheme}/${code}`,
      types: ['skos:Concept', ...(CLASSES[scheme] ? [CLASSES[scheme]] : [])],
      properties: [
        ['skos:inScheme', [iri(EU + scheme)]],
        ['skos:prefLabel', [text(`begrepp ${code}`, 'sv'), text(`concept ${code}`, 'en')]],
      ],
    }
  }
}
