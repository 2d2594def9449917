// Everything normative for a version, as one value.
export type { Concept, Profile, Rule, Vocabulary } from './types.ts'
