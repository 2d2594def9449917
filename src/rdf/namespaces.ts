// The prefixes of the project: used when writing, and in the published JSON-LD context.

/** Prefix → namespace IRI, in the order they are declared. `org` is the https form that the profile uses. */
export const namespaces: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  dcatap: 'http://data.europa.eu/r5r/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
  spdx: 'http://spdx.org/rdf/terms#',
  prov: 'http://www.w3.org/ns/prov#',
  prof: 'http://www.w3.org/ns/dx/prof/',
  odrs: 'http://schema.theodi.org/odrs#',
  locn: 'http://www.w3.org/ns/locn#',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  org: 'https://www.w3.org/ns/org#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  sh: 'http://www.w3.org/ns/shacl#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  grunddata: 'https://w3id.org/grunddata/ns#',
  rule: 'https://w3id.org/grunddata/rule/',
}
