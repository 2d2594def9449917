// The IRIs that profiles are written with.
const SH = 'http://www.w3.org/ns/shacl#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
const DCTERMS = 'http://purl.org/dc/terms/'
const OWN = 'https://w3id.org/grunddata/ns#'

/** Namespace of rule ids. */
export const RULE = 'https://w3id.org/grunddata/rule/'

export const sh = {
  namespace: SH,
  deactivated: `${SH}deactivated`,
  description: `${SH}description`,
  in: `${SH}in`,
  info: `${SH}Info`,
  inversePath: `${SH}inversePath`,
  message: `${SH}message`,
  name: `${SH}name`,
  NodeShape: `${SH}NodeShape`,
  path: `${SH}path`,
  property: `${SH}property`,
  PropertyShape: `${SH}PropertyShape`,
  severity: `${SH}severity`,
  targetClass: `${SH}targetClass`,
  warning: `${SH}Warning`,
} as const

/** Terms of shapes/grunddata-ontology.ttl. */
export const own = {
  appliesTo: `${OWN}appliesTo`,
  derivesFrom: `${OWN}derivesFrom`,
  evidence: `${OWN}evidence`,
  fixer: `${OWN}fixer`,
  frameworkCheck: `${OWN}frameworkCheck`,
  hint: `${OWN}hint`,
  imports: `${OWN}imports`,
  inScheme: `${OWN}inScheme`,
  notAssessed: `${OWN}notAssessed`,
  path: `${OWN}path`,
  Profile: `${OWN}Profile`,
  Rule: `${OWN}Rule`,
  scheme: `${OWN}scheme`,
  version: `${OWN}version`,
  without: `${OWN}without`,
} as const

export const rdfs = { seeAlso: `${RDFS}seeAlso` } as const

export const dcterms = { identifier: `${DCTERMS}identifier`, title: `${DCTERMS}title` } as const
