// Everything normative for a version, as one value; and problems turned into findings by it.
export { createCompleter } from './complete.ts'
export { countContents } from './contents.ts'
export type { LoadOptions } from './load.ts'
export { DEFAULT_PROFILE, loadProfile, profileNames } from './load.ts'
export type { Detection } from './load-detect.ts'
export { detectProfile } from './load-detect.ts'
export { packageFolder } from './load-folder.ts'
export type { Concept, Profile, Rule, Vocabulary } from './types.ts'
