// The catalogue and its rights statement: one row per property, as in the published specification (DCAT-AP-SE 3.0.1).
// Columns: property | label sv | label en | obligation and cardinality | value. See properties.ts for the last.
import type { ClassTable } from './properties.ts'

export const catalog: ClassTable = {
  id: 'dcat:Catalog',
  section: 'primary',
  types: ['dcat:Catalog'],
  label: { sv: 'Katalog', en: 'Catalog' },
  definite: { sv: 'katalogen', en: 'the catalogue' },
  rows: `
    dcterms:title       | Titel                        | Title                   | mandatory 1..n   | text
    dcterms:description | Beskrivning                  | Description             | mandatory 1..n   | text
    dcterms:publisher   | Utgivare                     | Publisher               | mandatory 1..1   | resource foaf:Agent foaf:Person foaf:Organization
    dcterms:issued      | Utgivningsdatum              | Release date            | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
    dcterms:language    | Språk                        | Language                | recommended 0..n | iri dcterms:LinguisticSystem list=language
    dcterms:modified    | Ändringsdatum                | Date modified           | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
    foaf:homepage       | Hemsida                      | Homepage                | recommended 0..1 | iri foaf:Document
    dcterms:spatial     | Namngivet geografiskt område | Named geographical area | recommended 0..n | iri dcterms:Location
    dcterms:license     | Licens                       | License                 | mandatory 1..1   | iri fixed=http://creativecommons.org/publicdomain/zero/1.0/
    dcterms:rights      | Rättighetsförklaring         | Rights statement        | optional 0..1    | resource odrs:RightsStatement
    dcterms:hasPart     | Består av                    | Has part                | optional 0..n    | resource dcat:Catalog
    dcterms:isPartOf    | Är del av                    | Is part of              | optional 0..1    | resource dcat:Catalog
    dcat:catalog        | Katalog                      | Catalog                 | optional 0..n    | resource dcat:Catalog
    dcat:themeTaxonomy  | Taxonomi för tema            | Theme taxonomy          | recommended 0..n | iri list=theme-taxonomy
    dcat:dataset        | Datamängd                    | Dataset                 | mandatory 1..n   | resource dcat:Dataset
    dcat:service        | Datatjänst                   | Service                 | optional 0..n    | resource dcat:DataService
  `,
}

export const rightsStatement: ClassTable = {
  id: 'dcat:odrs:RSSA',
  section: 'supportive',
  types: ['odrs:RightsStatement'],
  label: { sv: 'Rättighetsförklaring', en: 'Rights statement' },
  definite: { sv: 'rättighetsförklaringen', en: 'the rights statement' },
  rows: `
    odrs:attributionText    | Erkännandetext                | Attribution text        | recommended 0..n | text
    odrs:attributionURL     | Erkännande URL                | Attribution URL         | recommended 0..n | iri pattern=^https?://.+$
    odrs:copyrightNotice    | Meddelande om upphovsrätt     | Copyright notice        | optional 0..n    | text
    odrs:copyrightStatement | Upphovsrättsdokument          | Copyright statement     | recommended 0..n | iri dcterms:LicenseDocument
    odrs:copyrightYear      | Upphovsrättsår                | Copyright year          | optional 0..n    | plain
    odrs:copyrightHolder    | Ägare av upphovsrätten        | Copyright holder        | recommended 0..n | iri foaf:Agent
    odrs:jurisdiction       | Jurisdiktion                  | Jurisdiction            | recommended 0..n | iri pattern=^https?://.+$
    odrs:reuserGuidelines   | Riktlinjer för återanvändning | Guidelines for re-users | recommended 0..n | iri pattern=^https?://.+$
  `,
}
