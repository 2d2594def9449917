// Agent, ContactPoint, Telephone, Address: as TypeScript types.
// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.
import type { Code, Iri, Literal, Ref, Some, Texts, Thing } from './model.ts'
import type { Document } from './types-document.ts'

/** Aktör (Agent). */
export interface Agent extends Thing {
  readonly class: 'Agent'
  readonly iri: Iri
  /** Default: Agent. */
  readonly kind?: 'Agent' | 'Person' | 'Organization'
  /** Namn: foaf:name, mandatory. */
  readonly name: Texts
  /** Beskrivning: dcterms:description, recommended. */
  readonly description?: Texts
  /** Typ: dcterms:type, mandatory. */
  readonly type: Code<'adms-publishertype'>
  /** Hemsida: foaf:homepage, optional. */
  readonly homepage?: readonly Ref<Document>[]
  /** E-postadress: foaf:mbox, optional. */
  readonly mbox?: readonly `mailto:${string}`[]
  /** Klassificering: org:classification, recommended. */
  readonly classification?: Code<'org-aspects'>
  /** Identifierare: dcterms:identifier, recommended. */
  readonly identifier?: readonly string[]
  /** Alternativ URI: owl:sameAs, optional. */
  readonly sameAs?: readonly Iri[]
}

/** Kontaktuppgift (Contact point). */
export interface ContactPoint extends Thing {
  readonly class: 'ContactPoint'
  readonly iri: Iri
  /** Default: Organization. */
  readonly kind?: 'Organization' | 'Individual' | 'Kind'
  /** Namn: vcard:fn, mandatory. */
  readonly fn: Some<Literal>
  /** E-postadress: vcard:hasEmail, mandatory. */
  readonly hasEmail: Some<`mailto:${string}`>
  /** Telefon: vcard:hasTelephone, recommended. */
  readonly hasTelephone?: readonly Ref<Telephone>[]
  /** Adress: vcard:hasAddress, recommended. */
  readonly hasAddress?: readonly Ref<Address>[]
  /** Hemsida: vcard:hasURL, optional. */
  readonly hasURL?: readonly Iri[]
}

/** Telefon (Telephone). */
export interface Telephone extends Thing {
  readonly class: 'Telephone'
  /** Nummer: vcard:hasValue, mandatory. */
  readonly hasValue: `tel:${string}`
}

/** Adress (Address). */
export interface Address extends Thing {
  readonly class: 'Address'
  /** Land: vcard:country-name, recommended. */
  readonly countryName?: Literal
  /** Postort: vcard:locality, recommended. */
  readonly locality?: Literal
  /** Postkod: vcard:postal-code, recommended. */
  readonly postalCode?: Literal
  /** Gatuadress: vcard:street-address, recommended. */
  readonly streetAddress?: Literal
}
