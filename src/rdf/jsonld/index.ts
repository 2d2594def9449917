// Reading JSON-LD: the entry of this folder.
export { bundledContext } from './bundled.ts'
export { jsonldTokenEnd } from './json-value.ts'
export {
  classTerms,
  OWN_CONTEXT,
  type OwnTerm,
  ownContext,
  propertyTerms,
  termDefinition,
} from './own-context.ts'
export { parseJsonLd } from './parse.ts'
