// Everything normative for a version, as one value; and problems turned into findings by it.
export { createCompleter } from './complete.ts'
export { countContents } from './contents.ts'
export type { Concept, Profile, Rule, Vocabulary } from './types.ts'
