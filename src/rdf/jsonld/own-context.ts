// The project's own JSON-LD context, stated once as a table; vocab/context.jsonld is the same thing published.
// The JSON-LD writer compacts by it, the reader knows it by its address, and the contexts of DCAT-AP lean on it.
import { namespaces } from '../namespaces.ts'
import type { Json } from './json-value.ts'

/** Address of the published context. */
export const OWN_CONTEXT = 'https://w3id.org/grunddata/context.jsonld'

/** Classes: term, and its IRI when the name differs from the local name. */
const classes = `
dcat: Catalog CatalogRecord Dataset DatasetSeries Distribution DataService Relationship
foaf: Agent Person Organization Document
vcard: Kind Individual VCardOrganization=Organization Voice Address
dcterms: Location PeriodOfTime LicenseDocument Standard ProvenanceStatement RightsStatement MediaType Frequency LinguisticSystem
adms: Identifier
spdx: Checksum
prov: Attribution
prof: Profile ResourceDescriptor
skos: Concept ConceptScheme
schema: Offer
odrs: OdrsRightsStatement=RightsStatement
`

/** Properties by kind of value: texts in languages, plain texts, links, and values of one datatype. */
const properties = `
language dcterms: title description
language dcat: keyword
language foaf: name
language adms: versionNotes
language odrs: attributionText copyrightNotice
language skos: prefLabel altLabel definition
language vcard: fn
language schema: offerDescription=description
text dcterms: identifier format
text dcat: version
text owl: versionInfo
text odrs: copyrightYear
text vcard: countryName=country-name locality postalCode=postal-code region streetAddress=street-address
link dcterms: publisher creator accessRights accrualPeriodicity conformsTo hasPart isPartOf isReferencedBy language license provenance relation rights source spatial subject temporal type
link dcat: accessService accessURL catalog contactPoint dataset distribution downloadURL endpointDescription endpointURL hadRole hasVersion inSeries landingPage mediaType compressFormat packageFormat qualifiedRelation record servesDataset service seriesMember theme themeTaxonomy isVersionOf previousVersion
link dcatap: applicableLegislation availability hvdCategory
link foaf: homepage mbox page primaryTopic
link adms: status otherIdentifier=identifier sample
link prov: agent qualifiedAttribution wasGeneratedBy
link prof: hasResource hasRole hasArtifact isProfileOf
link spdx: algorithm checksum
link vcard: hasAddress hasEmail hasTelephone hasURL hasValue
link odrs: attributionURL copyrightHolder copyrightStatement jurisdiction reuserGuidelines
link org: classification
link owl: sameAs
link schema: offers mainEntityOfPage
link skos: inScheme topConceptOf exactMatch broader
xsd:date dcterms: issued modified
xsd:date dcat: startDate endDate
xsd:date schema: schemaStartDate=startDate schemaEndDate=endDate
xsd:nonNegativeInteger dcat: byteSize
xsd:decimal dcat: spatialResolutionInMeters
xsd:duration dcat: temporalResolution
xsd:hexBinary spdx: checksumValue
gsp:wktLiteral dcat: bbox centroid
gsp:wktLiteral locn: geometry
`

/** One property term: its compact IRI, and how its values are written. */
export interface OwnTerm {
  readonly term: string
  readonly compact: string
  /** `language`, `text`, `link` or a compact datatype IRI. */
  readonly kind: string
}

function rows(
  table: string,
): { readonly kind: string; readonly prefix: string; readonly names: readonly string[] }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.split(' ')
      const head = words.findIndex((word) => word.endsWith(':'))
      return {
        kind: words.slice(0, head).join(' '),
        prefix: words[head].slice(0, -1),
        names: words.slice(head + 1),
      }
    })
}

function termsOf(table: string): readonly OwnTerm[] {
  return rows(table).flatMap(({ kind, prefix, names }) =>
    names.map((name) => {
      const [term, local = term] = name.split('=')
      return { term, compact: `${prefix}:${local}`, kind }
    }),
  )
}

/** Class terms; their kind is ''. */
export const classTerms: readonly OwnTerm[] = termsOf(classes)

export const propertyTerms: readonly OwnTerm[] = termsOf(properties)

/** The definition of a property term in a context. */
export function termDefinition({ compact, kind }: OwnTerm): Json {
  if (kind === 'text' || kind === '') return compact
  if (kind === 'language') return { '@id': compact, '@container': '@language' }
  return { '@id': compact, '@type': kind === 'link' ? '@id' : kind }
}

/** The whole context document. */
export function ownContext(): Json {
  const entries: [string, Json][] = [['@version', 1.1]]
  entries.push(...Object.entries(namespaces))
  for (const own of [...classTerms, ...propertyTerms]) entries.push([own.term, termDefinition(own)])
  return { '@context': Object.fromEntries(entries) }
}
