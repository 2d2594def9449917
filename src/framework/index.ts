// The national framework for basic data as typed values: generated from vocab/national, and what is told from them.

export { type Agents, agentsOf, areAmong, authorityOf, numberOf, organisationsOf } from './agents.ts'
export { domainOfSubject, isProvisional, subjectIri, subjectPrefixes } from './concepts.ts'
export { categories, components, offPathStates, phases } from './data-components.ts'
export { domains } from './data-domains.ts'
export { characteristics, frameworkVersions, principles, schemes } from './data-framework.ts'
export { funding, fundingTotals } from './data-funding.ts'
export { organisations } from './data-organisations.ts'
export { inconsistencies, services } from './data-services.ts'
export { measures, periods, usage } from './data-usage.ts'
export {
  canConcern,
  FOCUS,
  type Focused,
  type FocusOptions,
  focusOn,
  focusSets,
  type NationalResource,
  partSets,
} from './focus-sets.ts'
export { type DomainMark, domainMarks, domainOf, isNationalBasicData } from './is-national.ts'
export { frameworkLists } from './lists.ts'
export { DEFAULT_NAMESPACE, inNamespace, modelTurtle, resourceTurtle } from './namespace.ts'
export { infrastructurePicture } from './picture.ts'
export { type PortalOrganisation, portalOrganisations } from './portal-organisations.ts'
export { type Progress, progress } from './progress.ts'
export { type AddedTotal, addTotals, buildingBlocks } from './totals.ts'
export type {
  Component,
  ComponentType,
  Domain,
  DomainDataset,
  Evidence,
  FrameworkItem,
  FrameworkVersion,
  FundingAmount,
  FundingTotal,
  Inconsistency,
  Legislation,
  Measure,
  Named,
  OffPathState,
  Organisation,
  Phase,
  Responsibility,
  Service,
  Specification,
  Status,
  UsageFigure,
  UsageTable,
} from './types.ts'
