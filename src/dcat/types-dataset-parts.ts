// Attribution, Location, PeriodOfTime, Offer, Relationship, ProvenanceStatement: as TypeScript types.
// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.
import type { Code, DateText, Iri, Ref, Texts, Thing } from './model.ts'
import type { Agent } from './types-party.ts'

/** Övrig aktör (Attribution). */
export interface Attribution extends Thing {
  readonly class: 'Attribution'
  /** Roll: dcat:hadRole, mandatory. */
  readonly hadRole: Code<'inspire-responsible-party-role'>
  /** Aktör: prov:agent, mandatory. */
  readonly agent: Ref<Agent>
}

/** Geografiskt område (Geographical area). */
export interface Location extends Thing {
  readonly class: 'Location'
  /** Centrumkoordinat: dcat:centroid, recommended. */
  readonly centroid?: string
  /** Omskrivande rektangel: dcat:bbox, recommended. */
  readonly bbox?: string
  /** Geografisk form: locn:geometry, optional. */
  readonly geometry?: string
}

/** Tidsperiod (Time period). */
export interface PeriodOfTime extends Thing {
  readonly class: 'PeriodOfTime'
  /** Start: dcat:startDate, recommended. */
  readonly startDate?: DateText
  /** Slut: dcat:endDate, recommended. */
  readonly endDate?: DateText
}

/** Avgift (Fee). */
export interface Offer extends Thing {
  readonly class: 'Offer'
  /** Beskrivning: schema:description, mandatory. */
  readonly description: Texts
  /** Webbsida: schema:mainEntityOfPage, recommended. */
  readonly mainEntityOfPage?: Iri
}

/** Kvalificerad relaterad resurs (Qualified related resource). */
export interface Relationship extends Thing {
  readonly class: 'Relationship'
  /** Roll: dcat:hadRole, mandatory. */
  readonly hadRole: Iri
  /** Resurs: dcterms:relation, mandatory. */
  readonly relation: Iri
}

/** Ursprung (Provenance). */
export interface ProvenanceStatement extends Thing {
  readonly class: 'ProvenanceStatement'
  /** Beskrivning: dcterms:description, mandatory. */
  readonly description: Texts
}
