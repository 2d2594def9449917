// Prefixes that everybody means the same thing by: for reading a text that forgot to declare one, and for writing.

/** Prefix → namespace. The names are those of the specification DCAT-AP-SE 3.0.1 where it has one. */
export const knownPrefixes: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  cnt: 'http://www.w3.org/2011/content#',
  cv: 'http://data.europa.eu/m8g/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcmitype: 'http://purl.org/dc/dcmitype/',
  dct: 'http://purl.org/dc/terms/',
  dcterms: 'http://purl.org/dc/terms/',
  dqv: 'http://www.w3.org/ns/dqv#',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geodcat: 'http://data.europa.eu/930/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  healthdcatap: 'http://healthdataportal.eu/ns/health#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  locn: 'http://www.w3.org/ns/locn#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  odrs: 'http://schema.theodi.org/odrs#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  vann: 'http://purl.org/vocab/vann/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  void: 'http://rdfs.org/ns/void#',
  wgs84: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** The namespace a prefix is known by, or undefined. */
export function knownNamespace(prefix: string): string | undefined {
  return Object.hasOwn(knownPrefixes, prefix) ? knownPrefixes[prefix] : undefined
}
