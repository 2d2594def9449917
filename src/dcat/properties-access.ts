// How data is reached: distributions, checksums and data services: one row per property, as in the published specification (DCAT-AP-SE 3.0.1).
// Columns: property | label sv | label en | obligation and cardinality | value. See properties.ts for the last.
import type { ClassTable } from './properties.ts'

export const distribution: ClassTable = {
  id: 'dcat:Distribution',
  section: 'primary',
  types: ['dcat:Distribution'],
  label: { sv: 'Distribution', en: 'Distribution' },
  definite: { sv: 'distributionen', en: 'the distribution' },
  rows: String.raw`
    dcterms:title                  | Titel                      | Title                      | optional 0..n    | text
    dcterms:description            | Beskrivning                | Description                | recommended 0..n | text
    dcat:accessURL                 | Webbadress för åtkomst     | Web address for access     | mandatory 1..1   | iri pattern=^https?://.+$
    dcat:downloadURL               | Webbadress för nedladdning | Web address for download   | optional 0..n    | iri pattern=^(http|https|ftp|ftps)://.*$
    dcterms:format                 | Vanliga mediatyper         | Common mediatypes          | recommended 0..1 | plain list=media-type-common group=format
    dcterms:format                 | Geografiska mediatyper     | Geographical mediatypes    | optional 0..1    | literal list=geo-media-type group=format
    dcterms:format                 | Övriga mediatyper          | Other mediatypes           | optional 0..1    | plain pattern=^\w+\/[-.\w]+(?:\+[-.\w]+)?(\s*;\s*\w+=\w+)?$ group=format
    dcat:accessService             | Åtkomst via datatjänst     | Access service             | optional 0..n    | iri dcat:DataService
    dcat:temporalResolution        | Tidsupplösning             | Temporal resolution        | optional 0..1    | typed xsd:duration pattern=^(-?)P(?=.)((\d+)Y)?((\d+)M)?((\d+)D)?(T(?=.)((\d+)H)?((\d+)M)?(\d*(\.\d+)?S)?)?$
    dcat:spatialResolutionInMeters | Rumslig upplösning         | Spatial resolution         | optional 0..1    | typed xsd:decimal
    dcat:byteSize                  | Storlek (i bytes)          | Size (in bytes)            | optional 0..1    | typed xsd:nonNegativeInteger
    dcterms:language               | Språk                      | Language                   | optional 0..n    | iri dcterms:LinguisticSystem list=language
    dcterms:issued                 | Utgivningsdatum            | Release date               | optional 0..1    | typed xsd:date xsd:dateTime xsd:gYear
    dcterms:modified               | Ändringsdatum              | Date modified              | optional 0..1    | typed xsd:date xsd:dateTime xsd:gYear
    adms:status                    | Status                     | Status                     | optional 0..1    | iri list=distribution-status
    dcatap:availability            | Tillgänglighet             | Availability               | recommended 0..1 | iri list=planned-availability
    dcatap:applicableLegislation   | Tillämplig lagstiftning    | Applicable legislation     | optional 0..1    | iri list=applicable-legislation
    dcterms:license                | Licens - Creative Commons  | License - Creative Commons | recommended 0..n | iri list=cc-licence group=license
    dcterms:license                | Licens - övrig             | License - other            | recommended 0..n | iri dcterms:LicenseDocument group=license
    dcterms:rights                 | Rättighetsförklaring       | Rights statement           | optional 0..1    | resource odrs:RightsStatement
    spdx:checksum                  | Checksumma                 | Checksum                   | optional 0..1    | resource spdx:Checksum
    foaf:page                      | Dokumentation              | Documentation              | optional 0..n    | iri foaf:Document pattern=^https?://.+$
    dcterms:conformsTo             | Länkade scheman            | Linked schemas             | optional 0..n    | iri dcterms:Standard pattern=^https?://.+$
  `,
}

