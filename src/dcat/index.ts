// The model: classes and properties of DCAT-AP-SE as facts, and their names.

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
export { compactName, expandName, namespaces, orgAsPublished } from './namespaces.ts'
export type { ClassFacts, Obligation, PropertyRow, ValueKind } from './properties.ts'
export { classes, classOfType, propertyLabel } from './properties.ts'
