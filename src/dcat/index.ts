// The model: classes and properties of DCAT-AP-SE as facts, and their names.

export { codePrefixes, codes } from './codes.ts'
export { entityIri, slug } from './iris.ts'
export type { ClassKeys, ClassName, PropertyKey } from './keys.ts'
export {
  classKeys,
  classNameOf,
  classNames,
  findKey,
  keyOfProperty,
  kindsOf,
  namedClasses,
  RDF_TYPE,
} from './keys.ts'
export type {
  Code,
  DateText,
  Decimal,
  Iri,
  Literal,
  NodeId,
  Other,
  Ref,
  Some,
  Texts,
  Thing,
  View,
} from './model.ts'
export type { ModelValue } from './model-values.ts'
export { isSameTerm, termsOf } from './model-values.ts'
export { compactName, expandName, namespaces, orgAsPublished } from './namespaces.ts'
export type { ClassFacts, Obligation, PropertyRow, ValueKind } from './properties.ts'
export { classes, classOfType, propertyLabel } from './properties.ts'
export type { Term } from './terms.ts'
export { formatTerm, parseTerm } from './terms.ts'
export type * from './types.ts'
export type { AnyView } from './view.ts'
export { view, viewAll } from './view.ts'
export { toGraph, viewsToGraph } from './write.ts'
