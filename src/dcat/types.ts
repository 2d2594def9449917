// The classes of the model by name.
// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.
import type { Checksum, DataService, Distribution } from './types-access.ts'
import type { Catalog, RightsStatement } from './types-catalog.ts'
import type { Dataset, DatasetSeries } from './types-dataset.ts'
import type {
  Attribution,
  Location,
  Offer,
  PeriodOfTime,
  ProvenanceStatement,
  Relationship,
} from './types-dataset-parts.ts'
import type { Document, LicenseDocument, Standard } from './types-document.ts'
import type { Address, Agent, ContactPoint, Telephone } from './types-party.ts'

export interface ModelClasses {
  readonly Catalog: Catalog
  readonly Dataset: Dataset
  readonly DatasetSeries: DatasetSeries
  readonly Distribution: Distribution
  readonly DataService: DataService
  readonly Agent: Agent
  readonly ContactPoint: ContactPoint
  readonly RightsStatement: RightsStatement
  readonly Attribution: Attribution
  readonly Location: Location
  readonly PeriodOfTime: PeriodOfTime
  readonly Offer: Offer
  readonly Relationship: Relationship
  readonly ProvenanceStatement: ProvenanceStatement
  readonly Checksum: Checksum
  readonly Telephone: Telephone
  readonly Address: Address
  readonly Document: Document
  readonly LicenseDocument: LicenseDocument
  readonly Standard: Standard
}

/** An entity of any class. */
export type AnyEntity = ModelClasses[keyof ModelClasses]

export type {
  Address,
  Agent,
  Attribution,
  Catalog,
  Checksum,
  ContactPoint,
  DataService,
  Dataset,
  DatasetSeries,
  Distribution,
  Document,
  LicenseDocument,
  Location,
  Offer,
  PeriodOfTime,
  ProvenanceStatement,
  Relationship,
  RightsStatement,
  Standard,
  Telephone,
}
