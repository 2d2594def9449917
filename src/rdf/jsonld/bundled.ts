// The contexts that need no network: our own, and for the addresses of DCAT-AP's contexts one of our own making
// that knows the same names, flat instead of scoped by class.
import type { Json } from './json-value.ts'
import { classTerms, OWN_CONTEXT, ownContext, propertyTerms } from './own-context.ts'

/** Names that DCAT-AP's contexts use for properties, where they differ from the local name of the IRI. */
const dcatApNames: Readonly<Record<string, string>> = {
  accessUrl: 'accessURL',
  downloadUrl: 'downloadURL',
  endpointUrl: 'endpointURL',
  applicationProfile: 'conformsTo',
  linkedSchemas: 'conformsTo',
  catalogue: 'catalog',
  changeType: 'status',
  datasetDistribution: 'distribution',
  documentation: 'page',
  frequency: 'accrualPeriodicity',
  geographicalCoverage: 'spatial',
  temporalCoverage: 'temporal',
  licence: 'license',
  listingDate: 'issued',
  releaseDate: 'issued',
  modificationDate: 'modified',
  compressionFormat: 'compressFormat',
  packagingFormat: 'packageFormat',
  preferredLabel: 'prefLabel',
  relatedResource: 'relation',
  sourceMetadata: 'source',
  spatialResolution: 'spatialResolutionInMeters',
  themes: 'themeTaxonomy',
  hvdCategory: 'hvdCategory',
}

const dcatApClasses: Readonly<Record<string, string>> = {
  Catalogue: 'dcat:Catalog',
  CatalogueRecord: 'dcat:CatalogRecord',
  CataloguedResource: 'dcat:Resource',
  ChecksumAlgorithm: 'spdx:ChecksumAlgorithm',
  Conceptscheme: 'skos:ConceptScheme',
  DatasetMemberOfADatasetSeries: 'dcat:Dataset',
  Kind: 'vcard:Kind',
  LegalResource: 'http://data.europa.eu/eli/ontology#LegalResource',
}

const dcatApProperties: Readonly<Record<string, Json>> = {
  first: { '@id': 'dcat:first', '@type': '@id' },
  last: { '@id': 'dcat:last', '@type': '@id' },
  next: { '@id': 'dcat:next', '@type': '@id' },
  previous: { '@id': 'dcat:prev', '@type': '@id' },
  format: { '@id': 'dcterms:format', '@type': '@id' },
  hasPolicy: { '@id': 'http://www.w3.org/ns/odrl/2/hasPolicy', '@type': '@id' },
}

/** Dates and texts in languages come without coercion there: the value says what it is. */
function withoutOwnHabits(kind: string): boolean {
  return kind === 'language' || kind === 'text' || kind === 'xsd:date'
}

function dcatApContext(): Json {
  const own = ownContext() as { readonly '@context': Readonly<Record<string, Json>> }
  const context: Record<string, Json> = { ...own['@context'], ...dcatApClasses }
  for (const { term, compact, kind } of propertyTerms) if (withoutOwnHabits(kind)) context[term] = compact
  for (const [name, term] of Object.entries(dcatApNames)) context[name] = context[term]
  for (const { term } of classTerms) context[term] ??= null
  return { '@context': { ...context, ...dcatApProperties } }
}

const DCAT_AP =
  /^https?:\/\/(?:semiceu\.github\.io|raw\.githubusercontent\.com\/SEMICeu)\/DCAT-AP\/.*(?:dcat-ap|hvd)[^/]*\.jsonld$/i

let own: Json | undefined
let dcatAp: Json | undefined

/** The context document at an address, when it is one that is bundled. */
export function bundledContext(url: string): Json | undefined {
  const address = url.replace(/^http:/, 'https:').replace(/#$/, '')
  if (address === OWN_CONTEXT) return (own ??= ownContext())
  if (DCAT_AP.test(url)) return (dcatAp ??= dcatApContext())
  return undefined
}
