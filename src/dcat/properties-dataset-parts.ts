// What a dataset is described with: places, periods, roles, fees, origin: one row per property, as in the published specification (DCAT-AP-SE 3.0.1).
// Columns: property | label sv | label en | obligation and cardinality | value. See properties.ts for the last.
import type { ClassTable } from './properties.ts'

export const attribution: ClassTable = {
  id: 'dcat:prov:qualifiedAttribution',
  section: 'supportive',
  types: ['prov:Attribution'],
  label: { sv: 'Övrig aktör', en: 'Attribution' },
  definite: { sv: 'aktörsrollen', en: 'the attribution' },
  rows: `
    dcat:hadRole | Roll  | Role  | mandatory 1..1 | iri list=inspire-responsible-party-role pattern=^http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/.*$
    prov:agent   | Aktör | Party | mandatory 1..1 | resource foaf:Agent foaf:Person foaf:Organization
  `,
}

export const location: ClassTable = {
  id: 'dcat:dcterms:spatial_bb_da',
  section: 'supportive',
  types: ['dcterms:Location'],
  label: { sv: 'Geografiskt område', en: 'Geographical area' },
  definite: { sv: 'det geografiska området', en: 'the geographical area' },
  rows: `
    dcat:centroid | Centrumkoordinat      | Center coordinate | recommended 0..1 | typed gsp:wktLiteral
    dcat:bbox     | Omskrivande rektangel | Boundingbox       | recommended 0..1 | typed gsp:wktLiteral
    locn:geometry | Geografisk form       | Geographic shape  | optional 0..1    | typed gsp:wktLiteral
  `,
}

export const periodOfTime: ClassTable = {
  id: 'dcat:dcterms:temporal_da',
  section: 'supportive',
  types: ['dcterms:PeriodOfTime'],
  label: { sv: 'Tidsperiod', en: 'Time period' },
  definite: { sv: 'tidsperioden', en: 'the time period' },
  rows: `
    dcat:startDate   | Start | Start | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
    dcat:endDate     | Slut  | End   | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
    schema:startDate | Start | Start | optional 0..n    | typed xsd:date xsd:dateTime xsd:gYear deprecated
    schema:endDate   | Slut  | End   | optional 0..n    | typed xsd:date xsd:dateTime xsd:gYear deprecated
  `,
}

export const offer: ClassTable = {
  id: 'schema:Offer',
  section: 'supportive',
  types: ['schema:Offer'],
  label: { sv: 'Avgift', en: 'Fee' },
  definite: { sv: 'avgiften', en: 'the fee' },
  rows: `
    schema:description      | Beskrivning | Description | mandatory 1..n   | text
    schema:mainEntityOfPage | Webbsida    | Webpage     | recommended 0..1 | iri pattern=^https?://.+$
  `,
}

export const relationship: ClassTable = {
  id: 'dcat:qualifiedRelation',
  section: 'supportive',
  types: ['dcat:Relationship'],
  label: { sv: 'Kvalificerad relaterad resurs', en: 'Qualified related resource' },
  definite: { sv: 'relationen', en: 'the relationship' },
  rows: `
    dcat:hadRole     | Roll   | Role     | mandatory 1..1 | iri skos:Concept scheme=https://www.dataportal.se/terminology/resource-role pattern=^https://www.dataportal.se/terminology/resource-role/.*$
    dcterms:relation | Resurs | Resource | mandatory 1..1 | iri pattern=^https?://.+$
  `,
}

export const provenance: ClassTable = {
  id: 'dcat:dcterms:provenance_da',
  section: 'supportive',
  types: ['dcterms:ProvenanceStatement'],
  label: { sv: 'Ursprung', en: 'Provenance' },
  definite: { sv: 'ursprungsbeskrivningen', en: 'the provenance statement' },
  rows: `
    dcterms:description | Beskrivning | Description | mandatory 1..n | text
  `,
}
