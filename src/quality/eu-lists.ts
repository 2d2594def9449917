// The code lists that the shapes of DCAT-AP 3.0.1 name, as tests of an address. Hides which lists we hold whole: of those
// we do not, the beginning of the address decides, so that no valid code is called wrong.
import type { Vocabulary } from '../profile/index.ts'

const AUTHORITY = 'http://publications.europa.eu/resource/authority/'
const begins = (start: string) => (iri: string) => iri.startsWith(start)

const places: readonly ((iri: string) => boolean)[] = [
  begins(`${AUTHORITY}country/`),
  begins(`${AUTHORITY}continent/`),
  begins(`${AUTHORITY}place/`),
  begins('https://sws.geonames.org'),
]

/** Lists that are told by their addresses alone. */
const byAddress: Readonly<Record<string, (iri: string) => boolean>> = {
  place: (iri) => places.some((test) => test(iri)),
  iana: (iri) => /^https?:\/\/www\.iana\.org\/assignments\/media-types\//.test(iri),
  'corporate-body': begins(`${AUTHORITY}corporate-body/`),
  'dataset-type': begins(`${AUTHORITY}dataset-type/`),
  'licence-type': begins('http://purl.org/adms/licencetype/'),
  'checksum-algorithm': begins('http://spdx.org/rdf/terms#checksumAlgorithm_'),
  'theme-taxonomy': (iri) => iri === `${AUTHORITY}data-theme`,
}

/** Whether an address is in a list by the name that the rows use. */
export function createListTest(
  vocabularies: ReadonlyMap<string, Vocabulary>,
): (list: string, iri: string) => boolean {
  const named = new Map([...vocabularies.values()].map((each) => [each.name, each]))
  return (list, iri) => {
    const own = byAddress[list]
    if (own) return own(iri)
    const vocabulary = named.get(list)
    if (!vocabulary) return true
    if (vocabulary.concepts.has(iri)) return true
    return !vocabulary.complete && iri.startsWith(vocabulary.valuePrefix ?? '')
  }
}
