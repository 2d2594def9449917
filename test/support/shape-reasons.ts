// Where the shapes differ from the property table, and why. T1–T12 are behaviours of the official tool;
// the numbers of rules are those that the shapes state with grunddata:ruleNumber.

/** `<class id> <property> <aspect>`, or `<property> <aspect>` for all classes, to the reason. */
export const differences: Readonly<Record<string, string>> = {
  'dcat:theme kind': 'the 13 themes are IRIs, so a blank node cannot be one of them',
  'dcatap:applicableLegislation max':
    'SEMIC allows any number and the portal passes them on: a second one is a warning (rule 80)',
  'dcterms:subject pattern':
    'other subjects are allowed beside the national domains, so the form is asked of look-alikes only (rule 79)',
  'dcat:temporalResolution pattern':
    'the published pattern is no xsd:duration and refuses weeks: the datatype is the test (T8)',
  'dcat:prov:qualifiedAttribution dcat:hadRole pattern':
    'the code list is complete and says more than its prefix',
  'dcat:qualifiedRelation dcat:hadRole pattern':
    'the same, with its dots escaped and something after the slash left open',
  'dcat:qualifiedRelation_dss dcat:hadRole pattern':
    'the same, with its dots escaped and something after the slash left open',
  'dcat:endDate min': 'recommendation 8 leaves the end out while a period goes on (rule 44)',
  'dcterms:format kind':
    'a media type as text and an IRI of the EU or IANA are both read by the portal (rule 76)',
  'dcterms:format pattern':
    'parameters such as charset=utf-8 and several suffixes are real media types (rule 76)',
  'dcterms:format list': 'every listed media type meets the pattern, which allows all others too (rule 76)',
  'dcat:DataService dcterms:format min':
    'recommendation 6 gives formats on the distribution only, so advice is enough',
  'dcat:Distribution dcat:byteSize datatype':
    'xsd:decimal was right up to 2.2 and is a warning of its own (distribution-byte-size-deprecated)',
  'dcat:Distribution dcterms:license list':
    'other licences are allowed; the form of those listed is asked for by distribution-license-form (rule 51)',
  'dcat:DataService dcterms:license list':
    'other licences are allowed; the form of those listed is asked for by data-service-license-form (rule 51)',
  'dcat:foaf:Agent org:classification min':
    'its only value is for those who are regulated to charge for data: advice for all others',
  'dcat:contactPoint rdf:type min':
    'a contact is found by its type, and contact-undescribed tells when there is none (T11, rule 86)',
  'dcat:contactPoint rdf:type kind': 'a type that is no IRI is no type; nothing would be found',
  'vc:hasTelephone vcard:hasValue pattern':
    'the published pattern has a range by accident and no tel: before it (T9)',
}
