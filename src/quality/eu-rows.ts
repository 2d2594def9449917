// What the published shapes of DCAT-AP 3.0.1 ask for, restated as facts: per class and property how many values, of what
// kind, of which class, from which list. Read out of the documents, not copied; known slips of theirs are marked as such.
// Source: DCAT-AP 3.0.1, the parts structure, range, recommended and controlled vocabularies.

/** One property of one class. */
export interface EuRow {
  /** Values that must be there (a warning when {@link isAdvice}). */
  readonly min?: 1
  readonly max?: 1
  readonly is?: 'literal' | 'resource' | 'iri'
  readonly datatype?: string
  /** A date in one of four forms; `unchecked` where the shape asks for it by a word that SHACL does not have. */
  readonly date?: 'checked' | 'unchecked'
  /** Every value must be typed as this class in the same file. */
  readonly class?: string
  /** The class is asked for by the structure too. */
  readonly isClassStructural?: true
  /** Recommended: its absence is a warning. */
  readonly isWanted?: true
  /** Every value must be of this list. */
  readonly list?: string
  /** A value outside the list is a warning instead of an error. */
  readonly isListAdvice?: true
  readonly isAdvice?: true
}

/** Class → property → what is asked for; `^` before a property means the inverse direction. */
export const euRows: Readonly<Record<string, Readonly<Record<string, EuRow>>>> = {
  'foaf:Agent': {
    'foaf:name': { min: 1, is: 'literal' },
    'dcterms:type': { max: 1, class: 'skos:Concept', isWanted: true },
  },
  'dcat:CatalogRecord': {
    'foaf:primaryTopic': { min: 1, max: 1, class: 'dcat:Resource', isClassStructural: true },
    'dcterms:modified': { min: 1, max: 1, date: 'unchecked' },
    'dcterms:conformsTo': { max: 1, class: 'dcterms:Standard', isWanted: true },
    'dcterms:issued': { max: 1, date: 'checked', isWanted: true },
    'adms:status': { max: 1, class: 'skos:Concept', isWanted: true },
    'dcterms:language': { class: 'dcterms:LinguisticSystem' },
    'dcterms:source': { max: 1, class: 'dcat:CatalogRecord' },
    'dcterms:title': { is: 'literal' },
    'dcterms:description': { is: 'literal' },
  },
  'dcat:Catalog': {
    'dcterms:language': {
      is: 'resource',
      class: 'dcterms:LinguisticSystem',
      isWanted: true,
      list: 'language',
    },
    'dcatap:applicableLegislation': { is: 'iri', class: 'eli:LegalResource' },
    'dcterms:license': { max: 1, is: 'resource', class: 'dcterms:LicenseDocument', isWanted: true },
    'dcterms:issued': { max: 1, date: 'checked', isWanted: true },
    'dcterms:spatial': {
      is: 'resource',
      class: 'dcterms:Location',
      isWanted: true,
      list: 'place',
      isListAdvice: true,
    },
    'dcterms:hasPart': { is: 'resource', class: 'dcat:Catalog' },
    'dcterms:modified': { max: 1, date: 'checked', isWanted: true },
    'dcterms:rights': { max: 1, is: 'resource', class: 'dcterms:RightsStatement' },
    'dcat:record': { is: 'resource', class: 'dcat:CatalogRecord' },
    'dcat:themeTaxonomy': {
      is: 'resource',
      class: 'skos:ConceptScheme',
      isWanted: true,
      list: 'theme-taxonomy',
      isListAdvice: true,
    },
    'dcat:service': { is: 'resource', class: 'dcat:DataService' },
    'dcat:catalog': { is: 'resource', class: 'dcat:Catalog' },
    'dcterms:creator': { max: 1, is: 'resource', class: 'foaf:Agent' },
    'dcat:dataset': { is: 'resource', class: 'dcat:Dataset' },
    'dcterms:description': { min: 1, is: 'literal' },
    'dcterms:publisher': { min: 1, max: 1, class: 'foaf:Agent', list: 'corporate-body', isListAdvice: true },
    'dcterms:title': { min: 1, is: 'literal' },
    'foaf:homepage': { max: 1, is: 'resource', class: 'foaf:Document', isWanted: true },
    'dcterms:isPartOf': { class: 'dcat:Catalog' },
  },
  'skos:ConceptScheme': {
    'dcterms:title': { min: 1, is: 'literal' },
  },
  'skos:Concept': {
    'skos:prefLabel': { min: 1, is: 'literal' },
  },
  'spdx:Checksum': {
    'spdx:algorithm': { min: 1, max: 1, list: 'checksum-algorithm' },
    'spdx:checksumValue': { min: 1, max: 1, datatype: 'xsd:hexBinary' },
  },
  'dcat:DataService': {
    'dcterms:accessRights': {
      max: 1,
      is: 'resource',
      class: 'dcterms:RightsStatement',
      list: 'access-right',
      isListAdvice: true,
    },
    'dcatap:applicableLegislation': { is: 'iri', class: 'eli:LegalResource' },
    'dcterms:conformsTo': { is: 'resource', class: 'dcterms:Standard', isWanted: true },
    'dcat:contactPoint': { is: 'resource', class: 'vcard:Kind', isWanted: true },
    'dcterms:description': { is: 'literal' },
    'dcat:endpointURL': { min: 1, is: 'resource' },
    'dcat:endpointDescription': { is: 'resource', isWanted: true },
    'dcterms:format': { is: 'resource', class: 'dcterms:MediaTypeOrExtent', list: 'file-type' },
    'dcat:keyword': { is: 'literal', isWanted: true },
    'dcat:landingPage': { is: 'resource', class: 'foaf:Document' },
    'dcterms:license': { max: 1, is: 'resource', class: 'dcterms:LicenseDocument' },
    'dcterms:publisher': {
      max: 1,
      is: 'resource',
      class: 'foaf:Agent',
      isWanted: true,
      list: 'corporate-body',
      isListAdvice: true,
    },
    'dcat:servesDataset': { is: 'resource', class: 'dcat:Dataset', isWanted: true },
    'dcat:theme': {
      is: 'iri',
      class: 'skos:Concept',
      isWanted: true,
      list: 'data-theme',
      isListAdvice: true,
    },
    'dcterms:title': { min: 1, is: 'literal' },
  },
  'dcat:Dataset': {
    'dcterms:accessRights': {
      max: 1,
      is: 'resource',
      class: 'dcterms:RightsStatement',
      list: 'access-right',
      isListAdvice: true,
    },
    'dcatap:applicableLegislation': { is: 'iri', class: 'eli:LegalResource' },
    'dcterms:conformsTo': { is: 'resource', class: 'dcterms:Standard' },
    'dcat:contactPoint': { is: 'resource', class: 'vcard:Kind', isWanted: true },
    'dcterms:creator': { is: 'resource', class: 'foaf:Agent' },
    'dcat:distribution': { is: 'resource', class: 'dcat:Distribution', isWanted: true },
    'dcterms:description': { min: 1, is: 'literal' },
    'foaf:page': { is: 'resource', class: 'foaf:Document' },
    'dcterms:accrualPeriodicity': { max: 1, is: 'resource', class: 'dcterms:Frequency', list: 'frequency' },
    'dcterms:spatial': {
      is: 'resource',
      class: 'dcterms:Location',
      isWanted: true,
      list: 'place',
      isListAdvice: true,
    },
    'dcterms:hasVersion': { is: 'resource', class: 'dcat:Dataset' },
    'dcterms:identifier': { is: 'literal' },
    'dcat:inSeries': { is: 'resource', class: 'dcat:DatasetSeries' },
    'dcterms:isReferencedBy': { is: 'resource' },
    'dcat:keyword': { is: 'literal', isWanted: true },
    'dcat:landingPage': { is: 'resource', class: 'foaf:Document' },
    'dcterms:language': { is: 'resource', class: 'dcterms:LinguisticSystem', list: 'language' },
    'dcterms:modified': { max: 1, date: 'unchecked' },
    'adms:identifier': { is: 'resource', class: 'adms:Identifier' },
    'dcterms:provenance': { is: 'resource', class: 'dcterms:ProvenanceStatement' },
    'dcterms:publisher': {
      max: 1,
      is: 'resource',
      class: 'foaf:Agent',
      isWanted: true,
      list: 'corporate-body',
      isListAdvice: true,
    },
    'prov:qualifiedAttribution': { is: 'resource', class: 'prov:Attribution' },
    'dcat:qualifiedRelation': { is: 'resource', class: 'dcat:Relationship' },
    'dcterms:relation': { is: 'resource' },
    'dcterms:issued': { max: 1, date: 'unchecked' },
    'adms:sample': { is: 'resource', class: 'dcat:Distribution' },
    'dcterms:source': { is: 'resource', class: 'dcat:Dataset' },
    'dcat:spatialResolutionInMeters': { max: 1, datatype: 'xsd:decimal' },
    'dcterms:temporal': { is: 'resource', class: 'dcterms:PeriodOfTime', isWanted: true },
    'dcat:temporalResolution': { max: 1, datatype: 'xsd:duration' },
    'dcat:theme': {
      is: 'iri',
      class: 'skos:Concept',
      isWanted: true,
      list: 'data-theme',
      isListAdvice: true,
    },
    'dcterms:title': { min: 1, is: 'literal' },
    'dcterms:type': { is: 'resource', class: 'skos:Concept', list: 'dataset-type', isListAdvice: true },
    'dcat:version': { max: 1, is: 'literal' },
    'adms:versionNotes': { is: 'literal' },
    'prov:wasGeneratedBy': { is: 'resource', class: 'prov:Activity' },
  },
  'dcat:Distribution': {
    'dcat:accessService': { is: 'resource', class: 'dcat:DataService' },
    'dcat:accessURL': { min: 1, is: 'resource' },
    'dcatap:applicableLegislation': { is: 'iri', class: 'eli:LegalResource' },
    'dcatap:availability': {
      max: 1,
      is: 'resource',
      class: 'skos:Concept',
      isWanted: true,
      list: 'planned-availability',
    },
    'dcat:byteSize': { max: 1, datatype: 'xsd:nonNegativeInteger' },
    'spdx:checksum': { max: 1, is: 'resource', class: 'spdx:Checksum' },
    'dcat:compressFormat': { max: 1, is: 'resource', class: 'dcterms:MediaType', list: 'iana' },
    'dcterms:description': { is: 'literal', isWanted: true },
    'foaf:page': { is: 'resource', class: 'foaf:Document' },
    'dcat:downloadURL': { is: 'resource' },
    'dcterms:format': {
      max: 1,
      is: 'resource',
      class: 'dcterms:MediaTypeOrExtent',
      isWanted: true,
      list: 'file-type',
    },
    'odrl:hasPolicy': { max: 1, is: 'resource', class: 'odrl:Policy' },
    'dcterms:language': { is: 'resource', class: 'dcterms:LinguisticSystem', list: 'language' },
    'dcterms:license': { max: 1, is: 'resource', class: 'dcterms:LicenseDocument', isWanted: true },
    'dcterms:conformsTo': { is: 'resource', class: 'dcterms:Standard' },
    'dcat:mediaType': { max: 1, is: 'resource', class: 'dcterms:MediaType', list: 'iana' },
    'dcterms:modified': { max: 1, date: 'checked' },
    'dcat:packageFormat': { max: 1, is: 'resource', class: 'dcterms:MediaType', list: 'iana' },
    'dcterms:issued': { max: 1, date: 'checked' },
    'dcterms:rights': { max: 1, is: 'resource', class: 'dcterms:RightsStatement' },
    'dcat:spatialResolutionInMeters': { max: 1, datatype: 'xsd:decimal' },
    'adms:status': { max: 1, is: 'resource', class: 'skos:Concept', list: 'distribution-status' },
    'dcat:temporalResolution': { max: 1, datatype: 'xsd:duration' },
    'dcterms:title': { is: 'literal' },
  },
  'adms:Identifier': {
    'skos:notation': { max: 1 },
  },
  'dcterms:LicenseDocument': {
    'dcterms:type': { class: 'skos:Concept', isWanted: true, list: 'licence-type' },
  },
  'dcterms:Location': {
    'dcat:bbox': { max: 1, is: 'literal', isWanted: true },
    'dcat:centroid': { max: 1, is: 'literal', isWanted: true },
    'locn:geometry': { max: 1, is: 'literal' },
  },
  'dcterms:PeriodOfTime': {
    'dcat:endDate': { max: 1, date: 'unchecked', isWanted: true },
    'time:hasBeginning': { max: 1, class: 'time:Instant' },
    'time:hasEnd': { max: 1, class: 'time:Instant' },
    'dcat:startDate': { max: 1, date: 'unchecked', isWanted: true },
  },
  'dcat:Relationship': {
    'dcterms:relation': { min: 1, class: 'dcat:Resource' },
    'dcat:hadRole': { min: 1, class: 'dcat:Role' },
  },
  'dcat:DatasetSeries': {
    '^dcat:inSeries': { min: 1, is: 'resource', isAdvice: true, class: 'dcat:Dataset' },
    'dcatap:applicableLegislation': { is: 'iri', class: 'eli:LegalResource' },
    'dcat:contactPoint': { is: 'resource', class: 'vcard:Kind', isWanted: true },
    'dcterms:description': { min: 1, is: 'literal' },
    'dcterms:accrualPeriodicity': { max: 1, is: 'resource', class: 'dcterms:Frequency', list: 'frequency' },
    'dcterms:spatial': { is: 'resource', class: 'dcterms:Location', list: 'place', isListAdvice: true },
    'dcterms:modified': { max: 1, is: 'literal', date: 'checked' },
    'dcterms:publisher': {
      max: 1,
      is: 'resource',
      class: 'foaf:Agent',
      isWanted: true,
      list: 'corporate-body',
      isListAdvice: true,
    },
    'dcterms:issued': { max: 1, is: 'literal', date: 'checked' },
    'dcterms:temporal': { is: 'resource', class: 'dcterms:PeriodOfTime' },
    'dcterms:title': { min: 1, is: 'literal' },
  },
}
