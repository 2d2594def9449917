// Texts too large to hold, as windows: the entry of this folder.

export { windowOn } from './around.ts'
export { collect as collectGarbage } from './collect.ts'
export type { Overview, OverviewPlan } from './overview.ts'
export { type Scanned, type ScanPlan, scanParts } from './scan.ts'
export { createValueSet, type ValueSet } from './value-set.ts'
export { sameTerm, type Window } from './window.ts'
