// Organisations and how to reach them: one row per property, as in the published specification (DCAT-AP-SE 3.0.1).
// Columns: property | label sv | label en | obligation and cardinality | value. See properties.ts for the last.
import type { ClassTable } from './properties.ts'

export const agent: ClassTable = {
  id: 'dcat:foaf:Agent',
  section: 'primary',
  types: ['foaf:Agent', 'foaf:Person', 'foaf:Organization'],
  label: { sv: 'Aktör', en: 'Agent' },
  definite: { sv: 'aktören', en: 'the agent' },
  rows: `
    foaf:name           | Namn           | Name            | mandatory 1..n   | text
    dcterms:description | Beskrivning    | Description     | recommended 0..n | text
    dcterms:type        | Typ            | Type            | mandatory 1..1   | iri list=adms-publishertype
    foaf:homepage       | Hemsida        | Homepage        | optional 0..n    | iri foaf:Document pattern=^https?://.+$
    foaf:mbox           | E-postadress   | Email address   | optional 0..n    | iri prefix=mailto:
    org:classification  | Klassificering | Classification  | recommended 0..1 | iri list=org-aspects
    dcterms:identifier  | Identifierare  | Identifier      | recommended 0..n | plain
    owl:sameAs          | Alternativ URI | Alternative URI | optional 0..n    | iri pattern=^https?://.+$
  `,
}

export const contactPoint: ClassTable = {
  id: 'dcat:contactPoint',
  section: 'primary',
  types: ['vcard:Organization', 'vcard:Individual', 'vcard:Kind'],
  label: { sv: 'Kontaktuppgift', en: 'Contact point' },
  definite: { sv: 'kontaktuppgiften', en: 'the contact point' },
  rows: `
    rdf:type           | Typ          | Kind           | mandatory 1..1   | iri list=vcard-kind
    vcard:fn           | Namn         | Formatted name | mandatory 1..n   | literal
    vcard:hasEmail     | E-postadress | Email          | mandatory 1..n   | iri vcard:Email prefix=mailto:
    vcard:hasTelephone | Telefon      | Telephone      | recommended 0..n | resource vcard:Voice
    vcard:hasAddress   | Adress       | Address        | recommended 0..n | resource vcard:Address
    vcard:hasURL       | Hemsida      | Website        | optional 0..n    | iri pattern=^https?://.+$
  `,
}

export const telephone: ClassTable = {
  id: 'vc:hasTelephone',
  section: 'supportive',
  types: ['vcard:Voice'],
  label: { sv: 'Telefon', en: 'Telephone' },
  definite: { sv: 'telefonnumret', en: 'the telephone number' },
  rows: String.raw`
    vcard:hasValue | Nummer | Number | mandatory 1..1 | iri prefix=tel: pattern=^[0-9+()-.\s]+$
  `,
}

export const address: ClassTable = {
  id: 'vc:hasAddress',
  section: 'supportive',
  types: ['vcard:Address'],
  label: { sv: 'Adress', en: 'Address' },
  definite: { sv: 'adressen', en: 'the address' },
  rows: `
    vcard:country-name   | Land       | Country name   | recommended 0..1 | literal
    vcard:locality       | Postort    | Locality       | recommended 0..1 | literal
    vcard:postal-code    | Postkod    | Postal code    | recommended 0..1 | literal
    vcard:street-address | Gatuadress | Street address | recommended 0..1 | literal
  `,
}
