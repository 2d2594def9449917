// The table of contents of the engine: every constraint of SHACL Core and the function that compiles it.
// Beside it stand the other words of the sh: namespace that say something about a shape.
import { maxCount, minCount } from './cardinality.ts'
import { and, node, not, or, xone } from './logical.ts'
import { closed, hasValue, inList } from './membership.ts'
import { disjoint, equals, lessThan, lessThanOrEquals } from './pair.ts'
import { property, qualifiedMaxCount, qualifiedMinCount } from './property.ts'
import { maxExclusive, maxInclusive, minExclusive, minInclusive } from './range.ts'
import { languageIn, maxLength, minLength, pattern, uniqueLang } from './string.ts'
import type { Compile } from './types.ts'
import { classConstraint, datatype, nodeKind } from './value-type.ts'

export type { Compile, ShapeContext } from './types.ts'

/** Parameter (local name in sh:) → how it is compiled (SHACL §4). */
export const constraints: Readonly<Record<string, Compile>> = {
  class: classConstraint,
  datatype,
  nodeKind,
  minCount,
  maxCount,
  minExclusive,
  minInclusive,
  maxExclusive,
  maxInclusive,
  minLength,
  maxLength,
  pattern,
  languageIn,
  uniqueLang,
  equals,
  disjoint,
  lessThan,
  lessThanOrEquals,
  not,
  and,
  or,
  xone,
  node,
  property,
  qualifiedMinCount,
  qualifiedMaxCount,
  closed,
  hasValue,
  in: inList,
  sparql: ({ reader }, value) =>
    reader.isTrue(reader.values(value, 'deactivated')[0])
      ? undefined
      : { on: 'foreign', component: 'SPARQLConstraintComponent', parameter: 'sparql', value },
}

/** Words of sh: that a shape may have and that constrain nothing by themselves. */
export const silentParameters: ReadonlySet<string> = new Set([
  'path',
  'targetClass',
  'targetNode',
  'targetSubjectsOf',
  'targetObjectsOf',
  'target',
  'severity',
  'message',
  'deactivated',
  'flags',
  'ignoredProperties',
  'qualifiedValueShape',
  'qualifiedValueShapesDisjoint',
  'name',
  'description',
  'order',
  'group',
  'defaultValue',
  'declare',
  'prefixes',
  'select',
  'ask',
  'shapesGraph',
  'entailment',
])
