// Everything normative for a version, as one value; and problems turned into findings by it.
export { createCompleter } from './complete.ts'
export { countContents } from './contents.ts'
export { canonicalLicence } from './fixers/licence-canonical.ts'
export { foldText } from './fold.ts'
export type { LoadOptions } from './load.ts'
export { DEFAULT_PROFILE, loadProfile, profileNames, writeSnapshots } from './load.ts'
export {
  chooseVersion,
  type Detection,
  detectProfile,
  gatherSigns,
  oldProperties,
  type VersionSigns,
} from './load-detect.ts'
export { packageFolder } from './load-folder.ts'
export { createNamer, type Namer } from './names.ts'
export { checkDigit, isOrganisationNumber, ORGANISATION, organisationDigits } from './orgnr.ts'
export type { Suggestion } from './suggest.ts'
export { nearest, replacementOf } from './suggest.ts'
export type { Concept, Profile, Rule, Vocabulary } from './types.ts'
export { expandScheme, loadVocabularies, termOfConcept, valuesOfVocabulary } from './vocabulary.ts'
export type { SearchOptions, VocabularyHit } from './vocabulary-search.ts'
export { searchVocabularies } from './vocabulary-search.ts'
