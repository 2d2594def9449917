// Texts too large to hold, as windows: the entry of this folder.

export { windowOn } from './around.ts'
export type { Overview, OverviewPlan } from './overview.ts'
export { type Scanned, type ScanPlan, scanParts } from './scan.ts'
export { sameTerm, type Window } from './window.ts'
