// The namespaces of a Swedish catalogue: prefix to IRI, and prefixed names to IRIs and back.

/** Prefixes as DCAT-AP-SE writes them. `org` is the https form the profile uses; see {@link orgAsPublished}. */
export const namespaces = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  locn: 'http://www.w3.org/ns/locn#',
  odrs: 'http://schema.theodi.org/odrs#',
  org: 'https://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const satisfies Record<string, string>

/** The W3C organisation ontology as it is really published; the profile writes https, both are read. */
export const orgAsPublished = 'http://www.w3.org/ns/org#'

/** The IRI of a prefixed name such as `dcterms:title`. Throws a TypeError for an unknown prefix: a fault in our own tables. */
export function expandName(name: string): string {
  const colon = name.indexOf(':')
  const namespace = (namespaces as Record<string, string>)[name.slice(0, colon)]
  if (namespace === undefined) throw new TypeError(`unknown prefix in ${name}`)
  return namespace + name.slice(colon + 1)
}

/** The prefixed name of an IRI, or the IRI itself when no prefix fits. */
export function compactName(iri: string): string {
  const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
  const found = Object.entries(namespaces).find(([, namespace]) => namespace === iri.slice(0, cut))
  return found && cut < iri.length ? `${found[0]}:${iri.slice(cut)}` : iri
}
