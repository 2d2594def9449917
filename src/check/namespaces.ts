// The namespaces and the few single terms that checks go by.
import { namespaces } from '../dcat/index.ts'

export const {
  adms: ADMS,
  dcat: DCAT,
  dcatap: DCATAP,
  dcterms: DCT,
  foaf: FOAF,
  gsp: GSP,
  locn: LOCN,
  odrs: ODRS,
  owl: OWL,
  prov: PROV,
  schema: SCHEMA,
  sh: SHACL,
  vcard: VCARD,
  xsd: XSD,
} = namespaces
export const TIME = 'http://www.w3.org/2006/time#'
export const RDF_TYPE = `${namespaces.rdf}type`

/** Implementing Regulation (EU) 2023/138: the mark of a high-value dataset. */
export const HVD_LEGISLATION = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'
/** The EU code lists ("authority tables"). */
export const AUTHORITY = 'http://publications.europa.eu/resource/authority/'
