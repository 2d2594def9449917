// The model of national basic data as plain objects: what vocab/national says, in the shapes a program wants.
// Hides RDF: references are the ids of other objects (the last part of their IRI), texts are Swedish and English.
import type { Text } from '../finding.ts'

/** Something with an IRI, an id that is unique among its kind, and a name. */
export interface Named {
  readonly id: string
  readonly iri: string
  readonly label: Text
}

/** What a fact rests on; `third-party` and `unverified` ask for care. */
export type Evidence = 'two-sources' | 'register' | 'third-party' | 'unverified'

export interface Organisation extends Named {
  /** Ten digits with a hyphen. */
  readonly number: string
  /** The IRI that Sveriges dataportal uses for it as a publisher. */
  readonly publisherIri?: string
  /** IRI of its kind (ADMS publisher types). */
  readonly type?: string
  readonly evidence: Evidence
  /** Whether two independent sources give the same number. */
  readonly isIndependentlyVerified: boolean
  readonly aliases?: readonly string[]
  readonly note?: Text
}

/** One of the characteristics or principles, in the wording of each version of the framework. */
export interface FrameworkItem extends Named {
  /** From 1. */
  readonly order: number
  /** `P1` … `P7`, `C1` … `C4`. */
  readonly notation: string
  readonly wordings: readonly { readonly version: string; readonly text: Text }[]
}

export interface FrameworkVersion {
  readonly version: string
  readonly iri: string
  readonly label: Text
  /** ISO date. */
  readonly issued: string
  readonly documentNumber: string
}

export type PhaseId = 'idea' | 'analysis' | 'development' | 'introduction' | 'maintenance'
export type OffPathId = 'paused' | 'awaiting-decision' | 'closed'

export interface Phase extends Named {
  readonly id: PhaseId
  /** From 1. */
  readonly order: number
  readonly definition: Text
}

export interface OffPathState extends Named {
  readonly id: OffPathId
}

/** What is known of a component at a date. */
export interface Status {
  /** ISO date. */
  readonly date: string
  /** Absent when the source states none. */
  readonly phase?: PhaseId
  /** Set when the component has left the path of phases. */
  readonly offPath?: OffPathId
  /** Whether the text states the phase, it follows from being in operation, or the text states none. */
  readonly basis: 'explicit' | 'implied' | 'phase-not-stated'
  readonly isEstablished: boolean
  readonly isInOperation: boolean
  readonly note?: Text
}

/** Who was responsible when responsibility has moved. */
export interface Responsibility {
  readonly organisation: string
  /** Years, as in `2021–2022`; absent for the present one. */
  readonly years?: string
  readonly note?: Text
  /** Million SEK as rounded in the running text. */
  readonly amountInProse?: number
}

export type ComponentType = 'domain' | 'building-block' | 'governance' | 'competence-area' | 'other'

/** A part of the shared digital infrastructure: a building block, a domain, governance or something else. */
export interface Component extends Named {
  readonly type: ComponentType
  /** Id among {@link Named} categories. */
  readonly category: string
  /** Id of an organisation. */
  readonly responsible: string
  /** Ids of services. */
  readonly services: readonly string[]
  readonly status?: Status
  readonly responsibilities?: readonly Responsibility[]
  readonly aliases?: readonly string[]
  readonly note?: Text
}

export interface Legislation extends Named {
  /** `SFS 2010:900` or the number of an EU act. */
  readonly number: string
  /** What is used as its IRI. */
  readonly identifierIri: string
  readonly evidence?: Evidence
}

export interface DomainDataset extends Named {
  readonly status: 'published' | 'planned' | 'candidate'
  readonly description?: Text
  /** Its page on Sveriges dataportal. */
  readonly page?: string
  /** Ids of specifications. */
  readonly conformsTo?: readonly string[]
  readonly note?: Text
}

export interface Specification extends Named {
  readonly creator: string
  readonly version?: string
  readonly issued?: string
  readonly modified?: string
}

export interface Domain extends Component {
  readonly type: 'domain'
  /** `observed`: the IRI is Digg's, as seen; `provisional`: it is our own, until Digg has one. */
  readonly conceptStatus: 'observed' | 'provisional'
  /** Ids of organisations. */
  readonly cooperating: readonly string[]
  readonly datasets: readonly DomainDataset[]
  readonly specifications: readonly Specification[]
  readonly legislation: readonly Legislation[]
  /** European specifications and systems. */
  readonly alignedWith: readonly Named[]
  /** IRI of the category of high-value datasets that it touches. */
  readonly hvdCategory?: string
}

export type ServiceKind = 'data-service' | 'service' | 'standard' | 'document' | 'catalog'

export interface Service extends Named {
  readonly kind: ServiceKind
  /** Id of an organisation. */
  readonly responsible?: string
  /** Id of a component or domain. */
  readonly partOf?: string
  readonly description?: Text
  readonly page?: string
  readonly aliases?: readonly string[]
  readonly evidence?: Evidence
}

/** An amount of Table 1: thousand SEK. An empty cell of the source has no object. */
export interface FundingAmount {
  /** Id of a component or domain. */
  readonly component: string
  readonly year: '2021' | '2022' | '2023'
  readonly amount: number
}

/** A total as printed in Table 1: thousand SEK. */
export interface FundingTotal {
  /** Id of a component, domain or category, or `all`. */
  readonly of: string
  readonly kind: 'component' | 'category' | 'all'
  /** A year, or `2021-2023`. */
  readonly period: string
  readonly amount: number
}

export type UsageTable = 'usage-mina-ombud' | 'usage-indicator-7' | 'usage-infrastructure'

/** A measure of Tables 2–4. */
export interface Measure extends Named {
  readonly table: UsageTable
  /** What it is a measure of. */
  readonly group: Text
  readonly unit: Text
}

/** A figure of Tables 2–4. An empty cell of the source has no object. */
export interface UsageFigure {
  readonly table: UsageTable
  /** Id of a measure. */
  readonly measure: string
  /** A year, a half-year (`2023-H1`) or a sum of years (`2022-2023`). */
  readonly period: string
  readonly value: number
  readonly note?: Text
}

/** A place where the source disagrees with itself. */
export interface Inconsistency extends Named {
  /** IRIs of what it is about. */
  readonly about: readonly string[]
  readonly stated: Text
  readonly found: Text
}
