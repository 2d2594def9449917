// The dataset series and its places, periods and relations: one row per property, as in the published specification (DCAT-AP-SE 3.0.1).
// Columns: property | label sv | label en | obligation and cardinality | value. See properties.ts for the last.
import type { ClassTable } from './properties.ts'

export const datasetSeries: ClassTable = {
  id: 'dcat:DatasetSeries',
  section: 'primary',
  types: ['dcat:DatasetSeries'],
  label: { sv: 'Datamängdsserie', en: 'Dataset series' },
  definite: { sv: 'datamängdsserien', en: 'the dataset series' },
  rows: `
    dcterms:title                | Titel                               | Title                            | mandatory 1..n   | text
    dcterms:description          | Beskrivning                         | Description                      | mandatory 1..n   | text
    dcterms:publisher            | Utgivare                            | Publisher                        | mandatory 1..1   | resource foaf:Agent foaf:Person foaf:Organization
    dcat:contactPoint            | Kontaktuppgift                      | Contact point                    | recommended 0..n | resource vcard:Organization vcard:Individual vcard:Kind
    dcat:keyword                 | Nyckelord                           | Keyword                          | recommended 0..n | text
    dcat:theme                   | Kategori                            | Category                         | recommended 0..n | resource list=data-theme
    dcatap:applicableLegislation | Tillämplig lagstiftning             | Applicable legislation           | optional 0..1    | iri list=applicable-legislation
    dcatap:hvdCategory           | Kategori för värdefulla datamängder | Category for high-value datasets | conditional 1..n | iri list=hvd-category when=dcatap:applicableLegislation,http://data.europa.eu/eli/reg_impl/2023/138/oj
    dcterms:subject              | Kategori för grunddata              | Category for data domains        | optional 0..n    | iri skos:Concept scheme=https://www.dataportal.se/terminology/grunddata pattern=^https://www.dataportal.se/terminology/grunddata/.*$
    dcterms:conformsTo           | Uppfyller                           | Conforms to                      | recommended 0..n | iri dcterms:Standard
    dcterms:issued               | Utgivningsdatum                     | Release date                     | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
    dcterms:modified             | Ändringsdatum                       | Date modified                    | optional 0..1    | typed xsd:date xsd:dateTime xsd:gYear
    dcat:landingPage             | Ingångssida                         | Landing page                     | optional 0..n    | iri pattern=^https?://.+$
    dcterms:spatial              | Namngivet geografiskt område        | Named geographical area          | recommended 0..n | iri dcterms:Location
    dcterms:spatial              | Geografiskt område                  | Geographical area                | recommended 0..n | resource dcterms:Location
    dcterms:temporal             | Tidsperiod                          | Time period                      | recommended 0..n | resource dcterms:PeriodOfTime
    dcterms:accrualPeriodicity   | Uppdateringsfrekvens                | Frequency of update              | optional 0..1    | iri list=frequency
    dcterms:relation             | Relaterad resurs                    | Related resource                 | optional 0..n    | iri pattern=^https?://.+$
    dcat:qualifiedRelation       | Kvalificerad relaterad resurs       | Qualified related resource       | optional 0..n    | resource dcat:Relationship
    foaf:page                    | Dokumentation                       | Documentation                    | optional 0..n    | iri foaf:Document pattern=^https?://.+$
  `,
}

export const seriesLocation: ClassTable = {
  id: 'dcat:dcterms:spatial_bb_dss',
  section: 'nested',
  types: ['dcterms:Location'],
  label: { sv: 'Geografiskt område', en: 'Geographical area' },
  definite: { sv: 'det geografiska området', en: 'the geographical area' },
  rows: `
    dcat:centroid | Centrumkoordinat      | Center coordinate | recommended 0..1 | typed gsp:wktLiteral
    dcat:bbox     | Omskrivande rektangel | Boundingbox       | recommended 0..1 | typed gsp:wktLiteral
    locn:geometry | Geografisk form       | Geographic shape  | optional 0..1    | typed gsp:wktLiteral
  `,
}

export const seriesPeriodOfTime: ClassTable = {
  id: 'dcat:dcterms:temporal_dss',
  section: 'nested',
  types: ['dcterms:PeriodOfTime'],
  label: { sv: 'Tidsperiod', en: 'Time period' },
  definite: { sv: 'tidsperioden', en: 'the time period' },
  rows: `
    dcat:startDate | Start | Start | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
    dcat:endDate   | Slut  | End   | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
  `,
}

export const seriesRelationship: ClassTable = {
  id: 'dcat:qualifiedRelation_dss',
  section: 'nested',
  types: ['dcat:Relationship'],
  label: { sv: 'Kvalificerad relaterad resurs', en: 'Qualified related resource' },
  definite: { sv: 'relationen', en: 'the relationship' },
  rows: `
    dcat:hadRole     | Roll   | Role     | mandatory 1..1 | iri skos:Concept scheme=https://www.dataportal.se/terminology/resource-role pattern=^https://www.dataportal.se/terminology/resource-role/.*$
    dcterms:relation | Resurs | Resource | mandatory 1..1 | iri pattern=^https?://.+$
  `,
}