export const checksum: ClassTable = {
  id: 'dcat:spdx:checksum_di',
  section: 'supportive',
  types: ['spdx:Checksum'],
  label: { sv: 'Checksumma', en: 'Checksum' },
  definite: { sv: 'checksumman', en: 'the checksum' },
  rows: `
    spdx:checksumValue | Värde    | Checksum value | mandatory 1..1 | literal
    spdx:algorithm     | Algoritm | Algorithm      | mandatory 1..1 | iri list=spdx-checksum-algorithm
  `,
}

export const dataService: ClassTable = {
  id: 'dcat:DataService',
  section: 'primary',
  types: ['dcat:DataService'],
  label: { sv: 'Datatjänst', en: 'Data service' },
  definite: { sv: 'datatjänsten', en: 'the data service' },
  rows: String.raw`
    dcterms:title                | Titel                               | Title                            | mandatory 1..n   | text
    dcterms:description          | Beskrivning                         | Description                      | optional 0..n    | text
    dcat:endpointURL             | Åtkomstadress                       | Endpoint URL                     | mandatory 1..n   | iri
    dcat:endpointDescription     | Beskrivning åtkomstadress           | Endpoint description             | recommended 0..n | iri
    dcterms:publisher            | Utgivare                            | Publisher                        | optional 0..n    | resource foaf:Agent foaf:Person foaf:Organization
    dcat:contactPoint            | Kontaktuppgift                      | Contact point                    | recommended 0..n | resource vcard:Organization vcard:Individual vcard:Kind
    dcterms:type                 | Arkitekturstil                      | Architectural style              | optional 0..n    | iri list=service-architecture-style
    dcat:keyword                 | Nyckelord                           | Keyword                          | recommended 0..n | text
    dcat:theme                   | Kategori                            | Category                         | optional 0..n    | resource list=data-theme
    dcatap:applicableLegislation | Tillämplig lagstiftning             | Applicable legislation           | optional 0..1    | iri list=applicable-legislation
    dcatap:hvdCategory           | Kategori för värdefulla datamängder | Category for high-value datasets | conditional 1..n | iri list=hvd-category when=dcatap:applicableLegislation,http://data.europa.eu/eli/reg_impl/2023/138/oj
    dcterms:subject              | Kategori för grunddata              | Category for data domains        | optional 0..n    | iri skos:Concept scheme=https://www.dataportal.se/terminology/grunddata pattern=^https://www.dataportal.se/terminology/grunddata/.*$
    dcterms:format               | Vanliga mediatyper                  | Common mediatypes                | recommended 0..1 | plain list=media-type-common group=format
    dcterms:format               | Geografiska mediatyper              | Geographical mediatypes          | optional 0..1    | literal list=geo-media-type group=format
    dcterms:format               | Övriga mediatyper                   | Other mediatypes                 | optional 0..1    | plain pattern=^\w+\/[-.\w]+(?:\+[-.\w]+)?(\s*;\s*\w+=\w+)?$ group=format
    dcterms:conformsTo           | Uppfyller                           | Conforms to                      | optional 0..n    | iri dcterms:Standard
    dcat:servesDataset           | Försörjer datamängd                 | Serves dataset                   | optional 0..n    | iri dcat:Dataset
    dcterms:license              | Licens - Creative Commons           | License - Creative Commons       | recommended 0..n | iri list=cc-licence group=license
    dcterms:license              | Licens - övriga                     | License - other                  | recommended 0..n | iri dcterms:LicenseDocument group=license
    dcterms:accessRights         | Åtkomsträttigheter                  | Access rights                    | recommended 0..1 | iri list=access-right
    dcat:landingPage             | Ingångssida                         | Landing page                     | optional 0..n    | iri pattern=^https?://.+$
    foaf:page                    | Dokumentation                       | Documentation                    | optional 0..n    | iri foaf:Document pattern=^https?://.+$
  `,
}
